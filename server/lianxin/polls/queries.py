"""Reads of polls. Tallies are shown to nobody before the poll is over: docs/decisions/0028."""

from __future__ import annotations

from datetime import date

from django.db.models import Count
from django.utils import timezone

from lianxin.centres import audit
from lianxin.centres.access import ADMINISTRATOR, FLOW_EDITOR, SUPERVISOR, Actor, need_function
from lianxin.centres.errors import NotFound
from lianxin.centres.paging import Slice, cut
from lianxin.polls.errors import ResultsLater
from lianxin.polls.models import Poll
from lianxin.polls.tallies import Tally, tallies, turnout

MOST_NAMED = 500


def check_reads(who: Actor) -> None:
    """Raise ``FunctionOff`` or ``NotAllowed``."""
    need_function(who, "polls")
    who.need(ADMINISTRATOR, SUPERVISOR, FLOW_EDITOR)


def polls(who: Actor, *, cursor: str | None = None, limit: int = 50) -> Slice[Poll]:
    """Polls by their beginning, the latest first; ``turnout`` counts the votes of each."""
    check_reads(who)
    with who.scope():
        rows = Poll.objects.select_related("updated_by").annotate(turnout=Count("votes"))
        return cut(rows, "opens_at", cursor, limit)


def poll(who: Actor, code: str) -> Poll:
    """One poll with its ``turnout``. Raises ``NotFound``."""
    check_reads(who)
    with who.scope():
        return found(code)


def found(code: str) -> Poll:
    """One poll, in the caller's scope. Raises ``NotFound``."""
    rows = Poll.objects.select_related("updated_by").annotate(turnout=Count("votes"))
    row = rows.filter(code=code).first()
    if row is None:
        raise NotFound
    return row


def days(who: Actor, code: str) -> list[tuple[date, int]]:
    """Votes by day. Raises ``NotFound``."""
    check_reads(who)
    with who.scope():
        return turnout(found(code), who.zone)


def results(who: Actor, code: str) -> tuple[Poll, list[Tally]]:
    """What was voted; noted. Raises ``ResultsLater`` before the end, whoever asks."""
    check_reads(who)
    with who.scope():
        row = found(code)
        if timezone.now() < row.closes_at:
            raise ResultsLater(closes_at=row.closes_at.isoformat())
        audit.note(who, "poll.results_viewed", "poll", row.code)
        return row, tallies(row)


def named(who: Actor) -> list[tuple[str, str]]:
    """Codes and titles for whoever draws flows; nothing when the function is off."""
    if "polls" not in who.functions:
        return []
    with who.scope():
        rows = Poll.objects.order_by("-opens_at")[:MOST_NAMED]
        return [(row.code, row.title) for row in rows]
