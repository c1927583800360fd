"""What the switchboard must know to answer a call, in one immutable picture.

It is loaded at start and again at each NOTIFY on ``lianxin_plans``, kept on disk beside
the journal, and used from there while PostgreSQL is away.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

#: The PostgreSQL channel on which a changed line, flow, queue, agent or prompt is announced.
CHANNEL = "lianxin_plans"


@dataclass(frozen=True)
class LinePlan:
    """One number that citizens dial."""

    number: str
    name: str
    centre: int
    centre_code: str
    flow_version: int
    flow: dict[str, Any]  # the published flow, as JSON


@dataclass(frozen=True)
class QueuePlan:
    centre: int
    code: str
    name: str
    ring_seconds: int
    wrap_up_seconds: int  # 0: until the agent says ready
    announce_agent_number: bool


@dataclass(frozen=True)
class AgentPlan:
    person: int
    centre: int
    number: str  # 工号
    name: str
    queues: tuple[str, ...]
    telephone: str = ""  # ``PJSIP/13900000001@carrier``: rings instead of the agent's page


@dataclass(frozen=True)
class PromptPlan:
    """A centre's own sound of a prompt; what is not named here is heard as it is shipped."""

    centre: int
    centre_code: str
    language: str
    code: str
    path: str  # under ``Env.sounds``


@dataclass(frozen=True)
class Plans:
    lines: tuple[LinePlan, ...]
    queues: tuple[QueuePlan, ...]
    agents: tuple[AgentPlan, ...]
    prompts: tuple[PromptPlan, ...] = ()
