"""The most that a centre may have. The platform's operator sets it; actions that add ask here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from django.apps import apps
from django.db.models import Sum

from lianxin.centres.errors import QuotaFull, StorageFull
from lianxin.centres.models import Centre

Quota = Literal["lines", "agents", "faxes"]

#: What takes a centre's storage: rows that have ``bytes``.
_STORED = ("prompts.PromptVersion", "speech.Reading")


def need_room(centre_id: int, quota: Quota, count: Callable[[], int]) -> None:
    """Raise ``QuotaFull`` when the centre has as many as it may. One at a time: must stand in
    the transaction that adds. ``count`` is asked once nobody else adds any more."""
    # Not locked against rows that only name their centre: those are written at every call.
    centre = Centre.objects.select_for_update(no_key=True).get(pk=centre_id)
    most = getattr(centre, f"quota_{quota}")
    if most is not None and count() >= most:
        raise QuotaFull(quota=quota, most=most)


@dataclass(frozen=True)
class Storage:
    """What a centre's own sounds take, and may take; ``limit`` ``None``: as much as they like."""

    used: int  # bytes
    limit: int | None


def read_storage(centre_id: int) -> Storage:
    """In the centre's scope."""
    tables = (apps.get_model(name) for name in _STORED)
    used = sum(table.objects.aggregate(sum=Sum("bytes"))["sum"] or 0 for table in tables)
    megabytes = Centre.objects.get(pk=centre_id).quota_storage_mb
    return Storage(used, None if megabytes is None else megabytes * 1024**2)


def need_storage(centre_id: int, more: int) -> None:
    """Raise ``StorageFull`` when ``more`` bytes are too many for the centre."""
    storage = read_storage(centre_id)
    if storage.limit is not None and storage.used + more > storage.limit:
        used, limit = (round(size / 1024**2) for size in (storage.used, storage.limit))
        raise StorageFull(used=used, limit=limit)
