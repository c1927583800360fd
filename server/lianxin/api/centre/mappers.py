"""Between the roster, the audit trail and the alarms and their shapes in the API."""

from __future__ import annotations

from collections.abc import Collection

from lianxin.api.centre import schemas
from lianxin.api.centre.names import data_of
from lianxin.api.shared.mappers import agent
from lianxin.centres.models import Alarm, AuditEntry, Person
from lianxin.centres.names import Names, part_of


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
    """``names``: today's, for an entry of before names were kept; ``withheld``: ids of cases that
    the reader may not read."""
    return schemas.AuditEntrySummary(
        id=row.pk,
        at=row.at,
        person=agent(row.person),
        action=row.action,
        object_type=row.object_type,
        object_id=row.object_id,
        data=data_of(row, withheld),
        names=part_of(row, names) if row.names is None else row.names,
        names_today=row.names is None,
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
