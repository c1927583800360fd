"""What the API takes and gives of people and their accounts."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

from pydantic import Field, StringConstraints

from lianxin.api.base import Listing, ReadSchema, TableSchema, WriteSchema
from lianxin.api.fields import Day, DisplayName, FilterText, Version, YesNo
from lianxin.api.shared.schemas import Agent
from lianxin.centres.models import OffReason
from lianxin.centres.people.file_rows import Column
from lianxin.rules.powers import Act, Right, Role

#: 工号.
PersonNumber = Annotated[str, StringConstraints(pattern=r"^[0-9]{4,12}$")]


#: The head of a column.
Heading = Annotated[str, StringConstraints(max_length=200)]


class PeopleFilter(Listing):
    """``q``: how a number begins, or a part of a name; ``active``: those who can come in, or those
    who are switched off."""

    q: FilterText | None = None
    role: Role | None = None
    active: bool | None = None


class PersonCreate(WriteSchema):
    """``expires_on``: the last day on which they may come in; null: for good."""

    number: PersonNumber
    name: DisplayName
    roles: Annotated[list[Role], Field(max_length=8)] = []
    rights: Annotated[list[Right], Field(max_length=8)] = []
    expires_on: Day | None = None


class PersonUpdate(PersonCreate):
    """``version`` is that of the account that was read."""

    version: Version


class PersonSwitch(WriteSchema):
    on: YesNo
    version: Version


class PersonReset(WriteSchema):
    version: Version


class PersonSummary(ReadSchema):
    """``off_reason``: which rule has switched the account off; "" for a person. ``last_login``:
    when they signed in last."""

    id: int
    number: str
    name: str
    roles: list[str]
    rights: list[str]
    active: bool
    off_reason: OffReason
    expires_on: date | None
    last_login: datetime | None


class FactorReset(ReadSchema):
    """That somebody has asked for it; another who may reset passwords confirms it until then."""

    by: Agent | None
    until: datetime
    own: bool


class PersonRead(PersonSummary):
    """``password_temporary``: the first password was not changed yet. ``factor_since``: since when
    they show a second factor. ``factor_reset``: who has asked that it is taken away. ``acts``: what
    the reader may do to this account."""

    password_temporary: bool
    factor_since: datetime | None
    factor_reset: FactorReset | None
    version: int
    updated_at: datetime
    updated_by: Agent | None
    acts: list[Act]


class PersonPassword(ReadSchema):
    """``password``: told this once; "": nobody who asks may give one."""

    person: PersonRead
    password: str


class PowersRead(ReadSchema):
    """What the reader may do to accounts, and which roles and rights they may give. ``separate``:
    nobody may be two of system, security and audit administrator."""

    acts: list[Act]
    roles: list[str]
    rights: list[str]
    separate: bool


class PeopleImport(TableSchema):
    """``text``: CSV with a head line, see docs/howto/people.md. ``columns``: what headings mean
    that are not understood by themselves; "" passes one over."""

    text: Annotated[str, StringConstraints(max_length=200_000)]
    columns: Annotated[dict[Heading, Column], Field(max_length=50)] = {}


class PeopleColumn(ReadSchema):
    heading: str
    column: Column


class PeopleFault(ReadSchema):
    """``row``: as a spreadsheet shows it, the head line being 1; 0 is the file itself."""

    row: int
    field: str
    fault: str
    value: str


class PeopleRow(ReadSchema):
    """Somebody as the file was understood."""

    row: int
    number: str
    name: str
    roles: list[str]
    rights: list[str]
    expires_on: date | None
    refused: bool


class PeoplePreview(ReadSchema):
    """Whom a file would take on. Faults are the first ones."""

    columns: list[PeopleColumn]
    rows: list[PeopleRow]
    refused: int
    faults: list[PeopleFault]


class PersonMade(ReadSchema):
    """``password``: told this once; "": nobody who asks may give one."""

    row: int
    number: str
    name: str
    password: str


class PeopleImported(ReadSchema):
    people: list[PersonMade]
