"""Ids of rows that other systems and links may name."""

from __future__ import annotations

import uuid

import uuid_utils.compat


def new_id() -> uuid.UUID:
    """An id that grows with time: UUIDv7."""
    return uuid_utils.compat.uuid7()
