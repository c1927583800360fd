"""Two people with one row: who comes second is told by whom, and loses nothing.

Who changes a row names the ``version`` that they read. Each part has an error of its own for it,
with a stable code: what all of them say is written here.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Protocol

from lianxin.centres.errors import Problem
from lianxin.centres.models import Person


class VersionedRow(Protocol):
    """A row whose ``version`` grows with each change; ``updated_by`` is the last who did."""

    @property
    def version(self) -> int: ...
    @property
    def updated_at(self) -> datetime | None: ...
    @property
    def updated_by(self) -> Person | None: ...


def check_version(
    row: VersionedRow,
    version: int,
    error: type[Problem],
    changes: Mapping[str, Any] | None = None,
    **details: Any,
) -> None:
    """Raise ``error`` when ``row`` is no more the one that was read at ``version``.

    Its details: ``version``, ``by`` ("8001 name"; "" for nobody) and ``at`` of the newer one (null:
    nobody has written it yet), and ``details``. With ``changes`` also ``fields``: both values of
    each that differs.
    """
    if row.version == version:
        return
    by = row.updated_by
    if changes is not None:
        details["fields"] = _disputed(row, changes)
    raise error(
        version=row.version,
        by=f"{by.number} {by.name}" if by else "",
        at=row.updated_at.isoformat() if row.updated_at else None,
        **details,
    )


def _disputed(row: VersionedRow, changes: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    both = {
        field: {"yours": mine, "theirs": getattr(row, field)} for field, mine in changes.items()
    }
    return {field: pair for field, pair in both.items() if pair["yours"] != pair["theirs"]}
