"""Who waits for whom."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from lianxin.centres.models import Centre, Person


class Queue(models.Model):
    """Where callers line up for agents. ``version`` grows with every change."""

    centre = models.ForeignKey(Centre, models.PROTECT)
    code = models.SlugField(max_length=32)
    name = models.CharField(max_length=64)
    ring_seconds = models.PositiveSmallIntegerField(default=20)
    #: 0: until the agent says ready.
    wrap_up_seconds = models.PositiveSmallIntegerField(default=0)
    announce_agent_number = models.BooleanField(default=True)
    #: Whether an agent may speak before a caller has heard all of the announcement.
    may_cut_announcement = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)
    updated_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["centre", "code"], name="queue_code")
        ]

    def __str__(self) -> str:
        return self.code


class QueueMember(models.Model):
    """An agent who takes calls from a queue."""

    centre = models.ForeignKey(Centre, models.PROTECT)
    queue = models.ForeignKey(Queue, models.CASCADE)
    person = models.ForeignKey(Person, models.CASCADE)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["queue", "person"], name="queue_member")
        ]

    def __str__(self) -> str:
        return f"{self.queue_id} {self.person_id}"
