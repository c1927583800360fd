"""What the API takes and gives of connections."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from lianxin.api.base import ReadSchema, WriteSchema
from lianxin.api.fields import Code, DisplayName, Number, Version, Whole, YesNo
from lianxin.api.shared.schemas import Agent
from lianxin.connections.breaker import BreakerState
from lianxin.connections.models import ConnectionKind
from lianxin.connections.queries import MOST_QUERIES

HeaderName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9-]{1,64}$")]


HeaderValue = Annotated[str, StringConstraints(max_length=2000, pattern=r"^[\x20-\x7e]*$")]


Value = str | int | float | bool | None


class ConnectionHeader(WriteSchema):
    """``value`` null: a secret that is kept as it is."""

    name: HeaderName
    value: HeaderValue | None = None
    secret: YesNo = False


class NamedQuery(WriteSchema):
    """A named statement with parameters such as ``%(number)s``."""

    code: Code
    sql: Annotated[str, StringConstraints(min_length=1, max_length=8000)]
    note: Annotated[str, StringConstraints(max_length=200)] = ""


class ConnectionCreate(WriteSchema):
    """``password`` null: kept as it is. ``port`` 0: the usual one."""

    code: Code
    name: DisplayName
    kind: ConnectionKind
    base_url: Annotated[str, StringConstraints(max_length=300)] = ""
    headers: Annotated[list[ConnectionHeader], Field(max_length=20)] = []
    retries: Annotated[Whole, Field(ge=0, le=3)] = 1
    host: Annotated[str, StringConstraints(max_length=253)] = ""
    port: Annotated[Whole, Field(ge=0, le=65535)] = 0
    database: Annotated[str, StringConstraints(max_length=64)] = ""
    user: Annotated[str, StringConstraints(max_length=64)] = ""
    password: Annotated[str, StringConstraints(max_length=200)] | None = None
    tls: YesNo = True
    seconds: Annotated[Number, Field(ge=0.5, le=20)] = 4
    queries: Annotated[list[NamedQuery], Field(max_length=MOST_QUERIES)] = []


class ConnectionUpdate(ConnectionCreate):
    """``version`` is that of the connection that was read."""

    version: Version


class ConnectionHeaderRead(ReadSchema):
    name: str
    value: str | None
    secret: bool


class NamedQueryRead(ReadSchema):
    code: str
    sql: str
    note: str
    parameters: list[str]


class ConnectionHealthRead(ReadSchema):
    """Of the last 100 look-ups. ``breaker`` open: nobody is asked for a while."""

    breaker: BreakerState
    asked: int
    failed: int
    p50: int | None
    p95: int | None
    last_error: str
    last_error_at: datetime | None
    seen_at: datetime


class ConnectionUse(ReadSchema):
    """A flow that asks it: what callers hear now, or what is being drawn."""

    code: str
    name: str
    state: Literal["published", "draft"]


class ConnectionRead(ReadSchema):
    """Secrets are never shown: ``value`` null, ``has_password``. ``sends_notices``: the centre's
    short messages go over it."""

    used_by: list[ConnectionUse]
    sends_notices: bool

    code: str
    name: str
    kind: ConnectionKind
    version: int
    base_url: str
    headers: list[ConnectionHeaderRead]
    retries: int
    host: str
    port: int
    database: str
    user: str
    has_password: bool
    tls: bool
    seconds: float
    queries: list[NamedQueryRead]
    health: ConnectionHealthRead | None
    updated_at: datetime
    updated_by: Agent | None


class TrialRequest(WriteSchema):
    """For HTTP: ``method``, ``path``, ``body``, ``picks``; for SQL: ``query``, ``values``."""

    method: Literal["GET", "POST", "PUT", "PATCH"] = "GET"
    path: Annotated[str, StringConstraints(max_length=1000)] = "/"
    body: Annotated[dict[str, Value], Field(max_length=50)] = {}
    picks: Annotated[dict[str, str], Field(max_length=50)] = {}
    query: Annotated[str, StringConstraints(max_length=32)] = ""
    values: Annotated[dict[str, Value], Field(max_length=50)] = {}


class TrialResult(ReadSchema):
    outcome: Literal["ok", "none", "error"]
    reason: str
    values: dict[str, Any]
