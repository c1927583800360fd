"""Between queues and their shapes in the API."""

from __future__ import annotations

from lianxin.api.queues import schemas
from lianxin.queues.actions import QueueChange
from lianxin.queues.models import Queue


def queue(row: Queue, agents: list[str]) -> schemas.QueueRead:
    return schemas.QueueRead(
        code=row.code,
        name=row.name,
        ring_seconds=row.ring_seconds,
        wrap_up_seconds=row.wrap_up_seconds,
        announce_agent_number=row.announce_agent_number,
        may_cut_announcement=row.may_cut_announcement,
        agents=agents,
        version=row.version,
    )


def change(given: schemas.QueueUpdate) -> QueueChange:
    return QueueChange(**given.dict(exclude={"version"}))
