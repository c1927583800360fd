"""Reads of flows."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Exists, F, OuterRef, QuerySet
from django.utils import timezone

from lianxin.centres.access import ADMINISTRATOR, FLOW_EDITOR, SUPERVISOR, Actor
from lianxin.centres.errors import NotFound
from lianxin.centres.paging import Slice, cut
from lianxin.flows.choices import VersionState
from lianxin.flows.models import (
    Flow,
    FlowCancellation,
    FlowDraft,
    FlowPresence,
    FlowScenario,
    FlowVersion,
)
from lianxin.rules.flow.diff import Diff, diff, renamed
from lianxin.rules.flow.spec_versions import current

#: Whoever draws flows, publishes them, or leads those who talk to the callers.
READERS = (FLOW_EDITOR, ADMINISTRATOR, SUPERVISOR)
EDITORS = (FLOW_EDITOR, ADMINISTRATOR)

#: How long after a page last said so somebody counts as having the draft open.
PRESENT = timedelta(seconds=60)

_DRAWN = ("spec", "layout", "inner_layouts")


@dataclass(frozen=True)
class FlowStatus:
    """A flow with the version in force and the one to come; what is drawn is not loaded."""

    flow: Flow
    draft: FlowDraft
    published: FlowVersion | None
    scheduled: FlowVersion | None
    used_by: list[str] = field(default_factory=list)  # codes of the flows that embed it


def published(at: datetime | None = None) -> dict[int, FlowVersion]:
    """The version in force of each flow of the centre whose scope is open, by flow.

    ``at``: now, unless another moment is asked about.
    """
    return _in_force(_versions().select_related("flow"), at)


def coming() -> dict[int, FlowVersion]:
    """The version that is to come, of each flow that has one. In the caller's scope."""
    rows = _versions().filter(effective_at__gt=timezone.now())
    return {row.flow_id: row for row in rows.order_by("-effective_at", "-number")}


def flows(
    who: Actor, *, put_away: bool = False, cursor: str | None = None, limit: int = 50
) -> Slice[Flow]:
    """The flows of the centre, the last changed first, with the head of their drafts.

    ``put_away``: instead those that can be had back.
    """
    who.need(*READERS)
    with who.scope():
        rows = Flow.objects.filter(deleted_at__isnull=not put_away).select_related(
            "draft__updated_by"
        )
        rows = rows.defer("draft__spec", "draft__layout").annotate(changed=F("draft__updated_at"))
        return cut(rows, "changed", cursor, limit)


def flow_statuses(who: Actor, flows: list[Flow]) -> list[FlowStatus]:
    """``flows`` with their versions and with who embeds them: three queries, however many.

    Of a flow that was put away: what was in force, and is again when it is had back.
    """
    with who.scope():
        heads = _not_called_off().defer(*_DRAWN).select_related("published_by")
        now = timezone.now()
        force = _in_force(heads, now)
        later = heads.filter(effective_at__gt=now).order_by("-effective_at", "-number")
        to_come = {row.flow_id: row for row in later}
        users = _users(force)
        return [
            FlowStatus(
                flow,
                flow.draft,
                force.get(flow.pk),
                to_come.get(flow.pk),
                sorted(users[flow.code] - {flow.code}),
            )
            for flow in flows
        ]


def flow(who: Actor, code: str) -> Flow:
    """One flow with its draft. Raises ``NotFound``."""
    who.need(*READERS)
    with who.scope():
        return one(code)


def one(code: str) -> Flow:
    """As ``flow``, in the caller's scope. Of one that was put away ``NotFound`` says so in
    ``put_away``: it can be had back."""
    found = Flow.objects.filter(code=code).select_related("draft__updated_by").first()
    if found is None:
        raise NotFound
    if found.deleted_at is not None:
        raise NotFound(put_away=True)
    return found


def editors(who: Actor, flow: Flow) -> list[FlowPresence]:
    """Who has the draft open now, the last seen first."""
    with who.scope():
        rows = FlowPresence.objects.filter(flow=flow, at__gt=timezone.now() - PRESENT)
        return list(rows.select_related("person").order_by("-at", "pk")[:50])


def versions(
    who: Actor, flow: Flow, *, cursor: str | None = None, limit: int = 50
) -> Slice[FlowVersion]:
    """What was published of a flow, newest first, without what is drawn."""
    who.need(*READERS)
    with who.scope():
        rows = FlowVersion.objects.filter(flow=flow).defer(*_DRAWN)
        rows = rows.select_related("published_by", "cancellation")
        return cut(rows, "published_at", cursor, limit, of=flow.code)


