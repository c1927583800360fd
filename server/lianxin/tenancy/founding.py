"""How the platform's operator makes a centre from a template, and what they may change of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any
from zoneinfo import ZoneInfo

from django.db import IntegrityError, transaction

from lianxin.calendars.actions import CalendarDraft, make_calendar
from lianxin.centres import audit
from lianxin.centres.access import ADMINISTRATOR, AGENT, OPERATOR, Actor
from lianxin.centres.errors import NotFound
from lianxin.centres.functions import FUNCTIONS
from lianxin.centres.isolation import fresh_connection, scope
from lianxin.centres.models import Centre, Person
from lianxin.centres.passwords import give_first_password
from lianxin.centres.queries import describe
from lianxin.centres.versions import check_version
from lianxin.dispositions.actions import ship_dispositions
from lianxin.flows.actions import publish
from lianxin.flows.default import TEMPLATES as FLOW_TEMPLATES
from lianxin.flows.default import template as flow_template
from lianxin.flows.fitting import fitted
from lianxin.lines.actions import open_line
from lianxin.lines.models import Line
from lianxin.queues.actions import open_queue
from lianxin.rules.hours import WEEKDAYS, Spans
from lianxin.rules.powers import ADMINISTRATORS, Account, are_separate
from lianxin.tenancy.errors import BadCentre, CentreConflict, CentreTaken, NotSeparate

#: Templates by name: the flow that every line of the centre begins with, and its name there.
_TEMPLATES = {"article": "热线默认流程", "direct": "直达人工"}

#: The queue that the shipped flows line callers up in.
QUEUE = "general"

_OFFICE: Spans = (("09:00", "12:00"), ("13:30", "17:30"))
_CODE = re.compile(r"[a-z][a-z0-9_-]{1,31}")
_NUMBER = re.compile(r"[0-9+*#]{2,20}")


@dataclass(frozen=True)
class Limits:
    """The most that a centre may have; None: as many as it likes."""

    lines: int | None = None
    agents: int | None = None
    storage_mb: int | None = None
    faxes: int | None = None  # of a day


@dataclass(frozen=True)
class NewCentre:
    code: str
    name: str
    city_code: str  # four digits
    numbers: tuple[str, ...]
    city: str = ""
    area_code: str = ""  # 区号 with its 0, of three or four digits
    zone: str = "Asia/Shanghai"
    template: str = "article"
    administrator: str = "9000"  # 工号
    administrator_name: str = "系统管理员"
    limits: Limits = Limits()
    functions_off: tuple[str, ...] = ()


@dataclass(frozen=True)
class Founded:
    """``password``: the administrator's, told this once."""

    centre: Centre
    administrator: str
    password: str


@dataclass(frozen=True)
class Overview:
    """A centre as its operator sees it: how much of it there is, and nothing of its calls."""

    centre: Centre
    lines: tuple[str, ...]
    agents: int


def templates() -> list[str]:
    """The names of the templates that are shipped."""
    return [name for name in _TEMPLATES if (FLOW_TEMPLATES / f"{name}.json").is_file()]


def found_centre(who: Actor | None, new: NewCentre) -> Founded:
    """Make a centre that answers calls at once: administrator, queue, flow, calendar, lines.

    All of it or nothing. ``who`` is an operator; None is the command line. Raises
    ``BadCentre``, ``CentreTaken``, ``NumberTaken``, ``QuotaFull``.
    """
    if who is not None:
        who.need(OPERATOR)
    _check(new)
    fresh_connection()
    with transaction.atomic():
        centre = _make(new)
        with scope(centre.pk):
            person = Person(
                centre=centre,
                number=new.administrator,
                name=new.administrator_name,
                roles=[ADMINISTRATOR],
            )
            password = give_first_password(person)
            person.save()
            _equip(describe(person, centre, who.address if who else "command line"), new)
            _note(who, "centre.made", centre, code=new.code)
    return Founded(centre, new.administrator, password)


def _make(new: NewCentre) -> Centre:
    try:
        with transaction.atomic():
            return Centre.objects.create(
                code=new.code,
                name=new.name,
                city=new.city,
                city_code=new.city_code,
                area_code=new.area_code,
                zone=new.zone,
                functions_off=sorted(set(new.functions_off)),
                **_columns(new.limits),
            )
    except IntegrityError as error:
        raise CentreTaken(centre=new.code, city_code=new.city_code) from error


def _equip(administrator: Actor, new: NewCentre) -> None:
    """Give a new centre what it needs to answer, as its own administrator."""
    open_queue(administrator, QUEUE, "人工服务")
    ship_dispositions(administrator)
    flow = fitted(flow_template(new.template), administrator.functions)
    publish(administrator, new.template, _TEMPLATES[new.template], flow, new.template)
    week = dict.fromkeys(WEEKDAYS[:5], _OFFICE)
    make_calendar(administrator, "office", CalendarDraft("工作时间", week))
    for number in new.numbers:
        open_line(administrator, number, new.name, new.template)


