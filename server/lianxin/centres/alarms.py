"""Alarms: what a person must look at. Raised by jobs and by whoever finds something wrong."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from lianxin.centres import audit
from lianxin.centres.access import ADMINISTRATOR, Actor
from lianxin.centres.errors import NotFound
from lianxin.centres.models import Alarm
from lianxin.centres.paging import Slice, cut, narrowed


def raise_alarm(centre: int, code: str, object_type: str, object_id: object, **data: Any) -> None:
    """Raise an alarm, once: not again while it stands. Must stand in the centre's scope."""
    alarm = Alarm(
        centre_id=centre,
        code=code,
        object_type=object_type,
        object_id=str(object_id),
        data=data,
    )
    Alarm.objects.bulk_create([alarm], ignore_conflicts=True)


def alarms(
    who: Actor, *, cleared: bool | None = None, cursor: str | None = None, limit: int = 50
) -> Slice[Alarm]:
    """The centre's alarms, newest first. Needs administrator."""
    who.need(ADMINISTRATOR)
    with who.scope():
        stands = None if cleared is None else not cleared
        rows = narrowed(Alarm.objects.select_related("cleared_by"), cleared_at__isnull=stands)
        return cut(rows, "at", cursor, limit)


def clear(who: Actor, alarm_id: int) -> Alarm:
    """Say that an alarm was looked at. Again: nothing more. Needs administrator.

    What is wrong still, or once more, raises a new one. Raises ``NotFound``.
    """
    who.need(ADMINISTRATOR)
    with who.scope():
        alarm = Alarm.objects.select_for_update().filter(pk=alarm_id).first()
        if alarm is None:
            raise NotFound
        if alarm.cleared_at is None:
            alarm.cleared_at, alarm.cleared_by_id = timezone.now(), who.person
            alarm.save(update_fields=["cleared_at", "cleared_by"])
            about = {"code": alarm.code, "about": f"{alarm.object_type} {alarm.object_id}"}
            audit.note(who, "alarm.cleared", "alarm", alarm.pk, **about)
        return Alarm.objects.select_related("cleared_by").get(pk=alarm.pk)
