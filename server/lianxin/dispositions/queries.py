"""Reads of dispositions."""

from __future__ import annotations

from lianxin.centres.access import Actor
from lianxin.dispositions.models import Disposition


def dispositions(who: Actor) -> list[Disposition]:
    """All of the centre, in the order in which they are offered, with the archived ones."""
    with who.scope():
        return list(Disposition.objects.order_by("position", "pk"))
