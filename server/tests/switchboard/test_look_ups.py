"""What a flow asks and tells: answered in time or not at all, and never in anybody's way."""

from __future__ import annotations

import asyncio
import threading

import pytest

from lianxin.connections.client import LookupClient
from lianxin.live import messages as m
from lianxin.rules.flow.effects import Clip, Emit, Enqueue, Lookup, Play, Prompt, Record, Text
from lianxin.rules.flow.events import LookupResult
from lianxin.rules.flow.lookups import SOURCES
from lianxin.speech.files import key_of, path_of
from lianxin.switchboard.calls.actor import CallActor
from lianxin.switchboard.lookups.call_facts import CallFacts
from lianxin.switchboard.lookups.dispatch import Arguments, LookUps, Resolved
from lianxin.switchboard.lookups.sources import database_resolvers, in_memory, queue_values
from lianxin.switchboard.pools import Pools
from tests.switchboard.probe import Probe, into
from tests.switchboard.test_calls_messages import CODE, NUMBER
from tests.switchboard.world import World

QUEUE = Lookup(0, "queue", (("queue", "general"),))
END = Probe()


def path(world: World, actor: CallActor) -> list[tuple[str, str, str]]:
    """What the call's trace shows: node, what, detail."""
    nodes = (entry.data for entry in world.entries(actor.call) if entry.kind == "node")
    return [(data["node"], data["what"], data["detail"]) for data in nodes]


async def hangs(call: CallFacts, arguments: Arguments) -> Resolved:
    del call, arguments
    await asyncio.Event().wait()
    raise AssertionError


async def breaks(call: CallFacts, arguments: Arguments) -> Resolved:
    del call, arguments
    raise KeyError("the customer's service")


async def test_what_is_asked_is_told(world: World) -> None:
    actor = await into(
        world, start=Probe(asks=(QUEUE,), exits={"ok": "end"}, store="told"), end=END
    )
    assert actor.call.session["node"] == "end"
    told = actor.call.session["variables"]["told"]
    assert told == str({"position": 1, "minutes": 0, "waiting": 0, "on_duty": 0})
    assert path(world, actor) == [
        ("start", "entered", ""),
        ("start", "asked", "queue"),
        ("start", "told", "queue:ok"),
        ("start", "exit", "ok"),
        ("end", "entered", ""),
    ]


@pytest.mark.parametrize(("resolver", "seconds"), [(hangs, 3.1), (breaks, 0.0), (None, 0.0)])
async def test_what_is_not_answered_is_unavailable(
    world: World, resolver: object, seconds: float, caplog: pytest.LogCaptureFixture
) -> None:
    if resolver is not None:
        world.answer("http", resolver)  # type: ignore[arg-type]
    ask = Lookup(0, "http", (("path", "/secret"),), seconds=3.0)
    actor = await into(world, start=Probe(asks=(ask,), exits={"unavailable": "end"}), end=END)
    await world.wait(seconds)
    assert actor.call.session["node"] == "end"
    assert ("start", "told", "http:unavailable") in path(world, actor)
    assert "secret" not in caplog.text
    caplog.clear()


async def test_a_late_answer_changes_nothing(world: World) -> None:
    world.answer("http", hangs)
    start = Probe(asks=(Lookup(0, "http", seconds=60),), exits={"1": "end", "ok": "wrong"})
    actor = await into(world, start=start, end=END, wrong=END)
    await world.press(actor, "1")
    actor.post(actor.flow._looked_up, LookupResult(actor.call.session["next_token"] - 1, "ok"))
    await world.settle()
    assert actor.call.session["node"] == "end"
    assert not [step for step in path(world, actor) if step[1] == "told"]


