"""What the API takes and gives of queues."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from lianxin.api.base import ReadSchema, WriteSchema
from lianxin.api.fields import DisplayName, Version, Whole, YesNo

AgentNumber = Annotated[str, StringConstraints(min_length=1, max_length=12)]


class QueueUpdate(WriteSchema):
    """``version`` is that of the queue that was read. ``wrap_up_seconds``: 0 until the agent says
    ready. ``may_cut_announcement``: an agent may speak before their number is said to its end."""

    version: Version

    name: DisplayName
    ring_seconds: Annotated[Whole, Field(ge=5, le=120)]
    wrap_up_seconds: Annotated[Whole, Field(ge=0, le=3600)]
    announce_agent_number: YesNo
    may_cut_announcement: YesNo


class QueueMembers(WriteSchema):
    """``version`` is that of the queue that was read; ``agents``: the 工号 of all who serve it."""

    version: Version

    agents: Annotated[list[AgentNumber], Field(max_length=2000)]


class QueueRead(ReadSchema):
    """``agents``: the 工号 of those who serve it."""

    code: str
    name: str
    ring_seconds: int
    wrap_up_seconds: int
    announce_agent_number: bool
    may_cut_announcement: bool
    agents: list[str]
    version: int
