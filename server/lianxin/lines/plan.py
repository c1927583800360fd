"""What the switchboard must know to answer a call, in one immutable picture.

It is loaded at start and again at each NOTIFY on ``lianxin_plans``, kept on disk beside
the journal, and used from there while PostgreSQL is away.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from lianxin.rules.hours import Calendar
from lianxin.rules.line_plan import DayPart, Plan, answer
from lianxin.rules.outbound import OutboundRule

#: The PostgreSQL channel on which a change of what is below is announced.
CHANNEL = "lianxin_plans"


@dataclass(frozen=True)
class FlowPlan:
    """A published version of a flow."""

    code: str
    version: int  # the id of the version, unique on the platform
    spec: dict[str, Any]
    names: Mapping[str, str] = field(default_factory=dict)  # what the centre calls its nodes


@dataclass(frozen=True)
class LinePlan:
    """One number that citizens dial.

    ``flow`` is the day's, until ``at`` has chosen: then it is that of the call.
    """

    number: str
    name: str
    centre: int
    centre_code: str
    flow_version: int
    flow: dict[str, Any]  # the published flow, as JSON
    city: str = ""  # as it is spoken: 示范市
    centre_name: str = ""
    zone: str = "Asia/Shanghai"
    area_code: str = ""  # before the numbers of this city
    night_bell: tuple[str, ...] = ()
    night_bell_seconds: int = 20
    part: DayPart = "day"
    plan: Plan | None = None  # None: always ``flow``
    others: tuple[FlowPlan, ...] = ()  # the night's and the emergency's
    names: Mapping[str, str] = field(default_factory=dict)  # of the nodes of ``flow``

    def at(self, now: datetime) -> LinePlan:
        """The line as it answers a call that starts at ``now``: one flow, nothing to choose."""
        if self.plan is None:
            return self
        chosen = answer(self.plan, now)
        bare = replace(self, part=chosen.part, plan=None, others=())
        for other in self.others:
            if other.code == chosen.flow_code:
                return replace(bare, flow_version=other.version, flow=other.spec, names=other.names)
        return bare  # the day's, also when the other one was never published

    def versions(self) -> dict[int, dict[str, Any]]:
        """Every version that a call to this line may run, by its id."""
        return {self.flow_version: self.flow, **{each.version: each.spec for each in self.others}}

    def variables(self) -> Mapping[str, str | int]:
        """What a flow knows of the line from its first node on."""
        return {
            "city": self.city,
            "centre_name": self.centre_name,
            "line_name": self.name,
            "day_part": self.part,
            "night_bell": ",".join(self.night_bell),
            "night_bell_seconds": self.night_bell_seconds,
            "zone": self.zone,
        }


@dataclass(frozen=True)
class CalendarPlan:
    centre: int
    calendar: Calendar


@dataclass(frozen=True)
class QueuePlan:
    centre: int
    code: str
    name: str
    ring_seconds: int
    wrap_up_seconds: int  # 0: until the agent says ready
    announce_agent_number: bool
    may_cut_announcement: bool = False


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
class OutboundPlan:
    """Which telephones outside a centre rings, and how often."""

    centre: int
    rule: OutboundRule


@dataclass(frozen=True)
class Plans:
    lines: tuple[LinePlan, ...]
    queues: tuple[QueuePlan, ...]
    agents: tuple[AgentPlan, ...]
    prompts: tuple[PromptPlan, ...] = ()
    calendars: tuple[CalendarPlan, ...] = ()
    outbound: tuple[OutboundPlan, ...] = ()
