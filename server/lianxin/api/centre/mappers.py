"""Between the roster, the audit trail and the alarms and their shapes in the API."""

from __future__ import annotations

from collections.abc import Collection

from lianxin.api.centre import schemas
from lianxin.api.centre.names import Names, data_of, part_of
from lianxin.api.shared.mappers import agent
from lianxin.centres.models import Alarm, AuditEntry, Person


def person(row: Person) -> schemas.PersonSummary:
    return schemas.PersonSummary(
        id=row.pk,
        number=row.number,
        name=row.name,
        roles=list(row.roles),
        rights=list(row.rights),
        active=row.active,
    )


def audit(
    row: AuditEntry, names: Names, withheld: Collection[str] = ()
) -> schemas.AuditEntrySummary:
    return schemas.AuditEntrySummary(
        id=row.pk,
        at=row.at,
        person=agent(row.person),
        action=row.action,
        object_type=row.object_type,
        object_id=row.object_id,
        data=data_of(row, withheld),
        names=part_of(row, names),
        address=row.address,
    )


def alarm(row: Alarm, names: Names) -> schemas.AlarmSummary:
    return schemas.AlarmSummary(
        id=row.pk,
        at=row.at,
        code=row.code,
        object_type=row.object_type,
        object_id=row.object_id,
        data=row.data,
        names=part_of(row, names),
        cleared_at=row.cleared_at,
        cleared_by=agent(row.cleared_by),
    )
