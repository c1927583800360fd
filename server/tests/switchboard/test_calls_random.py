"""Whatever callers, agents and the exchange do, in whatever order: nothing is stuck or lost."""

from __future__ import annotations

import asyncio
import logging
import os
import tempfile
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lianxin.live import messages as m
from lianxin.switchboard.calls.actor import CallActor
from tests.switchboard.soundness import sound
from tests.switchboard.test_calls_restart import at_one, one_record
from tests.switchboard.world import AGENTS, World, agent_plan

#: (what happens, to whom, how): the numbers choose among whoever is there.
Step = tuple[str, int, int]

COMMANDS: tuple[Callable[[str], m.Command], ...] = (m.Hold, m.Resume, m.HangUp, m.Attach)


class Play:
    """Carries out steps; one that finds nobody to happen to does nothing."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.calls: list[str] = []

    async def take(self, step: Step) -> None:
        what, who, how = step
        await self.WAYS[what](self, who, how)
        self.check()

    def check(self) -> None:
        sound(self.world)
        agents = [agent.call for agent in self.world.floor.agents.values() if agent.call]
        assert len(agents) == len(set(agents))
        for actor in self.world.calls:
            if actor.call.id not in self.calls:
                self.calls.append(actor.call.id)

    def _actor(self, who: int) -> CallActor | None:
        actors = [a for a in self.world.calls if a.call.phase != "ended"]
        return actors[who % len(actors)] if actors else None

    async def come(self, who: int, how: int) -> None:
        await self.world.call_in(caller=f"1380000000{who}")

    async def press(self, who: int, how: int) -> None:
        if (actor := self._actor(who)) is not None:
            await self.world.press(actor, ("1", "2", "221", "21", "0", "#", "*", "23")[how % 8])

    async def caller_hangs_up(self, who: int, how: int) -> None:
        if (actor := self._actor(who)) is not None:
            await self.world.hang_up(actor.call.channel, (16, 38)[how % 2])

    def _leg(self, who: int, how: int) -> str:
        """One of the agent's legs of a call; "" when there is none."""
        actor = self._actor(who)
        legs = actor.call.legs_of("agent") if actor is not None else []
        there = [leg.id for leg in legs if leg.id in self.world.twin.world.legs]
        return there[how // 4 % len(there)] if there else ""

    async def pick_up(self, who: int, how: int) -> None:
        if leg := self._leg(who, how):
            self.world.twin.pick_up(leg)
            await self.world.settle()

    async def leg_ends(self, who: int, how: int) -> None:
        if leg := self._leg(who, how):
            await self.world.hang_up(leg, (16, 17, 20)[how % 3])

    async def reattach(self, who: int, how: int) -> None:
        """The page is loaded anew, and asks for its call."""
        page = self.world.pages.get(AGENTS[who % 2])
        if page is None or not self.world.floor.knows(page.person):
            return
        again = await self.world.come_back(page)
        agent = self.world.floor.agents.get(page.person)
        if agent is not None and agent.call is not None:
            await self.world.say(again, m.Attach(agent.call))

    async def agent_comes(self, who: int, how: int) -> None:
        person = AGENTS[who % 2]
        if not self.world.floor.knows(person):
            return
        busy = person in self.world.floor.agents and self.world.agent(person).call is not None
        await self.world.sign_in(person, ready=not busy)

    async def page_goes(self, who: int, how: int) -> None:
        if (page := self.world.pages.pop(AGENTS[who % 2], None)) is not None:
            await self.world.leave(page)

    async def command(self, who: int, how: int) -> None:
        page = self.world.pages.get(AGENTS[who % 2])
        agent = self.world.floor.agents.get(AGENTS[who % 2])
        if page is not None and agent is not None and agent.call is not None:
            await self.world.say(page, COMMANDS[how % 4](agent.call))

    async def ready(self, who: int, how: int) -> None:
        if (page := self.world.pages.get(AGENTS[who % 2])) is not None:
            await self.world.say(page, m.Ready() if how % 3 else m.NotReady("break"))

    async def wait(self, who: int, how: int) -> None:
        await self.world.wait((0.5, 3, 11, 25)[how % 4])

    async def restart(self, who: int, how: int) -> None:
        await self.world.restart()

    async def roster_changes(self, who: int, how: int) -> None:
        """An agent is struck from it, or is on it again; over a restart or while all goes on."""
        person = AGENTS[who % 2]
        if how % 2:
            await self.world.kill()
        plans = self.world.plans
        others = tuple(each for each in plans.agents if each.person != person)
        if len(others) == len(plans.agents):
            others = (*others, agent_plan(person))
        self.world.plans = replace(plans, agents=others)
        if how % 2:
            await self.world.start()
        else:
            self.world.switchboard.plans._take(self.world.plans)
            await self.world.settle()

    async def gap(self, who: int, how: int) -> None:
        """Something happens while no switchboard is there."""
        leg = self._leg(who, how)
        await self.world.kill()
        channels = [*self.world.twin.world.legs]
        if how % 4 == 0 and leg:
            self.world.twin.pick_up(leg)
        elif how % 4 == 1 and leg:
            await self.world.hang_up(leg)
        elif how % 4 == 2 and channels:
            await self.world.hang_up(channels[who % len(channels)])
        else:
            self.world.twin.advance((1, 8, 21)[who % 3])
        await self.world.start()

    async def socket_lost(self, who: int, how: int) -> None:
        self.world.twin.lose()
        await self.world.wait(0.5)

    WAYS: dict[str, Callable[..., Awaitable[None]]] = {
        each.__name__: each
        for each in (
            *(come, press, pick_up, agent_comes, wait),
            *(caller_hangs_up, leg_ends, page_goes, command, ready, restart, socket_lost),
            *(reattach, roster_changes, gap),
        )
    }


steps = st.tuples(st.sampled_from([*Play.WAYS]), st.integers(0, 7), st.integers(0, 7))


@settings(
    max_examples=int(os.environ.get("LIANXIN_EXAMPLES", "150")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(st.lists(steps, max_size=30))
def test_nothing_is_stuck_and_every_call_has_one_end(what: list[Step]) -> None:
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
        play = Play(world)
        for step in [("agent_comes", 0, 0), ("come", 0, 0), ("press", 0, 0), *what]:
            await play.take(step)
        await world.wait(1)
        for person in world.floor.agents:
            at_one(world, person)
        for channel in [*world.callers]:
            if channel in world.twin.world.legs:
                await world.hang_up(channel)
        await world.wait(60)
        assert world.left() == []
        assert len(world.calls) == 0
        assert not [a for a in world.floor.agents.values() if a.call is not None]
        for call in play.calls:
            one_record(world, call)
        ends = Counter(entry.call for entry in world.entries() if entry.kind == "ended")
        assert set(ends.values()) <= {1}


class Faults(logging.Handler):
    """Keeps what was logged as an error, or with an exception."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.levelno >= logging.ERROR or record.exc_info:
            self.seen.append(self.format(record))
