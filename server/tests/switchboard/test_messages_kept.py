"""What is kept of the words of a message, and how its call is counted then."""

from __future__ import annotations

import pytest

from lianxin.switchboard.calls.actor import CallActor
from tests.switchboard.world import World


def outcomes(world: World, actor: CallActor) -> list[str]:
    """What the ledger says of the call's outcome, in order."""
    told = [entry.data.get("outcome") for entry in world.entries(actor.call)]
    return [outcome for outcome in told if outcome]


def will_hold(world: World, content: bytes) -> None:
    """What comes to the disk of every recording from now on."""
    setattr(world.twin.world, "content", lambda _: content)  # noqa: B010  # of the instance only


@pytest.mark.parametrize("content", [b"", b"RIFF" + bytes(400)], ids=["full disk", "unreadable"])
async def test_words_of_which_nothing_is_kept_are_no_message(
    world: World, content: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    will_hold(world, content)
    actor = await world.call_in()
    await world.press(actor, "221*")
    await world.wait(20)
    await world.hang_up(actor.call.channel)
    await world.wait(20)
    assert outcomes(world, actor) == ["failed"]
    assert world.entry(actor.call, "lost").data["words"] is True
    assert "case" not in world.kinds(actor.call)
    assert world.left() == []
    caplog.clear()  # the unreadable file was put aside


@pytest.mark.parametrize("killed", [False, True])
async def test_an_asterisk_that_dies_with_the_words_leaves_no_message(
    world: World, killed: bool
) -> None:
    """Also where the switchboard is killed before it has looked for them."""
    actor = await world.call_in()
    await world.press(actor, "221*")
    await world.wait(2.5)
    world.twin.restart()
    if killed:
        await world.restart()
    await world.wait(20)
    assert outcomes(world, actor) == ["message", "failed"]
    assert world.entry(actor.call, "ended").data["words_due"] is True
    assert world.entry(actor.call, "lost").data["words"] is True
    assert "case" not in world.kinds(actor.call)


async def test_words_that_asterisk_kept_settle_the_outcome(world: World) -> None:
    actor = await world.call_in()
    await world.press(actor, "1")
    await world.wait(20)
    [recording] = world.twin.world.live
    world.twin.world.stored[recording] = 12.0
    world.env.recordings.mkdir(parents=True, exist_ok=True)
    (world.env.recordings / f"{recording}.wav").write_bytes(world.twin.world.content(recording))
    world.twin.restart()
    await world.wait(20)
    assert outcomes(world, actor) == ["message", "message"]
    assert world.entry(actor.call, "stored").data["wanted_agent"] is True
    assert "wanted_agent" not in world.entry(actor.call, "ended").data
    assert world.entry(actor.call, "case").data["case_kind"] == "message"


async def test_a_beep_whose_file_is_looked_at_late_lost_no_words(world: World) -> None:
    will_hold(world, b"")
    actor = await world.call_in()
    await world.press(actor, "221*")
    await world.kill()
    await world.hang_up(actor.call.channel)
    await world.wait(30)
    await world.start()
    await world.wait(20)
    lost = world.entry(actor.call, "lost").data
    assert (lost["reason"], lost.get("words", False)) == ("no_words", False)


@pytest.mark.parametrize(("seconds", "nothing"), [(0.0, True), (20.0, False)])
async def test_a_message_that_was_begun_in_vain_says_so(
    world: World, seconds: float, nothing: bool
) -> None:
    actor = await world.call_in()
    await world.press(actor, "221*")
    await world.wait(seconds)
    await world.hang_up(actor.call.channel)
    await world.wait(1)
    end = world.entry(actor.call, "ended").data
    assert end.get("left_nothing", False) is nothing
    assert end["outcome"] == ("self_served" if nothing else "message")