def _check(new: NewCentre) -> None:
    fine = {
        "code": _CODE.fullmatch(new.code),
        "name": 1 <= len(new.name.strip()) <= 64,
        "city_code": re.fullmatch(r"[0-9]{4}", new.city_code),
        "area_code": _is_area_code(new.area_code),
        "zone": _is_zone(new.zone),
        "numbers": all(_NUMBER.fullmatch(number) for number in new.numbers),
        "template": new.template in templates(),
        "administrator": re.fullmatch(r"[0-9]{4,12}", new.administrator),
        "functions_off": set(new.functions_off) <= set(FUNCTIONS),
    }
    for field, good in fine.items():
        if not good:
            raise BadCentre(field=field).about(field)


def _is_area_code(text: str) -> bool:
    return re.fullmatch(r"(0[0-9]{2,3})?", text) is not None


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (OSError, ValueError, LookupError):
        return False
    return True


def _columns(limits: Limits) -> dict[str, int | None]:
    return {f"quota_{name}": most for name, most in asdict(limits).items()}


# --- what there is


def overviews(who: Actor) -> list[Overview]:
    """Every centre of the platform. Needs operator."""
    who.need(OPERATOR)
    return [_overview(centre) for centre in Centre.objects.all()]


def _overview(centre: Centre) -> Overview:
    with scope(centre.pk):
        numbers = Line.objects.order_by("number").values_list("number", flat=True)
        agents = Person.objects.filter(active=True, roles__contains=[AGENT]).count()
        return Overview(centre, tuple(numbers), agents)


#: What an operator may change of a centre. Its code and city code are in case numbers already.
_CHANGEABLE = frozenset(
    (
        "name",
        "city",
        "area_code",
        "functions_off",
        "quota_lines",
        "quota_agents",
        "quota_storage_mb",
        "quota_faxes",
        "separate_administrators",
        "dormant_days",
        "second_factor_roles",
    )
)


def change_centre(who: Actor, code: str, version: int, changes: Mapping[str, Any]) -> Overview:
    """Change name, quotas or functions of a centre that was read at ``version``; in force at
    once. Needs operator.

    A quota below what there is takes nothing away: it only lets nothing more in.
    Raises ``CentreConflict``, ``NotFound``, ``BadCentre``, ``NotSeparate``.
    """
    who.need(OPERATOR)
    if not set(changes) <= _CHANGEABLE:
        unknown = min(set(changes) - _CHANGEABLE)
        raise BadCentre(field=unknown).about(unknown)
    if not _is_area_code(changes.get("area_code", "")):
        raise BadCentre(field="area_code").about("area_code")
    if not set(changes.get("functions_off", ())) <= set(FUNCTIONS):
        raise BadCentre(field="functions_off").about("functions_off")
    fresh_connection()
    with transaction.atomic():
        centre = Centre.objects.select_for_update().filter(code=code).first()
        if centre is None:
            raise NotFound
        check_version(centre, version, CentreConflict)
        before = {name: getattr(centre, name) for name in changes}
        if changes.get("separate_administrators") and not centre.separate_administrators:
            _need_separate(centre)
        for name, value in changes.items():
            setattr(centre, name, sorted(set(value)) if isinstance(value, list) else value)
        after = {name: getattr(centre, name) for name in changes}
        if before != after:
            centre.version += 1
            centre.save(update_fields=[*changes, "version", "updated_at"])
            details = audit.changes(before, after)
            with scope(centre.pk):
                _note(who, "centre.changed", centre, code=code, **details)
    return _overview(centre)


def _need_separate(centre: Centre) -> None:
    """Raise ``NotSeparate`` unless each of the three administrators is somebody else, and there."""
    with scope(centre.pk):
        rows = Person.objects.filter(active=True).values_list("number", "roles", "expires_on")
        people = [(number, Account(frozenset(has), True, until)) for number, has, until in rows]
    several = [number for number, each in people if not are_separate(each.roles, separate=True)]
    there = frozenset().union(*(each.roles for _, each in people))
    lasting = any(each.may_give(separate=True) for _, each in people)
    if several or not lasting or not there >= ADMINISTRATORS:
        raise NotSeparate(numbers=several).about("separate_administrators")


def _note(who: Actor | None, action: str, centre: Centre, **data: Any) -> None:
    """Say in the trail of ``centre``, whose scope is open, what the platform did to it.

    There only: the centre concerned must know it, and the administrators of the centre in which an
    operator happens to be at home must not. That centre's key is of no person of another.
    """
    if who is not None and who.centre == centre.pk:
        audit.note(who, action, "centre", centre.pk, **data)
        return
    by = f"{who.centre_code} {who.number}" if who else "command line"
    address = who.address if who else ""
    audit.note_system(centre.pk, action, "centre", centre.pk, address=address, by=by, **data)
