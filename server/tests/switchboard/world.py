"""A whole switchboard without Asterisk and PostgreSQL, on a clock that the test moves.

The exchange is the twin, the pages are lists of what they were told, the database is a
picture. Everything between them is the product's own. Use it as

    async with World(tmp_path) as world:
        page = await world.sign_in(8001)
        caller = await world.caller_in_queue()
"""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self, cast
from uuid import UUID

from lianxin.calls.events import Entry
from lianxin.env import load_env
from lianxin.lines.plan import AgentPlan, LinePlan, Plans, QueuePlan
from lianxin.live import messages as m
from lianxin.live.tickets import Identity, read_resume
from lianxin.rules.flow import Flow
from lianxin.rules.flow.lookups import Source
from lianxin.switchboard.acd.agent import Agent
from lianxin.switchboard.ari.twin import FarEnd, Twin
from lianxin.switchboard.calls.actor import CallActor
from lianxin.switchboard.calls.call import Call
from lianxin.switchboard.compose import Deps, compose
from lianxin.switchboard.exchange.accounts import agent_name
from lianxin.switchboard.ledger.journal import Reader
from lianxin.switchboard.ledger.store import Stored, keep
from lianxin.switchboard.lookups.call_facts import CallFacts
from lianxin.switchboard.lookups.dispatch import Arguments, Resolved, Resolver
from tests.plain import plain_flow
from tests.switchboard.pages import Database, Heard

CENTRE, LINE, SECOND_LINE = 1, "12345", "12346"
AGENTS = (8001, 8002, 8003)
#: Of a flow that is used instead of the article's.
VERSION = 2
#: Longer than any sentence of the flow lasts on the twin, shorter than any patience.
SENTENCE = 2.0


def plans() -> Plans:
    """Two lines with the article's flow, one queue, three agents."""
    flow = plain_flow()
    lines = tuple(LinePlan(number, number, CENTRE, "shifan", 1, flow) for number in _LINES)
    queue = QueuePlan(CENTRE, "general", "综合", 20, 0, True)
    return Plans(lines, (queue,), tuple(map(agent_plan, AGENTS)))


def agent_plan(n: int) -> AgentPlan:
    return AgentPlan(n, CENTRE, str(n), f"agent {n}", ("general",))


async def _nobody_known(_: CallFacts, __: Arguments) -> Resolved:
    """No caller has chosen a language before."""
    return "unknown", {}


_LINES = (LINE, SECOND_LINE)


