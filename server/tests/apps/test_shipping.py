"""The shipper and PostgreSQL: what cannot be written holds up nothing that can."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
import pytest
import uuid_utils
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from lianxin.calls.events import Entry
from lianxin.calls.models import CallEvent
from lianxin.cases.actions import Draft, open_case
from lianxin.cases.errors import NumbersUsedUp
from lianxin.cases.models import Case, CaseCounter
from lianxin.cases.tasks import open_deferred
from lianxin.centres.access import Actor
from lianxin.centres.isolation import scope
from lianxin.centres.models import Centre
from lianxin.rules import case_number
from lianxin.switchboard.ledger.journal import Journal
from lianxin.switchboard.ledger.shipper import Opened, Shipper

pytestmark = pytest.mark.django_db

AT = datetime(2026, 3, 1, 17, 0, tzinfo=UTC)


class Ship:
    """A journal that one test writes, and what its shipper told."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.opened: list[Opened] = []
        self._journal = Journal(folder)
        self._shipper = Shipper(folder, self._note, self.opened.append, {})

    def __call__(self, *entries: Entry) -> None:
        """Bring ``entries`` to PostgreSQL as the thread does, on this one: in its transaction."""
        self._journal.write(*entries)
        self._shipper._ship_all()

    def aside(self) -> list[Entry]:
        file = self.folder / "refused.jsonl"
        lines = file.read_bytes().splitlines() if file.exists() else []
        return [msgspec.json.decode(line, type=Entry) for line in lines]

    def _note(self, entries: Sequence[Entry]) -> None:
        """Nobody waits for what was shipped."""


@pytest.fixture
def ship(tmp_path: Path) -> Ship:
    return Ship(tmp_path)


def case_of(centre: Centre, **data: Any) -> Entry:
    """The fact that a caller's words are to become a case."""
    told = {"case": str(uuid_utils.uuid7()), "case_kind": "complaint", **data}
    return Entry(str(uuid_utils.uuid7()), 1, centre.pk, AT.timestamp(), "case", told)


def test_a_nul_in_the_words_of_a_case_is_left_out(centre: Centre, ship: Ship) -> None:
    ship(case_of(centre, title="a\x00b", content="路\x00灯", phone="1\x0039"))
    with scope(centre.pk):
        case = Case.objects.get()
    assert (case.title, case.content, case.phone) == ("ab", "路灯", "139")
    assert [each.number for each in ship.opened] == [case.number]


def test_a_case_that_cannot_be_opened_is_put_aside_and_stops_nothing(
    centre: Centre, ship: Ship, caplog: pytest.LogCaptureFixture
) -> None:
    broken, sound = case_of(centre, case="no uuid"), case_of(centre, title="路灯不亮")
    ship(broken, sound)
    assert ship.aside() == [broken]
    assert "kept aside" in caplog.text
    with scope(centre.pk):
        assert Case.objects.get().title == "路灯不亮"
        assert CallEvent.objects.count() == 2


def test_the_case_after_the_last_number_of_a_day_is_opened_on_the_next(
    centre: Centre, ship: Ship
) -> None:
    day = AT.astimezone(ZoneInfo(centre.zone)).date()
    with scope(centre.pk):
        CaseCounter.objects.create(centre_id=centre.pk, day=day, last=99_998)
    last, beyond = case_of(centre, title="最后一件"), case_of(centre, title="下一件")
    ship(last, beyond)
    ship(beyond)  # comes again
    job = ProcrastinateJob.objects.get(task_name="cases.open_deferred")
    assert [case_number.parse(each.number).sequence for each in ship.opened] == [99_999]
    assert job.args == {"centre": centre.pk, "call": beyond.call, "seq": 1}
    assert job.scheduled_at == datetime(2026, 3, 2, 16, 0, tzinfo=UTC)
    for _ in range(2):
        open_deferred(**job.args)
    with scope(centre.pk):
        case = Case.objects.get(title="下一件")
        assert Case.objects.count() == 2
    today = timezone.now().astimezone(ZoneInfo(centre.zone)).date()
    assert case_number.parse(case.number).day == today
    assert ship.aside() == []


def test_who_opens_a_case_is_told_that_no_number_is_left(
    centre: Centre, who: Callable[[str], Actor]
) -> None:
    today = timezone.now().astimezone(ZoneInfo(centre.zone)).date()
    with scope(centre.pk):
        CaseCounter.objects.create(centre_id=centre.pk, day=today, last=99_999)
    with pytest.raises(NumbersUsedUp) as refused:
        open_case(who("8001"), Draft(type="help", title="路灯不亮"))
    assert refused.value.details == {"day": str(today)}
