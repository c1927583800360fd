"""What the API takes and gives of the platform's centres."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from lianxin.api.base import ReadSchema, WriteSchema
from lianxin.api.fields import Code, DisplayName, LineNumber, Version, Whole, YesNo
from lianxin.centres.functions import Function
from lianxin.rules.powers import Role

Most = Annotated[Whole, Field(ge=0, le=1_000_000)]


#: 区号: "" when it is not known.
AreaCode = Annotated[str, StringConstraints(pattern=r"^(0[0-9]{2,3})?$")]


class Quotas(WriteSchema):
    """null: as many as they like. ``faxes``: of a day."""

    lines: Most | None = None
    agents: Most | None = None
    storage_mb: Most | None = None
    faxes: Most | None = None


class CentreCreate(WriteSchema):
    code: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]{1,31}$")]
    name: DisplayName
    city: Annotated[str, StringConstraints(max_length=32)] = ""
    city_code: Annotated[str, StringConstraints(pattern=r"^[0-9]{4}$")]
    area_code: AreaCode = ""
    zone: Annotated[str, StringConstraints(max_length=64)] = "Asia/Shanghai"
    numbers: Annotated[list[LineNumber], Field(max_length=50)] = []
    template: Code = "article"
    administrator: Annotated[str, StringConstraints(pattern=r"^[0-9]{4,12}$")] = "9000"
    administrator_name: DisplayName = "系统管理员"
    quotas: Quotas = Quotas()
    functions_off: Annotated[list[Function], Field(max_length=20)] = []


class CentreUpdate(WriteSchema):
    """``version`` is that of the centre that was read. Only what is named is changed.

    ``separate_administrators``: nobody may be two of system, security and audit administrator.
    ``dormant_days``: accounts in which nobody has signed in for so long are switched off; 0: none.
    ``second_factor_roles``: who has one of them shows a second factor at sign-in.
    """

    version: Version
    name: DisplayName | None = None
    city: Annotated[str, StringConstraints(max_length=32)] | None = None
    area_code: AreaCode | None = None
    quotas: Quotas | None = None
    functions_off: Annotated[list[Function], Field(max_length=20)] | None = None
    separate_administrators: YesNo | None = None
    dormant_days: Annotated[Whole, Field(ge=0, le=3650)] | None = None
    second_factor_roles: Annotated[list[Role], Field(max_length=20)] | None = None


class QuotaRead(ReadSchema):
    lines: int | None
    agents: int | None
    storage_mb: int | None
    faxes: int | None


class CentreRead(ReadSchema):
    code: str
    name: str
    city: str
    city_code: str
    area_code: str
    zone: str
    lines: list[str]
    agents: int
    quotas: QuotaRead
    functions_off: list[str]
    separate_administrators: bool
    dormant_days: int
    second_factor_roles: list[str]
    version: int


class CentresRead(ReadSchema):
    items: list[CentreRead]
    templates: list[str]
    functions: list[str]


class CentreCreated(ReadSchema):
    """``password`` is the administrator's, told this once."""

    centre: CentreRead
    administrator: str
    password: str