async def test_those_who_hang_hold_up_nobody_else() -> None:
    """A hundred wait for one service; another one's caller is answered at once."""
    let_go = threading.Event()
    pools = Pools(at_once=2)

    async def stuck(call: CallFacts, arguments: Arguments) -> Resolved:
        del call, arguments
        await pools.run("connection:1", let_go.wait)
        return "ok", {}

    async def quick(call: CallFacts, arguments: Arguments) -> Resolved:
        del call, arguments
        return "ok", await pools.run("connection:2", dict)

    look_ups = LookUps({"http": stuck, "sql": quick})
    call = CallFacts("1", 1, "12345", "12345", "", "carrier", "zh", "")
    asks = [look_ups.answer(call, Lookup(n, "http", seconds=0.5)) for n in range(100)]
    waiting = asyncio.gather(*asks)
    try:
        assert (await look_ups.answer(call, Lookup(200, "sql"))).outcome == "ok"
        assert not waiting.done()  # the hundred still hang
        assert {told.outcome for told in await waiting} == {"unavailable"}
    finally:
        let_go.set()
        pools.stop()


async def test_an_open_look_up_is_asked_again_after_a_kill(world: World) -> None:
    world.answer("http", hangs)
    ask = Lookup(0, "http", seconds=60)
    actor = await into(world, start=Probe(asks=(ask,), exits={"unavailable": "end"}), end=END)
    await world.restart()
    actor = world.of(actor.call.channel)
    await world.wait(60)
    assert [step for step in path(world, actor) if step[1] == "asked"] == [
        ("start", "asked", "http")
    ] * 2
    assert actor.call.session["node"] == "end"


async def test_a_lost_socket_does_not_ask_twice(world: World) -> None:
    world.answer("http", hangs)
    ask = Lookup(0, "http", seconds=60)
    actor = await into(world, start=Probe(asks=(ask,), exits={"unavailable": "end"}), end=END)
    world.twin.lose()
    await world.wait(2)
    assert len([step for step in path(world, actor) if step[1] == "asked"]) == 1
    await world.wait(60)
    assert actor.call.session["node"] == "end"


async def test_a_waiting_caller_asks_for_their_place_across_a_kill(world: World) -> None:
    """Resumed enters the queue node anew: the place is the old one, the call waits once."""
    world.answer("queue", hangs)
    page = await world.sign_in(8001)
    first = Probe(asks=(Enqueue(0, "general"), Lookup(0, "queue", seconds=60)))
    taken = await into(world, start=first)
    await world.wait(1)
    actor = await world.call_in(caller="13800000002")
    since = actor.call.queued
    await world.restart()
    actor = world.of(actor.call.channel)
    assert actor.call.phase == "queued"
    assert world.floor.waiting[actor.call.id].since == since
    await world.say(await world.come_back(page), m.Ready())
    assert world.of(taken.call.channel).call.phase == "ringing"


# --- facts


async def test_a_fact_is_in_the_ledger(world: World) -> None:
    fact = Emit("vote", (("poll", "parks"), ("option", 2)))
    actor = await into(world, start=Probe(asks=(fact,)))
    vote = world.entry(actor.call, "vote")
    assert vote.data == {"poll": "parks", "option": 2, "node": "start"}


# --- the language of the last call


async def test_a_caller_is_spoken_to_as_they_chose_last_time(world: World) -> None:
    async def english(call: CallFacts, arguments: Arguments) -> Resolved:
        del call, arguments
        return "known", {"language": "en"}

    world.answer("caller", english)
    assert (await world.call_in()).call.session["language"] == "en"
    assert (await world.call_in(caller="")).call.session["language"] == "zh"


async def test_a_memory_that_does_not_answer_delays_no_caller(world: World) -> None:
    world.answer("caller", hangs)
    actor = await world.call_in()
    await world.wait(0.2)
    assert actor.call.session["language"] == "zh"


# --- sounds


async def test_nothing_to_read_out_is_heard_at_once(world: World) -> None:
    """A text where no engine is: the flow goes on, the other sounds of a play are heard."""
    play = Play(0, (Text("您好"),))
    actor = await into(world, start=Probe(asks=(play,), exits={"Played": "end"}), end=END)
    assert actor.call.session["node"] == "end"
    assert not [command for command in world.twin.commands if command[0] == "play"]


