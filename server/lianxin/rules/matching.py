"""Who talks to whom: callers in fair order, each to the agent who has been idle longest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Waiting:
    """A caller in a queue. ``since`` is when the place in the line was taken, and stays so
    when an agent missed the call. A greater ``priority`` goes first."""

    call: str
    queue: str
    since: datetime
    priority: int = 0

    def __post_init__(self) -> None:
        _aware(self.since)


@dataclass(frozen=True, slots=True)
class IdleAgent:
    """An agent who is ready and has no call, with the codes of the queues served."""

    person: int
    queues: frozenset[str] | tuple[str, ...]
    idle_since: datetime

    def __post_init__(self) -> None:
        _aware(self.idle_since)


@dataclass(frozen=True, slots=True)
class Floor:
    """One centre at one moment. A caller or an agent from the future is not there yet."""

    waiting: tuple[Waiting, ...]
    agents: tuple[IdleAgent, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """The call rings at the person."""

    call: str
    person: int


def match(floor: Floor, now: datetime) -> tuple[Offer, ...]:
    """Pair callers with agents, in the order in which they are to ring.

    Callers go by priority, then by time waited; each gets the longest-idle agent of the
    queue. Nobody is paired twice, and no pair that could be made is left.
    """
    _aware(now)
    callers = sorted((w for w in floor.waiting if w.since <= now), key=_turn)
    lines = _lines(floor, {w.queue for w in callers}, now)
    taken: set[int] = set()
    offers = []
    for caller in callers:
        person = next((p for p in lines[caller.queue] if p not in taken), None)
        if person is not None:
            taken.add(person)
            offers.append(Offer(caller.call, person))
    return tuple(offers)


def _turn(caller: Waiting) -> tuple[int, datetime, str]:
    return (-caller.priority, caller.since, caller.call)


def _lines(floor: Floor, queues: set[str], now: datetime) -> dict[str, Iterator[int]]:
    """For each queue the agents who serve it, longest idle first; read through once."""
    idle = sorted(
        (a for a in floor.agents if a.idle_since <= now),
        key=lambda agent: (agent.idle_since, agent.person),
    )
    lines: dict[str, list[int]] = {queue: [] for queue in queues}
    for agent in idle:
        for queue in queues.intersection(agent.queues):
            lines[queue].append(agent.person)
    return {queue: iter(persons) for queue, persons in lines.items()}


def _aware(moment: datetime) -> None:
    if moment.tzinfo is None:
        raise ValueError("a time must have a time zone")
