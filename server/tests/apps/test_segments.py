"""Segments of calls in PostgreSQL: whatever the batches, and made anew from the ledger."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
import uuid_utils
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from lianxin.calls.actions import record
from lianxin.calls.events import Entry, Kind
from lianxin.calls.models import Call, CallEvent, CallSegment
from lianxin.calls.rebuild import rebuild
from lianxin.centres.isolation import scope
from lianxin.centres.models import Centre, Person

pytestmark = pytest.mark.django_db

T0 = 1_772_000_000.0

Step = tuple[Kind, dict[str, Any]]


def of_call(centre: Centre, *steps: Step) -> list[Entry]:
    call = str(uuid_utils.uuid7())
    return [
        Entry(call, seq, centre.pk, T0 + seq, kind, data)
        for seq, (kind, data) in enumerate(steps, 1)
    ]


@pytest.fixture
def ledgers(centre: Centre) -> list[list[Entry]]:
    """Calls of every sort: answered with hold and a lost page, missed, abandoned, transferred, a
    kept place and its callback, sent into the flow and back."""
    with scope(centre.pk):
        one, two = Person.objects.filter(number__in=("8001", "8002")).order_by("number")
    first, second = {"person": one.pk, "leg": "leg.1"}, {"person": two.pk, "leg": "leg.2"}
    started: Step = ("started", {"line": "12345", "caller": "13800000001"})
    queued: Step = ("queued", {"queue": "general"})
    ended: Step = ("ended", {"outcome": "answered", "by": "caller", "cause": 16})
    return [
        of_call(
            centre, started, queued, ("offered", first), ("answered", first), ("talking", {}),
            ("held", first), ("resumed", first), ("detached", first), ("attached", first),
            ("agent_left", {**first, "by": "agent"}), ended,
        ),
        of_call(
            centre, started, queued, ("offered", first), ("missed", {**first, "cause": 20}),
            ("offered", second), ("answered", second), ("talking", {}),
            ("agent_left", {**second, "by": "agent"}), ("sent_to", {**second, "node": "vote"}),
            ("node", {"node": "vote", "what": "entered"}), ended,
        ),
        of_call(centre, started, queued, ("offered", first), ended),
        of_call(
            centre, started, ("dialled", {"numbers": ["110", "119"]}),
            ("dial_answered", {"number": "119"}), ("dial_ended", {"reason": "answered"}), ended,
        ),
        of_call(
            centre, started, queued, ("callback_kept", {"number": "13800000001", "callback": "x"}),
            ("left_queue", {"reason": "chosen"}), ended,
        ),
        of_call(
            centre, ("started", {"callback_of": "x", "caller": "13800000001"}), queued,
            ("offered", first), ("answered", first), ("calling_back", {"number": "13800000001"}),
            ("callback_missed", {"number": "13800000001", "reason": "no_answer"}),
            ("offered", first), ("answered", first), ("calling_back", {"number": "13800000001"}),
            ("talking", {}), ended,
        ),
    ]  # fmt: skip


def rows(centre: Centre) -> tuple[Any, ...]:
    with scope(centre.pk):
        return (
            list(Call.objects.order_by("pk").values()),
            list(CallSegment.objects.order_by("call", "ordinal").values()),
        )


def in_parts(ledger: Sequence[Entry], cuts: random.Random) -> None:
    """Record it in parts of any length, some of them twice."""
    at = 0
    while at < len(ledger):
        length = cuts.randint(1, 4)
        record(ledger[at : at + length])
        if cuts.random() < 0.3:
            record(ledger[max(0, at - 1) : at + length])
        at += length


@pytest.mark.parametrize("seed", range(12))
def test_any_cut_gives_the_same_rows_and_segments(
    centre: Centre, ledgers: list[list[Entry]], seed: int
) -> None:
    record([entry for ledger in ledgers for entry in ledger])
    whole = rows(centre)
    with scope(centre.pk):
        CallSegment.objects.all().delete()
    cuts = random.Random(seed)
    for ledger in ledgers:
        call = str(uuid_utils.uuid7())
        in_parts([Entry(call, *_rest(entry)) for entry in ledger], cuts)
    with scope(centre.pk):
        parted = list(CallSegment.objects.order_by("call", "ordinal").values())
    assert [_without_call(each) for each in parted] == [_without_call(each) for each in whole[1]]


def _rest(entry: Entry) -> tuple[Any, ...]:
    return entry.seq, entry.centre, entry.at, entry.kind, entry.data


def _without_call(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in ("call_id", "pk")}


def test_parts_in_any_order_give_the_same(centre: Centre, ledgers: list[list[Entry]]) -> None:
    entries = [entry for ledger in ledgers for entry in ledger]
    random.Random(4).shuffle(entries)
    for entry in entries:
        record([entry])
    one_by_one = rows(centre)
    assert rebuilt(centre, check=True) == []
    assert one_by_one[0][0]["talking_at"] is not None


def test_what_was_rebuilt_is_what_was_built(centre: Centre, ledgers: list[list[Entry]]) -> None:
    record([entry for ledger in ledgers for entry in ledger])
    built = rows(centre)
    with scope(centre.pk):
        CallSegment.objects.all().delete()
        Call.objects.update(talking_at=None, agent=None, outcome="", keys="9")
    assert len(rebuilt(centre, check=True)) == len(ledgers)
    assert rows(centre) != built
    assert len(rebuilt(centre)) == len(ledgers)
    assert rows(centre) == built
    assert rebuilt(centre) == []


def rebuilt(centre: Centre, *, check: bool = False) -> list[str]:
    """The calls that differed, in batches of two."""
    batches = rebuild(centre, check=check, size=2)
    return [each.call for batch in batches for each in batch.found]


def test_a_batch_costs_the_same_number_of_statements_however_long(
    centre: Centre, ledgers: list[list[Entry]]
) -> None:
    def statements(entries: list[Entry]) -> int:
        with CaptureQueriesContext(connection) as seen:
            record(entries)
        return sum("calls_" in each["sql"] for each in seen)

    few = statements(ledgers[0])
    many = statements([entry for ledger in ledgers[1:] for entry in ledger])
    assert many == few


def test_the_database_keeps_the_words_of_the_ledger(
    centre: Centre, ledgers: list[list[Entry]]
) -> None:
    record(ledgers[0])
    assert CallEvent._meta.get_field("kind").max_length == 32
    with scope(centre.pk), pytest.raises(IntegrityError), transaction.atomic():
        CallEvent.objects.create(
            centre=centre, call_id=ledgers[0][0].call, seq=99, at=timezone.now(), kind="unheard_of"
        )
    with scope(centre.pk), pytest.raises(IntegrityError), transaction.atomic():
        CallSegment.objects.update(how="unheard_of")


def test_segments_of_another_centre_are_not_there(
    centre: Centre, other: Centre, ledgers: list[list[Entry]]
) -> None:
    record(ledgers[0])
    with scope(other.pk):
        assert not CallSegment.objects.exists()
