"""Reads of queues. They stand in the caller's scope, unless they are told who asks."""

from __future__ import annotations

from collections import defaultdict

from lianxin.centres.access import ADMINISTRATOR, FLOW_EDITOR, SUPERVISOR, Actor
from lianxin.centres.errors import NotFound
from lianxin.queues.models import Queue, QueueMember

#: Who may see how queues are set; an administrator changes it.
READERS = (ADMINISTRATOR, SUPERVISOR, FLOW_EDITOR)


def queues() -> list[Queue]:
    """The queues of the centre whose scope is open, by code."""
    return list(Queue.objects.order_by("code"))


def queues_of(who: Actor) -> list[Queue]:
    """The queues of the centre of ``who``, by code."""
    with who.scope():
        return queues()


def settings_of(who: Actor) -> list[tuple[Queue, list[str]]]:
    """The queues of the centre, by code, each with the 工号 of those who serve it. Needs a
    reader."""
    who.need(*READERS)
    with who.scope():
        numbers: dict[int, list[str]] = defaultdict(list)
        rows = QueueMember.objects.filter(person__active=True).order_by("person__number")
        for queue, number in rows.values_list("queue_id", "person__number"):
            numbers[queue].append(number)
        return [(queue, numbers[queue.pk]) for queue in queues()]


def setting_of(who: Actor, code: str) -> tuple[Queue, list[str]]:
    """One of them. Raises ``NotFound``."""
    found = next((each for each in settings_of(who) if each[0].code == code), None)
    if found is None:
        raise NotFound
    return found


def codes_by_person() -> dict[int, tuple[str, ...]]:
    """The codes of the queues that each agent serves."""
    codes: dict[int, list[str]] = defaultdict(list)
    rows = QueueMember.objects.order_by("queue__code").values_list("person_id", "queue__code")
    for person, code in rows:
        codes[person].append(code)
    return {person: tuple(served) for person, served in codes.items()}
