"""Who talks to whom: callers in fair order, each to the agent who has been idle longest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Waiting:
    """A caller in a queue. ``since`` is when the place in the line was taken, and stays so
    when an agent missed the call. A greater ``priority`` goes first.

    ``only``: these persons and nobody else, whatever queues they serve; empty: whoever serves
    the queue. ``prefer`` goes before those who were idle for longer, and until ``holds_until``
    nobody else is taken.
    """

    call: str
    queue: str
    since: datetime
    priority: int = 0
    only: frozenset[int] = frozenset()
    prefer: int | None = None
    holds_until: datetime | None = None

    def __post_init__(self) -> None:
        _aware(self.since)
        if self.holds_until is not None:
            _aware(self.holds_until)


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

    Callers go by priority, then by time waited; each gets whom they prefer, else the
    longest-idle agent who may take them. Nobody is paired twice, and no pair that could be
    made is left.
    """
    _aware(now)
    callers = sorted((w for w in floor.waiting if w.since <= now), key=_turn)
    idle = sorted(
        (a for a in floor.agents if a.idle_since <= now),
        key=lambda agent: (agent.idle_since, agent.person),
    )
    lines = _lines(idle, {w.queue for w in callers})
    free = {agent.person: None for agent in idle}  # in their order
    offers = []
    for caller in callers:
        person = _choose(caller, free, lines[caller.queue], now)
        if person is not None:
            del free[person]
            offers.append(Offer(caller.call, person))
    return tuple(offers)


def _choose(
    caller: Waiting, free: Mapping[int, None], line: Iterator[int], now: datetime
) -> int | None:
    if caller.prefer in free:
        return caller.prefer
    if caller.holds_until is not None and now < caller.holds_until:
        return None
    if caller.only:
        return next((person for person in free if person in caller.only), None)
    return next((person for person in line if person in free), None)


def _turn(caller: Waiting) -> tuple[int, datetime, str]:
    return (-caller.priority, caller.since, caller.call)


def _lines(idle: Iterable[IdleAgent], queues: set[str]) -> dict[str, Iterator[int]]:
    """For each queue the agents who serve it, longest idle first; read through once."""
    lines: dict[str, list[int]] = {queue: [] for queue in queues}
    for agent in idle:
        for queue in queues.intersection(agent.queues):
            lines[queue].append(agent.person)
    return {queue: iter(persons) for queue, persons in lines.items()}


def _aware(moment: datetime) -> None:
    if moment.tzinfo is None:
        raise ValueError("a time must have a time zone")
