"""Who can take calls."""

from __future__ import annotations

from lianxin.agents.models import Telephone
from lianxin.centres.access import AGENT
from lianxin.centres.models import Person


def agents() -> list[Person]:
    """The agents of the centre whose scope is open, by number."""
    return list(Person.objects.filter(active=True, roles__contains=[AGENT]).order_by("number"))


def dial_strings() -> dict[int, str]:
    """Person → what Asterisk dials for those who take calls on a telephone of their own."""
    telephones = Telephone.objects.values_list("person_id", "number", "trunk")
    return {person: f"PJSIP/{number}@{trunk}" for person, number, trunk in telephones}
