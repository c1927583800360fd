"""The outbox of faxes: what callers asked for, once each, and not more than is good for anybody.

A fax machine that somebody else chose rings at night and eats paper, so who may get one and
how many a day is asked before anything is written down.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import connection, transaction

from lianxin.centres.errors import QuotaFull
from lianxin.centres.functions import functions_of
from lianxin.centres.models import Centre
from lianxin.centres.quotas import need_room
from lianxin.faxes.drawing_jobs import draw_soon
from lianxin.faxes.models import Fax
from lianxin.faxes.pages import Document, Page, TooLong, laid_out
from lianxin.faxes.policy import (
    MOST_OF_CALLER,
    MOST_TO_NUMBER,
    FaxRefusal,
    Line,
    fixed_line,
    same_line,
)
from lianxin.rules.values import Language

#: Where the switchboard hears that a fax is due.
CHANNEL = "lianxin_faxes"


@dataclass(frozen=True)
class Wanted:
    """A document that a caller wants by fax at ``number``, as they typed it."""

    centre: int
    key: str
    number: str
    caller: str
    line: str
    title: str
    body: str
    language: Language
    call: UUID | None
    at: datetime


def put(wanted: Wanted) -> FaxRefusal | None:
    """Write a fax down, in the scope of its centre; why it may not be, or None.

    The same ``key`` again changes nothing. One at a time in a centre: what is counted here
    does not grow meanwhile.
    """
    centre = Centre.objects.select_for_update(no_key=True).get(pk=wanted.centre)
    if Fax.objects.filter(key=wanted.key).exists():
        return None
    if "fax" not in functions_of(centre):
        return "refused"
    line = fixed_line(wanted.number)
    if line is None:
        return "bad_number"
    if _too_many(centre, wanted, line):
        return "too_many"
    try:
        pages = len(laid_out(document(centre, wanted)))
    except TooLong:
        return "too_long"
    row = Fax.objects.create(
        centre_id=wanted.centre,
        key=wanted.key,
        number=line.number,
        caller=wanted.caller[:64],
        line=wanted.line,
        title=wanted.title[:200],
        body=wanted.body,
        language=wanted.language,
        pages=pages,
        next_at=wanted.at,
        call=wanted.call,
        created_at=wanted.at,
    )
    transaction.on_commit(lambda: draw_soon(row.centre_id, row.pk))
    return None


def pages_of(fax: Fax) -> tuple[Page, ...]:
    """The pages of a fax: the same words, day and hotline at every try."""
    words = Wanted(
        centre=fax.centre_id,
        key=fax.key,
        number=fax.number,
        caller=fax.caller,
        line=fax.line,
        title=fax.title,
        body=fax.body,
        language=fax.language,
        call=fax.call,
        at=fax.created_at,
    )
    return laid_out(document(fax.centre, words))


def document(centre: Centre, wanted: Wanted) -> Document:
    """What stands on the pages, with the day of the centre's own calendar."""
    day = wanted.at.astimezone(ZoneInfo(centre.zone))
    if wanted.language == "en":
        written = f"{day.day} {day:%B %Y}"
    else:
        written = f"{day.year}年{day.month}月{day.day}日"
    return Document(
        centre=centre.name,
        title=wanted.title[:200],
        body=wanted.body,
        day=written,
        hotline=wanted.line,
        language=wanted.language,
    )


def announce(centre: int) -> None:
    """Tell the switchboard, when this transaction commits, that something may be due."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_notify(%s, %s)", [CHANNEL, str(centre)])


def forget_picture(fax: UUID) -> None:
    """The fax is over: its words stay in the row, its picture goes."""
    (settings.ENV.faxes / f"{fax}.tif").unlink(missing_ok=True)


def _too_many(centre: Centre, wanted: Wanted, line: Line) -> bool:
    day = wanted.at.astimezone(ZoneInfo(centre.zone)).replace(
        hour=0, minute=0, second=0, microsecond=0
    )
    today = Fax.objects.filter(created_at__gte=day).exclude(state="cancelled")
    alike = today.filter(number__endswith=line.local).values_list("number", flat=True)
    known = (fixed_line(number) for number in alike)
    there = sum(1 for each in known if each is not None and same_line(each, line))
    asked = today.filter(caller=wanted.caller).count() if wanted.caller else 0
    try:
        need_room(centre.pk, "faxes", today.count)
    except QuotaFull:
        return True
    return there >= MOST_TO_NUMBER or asked >= MOST_OF_CALLER
