"""The audit trail: one row for each write, and for each read that is sensitive.

An entry keeps what things were called when it was written. Whoever removes a thing notes it first.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lianxin.centres.access import Actor
from lianxin.centres.announce import announce
from lianxin.centres.models import AuditEntry
from lianxin.centres.names import names_of, part_of


def note(who: Actor, action: str, object_type: str, object_id: object, **data: Any) -> None:
    """Say that ``who`` did ``action``. Must stand in the scope, and transaction, of the act."""
    _write(
        AuditEntry(
            centre_id=who.centre,
            person_id=who.person,
            action=action,
            object_type=object_type,
            object_id=str(object_id),
            data=data,
            address=who.address,
        )
    )


def changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """What of ``after`` is otherwise than it was, as ``note`` keeps it: JSON by field."""
    changed = [name for name, value in after.items() if before.get(name) != value]
    return {
        "before": {name: before.get(name) for name in changed},
        "after": {name: after[name] for name in changed},
    }


def note_system(
    centre: int, action: str, object_type: str, object_id: object, *, address: str = "", **data: Any
) -> None:
    """Say what was done at a centre by nobody who is signed in: a caller, a job, a visitor."""
    _write(
        AuditEntry(
            centre_id=centre,
            action=action,
            object_type=object_type,
            object_id=str(object_id),
            data=data,
            address=address,
        )
    )


def _write(entry: AuditEntry) -> None:
    entry.names = part_of(entry, names_of([entry]))
    entry.save(force_insert=True)
    announce(entry.centre_id, entry.action, entry.object_type)
