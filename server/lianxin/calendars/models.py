"""When a centre is open."""

from __future__ import annotations

from typing import ClassVar, Literal

from django.db import models

from lianxin.centres.choices import ChoiceField, held_to
from lianxin.centres.models import Centre, Person
from lianxin.rules.hours import DayKind, Weekday


class Calendar(models.Model):
    """When a centre is open, in the centre's own zone.

    ``version`` grows with every change of name and week; days are rows of their own.
    """

    centre = models.ForeignKey(Centre, models.PROTECT)
    code = models.SlugField(max_length=32)
    name = models.CharField(max_length=64)
    #: ``{"mon": [["09:00", "12:00"], …], …}``; a day that is not named is closed.
    week = models.JSONField(default=dict)
    #: Whether it closes on holidays at all.
    keeps_holidays = models.BooleanField(default=True)
    version = models.PositiveIntegerField(default=1)
    updated_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    updated_at = models.DateTimeField(auto_now=True)

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
    kind: ChoiceField[DayKind] = models.CharField(max_length=8)
    name = models.CharField(max_length=64)
    spans = models.JSONField(default=list)
    #: The weekday whose hours it has, "" for none.
    run_as: ChoiceField[Weekday | Literal[""]] = models.CharField(
        max_length=3, blank=True, default=""
    )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["calendar", "date", "kind"], name="calendar_day"),
            *held_to("calendar_day", kind=DayKind),
        ]

    def __str__(self) -> str:
        return f"{self.date} {self.kind}"
