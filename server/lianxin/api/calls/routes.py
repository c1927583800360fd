"""Calls, callers, recordings and messages."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponseBase
from ninja import Query, Router

from lianxin.api import audio
from lianxin.api.base import Page, SignedInRequest, page, refusals
from lianxin.api.calls import mappers, schemas
from lianxin.calls import actions, disposing, paths, queries
from lianxin.calls.models import Call
from lianxin.cases import queries as case_queries
from lianxin.cases.withheld import asking_for_withheld, closed_of
from lianxin.centres.access import Actor

router = Router(tags=["calls"])


def _items(who: Actor, rows: list[Call]) -> list[schemas.CallSummary]:
    counts = case_queries.cases_of_calls(who, [row.pk for row in rows])
    asked = asking_for_withheld(who, rows)
    ways = queries.ways(who, rows, asked)
    names = queries.node_names(who, rows)
    return [
        mappers.call(
            who,
            r,
            counts.get(r.pk, 0),
            ways.get(r.pk, []),
            names.get(r.flow_version or 0, {}),
            asked=r.pk in asked,
        )
        for r in rows
    ]


@router.get(
    "/calls",
    response={200: Page[schemas.CallSummary], **refusals(400, 401)},
    operation_id="list_calls",
)
def list_calls(
    request: SignedInRequest, wanted: Query[schemas.CallFilter]
) -> Page[schemas.CallSummary]:
    """Calls, newest first. ``total`` stops at 10001: there are more. Those of the mayor's mailbox
    are there for its readers, and for the agent who took one."""
    part = queries.calls(request.auth, **wanted.dict())
    return page(part, _items(request.auth, part.items))


@router.get(
    "/calls/{uuid:call_id}",
    response={200: schemas.CallRead, **refusals(401, 404)},
    operation_id="read_call",
)
def read_call(request: SignedInRequest, call_id: UUID) -> schemas.CallRead:
    """A call with its ledger, its recordings and its cases."""
    who = request.auth
    call = queries.call(who, call_id)
    closed = closed_of(who, call)
    return mappers.call_detail(
        who,
        call,
        closed,
        queries.ways(who, [call], [call_id] if closed.asked else []).get(call_id, []),
        paths.ledger(who, call, closed),
        queries.recordings(who, call_id),
        case_queries.cases_of_call(who, call_id),
        queries.node_names(who, [call]).get(call.flow_version or 0, {}),
    )


@router.put(
    "/calls/{uuid:call_id}/disposition",
    response={200: schemas.CallSummary, **refusals(401, 403, 404, 422)},
    operation_id="dispose_call",
)
def dispose_call(
    request: SignedInRequest, call_id: UUID, given: schemas.DispositionGiven
) -> schemas.CallSummary:
    """Say what a call came to that became no case. For the agents who took it, and supervisors."""
    disposing.dispose(request.auth, call_id, given.disposition)
    [item] = _items(request.auth, [queries.call(request.auth, call_id)])
    return item


@router.get(
    "/calls/{uuid:call_id}/places",
    response={200: schemas.Places, **refusals(401, 403, 404)},
    operation_id="list_places",
)
def list_places(request: SignedInRequest, call_id: UUID) -> schemas.Places:
    """Where the agent of a call may send its caller (人工转自动): into the flow that it runs."""
    return mappers.places(*paths.services(request.auth, call_id))


@router.post(
    "/callers/look-up",
    response={200: schemas.Caller, **refusals(401, 403, 422)},
    operation_id="look_up_caller",
)
def look_up_caller(request: SignedInRequest, wanted: schemas.CallerWanted) -> schemas.Caller:
    """What is known of a telephone number: its last calls and cases. Each look is noted. The number
    is in the body, as proxies and browsers keep addresses."""
    who = request.auth
    number = who.dialled(wanted.phone)
    cases = case_queries.cases_of(who, number)
    counts = queries.count_calls_of(who, number), case_queries.count_open_of(who, number)
    return mappers.caller(number, _items(who, queries.calls_of(who, number)), cases, *counts)


@router.get(
    "/recordings/{uuid:recording_id}/audio",
    response={
        200: None,
        206: None,
        **refusals(401, 403, 404, 409, 410, 416),
    },
    operation_id="read_audio",
)
def read_audio(request: SignedInRequest, recording_id: UUID) -> HttpResponseBase:
    """The sound, audio/wav, in ranges if asked. A play from the beginning is noted once. What is
    closed to the reader is unknown: 404; 403 where they may know of it and not hear it."""
    wanted = request.headers.get("Range", "")
    begins = audio.begins(wanted)
    recording = actions.open_recording(request.auth, recording_id, begins=begins)
    return audio.respond(request.auth, recording, wanted)


@router.get(
    "/messages",
    response={200: Page[schemas.MessageSummary], **refusals(400, 401)},
    operation_id="list_messages",
)
def list_messages(
    request: SignedInRequest, wanted: Query[schemas.MessageFilter]
) -> Page[schemas.MessageSummary]:
    """What citizens recorded, newest first, with the case of each."""
    who = request.auth
    part = queries.messages(who, **wanted.dict())
    cases = case_queries.cases_by_recording(who, [row.pk for row in part.items])
    items = [mappers.message(who, row, cases.get(row.pk)) for row in part.items]
    return page(part, items)
