"""Between what agents do and its shapes in the API."""

from __future__ import annotations

from lianxin.agents.times import NotReadyTimes
from lianxin.api.agents import schemas
from lianxin.api.shared.mappers import agent
from lianxin.centres.models import Person


def not_ready(person: Person, found: NotReadyTimes) -> schemas.AgentNotReady:
    return schemas.AgentNotReady.model_validate(
        {
            "agent": agent(person),
            "seconds": found.seconds,
            "reasons": [vars(each) for each in found.reasons],
            "running": found.running and vars(found.running),
        }
    )
