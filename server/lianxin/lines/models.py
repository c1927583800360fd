"""A number that citizens dial, the calendar that it goes by, and its plan."""

from __future__ import annotations

from typing import ClassVar, Literal

from django.contrib.postgres.fields import ArrayField
from django.db import models

from lianxin.centres.models import Centre
from lianxin.centres.words import held_to
from lianxin.flows.models import Flow
from lianxin.rules.hours import DayKind

#: How a line chooses its flow while there is no emergency.
HeldMode = Literal["auto", "day", "night"]


class Calendar(models.Model):
    """When a centre is open, in the centre's own zone."""

    centre = models.ForeignKey(Centre, models.PROTECT)
    code = models.SlugField(max_length=32)
    name = models.CharField(max_length=64)
    #: ``{"mon": [["09:00", "12:00"], …], …}``; a day that is not named is closed.
    week = models.JSONField(default=dict)
    #: Whether it closes on holidays at all.
    keeps_holidays = models.BooleanField(default=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["centre", "code"], name="calendar_code")
        ]

    def __str__(self) -> str:
        return self.code


class CalendarDay(models.Model):
    """A date that does not follow its weekday. Without ``spans`` and ``run_as``: closed."""

    centre = models.ForeignKey(Centre, models.PROTECT)
    calendar = models.ForeignKey(Calendar, models.CASCADE, related_name="days")
    date = models.DateField()
    kind = models.CharField(max_length=8)
    name = models.CharField(max_length=64)
    spans = models.JSONField(default=list)
    #: The weekday whose hours it has, "" for none.
    run_as = models.CharField(max_length=3, blank=True, default="")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["calendar", "date", "kind"], name="calendar_day"),
            *held_to("calendar_day", kind=DayKind),
        ]

    def __str__(self) -> str:
        return f"{self.date} {self.kind}"


class Line(models.Model):
    """``number`` is unique on the platform: a call arrives with nothing but a number."""

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
    mode = models.CharField(max_length=8, default="auto")
    #: The emergency switch. ``mode`` waits beneath it and holds again when it is off.
    emergency = models.BooleanField(default=False)
    #: 夜铃: telephones that the night's flow rings, all at once.
    night_bell = ArrayField(models.CharField(max_length=20), default=list)
    night_bell_seconds = models.PositiveSmallIntegerField(default=20)

    class Meta:
        constraints: ClassVar = held_to("line", mode=HeldMode)

    def __str__(self) -> str:
        return self.number
