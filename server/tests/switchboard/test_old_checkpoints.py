"""A switchboard of before a call had legs is replaced by this one while calls are up.

Each file of ``checkpoints/`` is what such a switchboard (c168259) left behind: its journal, and
what the exchange held, with the names of then. Nobody is cut, and every record is complete.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from lianxin.live import messages as m
from lianxin.switchboard.ari.model import Bridge, Channel, LiveRecording
from lianxin.switchboard.ari.twin import FarEnd
from lianxin.switchboard.ari.twin_world import Leg, Live
from lianxin.switchboard.calls import checkpoint
from lianxin.switchboard.calls.actor import CallActor
from lianxin.switchboard.ledger.journal import segment_path
from tests.switchboard.probe import Probe, use
from tests.switchboard.soundness import sound
from tests.switchboard.test_callbacks import CITIZEN, QUEUE, Bye
from tests.switchboard.test_calls_restart import at_one, one_record
from tests.switchboard.test_outside import DUTY, ENDS, OTHER
from tests.switchboard.world import World, outside

KEPT = Path(__file__).parent / "checkpoints"
NAMES = sorted(each.stem for each in KEPT.glob("*.json"))
#: What even older ones lacked, of before the flow could dial, call back and look things up; and
#: the calls that could be then.
OLDER = ("place", "dial", "transferred", "callback", "place_kept")
SIMPLE = ("in_flow", "queued", "ringing", "connecting", "talking", "held", "detached")
#: A sound that ended unseen is taken as heard to its end.
GOES_ON_AS = {"connecting": "talking", "reattaching": "talking", "kept_place": "queued"}


def old(name: str) -> dict[str, Any]:
    kept: dict[str, Any] = json.loads((KEPT / f"{name}.json").read_text("utf-8"))
    return kept


async def take_over(world: World, name: str) -> CallActor:
    """Replace the one of then; gives its call."""
    kept = old(name)
    if name in ("dialling", "outside"):
        dial = Probe(exits={end: f"n{end}" for end in ENDS})
        use(world, start=dial, **{f"n{end}": Probe() for end in ENDS})
    if name in ("kept_place", "callback"):
        use(world, start=QUEUE, promised=Probe(), refused=Probe(), bye=Bye())
    await world.kill()
    for segment in world.env.journal.glob("*.journal"):
        segment.unlink()
    lines = b"".join(msgspec.json.encode(line) + b"\n" for line in kept["journal"])
    segment_path(world.env.journal, 1).write_bytes(lines)
    hold(world, kept["exchange"])
    for number in (DUTY, OTHER, CITIZEN):
        world.twin.far_ends[outside(number)] = FarEnd()
    await world.start()
    await world.settle()
    return world.calls[kept["call"]]


def hold(world: World, then: dict[str, Any]) -> None:
    """Let the twin hold what the exchange held."""
    inside = world.twin.world
    inside.now = then["now"]
    for each in then["legs"]:
        channel = msgspec.convert(each["channel"], Channel)
        inside.legs[channel.id] = Leg(
            channel=channel,
            app=each["app"],
            app_args=tuple(each["app_args"]),
            recording=each["recording"],
            bridge=each["bridge"],
            music=each["music"],
            spied_on=each["spied_on"],
            dialled=each["dialled"],
        )
        if channel.id.startswith("in-"):
            world.callers.append(channel.id)
    for each in then["bridges"]:
        bridge = msgspec.convert(each, Bridge)
        inside.bridges[bridge.id] = bridge
    for each in then["live"]:
        recording = msgspec.convert(each["recording"], LiveRecording)
        inside.live[recording.name] = Live(recording, each["leg"], each["began"], each["silence"])


@pytest.mark.parametrize("name", NAMES)
async def test_nobody_is_cut_and_every_record_is_complete(world: World, name: str) -> None:
    before = [each["channel"]["id"] for each in old(name)["exchange"]["legs"]]
    actor = await take_over(world, name)
    assert actor.call.phase == GOES_ON_AS.get(name, old(name)["state"])
    assert [id for id in before if id not in world.twin.world.legs] == []
    sound(world)
    if 8001 in world.floor.agents:
        at_one(world, 8001)
    calls = [each.call.id for each in world.calls]
    for channel in world.callers:
        if channel in world.twin.world.legs:
            await world.hang_up(channel)
    for id in [*world.twin.world.legs]:
        if id.startswith("back."):
            await world.hang_up(id)
    await world.wait(1)
    for id in calls:
        if id not in world.calls:
            one_record(world, id)
    waits = {each.call.id for each in world.calls}
    assert all(each.call.callback for each in world.calls), "only the citizen is still to be called"
    assert [thing for thing in world.left() if not any(id in thing for id in waits)] == []
    sound(world)


async def talks_on(world: World, actor: CallActor) -> None:
    page = await world.sign_in(8001, ready=False)
    await world.say(page, m.Hold(actor.call.id))
    assert actor.call.phase == "held"
    await world.say(page, m.Resume(actor.call.id))
    assert str(actor.call.phase) == "talking"


async def is_resumed(world: World, actor: CallActor) -> None:
    page = await world.sign_in(8001, ready=False)
    await world.say(page, m.Resume(actor.call.id))
    assert actor.call.phase == "talking"


async def is_picked_up(world: World, actor: CallActor) -> None:
    await world.pick_up(actor)
    await world.wait(10)
    assert actor.call.phase == "talking"


async def comes_back(world: World, actor: CallActor) -> None:
    page = await world.sign_in(8001, ready=False)
    await world.say(page, m.Attach(actor.call.id))
    await is_picked_up(world, actor)


async def is_answered_outside(world: World, actor: CallActor) -> None:
    first, second = actor.call.legs_of("outside")
    world.twin.pick_up(second.id)
    await world.settle()
    assert actor.call.phase == "outside"
    assert first.id not in world.twin.world.legs


async def is_left_outside(world: World, actor: CallActor) -> None:
    [leg] = actor.call.legs_of("outside")
    await world.hang_up(leg.id)
    assert actor.call.session["node"] == "nanswered"


async def is_called_back(world: World, actor: CallActor) -> None:
    [citizen] = actor.call.legs_of("caller")
    world.twin.pick_up(citizen.id)
    await world.settle()
    await world.wait(20)
    assert actor.call.phase == "talking"
    assert set(world.twin.world.bridges[actor.call.bridge].channels) == {*actor.call.legs}


async def is_rung_for(world: World, actor: CallActor) -> None:
    await world.sign_in(8002)
    assert actor.call.phase == "ringing"


GOES_ON: dict[str, Callable[[World, CallActor], Awaitable[None]]] = {
    "queued": is_rung_for,
    "ringing": is_picked_up,
    "talking": talks_on,
    "held": is_resumed,
    "detached": comes_back,
    "reattaching": is_picked_up,
    "dialling": is_answered_outside,
    "outside": is_left_outside,
    "kept_place": is_rung_for,
    "callback": is_called_back,
}


@pytest.mark.parametrize("name", GOES_ON)
async def test_the_call_goes_on(world: World, name: str) -> None:
    actor = await take_over(world, name)
    await GOES_ON[name](world, actor)
    sound(world)


def test_what_was_killed_before_its_leg_was_written_down_is_rung() -> None:
    """The entry "offered" stood in the journal, the leg that was then dialled did not."""
    kept = old("ringing")
    lines = [line for line in kept["journal"] if line.get("key") == f"call:{kept['call']}"]
    [offered] = [
        line["card"] for line in lines if (line.get("entry") or {}).get("kind") == "offered"
    ]
    assert offered["leg"] == ""
    call = checkpoint.decode(offered, {})
    assert (call.phase, call.person, call.newest_agent_leg) == ("ringing", 8001, f"leg.{call.id}.1")


def newest(name: str) -> dict[str, Any]:
    """The last checkpoint of the file's call."""
    kept = old(name)
    cards = [line["card"] for line in kept["journal"] if line.get("key") == f"call:{kept['call']}"]
    card: dict[str, Any] = cards[-1]
    return card


