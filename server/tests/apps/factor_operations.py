"""The operations on second factors, for the table of what leaves a row."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from django.utils import timezone

from lianxin.centres import encryption
from lianxin.centres.access import Actor
from lianxin.centres.models import SecondFactor
from lianxin.centres.second_factor import codes

OPERATIONS: dict[str, str | None] = {
    "read_second_factor": None,
    "begin_second_factor": None,
    "confirm_second_factor": "person.factor_set",
    "renew_recovery_codes": "person.recovery_codes_renewed",
    "remove_second_factor": "person.factor_removed",
    "reset_second_factor": "person.factor_reset_asked",
    "keep_second_factor": "person.factor_kept",
}

_KEY = b"12345678901234567890"


def prepare(who: Callable[[str], Actor]) -> None:
    """8002 has one, 8003 has lost it, 9100 is about to have one."""
    sealed = encryption.seal(b"lianxin.second_factor.1", _KEY)
    asked = {"reset_asked_by_id": who("9000").person, "reset_asked_at": timezone.now()}
    rows: dict[str, dict[str, Any]] = {
        "8002": {"key": sealed},
        "8003": {"key": sealed, **asked},
        "9100": {"pending": sealed},
    }
    for number, columns in rows.items():
        person = who(number)
        with person.scope():
            SecondFactor.objects.create(centre_id=person.centre, person_id=person.person, **columns)


def requests(person: int, lost: int, password: str) -> dict[str, tuple[str, str, str, Any]]:
    """Number of who asks, method, path, body. ``person``, ``lost``: 8002 and 8003, by key."""
    own, code = "/api/session/second-factor", codes.code_at(_KEY, time.time())
    proof, reset = {"password": password, "code": code}, "second-factor/reset"
    return {
        "read_second_factor": ("8001", "GET", own, None),
        "begin_second_factor": ("8001", "POST", own, {"password": password}),
        "confirm_second_factor": ("9100", "POST", f"{own}/confirmation", {"code": code}),
        "renew_recovery_codes": ("8002", "POST", f"{own}/recovery-codes", proof),
        "remove_second_factor": ("8002", "POST", f"{own}/removal", proof),
        "reset_second_factor": ("9001", "POST", f"/api/people/{person}/{reset}", {"version": 1}),
        "keep_second_factor": (
            "9001",
            "POST",
            f"/api/people/{lost}/{reset}/withdrawal",
            {"version": 1},
        ),
    }
