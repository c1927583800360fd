"""Columns of a few words: PostgreSQL refuses any other, and what was there before is mended."""

from __future__ import annotations

from datetime import datetime
from types import SimpleNamespace
from typing import Any

import pytest
import uuid_utils
from django.db import IntegrityError, connection, transaction
from django.db.models import Model
from django.utils import timezone

from lianxin.calls.actions import record
from lianxin.calls.events import Entry
from lianxin.calls.models import Call, CallerMemory
from lianxin.centres.choices import reword
from lianxin.centres.isolation import scope
from lianxin.centres.models import Centre
from lianxin.faxes.models import Fax
from lianxin.notices.models import Notice
from tests.apps.conftest import who_is

pytestmark = pytest.mark.django_db
NOW = datetime.fromisoformat("2026-03-02T10:00:00+08:00")


def call(centre: int, line: str = "12345") -> Call:
    with scope(centre):
        return Call.objects.create(centre_id=centre, line_number=line, started_at=timezone.now())


@pytest.mark.parametrize("column", ["source", "outcome", "ended_by"])
def test_postgresql_refuses_any_other_word_of_a_call(centre: Centre, column: str) -> None:
    row = call(centre.pk)
    with (
        scope(centre.pk),
        pytest.raises(IntegrityError, match=f"call_{column}"),
        transaction.atomic(),
    ):
        Call.objects.filter(pk=row.pk).update(**{column: "someone"})


@pytest.mark.parametrize(
    ("model", "columns", "constraint"),
    [
        (CallerMemory, {"caller": "a", "at": NOW}, "caller_memory_language"),
        (Notice, {"key": "a", "number": "1", "next_at": NOW}, "notice_language"),
        (
            Fax,
            {"key": "a", "number": "1", "line": "1", "pages": 1, "next_at": NOW, "created_at": NOW},
            "fax_language",
        ),
    ],
)
def test_postgresql_refuses_any_other_language(
    centre: Centre, model: type[Model], columns: dict[str, Any], constraint: str
) -> None:
    with scope(centre.pk):
        row = model(centre_id=centre.pk, language="xx", **columns)
        with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
            row.save()


def test_a_word_that_nobody_knows_does_not_spoil_a_batch(centre: Centre) -> None:
    call = str(uuid_utils.uuid7())
    began = {"line": "12345", "caller": "13800000001", "source": "carrier_pigeon"}
    ended = {"outcome": "vanished", "by": "nobody", "cause": 16}
    at = NOW.timestamp()
    for batch in (
        [Entry(call, 1, centre.pk, at, "started", began)],
        [Entry(call, 2, centre.pk, at + 1, "ended", ended)],
    ):
        record(batch)
    with scope(centre.pk):
        row = Call.objects.get(pk=call)
    assert (row.source, row.outcome, row.ended_by, row.cause) == ("carrier", "", "", 16)


def test_what_is_none_of_the_words_is_mended_in_every_centre(centre: Centre) -> None:
    other = who_is("shixian", "8001").centre
    rows = [call(centre.pk, "12345"), call(centre.pk, "4321"), call(other, "999")]
    reword(
        "calls_call",
        {"line_number": (("12345", ""), ""), "caller": (("1",), "1")},
        None,
        SimpleNamespace(connection=connection),
    )
    for row, line in zip(rows, ("12345", "", ""), strict=True):
        with scope(row.centre_id):
            assert list(Call.objects.filter(pk=row.pk).values_list("line_number", "caller")) == [
                (line, "1")
            ]
