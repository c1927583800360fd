"""How often something may be tried. Kept in PostgreSQL, so a restart forgets nothing."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from lianxin.centres.isolation import fresh_connection
from lianxin.centres.locks import Turn, advisory_lock
from lianxin.centres.models import Attempt
from lianxin.rules.guesses import Limit

#: More tries than any limit looks at.
_COUNTED = 200


def wait(kind: str, key: str, limit: int, seconds: int) -> int:
    """Seconds until ``key`` may try again; 0 when it may try now. Counts nothing."""
    return _wait(kind, key, limit, seconds, timezone.now())


def note(kind: str, key: str) -> None:
    """Count one try."""
    Attempt.objects.create(kind=kind, key=key[:160], at=timezone.now())


def take(kind: str, key: str, limit: int, seconds: int) -> int:
    """Count one try and return 0, or return the seconds to wait and count nothing.

    Two tries at the same moment are taken one after the other.
    """
    fresh_connection()
    with transaction.atomic():
        advisory_lock(Turn.ATTEMPT, kind + key)
        left = wait(kind, key, limit, seconds)
        if not left:
            note(kind, key)
        return left


@dataclass(frozen=True)
class Try:
    """One try, of which ``limit`` says how often it may come."""

    kind: str
    key: str
    limit: Limit


def take_all(tries: Sequence[Try]) -> int:
    """Count a try of each and return 0, or return the seconds to wait and count none.

    Two at the same moment are taken one after the other.
    """
    fresh_connection()
    with transaction.atomic():
        for each in sorted(tries, key=lambda each: (each.kind, each.key)):
            advisory_lock(Turn.ATTEMPT, each.kind + each.key)
        left = max((_left(each) for each in tries), default=0.0)
        if left > 0:
            return math.ceil(left)
        for each in tries:
            note(each.kind, each.key)
        return 0


def _left(one: Try) -> float:
    now = timezone.now()
    since = now - timedelta(seconds=one.limit.seconds)
    recent = Attempt.objects.filter(kind=one.kind, key=one.key[:160], at__gt=since)
    times = recent.order_by("-at").values_list("at", flat=True)[:_COUNTED]
    return one.limit.wait([(now - at).total_seconds() for at in times])


def give_back(kind: str, key: str) -> None:
    """Take the newest try of ``key`` for none: it was a success."""
    newest = Attempt.objects.filter(kind=kind, key=key[:160]).order_by("-at")[:1]
    Attempt.objects.filter(pk__in=newest.values("pk")).delete()


def forget(kind: str, key: str) -> None:
    """Start anew, after a success."""
    Attempt.objects.filter(kind=kind, key=key[:160]).delete()


def sweep(older_than: timedelta = timedelta(days=1)) -> int:
    """Delete tries that no limit looks at any more. Returns how many."""
    return Attempt.objects.filter(at__lt=timezone.now() - older_than).delete()[0]


def _wait(kind: str, key: str, limit: int, seconds: int, now: datetime) -> int:
    window = timedelta(seconds=seconds)
    recent = Attempt.objects.filter(kind=kind, key=key[:160], at__gt=now - window)
    times = list(recent.order_by("-at").values_list("at", flat=True)[:limit])
    if len(times) < limit:
        return 0
    return max(1, int((times[-1] + window - now).total_seconds()) + 1)
