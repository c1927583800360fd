"""Reads of lines, and the picture of all centres that the switchboard works from."""

from __future__ import annotations

from lianxin.agents.queries import agents, dial_strings
from lianxin.centres.isolation import scope
from lianxin.centres.models import Centre
from lianxin.centres.queries import all_centres
from lianxin.flows.queries import published
from lianxin.lines.models import Line
from lianxin.lines.plan import AgentPlan, LinePlan, Plans, PromptPlan, QueuePlan
from lianxin.prompts.queries import current_sounds
from lianxin.queues.queries import codes_by_person, queues


def load_plans() -> Plans:
    """The plans of every centre, one scope after another.

    A line whose flow was never published is left out: there is nothing to answer with.
    """
    lines: list[LinePlan] = []
    waiting: list[QueuePlan] = []
    people: list[AgentPlan] = []
    prompts: list[PromptPlan] = []
    for centre in all_centres():
        with scope(centre.pk):
            lines += _lines(centre)
            waiting += _queues(centre)
            people += _agents(centre)
            prompts += _prompts(centre)
    return Plans(tuple(lines), tuple(waiting), tuple(people), prompts=tuple(prompts))


def first_line(centre_id: int) -> Line | None:
    """The line that the web page of a centre calls."""
    with scope(centre_id):
        return Line.objects.order_by("pk").first()


def _lines(centre: Centre) -> list[LinePlan]:
    versions = published()
    return [
        LinePlan(
            number=line.number,
            name=line.name,
            centre=centre.pk,
            centre_code=centre.code,
            flow_version=versions[line.flow_id].pk,
            flow=versions[line.flow_id].spec,
        )
        for line in Line.objects.order_by("number")
        if line.flow_id in versions
    ]


def _queues(centre: Centre) -> list[QueuePlan]:
    return [
        QueuePlan(
            centre=centre.pk,
            code=queue.code,
            name=queue.name,
            ring_seconds=queue.ring_seconds,
            wrap_up_seconds=queue.wrap_up_seconds,
            announce_agent_number=queue.announce_agent_number,
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
