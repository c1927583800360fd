"""Who may serve whom now: the floor as the rule of matching sees it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import datetime, timedelta

from lianxin.rules import matching
from lianxin.switchboard.acd.agent import BUSY, Agent
from lianxin.switchboard.acd.queue_entry import QueueEntry

#: How long a caller whom an agent sent away waits for that agent, who talks or writes up,
#: before anybody else may take them.
PREFER_SECONDS = 30
#: Stands for agents who were named and are not signed in.
NOBODY = 0


def offers(
    agents: Collection[Agent],
    waiting: Mapping[str, QueueEntry],
    resting: Collection[str],
    now: datetime,
) -> tuple[matching.Offer, ...]:
    """The pairs that are to ring, in their order. ``waiting``: by call; ``resting``: of these
    calls those whose time has not come."""
    idle = tuple(
        matching.IdleAgent(agent.plan.person, _skills(agent), agent.since)
        for agent in agents
        if agent.state == "ready" and agent.present
    )
    if not idle or not waiting:
        return ()
    callers = tuple(
        _caller(agents, call, entry) for call, entry in waiting.items() if call not in resting
    )
    return matching.match(matching.Floor(callers, idle), now)


def of_centre(agents: Collection[Agent], centre: int) -> Iterator[Agent]:
    return (agent for agent in agents if agent.plan.centre == centre)


def may_take(agent: Agent, entry: QueueEntry) -> bool:
    """Those who are named need not serve the queue; it only says how their telephone rings."""
    if entry.agents:
        return agent.plan.number in entry.agents
    return entry.queue in agent.plan.queues or agent.plan.number == entry.prefer


def _caller(agents: Collection[Agent], call: str, entry: QueueEntry) -> matching.Waiting:
    queue = f"{entry.centre}:{entry.queue}"
    if not (entry.agents or entry.prefer):
        return matching.Waiting(call, queue, entry.since, entry.priority)
    numbers = {agent.plan.number: agent for agent in of_centre(agents, entry.centre)}
    only = {numbers[each].plan.person for each in entry.agents if each in numbers}
    preferred = numbers.get(entry.prefer)
    busy = preferred is not None and preferred.state in BUSY
    return matching.Waiting(
        call,
        queue,
        entry.since,
        entry.priority,
        only=frozenset(only or ((NOBODY,) if entry.agents else ())),
        prefer=preferred.plan.person if preferred else None,
        holds_until=entry.entered + timedelta(seconds=PREFER_SECONDS) if busy else None,
    )


def _skills(agent: Agent) -> frozenset[str]:
    return frozenset(f"{agent.plan.centre}:{code}" for code in agent.plan.queues)
