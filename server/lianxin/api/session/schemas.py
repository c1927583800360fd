"""What the API takes and gives of the session."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from lianxin.api.base import ReadSchema, WriteSchema
from lianxin.api.shared.schemas import CodeName
from lianxin.rules.powers import Act


class Login(WriteSchema):
    centre: Annotated[str, StringConstraints(min_length=1, max_length=32)]
    number: Annotated[str, StringConstraints(min_length=1, max_length=12)]
    password: Annotated[str, StringConstraints(min_length=1, max_length=256)]


class Session(ReadSchema):
    """Who is signed in. ``csrf`` goes into the header X-CSRFToken of every write. ``acts``: what
    they may do to people's accounts."""

    centre: CodeName
    person: int
    number: str
    name: str
    roles: list[str]
    rights: list[str]
    acts: list[Act]
    functions: list[str]
    csrf: str
    language: str
    zone: str


class LiveTicket(ReadSchema):
    """Say ``ticket`` in the first message on ``url``, within ``expires_in`` seconds."""

    ticket: str
    url: str
    expires_in: int
