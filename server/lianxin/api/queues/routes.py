"""Queues: how long they ring, what callers are told of who serves them."""

from __future__ import annotations

from ninja import Router

from lianxin.api.base import REFUSALS, SignedInRequest
from lianxin.api.queues import mappers, schemas
from lianxin.queues import actions, queries

router = Router(tags=["queues"])


@router.get(
    "/queues", response={200: list[schemas.QueueRead], **REFUSALS}, operation_id="list_queues"
)
def list_queues(request: SignedInRequest) -> list[schemas.QueueRead]:
    """The queues of the centre, by code. For administrators, supervisors and flow editors."""
    return [mappers.queue(*each) for each in queries.settings_of(request.auth)]


@router.put(
    "/queues/{queue}", response={200: schemas.QueueRead, **REFUSALS}, operation_id="change_queue"
)
def change_queue(
    request: SignedInRequest, queue: str, given: schemas.QueueUpdate
) -> schemas.QueueRead:
    """Change a queue; in force for the next call that rings at an agent. For administrators."""
    actions.change_queue(request.auth, queue, given.version, mappers.change(given))
    return mappers.queue(*queries.setting_of(request.auth, queue))


@router.put(
    "/queues/{queue}/members",
    response={200: schemas.QueueRead, **REFUSALS},
    operation_id="change_queue_members",
)
def change_queue_members(
    request: SignedInRequest, queue: str, given: schemas.QueueMembers
) -> schemas.QueueRead:
    """Say who serves a queue; in force at once. For supervisors and administrators."""
    actions.change_members(request.auth, queue, given.version, given.agents)
    return mappers.queue(*queries.setting_of(request.auth, queue))
