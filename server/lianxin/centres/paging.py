"""Lists in parts: keyset cursors, so that part 1000 costs what part 1 costs."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Model, Q, QuerySet

from lianxin.centres.errors import BadCursor

M = TypeVar("M", bound=Model)

#: Rows are counted up to here; a total above it says that there are more.
COUNT_LIMIT = 10_000


@dataclass(frozen=True)
class Slice(Generic[M]):
    """A part of a list. ``next`` is the cursor of the next part, ``None`` at the end."""

    items: list[M]
    next: str | None
    total: int


def cut(rows: QuerySet[M], by: str, cursor: str | None, limit: int, *, of: str = "") -> Slice[M]:
    """Take ``limit`` rows from ``cursor`` on, newest by ``by`` first. Two queries.

    ``by`` names a column of times; ``of``: whose list it is, where each has one of its own.
    Raises ``BadCursor``.
    """
    total = rows.order_by()[: COUNT_LIMIT + 1].count()
    part = rows.order_by(f"-{by}", "-pk")
    name = _name(rows, by, of)
    if cursor:
        at, key = _moment_and_key(read_place(name, cursor), rows.model)
        part = part.filter(Q(**{f"{by}__lte": at}) & (Q(**{f"{by}__lt": at}) | Q(pk__lt=key)))
    items = list(part[: limit + 1])
    last = items[limit - 1] if len(items) > limit else None
    place = f"{getattr(last, by).isoformat()}|{last.pk}" if last else None
    return Slice(items[:limit], write_place(name, place), total)


def cut_in_order(rows: QuerySet[M], by: str, cursor: str | None, limit: int) -> Slice[M]:
    """Take ``limit`` rows from ``cursor`` on, by ``by``: a column of texts that no two share.

    Raises ``BadCursor``.
    """
    total = rows.order_by()[: COUNT_LIMIT + 1].count()
    part = rows.order_by(by)
    name = _name(rows, by)
    if cursor:
        part = part.filter(**{f"{by}__gt": read_place(name, cursor)})
    items = list(part[: limit + 1])
    last = items[limit - 1] if len(items) > limit else None
    return Slice(items[:limit], write_place(name, getattr(last, by) if last else None), total)


def narrowed(rows: QuerySet[M], **wanted: Any) -> QuerySet[M]:
    """``rows`` that are as ``wanted``; ``None`` wants nothing."""
    return rows.filter(**{key: value for key, value in wanted.items() if value is not None})


def write_place(name: str, place: str | None) -> str | None:
    """The cursor of a place in the list ``name``, which stands in it: two lists may have places
    of one kind, and one's would be some place in the other, without a word."""
    if place is None:
        return None
    return base64.urlsafe_b64encode(f"{name}|{place}".encode()).decode()


def read_place(name: str, cursor: str) -> str:
    """Raises ``BadCursor`` for what is no place in this list."""
    try:
        text = base64.urlsafe_b64decode(cursor.encode()).decode()
    except ValueError as error:
        raise BadCursor from error
    if not text.startswith(f"{name}|") or not text.isprintable():
        raise BadCursor
    return text.removeprefix(f"{name}|")


def _name(rows: QuerySet[M], by: str, of: str = "") -> str:
    return " ".join(filter(None, (rows.model._meta.label_lower, by, of)))


def _moment_and_key(place: str, model: type[Model]) -> tuple[datetime, Any]:
    at, _, key = place.partition("|")
    try:
        return _moment(datetime.fromisoformat(at)), _key(key, model)
    except (ValueError, OverflowError, ValidationError) as error:
        raise BadCursor from error


def _key(text: str, model: type[Model]) -> Any:
    """Refuse what is no key of the list's rows before PostgreSQL has to: whoever forges a cursor
    may write any."""
    return model._meta.pk.to_python(text if len(text) < 19 else str(UUID(text)))


def _moment(at: datetime) -> datetime:
    """In UTC: beyond the calendar there is none."""
    if at.tzinfo is None:
        raise ValueError(at)
    return at.astimezone(UTC)
