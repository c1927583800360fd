"""Writes of what agents did: when they were not ready."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime

from lianxin.agents.changes import REASONS, AgentChange
from lianxin.agents.models import NotReady
from lianxin.centres.isolation import scope
from lianxin.centres.models import Centre, Person


def record(changes: Iterable[AgentChange]) -> None:
    """Write what the switchboard told, oldest first. The same changes again change nothing.

    A person or a centre that there is none of is passed over: it must not hold up the others.
    """
    batches: dict[int, list[AgentChange]] = defaultdict(list)
    for change in changes:
        batches[change.centre].append(change)
    for centre in Centre.objects.filter(pk__in=batches).values_list("pk", flat=True):
        with scope(centre):
            _record(centre, batches[centre])


def _record(centre: int, changes: list[AgentChange]) -> None:
    wanted = {change.person for change in changes}
    known = set(Person.objects.filter(pk__in=wanted).values_list("pk", flat=True))
    for change in changes:
        if change.person in known:
            _end(change)
            if change.reason:
                _begin(centre, change)


def _end(change: AgentChange) -> None:
    at = _time(change)
    running = NotReady.objects.filter(person_id=change.person, ended_at=None, began_at__lt=at)
    running.update(ended_at=at)


def _begin(centre: int, change: AgentChange) -> None:
    reason = change.reason if change.reason in REASONS else "other"
    NotReady.objects.get_or_create(
        person_id=change.person,
        began_at=_time(change),
        defaults={"centre_id": centre, "reason": reason},
    )


def _time(change: AgentChange) -> datetime:
    return datetime.fromtimestamp(change.at, UTC)
