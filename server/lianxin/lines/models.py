"""A number that citizens dial, and its plan."""

from __future__ import annotations

from typing import ClassVar, Literal

from django.contrib.postgres.fields import ArrayField
from django.db import models

from lianxin.calendars.models import Calendar
from lianxin.centres.choices import ChoiceField, held_to
from lianxin.centres.models import Centre, Person
from lianxin.flows.models import Flow

#: How a line chooses its flow while there is no emergency.
HeldMode = Literal["auto", "day", "night"]


class OutboundSetting(models.Model):
    """Which telephones outside a centre rings, see ``rules/outbound.py``. Without a row: the
    usual ones."""

    centre = models.OneToOneField(Centre, models.PROTECT)
    barred = ArrayField(models.CharField(max_length=16), default=list)
    barred_prefixes = ArrayField(models.CharField(max_length=16), default=list)
    allowed_prefixes = ArrayField(models.CharField(max_length=16), default=list)
    number_an_hour = models.PositiveIntegerField()
    number_a_day = models.PositiveIntegerField()
    centre_an_hour = models.PositiveIntegerField()
    centre_a_day = models.PositiveIntegerField()
    version = models.PositiveIntegerField(default=1)
    updated_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    updated_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"outbound of {self.centre_id}"


class Line(models.Model):
    """``number`` is unique on the platform: a call arrives with nothing but a number.

    ``version`` grows with every change of the plan; the emergency switch leaves it as it is.
    """

    centre = models.ForeignKey(Centre, models.PROTECT)
    number = models.CharField(max_length=20, unique=True)
    name = models.CharField(max_length=64)
    #: By day, and whenever the others are null.
    flow = models.ForeignKey(Flow, models.PROTECT)
    night_flow = models.ForeignKey(Flow, models.PROTECT, null=True, related_name="night_lines")
    emergency_flow = models.ForeignKey(
        Flow, models.PROTECT, null=True, related_name="emergency_lines"
    )
    #: Null: always day.
    calendar = models.ForeignKey(Calendar, models.PROTECT, null=True)
    mode: ChoiceField[HeldMode] = models.CharField(max_length=8, default="auto")
    #: The emergency switch. ``mode`` waits beneath it and holds again when it is off.
    emergency = models.BooleanField(default=False)
    #: 夜铃: telephones that the night's flow rings, all at once.
    night_bell = ArrayField(models.CharField(max_length=20), default=list)
    night_bell_seconds = models.PositiveSmallIntegerField(default=20)
    version = models.PositiveIntegerField(default=1)
    updated_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints: ClassVar = held_to("line", mode=HeldMode)

    def __str__(self) -> str:
        return self.number
