"""Flows as they are stored: JSON with a spec version, brought up to date when it is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from lianxin.rules.flow.flow import SPEC

Migration = Callable[[dict[str, Any]], dict[str, Any]]

#: The step from a spec version to the next one. A published flow is never rewritten:
#: it is migrated whenever it is read.
#: 1 → 2 added languages, variables and subflows, which may all be absent.
MIGRATIONS: Mapping[int, Migration] = {1: dict}


def current(data: Mapping[str, Any]) -> dict[str, Any]:
    """Bring a stored flow to the spec of today, as JSON; what is newer stays as it is."""
    return migrate(dict(data), MIGRATIONS, SPEC)


def migrate(
    data: dict[str, Any], migrations: Mapping[int, Migration], newest: int
) -> dict[str, Any]:
    """Bring a flow from its own spec to ``newest``, one step at a time."""
    spec = data.get("spec")
    while isinstance(spec, int) and spec < newest and spec in migrations:
        data = {**migrations[spec](data), "spec": spec + 1}
        spec += 1
    subflows = data.get("subflows")
    if isinstance(subflows, dict):
        data = {**data, "subflows": {k: _inner(v, migrations, newest) for k, v in subflows.items()}}
    return data


def _inner(data: Any, migrations: Mapping[int, Migration], newest: int) -> Any:
    return migrate(data, migrations, newest) if isinstance(data, dict) else data
