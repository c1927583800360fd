"""A fax under way: what is written down, and what is known of it after a kill."""

from __future__ import annotations

from pathlib import Path

import pytest
from uuid_utils import uuid7

from lianxin.faxes.sending import Due
from lianxin.switchboard.ari import AriError
from lianxin.switchboard.ari.twin import FarEnd
from lianxin.switchboard.fax.sending import report_of
from tests.switchboard.world import CENTRE, LINE, World, outside

MACHINE = "01088881234"


def due(world: World, far_end: FarEnd | None = None) -> Due:
    """A fax that was claimed; the machine answers a second after it is dialled."""
    world.twin.far_ends[outside(MACHINE)] = far_end or FarEnd(rings=0.0, answers=1.0)
    made = Due(str(uuid7()), str(uuid7()), CENTRE, MACHINE, LINE, 1)
    world.faxing.taken.add(made.call)
    return made


async def begun(world: World, far_end: FarEnd | None = None) -> Due:
    made = due(world, far_end)
    world.faxing.begin(made)
    await world.settle()
    return made


def leg_of(world: World) -> str:
    [leg] = [leg for leg in world.twin.world.legs if leg.startswith("fax.")]
    return leg


async def over(world: World, line: str = "SUCCESS,,1", leg: str = "") -> None:
    """The dialplan writes how it ended, and the leg is gone."""
    name = leg or leg_of(world)
    with world.env.fax_log.open("a") as log:
        log.write(f"{int(world.twin.world.now)},{name},{line}\n")
    if not leg:
        await world.hang_up(name)


async def test_a_fax_is_dialled_sent_and_over(world: World) -> None:
    made = await begun(world)
    leg = leg_of(world)
    await world.wait(2)
    assert ("continue_in_dialplan", leg, "fax-out", "send", 1) in world.twin.commands
    assert world.twin.world.leg(leg).variables == {
        "LIANXIN_FAX": f"{made.fax}.tif",
        "LIANXIN_FAX_STATION": LINE,
    }
    assert world.faxing.calls == {made.call}
    await over(world)
    assert world.kinds(made.call) == ["started", "dialled", "dial_answered", "fax_ended", "ended"]
    assert world.entry(made.call, "started").data["caller"] == MACHINE
    told = world.entry(made.call, "fax_ended").data
    assert told == {"fax": made.fax, "end": "sent", "error": "", "pages": 1}
    assert world.entry(made.call, "ended").data["outcome"] == "fax_sent"
    assert not world.faxing.calls
    assert not world.faxing.taken
    assert not [key for key in world.journal.checkpoints if key.startswith("fax:")]
    assert world.left() == []


@pytest.mark.parametrize(
    ("far_end", "end"),
    [
        (FarEnd(refuses=17, answers=1.0), "busy"),
        (FarEnd(refuses=1, answers=0.1), "no_route"),
        (FarEnd(rings=0.0), "no_answer"),
    ],
)
async def test_who_does_not_answer_gets_no_fax(world: World, far_end: FarEnd, end: str) -> None:
    made = await begun(world, far_end)
    await world.wait(70)
    assert world.entry(made.call, "fax_ended").data["end"] == end
    assert world.entry(made.call, "ended").data["outcome"] == "fax_failed"


async def test_a_trunk_that_is_away_is_no_fault_of_the_machine(world: World) -> None:
    world.twin.failures["originate"] = AriError(500, "Allocation failed")
    made = await begun(world)
    assert world.entry(made.call, "fax_ended").data["end"] == "interrupted"


async def test_a_person_who_answers_is_no_fax_machine(world: World) -> None:
    made = await begun(world)
    await world.wait(2)
    await over(world, "FAILED,HANGUP,0")
    assert world.entry(made.call, "fax_ended").data["end"] == "not_a_fax"


async def test_a_kill_while_it_is_sent_changes_nothing(world: World) -> None:
    made = await begun(world)
    await world.wait(2)
    await world.restart()
    assert world.faxing.taken == {made.call}
    assert world.faxing.calls == {made.call}, "it is being sent"
    await over(world)
    assert world.entry(made.call, "fax_ended").data["end"] == "sent"
    assert [entry.seq for entry in world.entries(made.call)] == [1, 2, 3, 4, 5]
    originated = [command for command in world.twin.commands if command[0] == "originate"]
    assert len(originated) == 1


async def test_what_ended_meanwhile_is_read_from_the_dialplan(world: World) -> None:
    made = await begun(world)
    await world.wait(2)
    leg = leg_of(world)
    await world.kill()
    await over(world, leg=leg)
    world.twin.hang_up(leg)
    await world.start()
    assert world.entry(made.call, "fax_ended").data["end"] == "sent"
    assert made.call in world.faxing.begun


async def test_nobody_knows_what_an_exchange_did_that_died(world: World) -> None:
    made = await begun(world)
    await world.wait(2)
    world.twin.restart()
    await world.wait(2)
    assert world.entry(made.call, "fax_ended").data["end"] == "unknown"


async def test_killed_before_anybody_answered_it_was_not_sent(world: World) -> None:
    made = await begun(world, FarEnd(rings=0.0))
    leg = leg_of(world)
    await world.kill()
    world.twin.hang_up(leg)
    await world.start()
    assert world.entry(made.call, "fax_ended").data["end"] == "interrupted"


async def test_answered_while_nobody_listened_it_is_sent_now(world: World) -> None:
    made = await begun(world, FarEnd(rings=0.0, answers=3.0))
    leg = leg_of(world)
    await world.kill()
    world.twin.advance(5)
    await world.start()
    assert ("continue_in_dialplan", leg, "fax-out", "send", 1) in world.twin.commands
    await over(world)
    assert world.entry(made.call, "fax_ended").data["end"] == "sent"


async def test_a_leg_that_nobody_remembers_is_hung_up(world: World) -> None:
    world.twin.far_ends[outside(MACHINE)] = FarEnd(rings=0.0)
    await world.twin.originate(outside(MACHINE), f"fax.{uuid7()}.{uuid7()}", app_args=("fax", "x"))
    await world.restart()
    assert world.left() == []


def test_the_last_line_of_a_leg_counts(tmp_path: Path) -> None:
    log = tmp_path / "faxes.csv"
    assert report_of(log, "fax.a.b") is None
    log.write_text("1,fax.a.b,FAILED,HANGUP,0\nbroken\n2,fax.a.c,,,\n3,fax.a.b,SUCCESS,,2\n")
    found = report_of(log, "fax.a.b")
    assert found is not None
    assert (found.status, found.pages) == ("SUCCESS", 2)
    other = report_of(log, "fax.a.c")
    assert other is not None
    assert other.pages == 0
