"""Numbers of cases: one row per centre and day is locked for as long as it takes to open one."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db import connection

from lianxin.cases.errors import NumbersUsedUp
from lianxin.centres.models import Centre
from lianxin.rules import case_number

_NEXT = """
INSERT INTO cases_casecounter (centre_id, day, last) VALUES (%s, %s, 1)
ON CONFLICT (centre_id, day) DO UPDATE SET last = cases_casecounter.last + 1
RETURNING last
"""


def next_number(centre_id: int, now: datetime) -> str:
    """The next number of the centre's own day. Must stand in the transaction of the case.

    Raises ``NumbersUsedUp`` after the last one of a day.
    """
    centre = Centre.objects.get(pk=centre_id)
    day = now.astimezone(ZoneInfo(centre.zone)).date()
    with connection.cursor() as cursor:
        cursor.execute(_NEXT, [centre_id, day])
        (sequence,) = cursor.fetchone()
    if sequence > case_number.LAST_SEQUENCE:
        raise NumbersUsedUp(day=str(day))
    return case_number.build(centre.city_code, day, sequence)


def day_after(centre_id: int, now: datetime) -> datetime:
    """When the centre's own day after that of ``now`` begins, and its numbers with it."""
    zone = ZoneInfo(Centre.objects.get(pk=centre_id).zone)
    tomorrow = now.astimezone(zone).date() + timedelta(days=1)
    return datetime.combine(tomorrow, time.min, zone)
