"""How often something may be tried. Kept in PostgreSQL, so a restart forgets nothing."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from lianxin.centres.isolation import fresh_connection
from lianxin.centres.locks import Turn, advisory_lock
from lianxin.centres.models import Attempt


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
