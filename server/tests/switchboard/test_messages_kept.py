"""What is kept of the words of a message, and how its call is counted then."""

from __future__ import annotations

import errno
from typing import Any

import pytest

from lianxin.calls.events import Entry
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


def no_room(world: World, monkeypatch: pytest.MonkeyPatch, where: str) -> None:
    """The disk on which recordings are kept, or the journal's, as a recording is put away."""
    write = world.journal.write

    def full(*entries: Any, **rest: Any) -> None:
        told = [entry.kind for entry in entries if isinstance(entry, Entry)]
        if where == "store" or "stored" in told:
            raise OSError(errno.ENOSPC, "No space left on device")
        write(*entries, **rest)

    if where == "store":
        monkeypatch.setattr("tests.switchboard.world.keep", full)
    else:
        monkeypatch.setattr(world.journal, "write", full)


@pytest.mark.parametrize("where", ["store", "journal"])
async def test_words_wait_until_there_is_room_for_them(
    world: World, monkeypatch: pytest.MonkeyPatch, where: str, caplog: pytest.LogCaptureFixture
) -> None:
    actor = await world.call_in()
    await world.press(actor, "221*")
    await world.wait(12)
    with monkeypatch.context() as patch:
        no_room(world, patch, where)
        await world.hang_up(actor.call.channel)
        await world.wait(60)
        assert "stored" not in world.kinds(actor.call)
        assert actor.call.id in world.calls.ids
    await world.wait(10)
    assert world.kinds(actor.call)[-2:] == ["stored", "case"]
    assert "ends_early" not in world.entry(actor.call, "stored").data
    assert outcomes(world, actor)[-1] == "message"
    assert actor.call.id not in world.calls.ids
    assert world.left() == []
    assert "cannot be put away now" in caplog.text
    caplog.clear()  # that was the disk
