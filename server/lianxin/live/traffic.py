"""Where callers stand now, as web asks the switchboard: one signed request on loopback.

    ask_traffic((version,)) == {version: {"main_menu": 3}}

Web asks only for versions of flows that it has authorised its reader for; the signature
says that it was web who asked.
"""

from __future__ import annotations

import urllib.request
from collections.abc import Sequence

import msgspec
from django.conf import settings
from django.core import signing

SALT = "lianxin.live.traffic"
SECONDS = 60
TIMEOUT = 1.0
PATH = "/traffic/"


class Away(Exception):
    """The switchboard does not answer: nothing is known of the present moment."""


def ask_traffic(versions: Sequence[int]) -> dict[int, dict[str, int]]:
    """Flow version (its key) → node → callers now. Blocks for a second at most; ``Away``."""
    port = settings.ENV.ports.live
    token = signing.dumps(list(versions), salt=SALT)
    try:
        with urllib.request.urlopen(
            f"http://127.0.0.1:{port}{PATH}{token}", timeout=TIMEOUT
        ) as answer:
            return msgspec.json.decode(answer.read(), type=dict[int, dict[str, int]])
    except (OSError, msgspec.DecodeError) as error:
        raise Away(str(error)) from error


def asked_versions(path: str) -> tuple[int, ...] | None:
    """The versions that a request asks for; None when web did not sign it, or long ago."""
    try:
        asked = signing.loads(path.removeprefix(PATH), salt=SALT, max_age=SECONDS)
    except signing.BadSignature:
        return None
    return tuple(asked)
