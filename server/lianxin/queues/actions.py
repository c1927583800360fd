"""Writes of queues."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from lianxin.centres import audit
from lianxin.centres.access import ADMINISTRATOR, SUPERVISOR, Actor
from lianxin.centres.errors import NotFound
from lianxin.centres.models import Person
from lianxin.centres.versions import check_version
from lianxin.queues.errors import QueueConflict
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
    """Say which agents serve a queue, by 工号. Needs supervisor or administrator.

    Raises ``NotFound`` when there is no such queue, or no such agent.
    """
    who.need(SUPERVISOR, ADMINISTRATOR)
    with who.scope():
        queue = Queue.objects.select_for_update().filter(code=queue_code).first()
        people = list(Person.objects.filter(number__in=numbers, active=True))
        if queue is None or len(people) != len(set(numbers)):
            raise NotFound
        QueueMember.objects.filter(queue=queue).exclude(person__in=people).delete()
        QueueMember.objects.bulk_create(
            [QueueMember(centre_id=who.centre, queue=queue, person=p) for p in people],
            ignore_conflicts=True,
        )
        audit.note(who, "queue.members_set", "queue", queue.pk, numbers=sorted(numbers))
