"""The made-up city and county. Whoever runs it twice has it once."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.contrib.auth.hashers import check_password, make_password

from lianxin.centres.access import (
    ADMINISTRATOR,
    AGENT,
    AUDIT_ADMINISTRATOR,
    FLOW_EDITOR,
    KNOWLEDGE_EDITOR,
    MAILBOX,
    OPERATOR,
    SECURITY_ADMINISTRATOR,
    SUPERVISOR,
    Actor,
)
from lianxin.centres.isolation import scope
from lianxin.centres.models import Centre, Person
from lianxin.centres.password_rules import DEMO_PASSWORD
from lianxin.centres.queries import describe
from lianxin.demo import services as demo_asked
from lianxin.dispositions.actions import ship_dispositions
from lianxin.flows.actions import publish
from lianxin.flows.default import template
from lianxin.flows.models import FlowVersion
from lianxin.lines.actions import open_line
from lianxin.lines.models import Line
from lianxin.prompts import catalogue
from lianxin.prompts.models import Prompt, PromptVersion
from lianxin.queues.actions import open_queue, set_members
from lianxin.queues.models import Queue
from lianxin.speech import audio, sound

WELCOME = "welcome"
#: Shipped flows that both centres have; their lines are answered by the first.
FLOWS = {"article": "热线默认流程", "direct": "直达人工", "night": "夜间值守"}
QUEUE = "general"  # the name that the shipped flow lines callers up in


@dataclass(frozen=True)
class DemoPerson:
    number: str
    name: str
    roles: tuple[str, ...]
    rights: tuple[str, ...] = ()


@dataclass(frozen=True)
class DemoCentre:
    code: str
    name: str
    city_code: str
    line: str
    people: tuple[DemoPerson, ...]

    @property
    def agents(self) -> list[str]:
        return [person.number for person in self.people if AGENT in person.roles]


CENTRES = (
    DemoCentre(
        "shifan",
        "示范市 12345 热线",
        "9901",
        "12345",
        (
            DemoPerson("8001", "李示范", (AGENT,)),
            DemoPerson("8002", "王示范", (AGENT,)),
            DemoPerson("8003", "张示范", (AGENT,)),
            DemoPerson("8100", "班长甲", (SUPERVISOR,)),
            # Approves the answers to letters to the mayor: what needs both nobody else has.
            DemoPerson("8101", "信箱班长", (SUPERVISOR,), (MAILBOX,)),
            DemoPerson("9000", "管理员甲", (ADMINISTRATOR,)),
            DemoPerson("9001", "安全管理员甲", (SECURITY_ADMINISTRATOR,)),
            DemoPerson("9002", "审计管理员甲", (AUDIT_ADMINISTRATOR,)),
            DemoPerson("9100", "信箱专员", (), (MAILBOX,)),
            DemoPerson("9200", "流程编辑甲", (FLOW_EDITOR,)),
            DemoPerson("9300", "知识编辑甲", (KNOWLEDGE_EDITOR,)),
            DemoPerson("9900", "平台运维", (OPERATOR,)),
        ),
    ),
    DemoCentre(
        "shixian",
        "示范县 12345 热线",
        "9902",
        "12346",
        (
            DemoPerson("8001", "赵示范", (AGENT,)),
            DemoPerson("8002", "钱示范", (AGENT,)),
            DemoPerson("8100", "班长乙", (SUPERVISOR,)),
            DemoPerson("9000", "管理员乙", (ADMINISTRATOR,)),
            DemoPerson("9200", "流程编辑乙", (FLOW_EDITOR,)),
        ),
    ),
)


def load() -> None:
    """Make what is missing; leave what is there as it is."""
    hashed = make_password(DEMO_PASSWORD)
    for demo in CENTRES:
        _load_centre(demo, hashed)


def at_risk() -> list[str]:
    """The made-up people who can sign in with the password that everybody knows."""
    codes = [demo.code for demo in CENTRES]
    found: list[str] = []
    for centre in Centre.objects.filter(code__in=codes):
        with scope(centre.pk):
            people = list(Person.objects.filter(active=True).order_by("number"))
        # They were made with one hash, and checking is slow on purpose.
        fit = {each: check_password(DEMO_PASSWORD, each) for each in {p.password for p in people}}
        found += [f"{centre.code} {person.number}" for person in people if fit[person.password]]
    return found


def close() -> int:
    """Switch the made-up people off, who are told in the manual; returns how many there were.

    Their centres stay, with what was tried in them; ``load`` brings nobody back.
    """
    closed = 0
    for demo in CENTRES:
        for centre in Centre.objects.filter(code=demo.code):
            numbers = [person.number for person in demo.people]
            with scope(centre.pk):
                people = Person.objects.filter(number__in=numbers, active=True)
                closed += people.update(active=False)
    return closed


def _load_centre(demo: DemoCentre, hashed: str) -> None:
    centre, _ = Centre.objects.get_or_create(
        code=demo.code, defaults={"name": demo.name, "city_code": demo.city_code}
    )
    Centre.objects.filter(pk=centre.pk, demo=False).update(demo=True)  # also one of before
    with scope(centre.pk):
        for person in demo.people:
            _load_person(centre, person, hashed)
        _load_telephony(demo, _administrator(centre))


def _load_person(centre: Centre, demo: DemoPerson, hashed: str) -> None:
    Person.objects.get_or_create(
        centre=centre,
        number=demo.number,
        defaults={
            "name": demo.name,
            "roles": list(demo.roles),
            "rights": list(demo.rights),
            "password": hashed,
        },
    )


def _administrator(centre: Centre) -> Actor:
    person = Person.objects.get(number="9000")
    return replace(describe(person, centre, ""), address="demo")


def _load_telephony(demo: DemoCentre, who: Actor) -> None:
    ship_dispositions(who)
    if not Queue.objects.filter(code=QUEUE).exists():
        open_queue(who, QUEUE, "人工服务")
        set_members(who, QUEUE, demo.agents)
    for code, name in FLOWS.items():
        if not FlowVersion.objects.filter(flow__code=code).exists():
            publish(who, code, name, template(code), code)
    if not Line.objects.filter(number=demo.line).exists():
        open_line(who, demo.line, demo.name, "article")
    _load_welcome(demo, who)
    demo_asked.load(who)


def _load_welcome(demo: DemoCentre, who: Actor) -> None:
    """The greeting that names the city: shipped beside the common prompts, heard here alone."""
    shipped = next(p for p in catalogue.load() if p.name == f"{demo.code}/{WELCOME}")
    made = audio.describe(sound.read_wav(shipped.path))
    prompt, new = Prompt.objects.get_or_create(
        centre_id=who.centre, code=WELCOME, defaults={"texts": {"zh": shipped.text}}
    )
    if new:
        PromptVersion.objects.create(
            centre_id=who.centre,
            prompt=prompt,
            language="zh",
            number=1,
            text=shipped.text,
            voice=shipped.voice,
            source="shipped",
            current=True,
            path=f"{shipped.name}.wav",
            sha256=shipped.sha256,
            seconds=made.seconds,
            level=made.level,
            peaks=made.peaks,
        )
