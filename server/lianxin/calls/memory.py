"""What is remembered of a caller: the language that they chose, by a keyed hash of the number."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.crypto import salted_hmac

from lianxin.calls.models import CallerMemory
from lianxin.centres.isolation import scope
from lianxin.rules.values import Language, known_language

#: A number changes hands: what was not used for this long is forgotten.
KEPT = timedelta(days=730)


def caller_hash(centre: int, number: str) -> str:
    """The same number at another centre is another hash."""
    text = f"{centre}:{number}"
    return salted_hmac("lianxin.caller.memory", text, algorithm="sha256").hexdigest()


def remembered_language(centre: int, number: str) -> Language | None:
    """The language of the caller ``number``; None when withheld or not known."""
    if not number:
        return None
    with scope(centre):
        row = CallerMemory.objects.filter(caller=caller_hash(centre, number)).first()
    return None if row is None else row.language


def remember_language(centre: int, number: str, language: str, at: datetime) -> bool:
    """Write a choice down, in the scope of its centre; an older one changes nothing newer."""
    known = known_language(language)
    if not number or known is None:
        return False
    key = caller_hash(centre, number)
    row = CallerMemory(centre_id=centre, caller=key, language=known, at=at)
    CallerMemory.objects.bulk_create([row], ignore_conflicts=True)
    older = CallerMemory.objects.filter(caller=key, at__lte=at)
    return bool(older.update(language=known, at=at))


def forget_old() -> int:
    """Delete what was not used for long, in the caller's scope. Returns how many."""
    return CallerMemory.objects.filter(at__lt=timezone.now() - KEPT).delete()[0]
