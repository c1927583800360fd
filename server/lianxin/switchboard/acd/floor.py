"""The floor: which agents are there and who waits for one.

All of it is in memory and belongs to the event loop's thread. Every change of an agent
goes through ``move`` and the table of ``rules.lifecycle``; every change is announced,
kept in the journal, and followed by one matching before the loop does anything else.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from lianxin.lines.plan import AgentPlan, QueuePlan
from lianxin.live.messages import FloorView
from lianxin.rules.lifecycle import AgentEvent, AgentState, agent_next
from lianxin.switchboard.acd import estimates
from lianxin.switchboard.acd.agent import ON_THE_TELEPHONE, Agent
from lianxin.switchboard.acd.estimates import Waits
from lianxin.switchboard.acd.queue_entry import QueueEntry
from lianxin.switchboard.acd.routing import PREFER_SECONDS, of_centre, offers
from lianxin.switchboard.clock import Clock, milliseconds

#: An agent whose page is gone for so long is offered nothing more.
ABSENT_SECONDS = 10


class Floor:
    """``offer(call, person)`` and ``changed(floor, agent or None, centre)`` are called on the
    loop; ``offer`` is False when that call is over."""

    def __init__(
        self,
        clock: Clock,
        offer: Callable[[str, int], bool],
        changed: Callable[[Floor, Agent | None, int], None],
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
        self._offered: dict[str, QueueEntry] = {}  # of those for whom an agent's telephone rings
        self._waits = Waits()

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

    def restore(self, person: int, kept: dict[str, Any], zone_now: datetime) -> None:
        """Put an agent back as the journal remembers them, not yet present."""
        if person not in self._roster:
            return
        since = datetime.fromtimestamp(kept["since"], zone_now.tzinfo)
        agent = Agent(self._roster[person], since, kept["state"], kept["reason"], kept.get("call"))
        agent.last_call = kept.get("last_call", "")  # a process of the version before kept none
        self.agents[person] = agent
        if agent.state == "wrap_up":
            self._limit_wrap_up(agent)
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
        if (state, reason) != (agent.state, agent.reason):  # each reason has its own time
            agent.since = self._clock()
        agent.state, agent.reason = state, reason
        if state == "wrap_up":
            agent.last_call = agent.call or agent.last_call
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
        if agent is None or agent.present or agent.reason == "lost":
            return
        if agent.state in ("ready", "not_ready"):  # nobody's break lasts until the next morning
            self.move(person, "not_ready", reason="lost")

    def _limit_wrap_up(self, agent: Agent) -> None:
        plans = (self.queue(agent.plan.centre, code) for code in agent.plan.queues)
        seconds = max((plan.wrap_up_seconds for plan in plans if plan), default=0)
        if seconds:
            since = agent.since
            left = max(0.0, seconds - (self._clock() - since).total_seconds())
            loop = asyncio.get_running_loop()
            loop.call_later(left, self._end_wrap_up, agent.plan.person, since)

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

    def enter(self, call: str, entry: QueueEntry, *, rests: bool = False) -> None:
        """``rests``: the place is kept and nobody is offered it until ``wake``."""
        self.waiting[call] = entry
        if rests:
            self._resting.add(call)
        else:
            self._resting.discard(call)
        if entry.prefer:  # then anybody may take them
            loop = asyncio.get_running_loop()
            loop.call_later(PREFER_SECONDS, self._match_soon)
        self._announce_floor(entry.centre)

    def leave(self, call: str) -> QueueEntry | None:
        """Take a caller out; None when they were not waiting (an offer is under way)."""
        entry = self.waiting.pop(call, None)
        self._resting.discard(call)
        if entry is not None:
            self._announce_floor(entry.centre)
        return entry

    def wake(self, call: str) -> None:
        """It is this place's turn again as soon as an agent is free."""
        if call in self._resting:
            self._resting.discard(call)
            self._match_soon()

    def on_duty(self, entry: QueueEntry) -> bool:
        """Could anybody take this caller?"""
        return estimates.anybody_on_duty(self.agents.values(), entry)

    def count_on_duty(self, centre: int, queue: str) -> int:
        """How many serve this queue now, in a call or free for one."""
        return estimates.count_on_duty(self.agents.values(), centre, queue)

    def order(self, centre: int, queue: str) -> list[str]:
        """The calls that stand in this queue, whoever is next first.

        Whoever is being rung for has not been answered yet: nobody behind them moves up before.
        """
        ringing = {agent.call for agent in self.agents.values() if agent.state == "ringing"}
        rung = {call: entry for call, entry in self._offered.items() if call in ringing}
        entries = [
            (call not in rung, -entry.priority, entry.since, call)
            for call, entry in {**rung, **self.waiting}.items()
            if (entry.centre, entry.queue) == (centre, queue)
        ]
        return [call for *_, call in sorted(entries)]

    def served(self, entry: QueueEntry) -> None:
        """An agent has answered the caller of ``entry``: remember how long that took."""
        seconds = (self._clock() - entry.since).total_seconds()
        self._waits.add(entry.centre, entry.queue, seconds)

    def usual_wait(self, centre: int, queue: str) -> float:
        """The mean of the last waits in seconds; 0 when there was none yet."""
        return self._waits.usual(centre, queue)

    def view(self, centre: int) -> FloorView:
        entries = [entry for entry in self.waiting.values() if entry.centre == centre]
        waiting = [entry.since for entry in entries if not entry.callback]
        states = [agent.state for agent in of_centre(self.agents.values(), centre)]
        return FloorView(
            waiting=len(waiting),
            callbacks=len(entries) - len(waiting),
            longest_since=milliseconds(min(waiting)) if waiting else None,
            ready=states.count("ready"),
            talking=states.count("talking") + states.count("held"),
        )

    # --- matching

    def _announce(self, agent: Agent) -> None:
        self._changed(self, agent, agent.plan.centre)
        self._match_soon()

    def _announce_floor(self, centre: int) -> None:
        self._changed(self, None, centre)
        self._match_soon()

    def _match_soon(self) -> None:
        if not self._matching:
            self._matching = True
            asyncio.get_running_loop().call_soon(self._match)

    def _match(self) -> None:
        self._matching = False
        agents = self.agents.values()
        rung = {agent.call for agent in agents if agent.state == "ringing"}
        self._offered = {call: each for call, each in self._offered.items() if call in rung}
        for pair in offers(agents, self.waiting, self._resting, self._clock()):
            entry = self.leave(pair.call)
            if entry is not None:
                self._offered[pair.call] = entry
            self.move(pair.person, "offered", call=pair.call)
            if not self._offer(pair.call, pair.person):
                self.move(pair.person, "released")
