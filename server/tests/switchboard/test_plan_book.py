"""The plans in memory: which flow a call is given, and that it keeps it over a restart."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec
import pytest

from lianxin.flows.default import template
from lianxin.lines.plan import CalendarPlan, FlowPlan, LinePlan, Plans
from lianxin.rules.hours import WEEKDAYS, Calendar
from lianxin.rules.line_plan import Mode, Plan
from lianxin.switchboard.calls import checkpoint
from lianxin.switchboard.calls.call import Call
from lianxin.switchboard.snapshot import plans as plans_module
from lianxin.switchboard.snapshot.plans import PlanBook

ZONE = ZoneInfo("Asia/Shanghai")
OFFICE = Calendar("office", "工作时间", week=dict.fromkeys(WEEKDAYS[:5], (("09:00", "17:00"),)))
BEFORE = datetime(2026, 11, 23, 8, 59, 59, tzinfo=ZONE)
AFTER = datetime(2026, 11, 23, 9, 0, tzinfo=ZONE)
DAY, NIGHT, STORM = 11, 12, 13


def line(mode: Mode = "auto", night: object = None) -> LinePlan:
    """12345, with a flow for the day, the night and an emergency."""
    flows = {title: {**template(), "title": title} for title in ("day", "night", "storm")}
    others = (
        FlowPlan("night", NIGHT, flows["night"] if night is None else night, {"bell": "夜铃"}),  # type: ignore[arg-type] # broken on purpose
        FlowPlan("storm", STORM, flows["storm"]),
    )
    plan = Plan("day", "night", "storm", mode, OFFICE, ("13900000001",))
    bell = ("13900000001",)
    return LinePlan(
        "12345", "热线", 1, "shifan", DAY, flows["day"], night_bell=bell, plan=plan, others=others
    )


@pytest.fixture
def book(tmp_path: Path) -> PlanBook:
    return PlanBook(tmp_path / "plans.json", "", lambda _: None)


def put(book: PlanBook, *lines: LinePlan) -> None:
    """Give the book plans as they come back from the disk."""
    plans = Plans(lines, (), (), calendars=(CalendarPlan(1, OFFICE),))
    book._take(book._readable(msgspec.json.decode(msgspec.json.encode(plans), type=Plans)))


def chosen(book: PlanBook, now: datetime) -> LinePlan:
    known = book.line("12345")
    assert known is not None
    return book.answering(known, now)


def test_a_call_has_the_flow_of_the_moment_at_which_it_starts(book: PlanBook) -> None:
    put(book, line())
    assert [chosen(book, now).flow_version for now in (BEFORE, AFTER)] == [NIGHT, DAY]
    assert book.flow(chosen(book, BEFORE)).title == "night"
    put(book, line("emergency"))
    assert chosen(book, AFTER).part == "emergency"
    assert book.flow(chosen(book, AFTER)).title == "storm"


def test_a_call_keeps_its_flow_in_its_checkpoint(book: PlanBook) -> None:
    put(book, line())
    call = Call("1", chosen(book, BEFORE), "138", "carrier", datetime.now(UTC))
    kept = msgspec.json.decode(msgspec.json.encode(checkpoint.encode(call)))
    spec = book.remembered_flow(kept["line"]["flow_version"])
    again = checkpoint.decode(kept, spec)
    assert (again.line.flow_version, again.line.part) == (NIGHT, "night")
    again.way, again.confidential = ["bell", "message"], False
    assert again.view().node_names == {"bell": "夜铃"}  # and what the centre calls its nodes
    assert book.flow(again.line).title == "night"
    assert again.line.variables() == call.line.variables()
    assert {version for version in (DAY, NIGHT, STORM) if book.remembered_flow(version)} == {
        DAY,
        NIGHT,
        STORM,
    }


def test_a_broken_night_leaves_the_day(book: PlanBook) -> None:
    put(book, line(night={"spec": 2, "nodes": {}}))
    assert chosen(book, BEFORE).flow_version == DAY
    assert chosen(book, BEFORE).part == "night"


def test_calendars_are_asked_from_memory(book: PlanBook) -> None:
    put(book, line())
    asked = [book.calendar_state(1, "office", now) for now in (BEFORE, AFTER)]
    assert asked == ["closed", "open"]
    assert book.calendar_state(1, "other", AFTER) is None
    assert book.calendar_state(2, "office", AFTER) is None


async def test_what_is_on_disk_is_never_ahead_of_what_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who finds a line in the file may dial it."""
    file, on_disk = tmp_path / "plans.json", list[bool]()
    book = PlanBook(file, "", lambda _: on_disk.append(file.exists()))
    monkeypatch.setattr(plans_module, "load_plans", lambda: Plans((line(),), (), ()))
    await asyncio.to_thread(book._load, asyncio.get_running_loop())
    assert on_disk == [False]
    assert file.exists()
    assert book.line("12345") is not None


async def test_a_stopped_book_leaves_the_file_as_it_is(tmp_path: Path) -> None:
    """The loop no longer takes anything: the thread ends by itself, and has written nothing."""
    file = tmp_path / "plans.json"
    book = PlanBook(file, "", lambda _: None)
    loop = asyncio.new_event_loop()  # never run
    book.stop()
    assert not await asyncio.to_thread(book._hand_over, Plans((), (), ()), loop)
    loop.close()


@pytest.mark.parametrize("kept", [b"", b'{"lines": 1}', b'{"lines": [], "agents"'])
def test_a_file_that_cannot_be_read_is_waited_for_no_longer(tmp_path: Path, kept: bytes) -> None:
    file = tmp_path / "plans.json"
    file.write_bytes(kept)
    book = PlanBook(file, "", lambda _: None)
    book._take_kept()
    assert book.plans == Plans((), (), ())
    put(book, line())
    file.write_bytes(msgspec.json.encode(book.plans))
    again = PlanBook(file, "", lambda _: None)
    again._take_kept()
    assert again.line("12345") is not None
