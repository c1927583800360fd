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


def cut(rows: QuerySet[M], by: str, cursor: str | None, limit: int) -> Slice[M]:
    """Take ``limit`` rows from ``cursor`` on, newest by ``by`` first. Two queries.

    ``by`` names a column of times. Raises ``BadCursor``.
    """
    total = rows.order_by()[: COUNT_LIMIT + 1].count()
    part = rows.order_by(f"-{by}", "-pk")
    if cursor:
        at, key = _read(cursor, rows.model)
        part = part.filter(Q(**{f"{by}__lte": at}) & (Q(**{f"{by}__lt": at}) | Q(pk__lt=key)))
    items = list(part[: limit + 1])
    more = len(items) > limit
    last = items[limit - 1] if more else None
    return Slice(items[:limit], _write(getattr(last, by), last.pk) if last else None, total)


def cut_in_order(rows: QuerySet[M], by: str, cursor: str | None, limit: int) -> Slice[M]:
    """Take ``limit`` rows from ``cursor`` on, by ``by``: a column of texts that no two share.

    Raises ``BadCursor``.
    """
    total = rows.order_by()[: COUNT_LIMIT + 1].count()
    part = rows.order_by(by)
    if cursor:
        part = part.filter(**{f"{by}__gt": _read_text(cursor)})
    items = list(part[: limit + 1])
    more = len(items) > limit
    last = items[limit - 1] if more else None
    return Slice(items[:limit], _write_text(getattr(last, by)) if last else None, total)


def narrowed(rows: QuerySet[M], **wanted: Any) -> QuerySet[M]:
    """``rows`` that are as ``wanted``; ``None`` wants nothing."""
    return rows.filter(**{key: value for key, value in wanted.items() if value is not None})


def _write(at: datetime, key: Any) -> str:
    return base64.urlsafe_b64encode(f"{at.isoformat()}|{key}".encode()).decode()


#: Before the text of a cursor: that of a list by time is none here.
_TEXT = "text|"


def _write_text(text: str) -> str:
    return base64.urlsafe_b64encode(f"{_TEXT}{text}".encode()).decode()


def _read_text(cursor: str) -> str:
    try:
        text = base64.urlsafe_b64decode(cursor.encode()).decode()
    except ValueError as error:
        raise BadCursor from error
    if not text.startswith(_TEXT) or not text.isprintable():
        raise BadCursor
    return text.removeprefix(_TEXT)


def _read(cursor: str, model: type[Model]) -> tuple[datetime, Any]:
    try:
        at, _, key = base64.urlsafe_b64decode(cursor.encode()).decode().partition("|")
        return _moment(datetime.fromisoformat(at)), _key(key, model)
    except (ValueError, OverflowError, ValidationError) as error:
        raise BadCursor from error


def _key(text: str, model: type[Model]) -> Any:
    """Refuse what is no key of the list's rows before PostgreSQL has to: a cursor of another list
    may have another kind of key."""
    return model._meta.pk.to_python(text if len(text) < 19 else str(UUID(text)))


def _moment(at: datetime) -> datetime:
    """In UTC: beyond the calendar there is none."""
    if at.tzinfo is None:
        raise ValueError(at)
    return at.astimezone(UTC)
