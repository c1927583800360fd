"""Who can take calls, and when they did not."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Q
from django.utils import timezone

from lianxin.agents.models import NotReady, Telephone
from lianxin.agents.times import NotReadyTimes, summed
from lianxin.centres.access import ADMINISTRATOR, AGENT, SUPERVISOR, Actor
from lianxin.centres.models import Person

#: Nobody is not ready for longer: what began before is looked at no more, so that one who was
#: forgotten does not make every day read all days.
LONGEST = timedelta(days=7)


def agents() -> list[Person]:
    """The agents of the centre whose scope is open, by number."""
    return list(Person.objects.filter(active=True, roles__contains=[AGENT]).order_by("number"))


def dial_strings() -> dict[int, str]:
    """Person → what Asterisk dials for those who take calls on a telephone of their own."""
    telephones = Telephone.objects.values_list("person_id", "number", "trunk")
    return {person: f"PJSIP/{number}@{trunk}" for person, number, trunk in telephones}


def not_ready(who: Actor, day: date | None) -> tuple[date, list[tuple[Person, NotReadyTimes]]]:
    """How long each agent was not ready on a day of the centre's calendar, by number; of today
    where none is named. For supervisors and administrators.
    """
    who.need(SUPERVISOR, ADMINISTRATOR)
    zone, now = ZoneInfo(who.zone), timezone.now()
    day = day or now.astimezone(zone).date()
    # In UTC: between two moments of one zone Python counts what clocks show, and not what passed.
    begin, end = (
        datetime.combine(each, time(), zone).astimezone(UTC) for each in (day, day + timedelta(1))
    )
    with who.scope():
        there = Q(ended_at=None) | Q(ended_at__gt=begin)
        rows = NotReady.objects.filter(there, began_at__gte=begin - LONGEST, began_at__lt=end)
        found: dict[Person, list[NotReady]] = defaultdict(list)
        for row in rows.select_related("person").order_by("began_at"):
            found[row.person].append(row)
    people = sorted(found, key=lambda person: person.number)
    return day, [(person, summed(found[person], begin, end, now)) for person in people]
