"""Reads of queues. They stand in the caller's scope, unless they are told who asks."""

from __future__ import annotations

from collections import defaultdict

from lianxin.centres.access import Actor
from lianxin.queues.models import Queue, QueueMember


def queues() -> list[Queue]:
    """The queues of the centre whose scope is open, by code."""
    return list(Queue.objects.order_by("code"))


def queues_of(who: Actor) -> list[Queue]:
    """The queues of the centre of ``who``, by code."""
    with who.scope():
        return queues()


def codes_by_person() -> dict[int, tuple[str, ...]]:
    """The codes of the queues that each agent serves."""
    codes: dict[int, list[str]] = defaultdict(list)
    rows = QueueMember.objects.order_by("queue__code").values_list("person_id", "queue__code")
    for person, code in rows:
        codes[person].append(code)
    return {person: tuple(served) for person, served in codes.items()}
