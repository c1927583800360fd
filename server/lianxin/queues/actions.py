"""Writes of queues."""

from __future__ import annotations

from lianxin.centres import audit
from lianxin.centres.access import ADMINISTRATOR, SUPERVISOR, Actor
from lianxin.centres.errors import NotFound
from lianxin.centres.models import Person
from lianxin.queues.models import Queue, QueueMember


def open_queue(who: Actor, code: str, name: str, ring_seconds: int = 20) -> Queue:
    """Make a queue. Needs administrator."""
    who.need(ADMINISTRATOR)
    with who.scope():
        queue = Queue.objects.create(
            centre_id=who.centre, code=code, name=name, ring_seconds=ring_seconds
        )
        audit.note(who, "queue.opened", "queue", queue.pk, code=code)
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
