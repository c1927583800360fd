"""Between the audit trail and the alarms and their shapes in the API."""

from __future__ import annotations

from collections.abc import Collection

from lianxin.api.centre import schemas
from lianxin.api.centre.withheld import is_withheld
from lianxin.api.shared.mappers import agent
from lianxin.centres.models import Alarm, AuditEntry
from lianxin.centres.names import Names, Reference, part_of


def audit(
    row: AuditEntry, names: Names, closed: Collection[Reference] = ()
) -> schemas.AuditEntrySummary:
    """``names``: today's, for an entry of before names were kept; ``closed``: what the reader may
    not know."""
    withheld = is_withheld(row, closed)
    kept = part_of(row, names) if row.names is None else row.names
    return schemas.AuditEntrySummary(
        id=row.pk,
        at=row.at,
        person=agent(row.person),
        action=row.action,
        object_type=row.object_type,
        withheld=withheld,
        object_id="" if withheld else row.object_id,
        data={} if withheld else row.data,
        names={} if withheld else kept,
        names_today=row.names is None and not withheld,
        # Of nobody who is signed in it is a citizen's.
        address="" if withheld and row.person is None else row.address,
    )


def alarm(row: Alarm, names: Names, closed: Collection[Reference] = ()) -> schemas.AlarmSummary:
    """``closed``: what the reader may not know."""
    withheld = is_withheld(row, closed)
    return schemas.AlarmSummary(
        id=row.pk,
        at=row.at,
        code=row.code,
        object_type=row.object_type,
        withheld=withheld,
        object_id="" if withheld else row.object_id,
        data={} if withheld else row.data,
        names={} if withheld else part_of(row, names),
        cleared_at=row.cleared_at,
        cleared_by=agent(row.cleared_by),
    )