class World:
    """``twin`` outlives ``kill``; everything else of the switchboard is made anew by ``start``."""

    def __init__(self, folder: Path) -> None:
        self.env = load_env({"LIANXIN_VAR": str(folder), "LIANXIN_SECRET": "secret"})
        self.twin = Twin(recordings=self.env.recordings)
        self.database = Database()
        self.plans = plans()
        #: Beside the switchboard's own.
        self.resolvers: dict[Source, Resolver] = {"case": self.database.case}
        self.flow: Flow | None = None  # instead of the article's
        self.env.spool.mkdir(parents=True)
        self.pages: dict[int, Heard] = {}
        self.callers: list[str] = []
        self._loop_time: Any = None
        self._task: asyncio.Task[None] | None = None

    def answer(self, source: Source, resolver: Resolver) -> None:
        """From now on ``resolver`` is asked."""
        self.resolvers[source] = resolver
        cast(dict[Source, Resolver], self.switchboard.look_ups._resolvers)[source] = resolver

    # --- living

    async def __aenter__(self) -> Self:
        loop = asyncio.get_running_loop()
        self._loop_time = loop.time
        loop.time = lambda: self.twin.world.now  # type: ignore[method-assign]
        cast(Any, loop)._clock_resolution = 1e-5  # seconds since the epoch are not finer
        loop.slow_callback_duration = float("inf")  # its clock jumps
        for n in AGENTS:
            self.twin.far_ends[endpoint(n)] = FarEnd()
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.kill()
        loop = asyncio.get_running_loop()
        loop.time = self._loop_time  # type: ignore[method-assign]

    async def start(self) -> None:
        """A switchboard process begins, with whatever journal there is."""
        deps = Deps(
            exchange=self.twin,
            clock=self.clock,
            records=lambda _: self.database,
            store=self._store,
            resolvers={"caller": _nobody_known, **self.resolvers},
        )
        self.switchboard = compose(self.env, deps)
        self.journal = self.switchboard.journal
        self.accounts = self.switchboard.accounts
        self.floor = self.switchboard.floor
        self.calls = self.switchboard.calls
        self.gateway = self.switchboard.gateway
        self.faxing = self.switchboard.faxing
        if self.flow is not None:
            self.switchboard.plans._flows[VERSION] = self.flow
        self.switchboard.plans._take(self.plans)
        self._task = asyncio.create_task(self.switchboard.router.run())
        await self.settle()

    async def kill(self) -> None:
        """The process dies where it stands; the exchange goes on."""
        self.twin.lose()
        mine = asyncio.current_task()
        tasks = [task for task in asyncio.all_tasks() if task is not mine]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        for handle in scheduled():
            handle.cancel()
        self.journal.close()
        self.pages.clear()

    async def restart(self) -> None:
        await self.kill()
        await self.start()

    def clock(self) -> datetime:
        return datetime.fromtimestamp(self.twin.world.now, UTC)

    async def _store(self, recording: UUID) -> Stored:
        await asyncio.sleep(0)
        return keep(recording, self.env.recordings / f"{recording}.wav", self.env.store)

    # --- time

    async def settle(self) -> None:
        """Until nobody has anything left to do at this moment."""
        ready = cast(Any, asyncio.get_running_loop())._ready
        await asyncio.sleep(0)
        while ready:
            await asyncio.sleep(0)

    async def wait(self, seconds: float) -> None:
        """Let time pass, for the exchange and for the loop's own timers, in their order."""
        until = self.twin.world.now + seconds
        await self.settle()
        while (due := self._next_due()) is not None and due <= until:
            self.twin.advance(max(0.0, due - self.twin.world.now))
            await self.settle()
        self.twin.advance(max(0.0, until - self.twin.world.now))
        await self.settle()

    def _next_due(self) -> float | None:
        dues = [handle.when() for handle in scheduled()]
        dues += [timer[0] for timer in self.twin.world._timers[:1]]
        return min(dues, default=None)

    # --- agents

    async def sign_in(self, person: int, *, ready: bool = True) -> Heard:
        """A new page of the agent, who says ready unless told otherwise."""
        return await self._come(person, Identity("agent", CENTRE, person, str(person)), ready)

    async def come_back(self, page: Heard) -> Heard:
        """The page is loaded again: it shows its resume token."""
        welcome = page.of(m.Welcome)[-1]
        return await self._come(page.person, read_resume(welcome.resume), False)

    async def _come(self, person: int, identity: Identity, ready: bool) -> Heard:
        page = Heard(person, identity)
        page.send(await self.gateway.connected(page.page))
        self.pages[person] = page
        if ready:
            await self.say(page, m.Ready())
        return page

    async def leave(self, page: Heard) -> None:
        """The page is closed, or its network is lost."""
        self.gateway.disconnected(page.page)
        await self.settle()

    async def say(self, page: Heard, command: m.Command) -> None:
        self.gateway.command(page.page, command)
        await self.settle()

    def agent(self, person: int) -> Agent:
        return self.floor.agents[person]

    async def pick_up(self, actor: CallActor) -> None:
        """The agent's telephone, or a page that came back, answers."""
        self.twin.pick_up(actor.call.newest_agent_leg)
        await self.settle()

    # --- callers

    async def call_in(self, number: str = LINE, caller: str = "13800000001") -> CallActor:
        """A caller who hears the welcome."""
        channel = self.twin.call_in(number, caller)
        self.callers.append(channel)
        await self.settle()
        return self.of(channel)

    async def call_queued(self, caller: str = "13800000001") -> CallActor:
        actor = await self.call_in(caller=caller)
        await self.press(actor, "1")
        return actor

    async def call_ringing(self, caller: str = "13800000001") -> CallActor:
        actor = await self.call_queued(caller)
        assert actor.call.phase == "ringing"
        return actor

    async def call_connecting(self, caller: str = "13800000001") -> CallActor:
        """The agent has answered; the caller hears the agent's number."""
        actor = await self.call_ringing(caller)
        await self.pick_up(actor)
        assert actor.call.phase == "connecting"
        return actor

    async def call_talking(self, caller: str = "13800000001") -> CallActor:
        actor = await self.call_connecting(caller)
        await self.wait(8 * SENTENCE)  # the number is spoken digit by digit
        assert actor.call.phase == "talking"
        return actor

    async def press(self, actor: CallActor, keys: str) -> None:
        self.twin.press(actor.call.channel, keys)
        await self.settle()

    async def hang_up(self, channel: str, cause: int = 16) -> None:
        """A far end hangs up; of a caller the dialplan writes down when."""
        if channel in self.callers:
            with self.env.hangup_log.open("a") as log:
                log.write(f"{int(self.twin.world.now)},{channel}\n")
        self.twin.hang_up(channel, cause)
        await self.settle()

    def of(self, channel: str) -> CallActor:
        """The call of a caller's channel, also of one that was restored."""
        found = [a for a in self.calls if a.call.channel == channel]
        assert len(found) == 1, f"{len(found)} calls for {channel}"
        return found[0]

    # --- what is left and what was written

    def entries(self, call: Call | str | None = None) -> list[Entry]:
        """The ledger, of one call or of all, as the shipper would read it."""
        entries, _ = Reader(self.env.journal).read(1_000_000)
        id = call.id if isinstance(call, Call) else call
        return [entry for entry in entries if id is None or entry.call == id]

    def kinds(self, call: Call | str) -> list[str]:
        """The kinds of a call's entries, the steps of the flow left out."""
        return [entry.kind for entry in self.entries(call) if entry.kind != "node"]

    def entry(self, call: Call | str, kind: str) -> Entry:
        """The one entry of this kind."""
        [found] = [entry for entry in self.entries(call) if entry.kind == kind]
        return found

    def left(self) -> list[str]:
        """Legs, bridges, sounds and recordings that the exchange still holds."""
        world = self.twin.world
        return [*world.legs, *world.bridges, *world.playbacks, *world.live]


def endpoint(person: int) -> str:
    return f"PJSIP/{agent_name(CENTRE, str(person))}"


def outside(number: str) -> str:
    return f"PJSIP/{number}@carrier"


def scheduled() -> list[asyncio.TimerHandle]:
    """The timers of the running loop that will go off."""
    loop = cast(Any, asyncio.get_running_loop())
    return [handle for handle in loop._scheduled if not handle.cancelled()]
