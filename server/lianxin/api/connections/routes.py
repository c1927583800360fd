"""Connections: where look-ups of flows go. For administrators."""

from __future__ import annotations

from collections.abc import Iterable

from ninja import Router, Status

from lianxin.api.base import REFUSALS, SignedInRequest
from lianxin.api.connections import mappers, schemas
from lianxin.centres.access import Actor
from lianxin.connections import actions, queries
from lianxin.connections.models import Connection
from lianxin.flows.uses import uses_of_connections
from lianxin.notices.queries import gateway_connection

router = Router(tags=["connections"])


def _read(who: Actor, rows: Iterable[Connection]) -> list[schemas.ConnectionRead]:
    """With all that would miss them."""
    uses, gateway = uses_of_connections(who), gateway_connection(who)
    return [
        mappers.connection(row, uses.get(row.code, []), sends_notices=row.code == gateway)
        for row in rows
    ]


@router.get(
    "/connections",
    response={200: list[schemas.ConnectionRead], **REFUSALS},
    operation_id="list_connections",
)
def list_connections(request: SignedInRequest) -> list[schemas.ConnectionRead]:
    """All connections of the centre, by code."""
    return _read(request.auth, queries.connections(request.auth))


@router.post(
    "/connections",
    response={201: schemas.ConnectionRead, **REFUSALS},
    operation_id="make_connection",
)
def make_connection(
    request: SignedInRequest, new: schemas.ConnectionCreate
) -> Status[schemas.ConnectionRead]:
    """Make a connection. Its host must be on the platform's list."""
    made = actions.make(request.auth, mappers.connection_draft(new))
    return Status(201, _read(request.auth, [made])[0])


@router.get(
    "/connections/{code}",
    response={200: schemas.ConnectionRead, **REFUSALS},
    operation_id="read_connection",
)
def read_connection(request: SignedInRequest, code: str) -> schemas.ConnectionRead:
    """One connection. Its secrets are not in it."""
    return _read(request.auth, [queries.connection(request.auth, code)])[0]


@router.put(
    "/connections/{code}",
    response={200: schemas.ConnectionRead, **REFUSALS},
    operation_id="change_connection",
)
def change_connection(
    request: SignedInRequest, code: str, change: schemas.ConnectionUpdate
) -> schemas.ConnectionRead:
    """Change a connection; running look-ups go on with what they began with."""
    draft = mappers.connection_draft(change)
    return _read(request.auth, [actions.change(request.auth, code, change.version, draft)])[0]


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
