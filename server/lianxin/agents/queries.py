"""Who can take calls."""

from __future__ import annotations

from lianxin.centres.access import AGENT
from lianxin.centres.models import Person


def agents() -> list[Person]:
    """The agents of the centre whose scope is open, by number."""
    return list(Person.objects.filter(active=True, roles__contains=[AGENT]).order_by("number"))
