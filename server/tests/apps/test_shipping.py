"""The shipper and PostgreSQL: what cannot be written holds up nothing that can."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest
import uuid_utils

from lianxin.calls.events import Entry
from lianxin.calls.models import CallEvent
from lianxin.cases.models import Case
from lianxin.centres.isolation import scope
from lianxin.centres.models import Centre
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