def version(who: Actor, code: str, number: int) -> FlowVersion:
    """One version with what is drawn. Raises ``NotFound``."""
    who.need(*READERS)
    with who.scope():
        rows = FlowVersion.objects.filter(flow=one(code), number=number)
        found = rows.select_related("published_by", "cancellation", "flow").first()
    if found is None:
        raise NotFound
    return found


def in_force(who: Actor, flow: Flow) -> FlowVersion | None:
    """The version of ``flow`` that callers hear now."""
    with who.scope():
        rows = _versions().filter(flow=flow).defer(*_DRAWN).select_related("published_by")
        return _in_force(rows).get(flow.pk)


def state_of(row: FlowVersion, in_force: FlowVersion | None) -> VersionState:
    """What ``row`` is now. ``cancellation`` must be loaded."""
    if hasattr(row, "cancellation"):
        return "cancelled"
    if row.effective_at > timezone.now():
        return "scheduled"
    return "in_force" if in_force is not None and row.pk == in_force.pk else "past"


@dataclass(frozen=True)
class Compared:
    """What is different between two drawings of a flow. ``renamed``: by node what people called
    it before and after, "" for no name of its own. ``subflows``: codes of the embedded ones that
    differ, where neither side is the draft."""

    changes: Diff
    renamed: dict[str, tuple[str, str]]
    subflows: list[str]


def compared(who: Actor, code: str, before: int | None, after: int | None) -> Compared:
    """Compare two versions; None is the draft. Raises ``NotFound``."""
    flow_ = flow(who, code)
    sides, names = zip(*(_side(who, flow_, number) for number in (before, after)), strict=True)
    own = [{k: v for k, v in side.items() if k != "subflows"} for side in sides]
    inner = [side.get("subflows") or {} for side in sides]
    drawn = before is None or after is None
    codes_ = [] if drawn else sorted({*inner[0], *inner[1]})
    differing = [each for each in codes_ if inner[0].get(each) != inner[1].get(each)]
    return Compared(diff(own[0], own[1]), renamed(own, names), differing)


def _side(who: Actor, flow_: Flow, number: int | None) -> tuple[dict[str, Any], Any]:
    """What is drawn, and its layout."""
    if number is not None:
        row = version(who, flow_.code, number)
        return current(row.spec), row.layout
    spec = flow_.draft.spec
    return (current(spec) if isinstance(spec, dict) else {"": spec}), flow_.draft.layout


def scenarios(who: Actor, code: str) -> list[FlowScenario]:
    """The scenarios of a flow by name. Raises ``NotFound``."""
    who.need(*READERS)
    with who.scope():
        rows = FlowScenario.objects.filter(flow=one(code)).select_related("updated_by")
        return list(rows.order_by("name"))


def known(who: Actor) -> list[tuple[Flow, bool]]:
    """Every flow by code, and whether anything of it is published."""
    who.need(*READERS)
    with who.scope():
        force = _in_force(_versions().only("flow_id", "number", "effective_at"))
        return [(flow, flow.pk in force) for flow in codes().values()]


def uses(who: Actor) -> dict[str, frozenset[str]]:
    """Which subflows each flow's draft names."""
    with who.scope():
        drafts = FlowDraft.objects.filter(flow__deleted_at=None)
        return {code: frozenset(used) for code, used in drafts.values_list("flow__code", "uses")}


def codes() -> dict[str, Flow]:
    """Every flow that there is, by code. In the caller's scope."""
    return {flow.code: flow for flow in Flow.objects.filter(deleted_at=None).order_by("code")}


def _versions() -> QuerySet[FlowVersion]:
    """Versions that were not called off, of flows that were not put away."""
    return _not_called_off().filter(flow__deleted_at=None)


def _not_called_off() -> QuerySet[FlowVersion]:
    called_off = FlowCancellation.objects.filter(version=OuterRef("pk"))
    return FlowVersion.objects.filter(~Exists(called_off))


def _in_force(rows: QuerySet[FlowVersion], at: datetime | None = None) -> dict[int, FlowVersion]:
    due = rows.filter(effective_at__lte=at or timezone.now())
    newest = due.order_by("flow_id", "-effective_at", "-number").distinct("flow_id")
    return {row.flow_id: row for row in newest}


def _users(force: dict[int, FlowVersion]) -> dict[str, set[str]]:
    """Which flows name or embed each subflow: in their draft, or in what is in force."""
    users: dict[str, set[str]] = defaultdict(set)
    drafts = FlowDraft.objects.filter(flow__deleted_at=None)
    for flow, code, uses in drafts.values_list("flow_id", "flow__code", "uses"):
        for used in {*uses, *(force[flow].embeds if flow in force else ())}:
            users[used].add(code)
    return users
