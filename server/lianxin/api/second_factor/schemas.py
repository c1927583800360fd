"""What the API takes and gives of one's own second factor."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import StringConstraints

from lianxin.api.base import ReadSchema, WriteSchema
from lianxin.api.fields import FactorCode


class Proof(WriteSchema):
    """That it is oneself who sits there. ``code``: of the second factor that is in force."""

    password: Annotated[str, StringConstraints(min_length=1, max_length=256)]
    code: FactorCode = ""


class FactorConfirmation(WriteSchema):
    """``code``: what the telephone shows for the new key."""

    code: Annotated[str, StringConstraints(min_length=1, max_length=32)]


class OwnFactorRead(ReadSchema):
    """``on_since`` null: there is none. ``codes_left``: for the loss of the telephone.
    ``demanded``: a role of theirs needs one."""

    on_since: datetime | None
    codes_left: int
    demanded: bool


class FactorBegun(ReadSchema):
    """What a telephone's app takes: ``uri`` as a QR code, or ``key`` typed."""

    uri: str
    key: str


class RecoveryCodes(ReadSchema):
    """Shown this once; each is good for one sign-in."""

    codes: list[str]
