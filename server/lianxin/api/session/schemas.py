"""What the API takes and gives of the session."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import StringConstraints

from lianxin.api.base import ReadSchema, WriteSchema
from lianxin.api.fields import FactorCode
from lianxin.api.shared.schemas import CodeName
from lianxin.rules.powers import Act


class Login(WriteSchema):
    """``code``: of the second factor, once the answer without it was ``session.code_due``."""

    centre: Annotated[str, StringConstraints(min_length=1, max_length=32)]
    number: Annotated[str, StringConstraints(min_length=1, max_length=12)]
    password: Annotated[str, StringConstraints(min_length=1, max_length=256)]
    code: FactorCode = ""


class PasswordChange(WriteSchema):
    """``old``: the present one, also where somebody else has given it."""

    old: Annotated[str, StringConstraints(min_length=1, max_length=256)]
    new: Annotated[str, StringConstraints(min_length=1, max_length=256)]


class SignInCentre(CodeName):
    """``demo``: made up, with people whose passwords everybody knows."""

    demo: bool


class OwnLogin(ReadSchema):
    """A browser in which one is signed in. ``browser``: what it says of itself, in words, or "".

    ``current``: the one that asks. ``until``: when it ends, whatever is done with it.
    """

    id: int
    begun_at: datetime
    seen_at: datetime
    until: datetime
    address: str
    browser: str
    current: bool


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
    #: Nothing else may be done before the password is changed.
    password_due: bool
    #: Nothing else may be done before a second factor is set up.
    factor_due: bool


class LiveTicket(ReadSchema):
    """Say ``ticket`` in the first message on ``url``, within ``expires_in`` seconds."""

    ticket: str
    url: str
    expires_in: int
