"""From rows to the plans: the picture of all centres that the switchboard works from."""

from __future__ import annotations

from collections.abc import Mapping

from lianxin.agents.queries import agents, dial_strings
from lianxin.calendars.queries import calendars_of
from lianxin.centres.isolation import scope
from lianxin.centres.models import Centre
from lianxin.centres.queries import all_centres, city_of
from lianxin.flows.models import FlowVersion
from lianxin.flows.names import Names, names_in
from lianxin.flows.queries import published
from lianxin.flows.uses import references_of
from lianxin.lines.models import Line
from lianxin.lines.outbound import outbound_rule
from lianxin.lines.plan import (
    AgentPlan,
    CalendarPlan,
    FlowPlan,
    LinePlan,
    OutboundPlan,
    Plans,
    PromptPlan,
    QueuePlan,
)
from lianxin.prompts.queries import current_sounds
from lianxin.queues.queries import codes_by_person, queues
from lianxin.rules import hours
from lianxin.rules.line_plan import Plan

Versions = Mapping[int, FlowVersion]  # by the id of the flow


def load_plans() -> Plans:
    """The plans of every centre, one scope after another.

    A line whose flow was never published is left out: there is nothing to answer with.
    """
    lines: list[LinePlan] = []
    waiting: list[QueuePlan] = []
    people: list[AgentPlan] = []
    prompts: list[PromptPlan] = []
    calendars: list[CalendarPlan] = []
    outbound: list[OutboundPlan] = []
    for centre in all_centres():
        with scope(centre.pk):
            known = calendars_of(centre)
            calendars += [CalendarPlan(centre.pk, each) for each in known.values()]
            lines += _lines(centre, known)
            waiting += _queues(centre)
            people += _agents(centre)
            prompts += _prompts(centre)
            outbound.append(OutboundPlan(centre.pk, outbound_rule()))
    return Plans(
        tuple(lines),
        tuple(waiting),
        tuple(people),
        tuple(prompts),
        calendars=tuple(calendars),
        outbound=tuple(outbound),
    )


def plan_of(
    line: Line, calendars: Mapping[int, hours.Calendar], versions: Versions | None = None
) -> Plan:
    """A line's plan as the rules know it. Its flows must be loaded.

    With ``versions`` it also says whether the night's flow rings the night bell.
    """
    night = versions.get(line.night_flow_id or line.flow_id) if versions else None
    return Plan(
        day_flow=line.flow.code,
        night_flow=line.night_flow.code if line.night_flow else "",
        emergency_flow=line.emergency_flow.code if line.emergency_flow else "",
        mode="emergency" if line.emergency else line.mode,
        calendar=calendars.get(line.calendar_id or 0),
        night_bell=tuple(line.night_bell),
        night_bell_seconds=line.night_bell_seconds,
        night_service=night is not None and references_of(night).rings_night_bell,
    )


def _lines(centre: Centre, calendars: Mapping[int, hours.Calendar]) -> list[LinePlan]:
    versions = published()
    rows = Line.objects.select_related("flow", "night_flow", "emergency_flow").order_by("number")
    return [_line(centre, row, calendars, versions) for row in rows if row.flow_id in versions]


def _line(
    centre: Centre, line: Line, calendars: Mapping[int, hours.Calendar], versions: Versions
) -> LinePlan:
    day = versions[line.flow_id]
    others = {flow.pk: flow for flow in (line.night_flow, line.emergency_flow) if flow}
    return LinePlan(
        number=line.number,
        name=line.name,
        centre=centre.pk,
        centre_code=centre.code,
        flow_version=day.pk,
        flow=day.spec,
        city=city_of(centre),
        centre_name=centre.name,
        zone=centre.zone,
        area_code=centre.area_code,
        night_bell=tuple(line.night_bell),
        night_bell_seconds=line.night_bell_seconds,
        plan=plan_of(line, calendars),
        others=tuple(
            FlowPlan(flow.code, versions[pk].pk, versions[pk].spec, _names(versions[pk]))
            for pk, flow in others.items()
            if pk in versions and pk != line.flow_id
        ),
        names=_names(day),
    )


def _names(version: FlowVersion) -> Names:
    return names_in(version.layout, version.inner_layouts)


def _queues(centre: Centre) -> list[QueuePlan]:
    return [
        QueuePlan(
            centre=centre.pk,
            code=queue.code,
            name=queue.name,
            ring_seconds=queue.ring_seconds,
            wrap_up_seconds=queue.wrap_up_seconds,
            announce_agent_number=queue.announce_agent_number,
            may_cut_announcement=queue.may_cut_announcement,
        )
        for queue in queues()
    ]


def _agents(centre: Centre) -> list[AgentPlan]:
    served = codes_by_person()
    telephones = dial_strings()
    return [
        AgentPlan(
            person=person.pk,
            centre=centre.pk,
            number=person.number,
            name=person.name,
            queues=served.get(person.pk, ()),
            telephone=telephones.get(person.pk, ""),
        )
        for person in agents()
    ]


def _prompts(centre: Centre) -> list[PromptPlan]:
    return [
        PromptPlan(centre.pk, centre.code, sound.language, sound.code, sound.path)
        for sound in current_sounds()
    ]
