"""What cannot be read on disk, or not be written there, is one thing's trouble and no other's."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from lianxin.switchboard.ledger.journal import Journal
from tests.switchboard.soundness import sound
from tests.switchboard.test_calls_restart import one_record
from tests.switchboard.test_faxing import begun
from tests.switchboard.world import CENTRE, World


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    """A switchboard that may log errors."""
    async with World(tmp_path) as world:
        yield world


def spoil(world: World, key: str, how: dict[str, Any]) -> None:
    """Change a checkpoint of a switchboard that was killed."""
    journal = Journal(world.env.journal)
    kept = journal.checkpoints[key]
    journal.keep(key, {name: value for name, value in (kept | how).items() if value is not None})
    journal.close()


SPOILT: tuple[dict[str, Any], ...] = (
    {"legs": [{"id": "x", "role": "of tomorrow"}]},
    {"state": None},
    {"started": "yesterday"},
    {"recordings": [{"of": "tomorrow"}]},
    {"line": {"flow_version": 4711, "centre": CENTRE}},
    {"line": {}},
    {"line": []},
)


@pytest.mark.parametrize("how", SPOILT)
async def test_a_call_that_cannot_be_read_keeps_no_other_from_going_on(
    world: World, how: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    await world.sign_in(8001)
    talks = await world.call_talking()
    walks = await world.call_in(caller="13800000002")
    await world.kill()
    spoil(world, f"call:{talks.call.id}", how)
    await world.start()
    assert world.switchboard.router.healthy()
    assert talks.call.id in caplog.text
    assert world.of(walks.call.channel).call.id == walks.call.id
    again = world.of(talks.call.channel)
    assert again.call.id != talks.call.id
    assert again.call.phase == "in_flow", "who is still there is met anew"
    assert world.agent(8001).state == "wrap_up"
    assert [thing for thing in world.left() if talks.call.id in thing] == []
    sound(world)
    if how.get("line", True):  # else nobody can tell whose it was
        ended = world.entry(talks.call, "ended")
        assert (ended.data["outcome"], ended.data["by"]) == ("failed", "system")
        assert ended.seq == max(entry.seq for entry in world.entries(talks.call))
    await world.restart()
    assert caplog.text.count(f"call:{talks.call.id}") == 1, "it is dealt with once"
    for actor in world.calls:
        await world.hang_up(actor.call.channel)
        one_record(world, actor.call.id)


async def test_a_checkpoint_that_cannot_be_made_ends_no_call(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    actor = await world.call_in()

    def broken(*_: object) -> None:
        raise ValueError("of tomorrow")

    with monkeypatch.context() as patch:
        patch.setattr(Journal, "keep", broken)
        await world.press(actor, "2")
    await world.press(actor, "1")
    await world.hang_up(actor.call.channel)
    assert world.left() == []
    one_record(world, actor.call.id)


async def test_an_agent_who_cannot_be_read_signs_in_again(world: World) -> None:
    await world.sign_in(8001)
    actor = await world.call_talking()
    await world.kill()
    spoil(world, "agent:8001", {"since": None})
    await world.start()
    assert world.switchboard.router.healthy()
    assert world.of(actor.call.channel).call.phase == "talking"
    await world.sign_in(8001, ready=False)


async def test_a_fax_that_cannot_be_read_keeps_no_other_from_going_on(world: World) -> None:
    broken = await begun(world)
    await world.kill()
    spoil(world, f"fax:{broken.call}", {"number": None})
    await world.start()
    assert world.switchboard.router.healthy()
    assert broken.call in world.faxing.begun, "it may have been sent: it is not sent twice"
    assert broken.call not in world.faxing.calls


async def test_a_telephone_that_cannot_be_read_is_given_anew(world: World) -> None:
    page = await world.sign_in(8001)
    [key] = [key for key in world.journal.checkpoints if key.startswith("sip:")]
    await world.kill()
    spoil(world, key, {"expires": "never"})
    await world.start()
    assert world.switchboard.router.healthy()
    await world.come_back(page)


async def test_an_event_that_fails_keeps_no_other_from_being_heard(
    world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> None:
        raise ValueError("of tomorrow")

    await begun(world)
    with monkeypatch.context() as patch:
        patch.setattr(world.faxing, "up", broken)
        await world.wait(2)
    assert "StasisStart failed" in caplog.text
    assert (await world.call_in()).call.phase == "in_flow"
