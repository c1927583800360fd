"""Numbers of cases: one row per centre and day is locked for as long as it takes to open one."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from django.db import connection

from lianxin.centres.models import Centre
from lianxin.rules import case_number

_NEXT = """
INSERT INTO cases_casecounter (centre_id, day, last) VALUES (%s, %s, 1)
ON CONFLICT (centre_id, day) DO UPDATE SET last = cases_casecounter.last + 1
RETURNING last
"""


def next_number(centre_id: int, now: datetime) -> str:
    """The next number of the centre's own day. Must stand in the transaction of the case."""
    centre = Centre.objects.get(pk=centre_id)
    day = now.astimezone(ZoneInfo(centre.zone)).date()
    with connection.cursor() as cursor:
        cursor.execute(_NEXT, [centre_id, day])
        (sequence,) = cursor.fetchone()
    return case_number.build(centre.city_code, day, sequence)
