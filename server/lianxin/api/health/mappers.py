"""Between what was found of the parts and their shapes in the API."""

from __future__ import annotations

from collections.abc import Sequence

from lianxin.api.health import schemas


def part(name: str, state: schemas.SystemPartState, detail: str = "") -> schemas.SystemPart:
    return schemas.SystemPart(name=name, state=state, detail=detail)


def health(version: str, parts: Sequence[schemas.SystemPart]) -> schemas.Health:
    """``away`` while the records are, ``degraded`` while any other part is not well."""
    states = {each.name: each.state for each in parts}
    degraded = any(state != "ok" for state in states.values())
    state: schemas.SystemPartState = "degraded" if degraded else "ok"
    if states["database"] == "away":
        state = "away"
    return schemas.Health(state=state, version=version, parts=list(parts))


def state_alone(found: schemas.Health) -> schemas.Health:
    """What a stranger is told."""
    return schemas.Health(state=found.state, version="", parts=[])
