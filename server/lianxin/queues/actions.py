"""Writes of queues."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from lianxin.centres import audit
from lianxin.centres.access import ADMINISTRATOR, AGENT, SUPERVISOR, Actor
from lianxin.centres.errors import NotFound
from lianxin.centres.models import Person
from lianxin.centres.versions import check_version
from lianxin.queues.errors import NoSuchAgents, QueueConflict
from lianxin.queues.models import Queue, QueueMember


@dataclass(frozen=True)
class QueueChange:
    """A queue as it shall be. ``wrap_up_seconds``: 0 until the agent says ready."""

    name: str
    ring_seconds: int = 20
    wrap_up_seconds: int = 0
    announce_agent_number: bool = True
    may_cut_announcement: bool = False


def open_queue(who: Actor, code: str, name: str, ring_seconds: int = 20) -> Queue:
    """Make a queue. Needs administrator."""
    who.need(ADMINISTRATOR)
    with who.scope():
        queue = Queue.objects.create(
            centre_id=who.centre, code=code, name=name, ring_seconds=ring_seconds
        )
        audit.note(who, "queue.opened", "queue", queue.pk, code=code)
        return queue


def change_queue(who: Actor, code: str, version: int, change: QueueChange) -> Queue:
    """Change a queue that was read at ``version``; in force for the next call that is offered.

    Raises ``QueueConflict``, ``NotFound``. Needs administrator.
    """
    who.need(ADMINISTRATOR)
    with who.scope():
        queue = Queue.objects.select_for_update().filter(code=code).first()
        if queue is None:
            raise NotFound
        check_version(queue, version, QueueConflict)
        wanted = asdict(change)
        before = {name: getattr(queue, name) for name in wanted}
        if before != wanted:
            for name, value in wanted.items():
                setattr(queue, name, value)
            queue.version, queue.updated_by_id = queue.version + 1, who.person
            queue.save(update_fields=[*wanted, "version", "updated_by", "updated_at"])
            changes = audit.changes(before, wanted)
            audit.note(who, "queue.changed", "queue", queue.pk, code=code, **changes)
        return queue


def set_members(who: Actor, queue_code: str, numbers: list[str]) -> None:
    """Say which agents serve a new queue, by 工号. Needs supervisor or administrator.

    Raises ``NotFound`` when there is no such queue, or no such agent.
    """
    who.need(SUPERVISOR, ADMINISTRATOR)
    with who.scope():
        queue = Queue.objects.select_for_update().filter(code=queue_code).first()
        people = list(Person.objects.filter(number__in=numbers, active=True))
        if queue is None or len(people) != len(set(numbers)):
            raise NotFound
        _put_members(who, queue, people)
        audit.note(who, "queue.members_set", "queue", queue.pk, numbers=sorted(numbers))


def change_members(who: Actor, code: str, version: int, numbers: list[str]) -> Queue:
    """Say who serves a queue that was read at ``version``, by 工号; in force at once, also for
    those who wait. Who is in a call finishes it. Needs supervisor or administrator.

    Raises ``QueueConflict``, ``NotFound``, ``NoSuchAgents`` for who is newly named and no agent.
    """
    who.need(SUPERVISOR, ADMINISTRATOR)
    with who.scope():
        queue = Queue.objects.select_for_update().filter(code=code).first()
        if queue is None:
            raise NotFound
        check_version(queue, version, QueueConflict)
        rows = QueueMember.objects.filter(queue=queue, person__active=True)
        before = sorted(rows.values_list("person__number", flat=True))
        wanted = sorted(set(numbers))
        if before != wanted:
            _put_members(who, queue, _people(wanted, set(before)))
            queue.version, queue.updated_by_id = queue.version + 1, who.person
            queue.save(update_fields=["version", "updated_by", "updated_at"])
            changes = audit.changes({"agents": before}, {"agents": wanted})
            audit.note(who, "queue.members_set", "queue", queue.pk, numbers=wanted, **changes)
        return queue


def _people(wanted: list[str], members: set[str]) -> list[Person]:
    """Those who shall serve a queue. Who serves it already may go on, whatever their roles are."""
    people = {each.number: each for each in Person.objects.filter(number__in=wanted, active=True)}
    unknown = [
        number
        for number in wanted
        if number not in people or (number not in members and AGENT not in people[number].roles)
    ]
    if unknown:
        raise NoSuchAgents(numbers=", ".join(unknown))
    return list(people.values())


def _put_members(who: Actor, queue: Queue, people: list[Person]) -> None:
    """Who may not sign in now keeps their place for the day when they may again."""
    gone = QueueMember.objects.filter(queue=queue, person__active=True)
    gone.exclude(person__in=people).delete()
    QueueMember.objects.bulk_create(
        [QueueMember(centre_id=who.centre, queue=queue, person=p) for p in people],
        ignore_conflicts=True,
    )
