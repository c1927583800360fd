"""Between people and their shapes in the API."""

from __future__ import annotations

from typing import Any

from lianxin.api.people import schemas
from lianxin.api.shared.mappers import agent
from lianxin.centres.access import Actor
from lianxin.centres.models import Person, SecondFactor
from lianxin.centres.people.actions import PersonDraft
from lianxin.centres.people.file_rows import FileRow, PeopleFile
from lianxin.centres.people.importing import MOST_FAULTS, Made
from lianxin.centres.people.queries import Powers, acts_on
from lianxin.centres.second_factor.queries import ASKED, factor_of, is_asked


def person(row: Person) -> schemas.PersonSummary:
    return schemas.PersonSummary(**_fields(row))


def account(who: Actor, row: Person) -> schemas.PersonRead:
    factor = factor_of(who, row)
    return schemas.PersonRead(
        **_fields(row),
        factor_since=factor.on_since if factor else None,
        factor_reset=_reset(who, factor) if factor else None,
        password_temporary=row.password_temporary,
        version=row.version,
        updated_at=row.updated_at,
        updated_by=agent(row.updated_by),
        acts=acts_on(who, row),
    )


def _reset(who: Actor, factor: SecondFactor) -> schemas.FactorReset | None:
    at = factor.reset_asked_at
    if at is None or not is_asked(factor):
        return None
    own = factor.reset_asked_by_id == who.person
    return schemas.FactorReset(by=agent(factor.reset_asked_by), until=at + ASKED, own=own)


def password(who: Actor, row: Person, first: str) -> schemas.PersonPassword:
    return schemas.PersonPassword(person=account(who, row), password=first)


def draft(given: schemas.PersonCreate) -> PersonDraft:
    return PersonDraft(
        given.number,
        given.name,
        frozenset(given.roles),
        frozenset(given.rights),
        given.expires_on,
    )


def powers(found: Powers) -> schemas.PowersRead:
    return schemas.PowersRead(
        acts=list(found.acts),
        roles=list(found.roles),
        rights=list(found.rights),
        separate=found.separate,
    )


def preview(file: PeopleFile) -> schemas.PeoplePreview:
    refused = {fault.row for fault in file.faults if fault.row}
    return schemas.PeoplePreview(
        columns=[schemas.PeopleColumn(heading=name, column=each) for name, each in file.columns],
        rows=[_row(row, row.row in refused) for row in file.rows],
        refused=len(refused),
        faults=[schemas.PeopleFault(**vars(each)) for each in file.faults[:MOST_FAULTS]],
    )


def _row(row: FileRow, refused: bool) -> schemas.PeopleRow:
    return schemas.PeopleRow(
        row=row.row,
        number=row.number,
        name=row.name,
        roles=sorted(row.roles),
        rights=sorted(row.rights),
        expires_on=row.expires_on,
        refused=refused,
    )


def imported(made: list[Made]) -> schemas.PeopleImported:
    return schemas.PeopleImported(people=[schemas.PersonMade(**vars(each)) for each in made])


def _fields(row: Person) -> dict[str, Any]:
    return {
        "id": row.pk,
        "number": row.number,
        "name": row.name,
        "roles": list(row.roles),
        "rights": list(row.rights),
        "active": row.active,
        "off_reason": row.off_reason,
        "expires_on": row.expires_on,
        "last_login": row.last_login,
    }
