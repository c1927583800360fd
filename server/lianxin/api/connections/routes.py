"""Connections: where look-ups of flows go. For administrators."""

from __future__ import annotations

from ninja import Router, Status

from lianxin.api.base import REFUSALS, SignedInRequest
from lianxin.api.connections import mappers, schemas
from lianxin.connections import actions, queries

router = Router(tags=["connections"])


@router.get(
    "/connections",
    response={200: list[schemas.ConnectionRead], **REFUSALS},
    operation_id="list_connections",
)
def list_connections(request: SignedInRequest) -> list[schemas.ConnectionRead]:
    """All connections of the centre, by code."""
    return [mappers.connection(row) for row in queries.connections(request.auth)]


@router.post(
    "/connections",
    response={201: schemas.ConnectionRead, **REFUSALS},
    operation_id="make_connection",
)
def make_connection(
    request: SignedInRequest, new: schemas.ConnectionCreate
) -> Status[schemas.ConnectionRead]:
    """Make a connection. Its host must be on the platform's list."""
    return Status(
        201, mappers.connection(actions.make(request.auth, mappers.connection_draft(new)))
    )


@router.get(
    "/connections/{code}",
    response={200: schemas.ConnectionRead, **REFUSALS},
    operation_id="read_connection",
)
def read_connection(request: SignedInRequest, code: str) -> schemas.ConnectionRead:
    """One connection. Its secrets are not in it."""
    return mappers.connection(queries.connection(request.auth, code))


@router.put(
    "/connections/{code}",
    response={200: schemas.ConnectionRead, **REFUSALS},
    operation_id="change_connection",
)
def change_connection(
    request: SignedInRequest, code: str, change: schemas.ConnectionUpdate
) -> schemas.ConnectionRead:
    """Change a connection; running look-ups go on with what they began with."""
    return mappers.connection(
        actions.change(request.auth, code, change.version, mappers.connection_draft(change))
    )


@router.delete(
    "/connections/{code}", response={204: None, **REFUSALS}, operation_id="remove_connection"
)
def remove_connection(request: SignedInRequest, code: str) -> Status[None]:
    """Remove a connection with its secrets."""
    actions.remove(request.auth, code)
    return Status(204, None)


@router.post(
    "/connections/{code}/try",
    response={200: schemas.TrialResult, **REFUSALS},
    operation_id="try_connection",
)
def try_connection(
    request: SignedInRequest, code: str, trial: schemas.TrialRequest
) -> schemas.TrialResult:
    """Ask as a flow would. Noted."""
    answer = actions.try_out(request.auth, code, actions.Trial(**trial.dict()))
    return mappers.trial_result(answer)
