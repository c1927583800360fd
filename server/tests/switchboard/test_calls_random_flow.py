"""The same with outside telephones, callbacks, messages that are heard again, and callers whom
agents send into the flow: nothing is stuck or lost."""

from __future__ import annotations

import asyncio
import logging
import os
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lianxin.live import messages as m
from lianxin.rules.flow import Flow
from lianxin.switchboard.ari.twin import FarEnd
from lianxin.switchboard.calls.callback import AGAIN_SECONDS, TRIES
from tests.switchboard.probe import run
from tests.switchboard.test_calls_random import Faults, Play, Step
from tests.switchboard.test_calls_restart import one_record
from tests.switchboard.world import World, outside

NUMBERS = ("2001", "2002")
DRAINS = 8003  # signs in at the end, for the places that were kept
NODES: dict[str, Any] = {
    "main": {
        "type": "menu", "prompts": ["welcome"], "otherwise": "bye",
        "keys": {"1": "line", "2": "words", "3": "far", "4": "again", "9": "bye"},
    },
    "line": {
        "type": "queue", "queue": "general", "prompts": ["to_agent"], "announce": "position",
        "waiting_prompts": ["all_busy"], "nobody": "words", "timeout": "words", "after": "main",
        "limit_seconds": 60, "callback_key": "5", "callback": "bye", "keys": {"2": "words"},
    },
    "words": {
        "type": "record", "kind": "complaint", "prompts": ["complaint_intro"], "confirm": True,
        "done": "again", "empty": "main",
    },
    "far": {
        "type": "transfer", "numbers": [*NUMBERS], "seconds": 20, "after": "main",
        "failed": "words",
    },
    "again": {"type": "return"},
    "bye": {"type": "hang_up"},
}  # fmt: skip
FLOW = Flow.from_json({"spec": 2, "id": "all", "title": "all", "start": "main", "nodes": NODES})
KEYS = ("1", "2", "3", "4", "5", "51", "#", "0", "21", "9", "2#1")


class Wider(Play):
    async def come(self, who: int, how: int) -> None:
        caller = f"1380000000{who}"
        self.world.twin.far_ends.setdefault(outside(caller), FarEnd())
        await self.world.call_in(caller=caller)

    async def press(self, who: int, how: int) -> None:
        actor = self._actor(who)
        if actor is not None and actor.call.channel:
            await self.world.press(actor, KEYS[how % len(KEYS)])

    async def caller_hangs_up(self, who: int, how: int) -> None:
        actor = self._actor(who)
        if actor is not None and actor.call.channel:
            await self.world.hang_up(actor.call.channel, (16, 38)[how % 2])

    def _outside(self, who: int) -> str:
        """One of the telephones that ring or talk outside; "" when there is none."""
        legs = [leg for leg in self.world.twin.world.legs if leg.startswith(("out.", "back."))]
        return legs[who % len(legs)] if legs else ""

    async def outside_answers(self, who: int, how: int) -> None:
        if leg := self._outside(who):
            self.world.twin.pick_up(leg)
            await self.world.settle()

    async def outside_ends(self, who: int, how: int) -> None:
        if leg := self._outside(who):
            await self.world.hang_up(leg, (16, 17, 19, 21)[how % 4])

    async def send_to(self, who: int, how: int) -> None:
        page = self.world.pages.get((8001, 8002)[who % 2])
        agent = self.world.floor.agents.get((8001, 8002)[who % 2])
        if page is not None and agent is not None and agent.call is not None:
            node = ("words", "far", "main", "line", "nowhere")[how % 5]
            await self.world.say(page, m.SendTo(agent.call, node, back=how % 2 == 0))

    async def falls_silent(self, who: int, how: int) -> None:
        actor = self._actor(who)
        if actor is not None and actor.call.channel in self.world.twin.world.legs:
            self.world.twin.fall_silent(actor.call.channel)
            await self.world.wait(6)

    WAYS = {
        **Play.WAYS,
        **{
            each.__name__: each
            for each in (
                *(come, press, caller_hangs_up),
                *(outside_answers, outside_ends, send_to, falls_silent),
            )
        },
    }


#: What brings calls further comes more often.
OFTEN = (
    *("press", "press", "press", "pick_up", "ready", "outside_answers", "send_to", "reattach"),
)
steps = st.tuples(st.sampled_from([*Wider.WAYS, *OFTEN]), st.integers(0, 7), st.integers(0, 10))


@settings(
    max_examples=int(os.environ.get("LIANXIN_EXAMPLES", "100")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(st.lists(steps, max_size=50))
def test_nothing_is_stuck_whatever_the_flow_asks_for(what: list[Step]) -> None:
    faults = Faults()
    logger = logging.getLogger("lianxin")
    logger.addHandler(faults)
    try:
        with tempfile.TemporaryDirectory() as folder:
            asyncio.run(happen(Path(folder), what))
    finally:
        logger.removeHandler(faults)
    assert faults.seen == []


async def happen(folder: Path, what: list[Step]) -> None:
    async with World(folder) as world:
        run(world, FLOW)
        for number in NUMBERS:
            world.twin.far_ends[outside(number)] = FarEnd()
        play = Wider(world)
        for step in [("agent_comes", 0, 0), ("come", 0, 0), ("press", 0, 0), *what]:
            await play.take(step)
        await world.wait(1)
        for leg in [*world.twin.world.legs]:
            if leg in world.callers or leg.startswith(("out.", "back.")):
                await world.hang_up(leg)
        await world.wait(60)
        await drain(world)
        assert world.left() == []
        assert len(world.calls) == 0
        assert world.gateway.traffic([2]) == {}
        assert not [a for a in world.floor.agents.values() if a.call is not None]
        for call in play.calls:
            one_record(world, call)


async def drain(world: World) -> None:
    """Somebody comes and calls all who are waiting to be called back; nobody takes it."""
    page = await world.sign_in(DRAINS)
    for _ in range(4 * TRIES * 8):
        if not world.calls:
            return
        for actor in tuple(world.calls):
            if actor.call.newest_agent_leg and actor.call.phase == "ringing":
                await world.pick_up(actor)
        await world.wait(35)
        if world.agent(DRAINS).state in ("wrap_up", "not_ready"):
            await world.say(page, m.Ready())
        if not any(actor.call.newest_agent_leg for actor in world.calls):
            await world.wait(AGAIN_SECONDS)
