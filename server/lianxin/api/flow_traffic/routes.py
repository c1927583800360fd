"""What callers do in flows: the path of a call, the traffic of a day."""

from __future__ import annotations

from uuid import UUID

from ninja import Router

from lianxin.api.base import SignedInRequest
from lianxin.api.flow_traffic import mappers, schemas
from lianxin.api.shared.responses import FLOW_REFUSALS
from lianxin.calls import paths, queries
from lianxin.cases.withheld import closed_of
from lianxin.live.traffic import Away, ask_traffic

router = Router(tags=["flows"])


@router.get(
    "/flows/{code}/traffic",
    response={200: schemas.Traffic, **FLOW_REFUSALS},
    operation_id="read_traffic",
)
def read_traffic(request: SignedInRequest, code: str) -> schemas.Traffic:
    """Where the callers of a flow are now, and what became of those of today. ``live`` is
    false while nothing is known of now."""
    found = paths.traffic(request.auth, code)
    return mappers.traffic(found, _now(found.versions))


@router.get(
    "/calls/{uuid:call_id}/trace",
    response={200: schemas.Trace, **FLOW_REFUSALS},
    operation_id="trace_call",
)
def trace_call(request: SignedInRequest, call_id: UUID) -> schemas.Trace:
    """The way of a call through the version that it ran. For whoever may see the call; its
    steps are ``withheld`` when they led to the mayor's mailbox, or to the state of a case that one
    may not read. What tells of such a case, or of a recording of one, is left out."""
    who = request.auth
    call = queries.call(who, call_id)
    return mappers.trace(paths.trace(who, call, closed_of(who, call)))


def _now(versions: list[int]) -> dict[str, int] | None:
    """Callers on each node, of all ``versions`` together; None: nobody knows."""
    now: dict[str, int] = {}
    try:
        for nodes in ask_traffic(versions).values():
            for node, callers in nodes.items():
                now[node] = now.get(node, 0) + callers
    except Away:
        return None
    return now
