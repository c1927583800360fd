"""The floor: which agents are there, who waits, and who is offered to whom.

All of it is in memory and belongs to the event loop's thread. Every change of an agent
goes through ``move`` and the table of ``rules.lifecycle``; every change is announced,
kept in the journal, and followed by one matching before the loop does anything else.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Self

from lianxin.lines.plan import AgentPlan, QueuePlan
from lianxin.live.messages import AgentView, FloorView
from lianxin.rules import matching
from lianxin.rules.lifecycle import AgentEvent, AgentState, agent_next
from lianxin.switchboard.clock import Clock, milliseconds

#: An agent whose page is gone for so long is offered nothing more.
ABSENT_SECONDS = 10

#: How many of a queue's last waits the next one is estimated by.
WAITS = 20

#: How long a caller whom an agent sent away waits for that agent, who talks or writes up,
#: before anybody else may take them.
PREFER_SECONDS = 30
#: Stands for agents who were named and are not signed in.
NOBODY = 0

ON_THE_TELEPHONE: frozenset[AgentState] = frozenset({"ringing", "talking", "held"})
BUSY: frozenset[AgentState] = ON_THE_TELEPHONE | {"wrap_up"}


@dataclass
class Agent:
    """One signed-in agent. ``present``: a page of theirs is connected."""

    plan: AgentPlan
    since: datetime
    state: AgentState = "offline"
    reason: str = ""
    call: str | None = None
    present: bool = False
    timer: asyncio.TimerHandle | None = field(default=None, repr=False)

    def view(self) -> AgentView:
        return AgentView(
            person=self.plan.person,
            number=self.plan.number,
            name=self.plan.name,
            state=self.state,
            reason=self.reason,
            since=milliseconds(self.since),
        )

    def card(self) -> dict[str, Any]:
        return {
            "state": self.state,
            "reason": self.reason,
            "since": self.since.timestamp(),
            "call": self.call,
        }


EPOCH = datetime.fromtimestamp(0, UTC)


@dataclass(frozen=True)
class QueueEntry:
    """Where a caller stands: ``since`` is kept when they come back to the queue."""

    centre: int
    queue: str
    since: datetime
    priority: int = 0
    limit_seconds: int = 0  # 0: as long as it takes
    agents: tuple[str, ...] = ()  # 工号: only these; () is whoever serves the queue
    prefer: str = ""  # 工号: this agent first
    callback: bool = False  # nobody is on the line: the citizen is called back
    entered: datetime = EPOCH  # when they lined up, the last time: ``limit_seconds`` count from it

    def card(self) -> dict[str, Any]:
        moments = {"since": self.since.timestamp(), "entered": self.entered.timestamp()}
        return {**asdict(self), **moments}

    @classmethod
    def from_card(cls, card: dict[str, Any]) -> Self:
        moments = {name: datetime.fromtimestamp(card[name], UTC) for name in ("since", "entered")}
        return cls(**{**card, **moments, "agents": tuple(card["agents"])})


class Floor:
    """``offer(call, person)`` and ``changed(agent or None, centre)`` are called on the loop."""

    def __init__(
        self,
        clock: Clock,
        offer: Callable[[str, int], None],
        changed: Callable[[Agent | None, int], None],
    ) -> None:
        self.agents: dict[int, Agent] = {}
        self.waiting: dict[str, QueueEntry] = {}
        self._roster: dict[int, AgentPlan] = {}
        self._queues: dict[tuple[int, str], QueuePlan] = {}
        self._clock = clock
        self._offer = offer
        self._changed = changed
        self._matching = False
        self._resting: set[str] = set()
        self._waits: defaultdict[tuple[int, str], deque[float]]
        self._waits = defaultdict(lambda: deque(maxlen=WAITS))

    # --- the plans

    def plan(self, agents: Iterable[AgentPlan], queues: Iterable[QueuePlan]) -> None:
        """Take over a new roster; who is signed in stays so, with the new skills."""
        self._roster = {agent.person: agent for agent in agents}
        self._queues = {(queue.centre, queue.code): queue for queue in queues}
        for person, agent in self.agents.items():
            agent.plan = self._roster.get(person, agent.plan)
        self._match_soon()

    def knows(self, person: int) -> bool:
        return person in self._roster

    def queue(self, centre: int, code: str) -> QueuePlan | None:
        return self._queues.get((centre, code))

    # --- agents

    def sign_in(self, person: int) -> Agent:
        """The agent behind ``person``, signed in as not ready when they were offline."""
        agent = self.agents.get(person)
        if agent is None:
            agent = Agent(self._roster[person], self._clock())
            self.agents[person] = agent
        if agent.state == "offline":
            self.move(person, "sign_in", reason="signed_in")
        return agent

    def restore(self, person: int, card: dict[str, Any], zone_now: datetime) -> None:
        """Put an agent back as the journal remembers them, not yet present."""
        if person not in self._roster:
            return
        since = datetime.fromtimestamp(card["since"], zone_now.tzinfo)
        agent = Agent(self._roster[person], since, card["state"], card["reason"], card.get("call"))
        self.agents[person] = agent
        self.absent(person)

    def rejoin(self, person: int, state: AgentState, call: str) -> None:
        """Put a restored agent where their restored call has them.

        A killed process may have written down the one's step and not yet the other's.
        """
        agent = self.agents[person]
        if (agent.state, agent.call) != (state, call):
            agent.state, agent.call, agent.since = state, call, self._clock()
            self._announce(agent)

    def move(self, person: int, event: AgentEvent, *, reason: str = "", call: str = "") -> None:
        """Raise ``IllegalMove`` when the table does not allow it; nothing has changed then."""
        agent = self.agents[person]
        state = agent_next(agent.state, event)
        if state != agent.state:
            agent.since = self._clock()
        agent.state, agent.reason = state, reason
        if call:
            agent.call = call
        elif state not in ON_THE_TELEPHONE:
            agent.call = None
        if state == "offline":
            del self.agents[person]
        if state == "wrap_up":
            self._limit_wrap_up(agent)
        self._announce(agent)

    def present(self, person: int) -> None:
        agent = self.agents[person]
        agent.present = True
        self._stop_timer(agent)
        self._match_soon()

    def absent(self, person: int) -> None:
        """Their last page has gone: the telephone may go on, new calls must not come."""
        agent = self.agents.get(person)
        if agent is None:
            return
        agent.present = False
        self._stop_timer(agent)
        loop = asyncio.get_running_loop()
        agent.timer = loop.call_later(ABSENT_SECONDS, self._lost, person)

    def _lost(self, person: int) -> None:
        agent = self.agents.get(person)
        if agent is not None and not agent.present and agent.state == "ready":
            self.move(person, "not_ready", reason="lost")

    def _limit_wrap_up(self, agent: Agent) -> None:
        plans = (self.queue(agent.plan.centre, code) for code in agent.plan.queues)
        seconds = max((plan.wrap_up_seconds for plan in plans if plan), default=0)
        if seconds:
            since = agent.since
            loop = asyncio.get_running_loop()
            loop.call_later(seconds, self._end_wrap_up, agent.plan.person, since)

    def _end_wrap_up(self, person: int, since: datetime) -> None:
        agent = self.agents.get(person)
        if agent is not None and agent.state == "wrap_up" and agent.since == since:
            self.move(person, "wrap_up_over")

    @staticmethod
    def _stop_timer(agent: Agent) -> None:
        if agent.timer is not None:
            agent.timer.cancel()
            agent.timer = None

    # --- callers

    def enter(self, call: str, place: QueueEntry, *, rests: bool = False) -> None:
        """``rests``: the place is kept and nobody is offered it until ``wake``."""
        self.waiting[call] = place
        if rests:
            self._resting.add(call)
        else:
            self._resting.discard(call)
        if place.prefer:  # then anybody may take them
            loop = asyncio.get_running_loop()
            loop.call_later(PREFER_SECONDS, self._match_soon)
        self._announce_floor(place.centre)

    def leave(self, call: str) -> QueueEntry | None:
        """Take a caller out; None when they were not waiting (an offer is under way)."""
        place = self.waiting.pop(call, None)
        self._resting.discard(call)
        if place is not None:
            self._announce_floor(place.centre)
        return place

    def wake(self, call: str) -> None:
        """It is this place's turn again as soon as an agent is free."""
        if call in self._resting:
            self._resting.discard(call)
            self._match_soon()

    def on_duty(self, place: QueueEntry) -> bool:
        """Could anybody take this caller? Somebody on a break cannot (临时闭席)."""
        return any(
            agent.state not in ("offline", "not_ready") and _may_take(agent, place)
            for agent in self._of(place.centre)
        )

    def count_on_duty(self, centre: int, queue: str) -> int:
        """How many serve this queue now, in a call or free for one."""
        return sum(
            agent.state not in ("offline", "not_ready") and queue in agent.plan.queues
            for agent in self._of(centre)
        )

    def order(self, centre: int, queue: str) -> list[str]:
        """The calls that wait in this queue, whoever is next first."""
        places = [
            (-place.priority, place.since, call)
            for call, place in self.waiting.items()
            if (place.centre, place.queue) == (centre, queue)
        ]
        return [call for _, _, call in sorted(places)]

    def served(self, place: QueueEntry) -> None:
        """An agent has answered the caller of ``place``: remember how long that took."""
        seconds = (self._clock() - place.since).total_seconds()
        self._waits[place.centre, place.queue].append(seconds)

    def usual_wait(self, centre: int, queue: str) -> float:
        """The mean of the last waits in seconds; 0 when there was none yet."""
        waits = self._waits.get((centre, queue))
        return sum(waits) / len(waits) if waits else 0.0

    def view(self, centre: int) -> FloorView:
        places = [place for place in self.waiting.values() if place.centre == centre]
        waiting = [place.since for place in places if not place.callback]
        states = [agent.state for agent in self._of(centre)]
        return FloorView(
            waiting=len(waiting),
            callbacks=len(places) - len(waiting),
            longest_since=milliseconds(min(waiting)) if waiting else None,
            ready=states.count("ready"),
            talking=states.count("talking") + states.count("held"),
        )

    def _of(self, centre: int) -> Iterator[Agent]:
        return (agent for agent in self.agents.values() if agent.plan.centre == centre)

    # --- matching

    def _announce(self, agent: Agent) -> None:
        self._changed(agent, agent.plan.centre)
        self._match_soon()

    def _announce_floor(self, centre: int) -> None:
        self._changed(None, centre)
        self._match_soon()

    def _match_soon(self) -> None:
        if not self._matching:
            self._matching = True
            asyncio.get_running_loop().call_soon(self._match)

    def _match(self) -> None:
        self._matching = False
        idle = tuple(
            matching.IdleAgent(person, self._skills(agent), agent.since)
            for person, agent in self.agents.items()
            if agent.state == "ready" and agent.present
        )
        if not idle or not self.waiting:
            return
        callers = tuple(
            self._caller(call, place)
            for call, place in self.waiting.items()
            if call not in self._resting
        )
        for pair in matching.match(matching.Floor(callers, idle), self._clock()):
            self.leave(pair.call)
            self.move(pair.person, "offered", call=pair.call)
            self._offer(pair.call, pair.person)

    def _caller(self, call: str, place: QueueEntry) -> matching.Waiting:
        queue = f"{place.centre}:{place.queue}"
        if not (place.agents or place.prefer):
            return matching.Waiting(call, queue, place.since, place.priority)
        numbers = {agent.plan.number: agent for agent in self._of(place.centre)}
        only = {numbers[each].plan.person for each in place.agents if each in numbers}
        preferred = numbers.get(place.prefer)
        busy = preferred is not None and preferred.state in BUSY
        return matching.Waiting(
            call,
            queue,
            place.since,
            place.priority,
            only=frozenset(only or ((NOBODY,) if place.agents else ())),
            prefer=preferred.plan.person if preferred else None,
            holds_until=place.entered + timedelta(seconds=PREFER_SECONDS) if busy else None,
        )

    @staticmethod
    def _skills(agent: Agent) -> frozenset[str]:
        return frozenset(f"{agent.plan.centre}:{code}" for code in agent.plan.queues)


def _may_take(agent: Agent, place: QueueEntry) -> bool:
    """Those who are named need not serve the queue; it only says how their telephone rings."""
    if place.agents:
        return agent.plan.number in place.agents
    return place.queue in agent.plan.queues or agent.plan.number == place.prefer
