"""What an agent has beside a person's name and rights."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from lianxin.agents.changes import NotReadyReason
from lianxin.centres.choices import ChoiceField, held_to
from lianxin.centres.models import Centre, Person


class Telephone(models.Model):
    """An ordinary telephone that rings instead of the agent's page (居家坐席).

    ``number`` is dialled through the trunk ``trunk``; the page still shows and steers the call.
    """

    centre = models.ForeignKey(Centre, models.PROTECT)
    person = models.OneToOneField(Person, models.CASCADE, related_name="telephone")
    number = models.CharField(max_length=32)
    trunk = models.SlugField(max_length=32, default="carrier")

    def __str__(self) -> str:
        return f"{self.person_id} {self.number}"


class NotReady(models.Model):
    """A time in which an agent took no calls (示忙), and why. ``ended_at`` null: it goes on."""

    centre = models.ForeignKey(Centre, models.PROTECT)
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    reason: ChoiceField[NotReadyReason] = models.CharField(max_length=16)
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "began_at"], name="not_ready_began"),
            *held_to("not_ready", reason=NotReadyReason),
        ]
        indexes: ClassVar = [
            models.Index(fields=["centre", "began_at"], name="not_ready_day"),
            models.Index(
                fields=["person"], condition=models.Q(ended_at=None), name="not_ready_running"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.reason} {self.began_at}"
