"""One after the other: what must not happen twice at once, though no row is there yet."""

from __future__ import annotations

from enum import IntEnum

from django.db import connection


class Turn(IntEnum):
    """What one waits for. The numbers keep equal keys of different things apart."""

    ATTEMPT = 1
    CASE_OF_RECORDING = 2
    CODE = 3
    REQUEST = 4
    PUBLISH = 5
    KNOWLEDGE = 6
    NOTICES = 7
    PEOPLE = 8


def advisory_lock(turn: Turn, key: str) -> None:
    """Wait until nobody else acts on ``key``; the turn ends with the transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, %s))", [key, turn])