@pytest.mark.parametrize("name", SIMPLE)
def test_one_that_is_older_still_is_read(name: str) -> None:
    kept = {key: value for key, value in newest(name).items() if key not in OLDER}
    session = kept["session"]
    kept["session"] = {k: v for k, v in session.items() if k not in ("stack", "unfiled")}
    call = checkpoint.decode({**kept, "line": {**kept["line"], "unknown": 1}}, {})
    assert call.phase == old(name)["state"]
    entry = call.queue_entry
    assert (entry.since if entry else None) == call.queued
    assert (call.dial, call.callback, call.transferred, call.callback_queued) == (
        *(None, None),
        *(False, False),
    )


def test_of_one_that_does_not_say_whether_it_is_the_mailbox_nothing_is_told() -> None:
    call = checkpoint.decode({**newest("talking"), "keys": ["2", "1", "0"]}, {})
    assert (call.confidential, call.view().keys) == (True, "")


@pytest.mark.parametrize("name", NAMES)
def test_a_migrated_checkpoint_is_one_of_today(name: str) -> None:
    call = checkpoint.decode(newest(name), {})
    written = msgspec.json.decode(msgspec.json.encode(checkpoint.encode(call)))
    again = checkpoint.decode(written, {})
    again.line_json = call.line_json
    assert again == call