async def test_what_was_read_aloud_is_heard_and_told_in_the_path(world: World) -> None:
    texts = (Text("您好", instead="goodbye"), Text("Hello", "en", instead="goodbye"))
    file = world.env.sounds / path_of("shifan", key_of("您好", "zh"))
    file.parent.mkdir(parents=True)
    file.touch()
    nodes = {"start": Probe(asks=(Play(0, texts),), exits={"Played": "end"}), "end": END}
    actor = await into(world, **nodes)
    (played,) = [command for command in world.twin.commands if command[0] == "play"]
    assert f"sound:{file.with_suffix('')}" in str(played)
    assert "zh/goodbye" in str(played), "nobody has read the second"
    assert ("start", "unread", "1") in path(world, actor)


async def test_nobody_moves_up_while_an_agent_is_rung_for_the_first(world: World) -> None:
    await world.sign_in(8001)
    first = await world.call_ringing()
    second = await world.call_queued("13800000002")

    def places() -> list[int]:
        calls = (first.call, second.call)
        return [queue_values(world.floor, call.facts(), "general")["position"] for call in calls]

    assert (first.call.phase, second.call.phase) == ("ringing", "queued")
    assert places() == [1, 2]
    await world.pick_up(first)
    assert places()[1] == 1


async def test_callers_hear_what_they_said(world: World) -> None:
    start = Probe(asks=(Record(0, 60, 5),), exits={"Recorded": "end"})
    actor = await into(world, start=start, end=END)
    await world.wait(4)
    world.twin.fall_silent(actor.call.channel)
    await world.wait(6)
    recording = world.entry(actor.call, "stored").data["recording"]
    media = actor.sounds.media("shifan", (Clip(recording), Prompt("welcome")), "zh")
    assert media[0].removeprefix("sound:") + ".wav" == str(
        world.env.store / world.entry(actor.call, "stored").data["path"]
    )


# --- where callers stand


async def test_callers_are_counted_where_they_stand(world: World) -> None:
    nodes = {"start": Probe(exits={"1": "end"}), "end": END}
    actors = [await into(world, f"1380000000{n}", **nodes) for n in range(3)]
    assert world.gateway.traffic([2, 3]) == {2: {"start": 3}}
    await world.press(actors[0], "1")
    assert world.gateway.traffic([2]) == {2: {"start": 2, "end": 1}}
    await world.restart()
    assert world.gateway.traffic([2]) == {2: {"start": 2, "end": 1}}
    for actor in actors:
        await world.hang_up(actor.call.channel)
    assert world.gateway.traffic([2]) == {}


def test_every_source_is_answered(world: World) -> None:
    """By the switchboard itself, by the queue's callbacks, or out of a database or a service."""
    outside = database_resolvers(Pools(), LookupClient())
    inside = in_memory(world.floor, world.switchboard.plans.calendar_state, world.clock)
    assert {*outside, *inside, "callback"} == set(SOURCES)


OPEN, SECRET = ({"state": "accepted", "confidential": each} for each in (False, True))


@pytest.mark.parametrize(
    ("answers", "shown"),
    [
        ([("told", OPEN)], True),
        ([("wrong_code", {}), ("told", OPEN)], True),
        ([("told", SECRET)], False),
        ([("wrong_code", {})], False),  # the number may be that of a confidential case
        ([("unavailable", {})], False),
        ([], False),  # it was typed, and no code behind it
    ],
)
async def test_the_agents_page_shows_no_way_to_a_case_that_may_be_confidential(
    world: World, answers: list[Resolved], shown: bool
) -> None:
    """Also after a restart. What was recorded is shown by the rights of its reader."""
    actor = await world.call_in()
    await world.press(actor, "23")
    await world.wait(5)
    await world.press(actor, f"{NUMBER}#")
    for answer in answers:
        world.database.told = answer
        await world.wait(5)
        await world.press(actor, f"{CODE}#")
    await world.restart()
    page = await world.sign_in(8001)
    actor = world.of(actor.call.channel)
    await world.wait(5)
    typing = not answers or answers[-1][0] == "wrong_code"
    await world.press(actor, "*0" if typing else "0")
    await world.wait(1)
    assert actor.call.phase == "ringing"
    view = page.of(m.CallChanged)[-1].call
    assert (NUMBER in view.keys, bool(view.way)) == (shown, shown)
    await world.hang_up(actor.call.channel)
