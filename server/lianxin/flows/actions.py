"""Publishing. What was published never changes: a change is a new version."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Exists, Max, OuterRef
from django.utils import timezone

from lianxin.centres import audit
from lianxin.centres.access import ADMINISTRATOR, Actor
from lianxin.centres.errors import NotFound
from lianxin.centres.locks import Turn, advisory_lock
from lianxin.flows import codec, embedding
from lianxin.flows.authoring.checks import Checks
from lianxin.flows.default import shipped_layout
from lianxin.flows.drafting import add_shipped_scenarios, check_draft, locked
from lianxin.flows.embedding import Embedded
from lianxin.flows.errors import (
    AlreadyPublished,
    BrokenFlow,
    ScenariosFailing,
    SubflowNotScheduled,
    TimePast,
    as_details,
)
from lianxin.flows.models import Flow, FlowCancellation, FlowDraft, FlowScenario, FlowVersion
from lianxin.flows.queries import coming, published
from lianxin.rules.flow import FlowFaults
from lianxin.rules.flow.spec_versions import current

#: How far ahead a flow can be published.
HORIZON = timedelta(days=366)


@dataclass(frozen=True)
class Publishing:
    """How a draft is published. ``reason``: why, although scenarios fail. ``at``: later."""

    version: int
    note: str
    reason: str = ""
    at: datetime | None = None


@dataclass(frozen=True)
class _Ready:
    """A version that may be added: whole, sound, and with the results of its scenarios."""

    flow: Flow
    whole: Embedded
    layout: Any
    results: dict[str, Any] = field(default_factory=dict)


def publish(
    who: Actor, code: str, name: str, spec: dict[str, Any], shipped: str = ""
) -> FlowVersion:
    """Publish ``spec`` as the next version of flow ``code``, which is made if it is new.

    For what is not drawn: a new centre's first flows. A new flow gets the scenarios of the
    template ``shipped``. Raises ``BrokenFlow``.
    """
    who.need(ADMINISTRATOR)
    with who.scope():
        _take_turn(who)
        flow, made = Flow.objects.get_or_create(
            centre_id=who.centre, code=code, defaults={"name": name}
        )
        if made:
            spec = {**spec, "title": name}
            uses = embedding.named(spec)
            FlowDraft.objects.create(
                centre_id=who.centre,
                flow=flow,
                spec=spec,
                layout=shipped_layout(shipped),
                uses=uses,
                updated_by_id=who.person,
                based_on=1,
            )
            add_shipped_scenarios(who, flow, shipped, spec)
        return _add(who, _Ready(flow, _whole(flow, spec), shipped_layout(shipped)))


def publish_draft(who: Actor, code: str, how: Publishing, checks: Checks) -> FlowVersion:
    """Publish the draft of a flow, now or at ``how.at``; flows that embed it are published anew.

    What was scheduled before is called off by a new time. A request that came twice gives the
    version of the first. Raises ``DraftConflict``, ``AlreadyPublished``, ``BrokenFlow``,
    ``ScenariosFailing``, ``TimePast``, ``SubflowNotScheduled``.
    """
    who.need(ADMINISTRATOR)
    with who.scope():
        _take_turn(who)
        flow, draft = locked(code)
        check_draft(draft, how.version)
        before = _repeated(who, flow, how, draft_version=draft.version)
        if before is not None:
            return before
        _check_time(flow, how.at)
        ready = _ready(flow, draft.spec, draft.layout, checks)
        return _publish(who, ready, how, checks, draft=draft)


def roll_back(who: Actor, code: str, number: int, note: str, checks: Checks) -> FlowVersion:
    """Publish the content of an earlier version again, at once; the draft stays as it is.

    A request that came twice gives the version of the first. Raises ``NotFound``,
    ``AlreadyPublished``, and ``BrokenFlow`` when its subflows are no more.
    """
    who.need(ADMINISTRATOR)
    with who.scope():
        _take_turn(who)
        flow, _ = locked(code)
        old = FlowVersion.objects.filter(flow=flow, number=number).first()
        if old is None:
            raise NotFound
        how = Publishing(0, note, reason=note)
        before = _repeated(who, flow, how, from_version=number)
        if before is not None:
            return before
        whole = Embedded(current(old.spec), tuple(old.embeds), old.inner_layouts)
        ready = _Ready(flow, whole, old.layout, _run(flow, whole.spec, checks))
        # A way back is never barred: what fails is kept with the version.
        return _publish(who, ready, how, checks, from_version=number)


def cancel_scheduled(who: Actor, code: str) -> None:
    """Call off what is scheduled of a flow. Raises ``NotFound`` when nothing is."""
    who.need(ADMINISTRATOR)
    with who.scope():
        _take_turn(who)
        flow, _ = locked(code)
        version = coming().get(flow.pk)
        if version is None:
            raise NotFound
        _cancel(who, version)


def _take_turn(who: Actor) -> None:
    """One publishes at a time in a centre: versions embed one another."""
    advisory_lock(Turn.PUBLISH, str(who.centre))


def _repeated(who: Actor, flow: Flow, how: Publishing, **origin: int) -> FlowVersion | None:
    """The newest version, when ``who`` made it of this ``origin`` with this request.

    ``origin``: the version of the draft, or the number that is rolled back to. Raises
    ``AlreadyPublished`` when somebody else, or with another note, did the same for that time.
    """
    last = _newest(flow)
    if last is None or any(getattr(last, field) != value for field, value in origin.items()):
        return None
    in_force = last.effective_at <= timezone.now()
    if not (in_force if how.at is None else last.effective_at == how.at):
        return None
    if (last.published_by_id, last.note) == (who.person, how.note):
        return last
    by = last.published_by
    raise AlreadyPublished(
        number=last.number,
        by=f"{by.number} {by.name}" if by else "",
        at=last.published_at.isoformat(),
    )


def _newest(flow: Flow) -> FlowVersion | None:
    """The last that was published of ``flow`` and not called off."""
    called_off = FlowCancellation.objects.filter(version=OuterRef("pk"))
    rows = FlowVersion.objects.filter(~Exists(called_off), flow=flow)
    return rows.select_related("published_by").order_by("-number").first()


def _check_time(flow: Flow, at: datetime | None) -> None:
    if at is None:
        return
    if flow.kind == "subflow":
        raise SubflowNotScheduled
    now = timezone.now()
    if not now < at <= now + HORIZON:
        raise TimePast


def _ready(flow: Flow, spec: Any, layout: Any, checks: Checks) -> _Ready:
    """What a draft would be published as. Raises ``BrokenFlow``."""
    drawn = {**spec, "id": flow.code} if isinstance(spec, dict) else {}
    whole = embedding.embed(flow.code, drawn, subflows_there())
    errors = checks.errors(whole.spec, flow.code, flow.kind)
    own = {fault.place for fault in whole.faults}
    faults = [*whole.faults, *(each for each in errors if each.place not in own)]
    if faults:
        raise BrokenFlow(faults=as_details(faults), flow=flow.code)
    return _Ready(flow, _whole(flow, drawn), layout, _run(flow, whole.spec, checks))


def _whole(flow: Flow, spec: dict[str, Any]) -> Embedded:
    """``spec`` with what it embeds. Raises ``BrokenFlow``."""
    whole = embedding.embed(flow.code, spec, subflows_there())
    if whole.faults:
        raise BrokenFlow(faults=as_details(whole.faults), flow=flow.code)
    try:
        codec.read(whole.spec)
    except FlowFaults as faults:
        raise BrokenFlow(faults=as_details(faults.faults), flow=flow.code) from faults
    return whole


def subflows_there() -> dict[str, FlowVersion]:
    """What is published of each subflow, by code. In the caller's scope."""
    flows = Flow.objects.filter(kind="subflow", deleted_at=None).values_list("pk", "code")
    force = published()
    return {code: force[pk] for pk, code in flows if pk in force}


def _run(flow: Flow, spec: dict[str, Any], checks: Checks) -> dict[str, Any]:
    results = checks.run(codec.read(spec), FlowScenario.objects.filter(flow=flow).order_by("name"))
    failing = [result.name for result in results if not result.passed]
    return {"passed": len(results) - len(failing), "failed": len(failing), "failing": failing}


def _publish(
    who: Actor,
    ready: _Ready,
    how: Publishing,
    checks: Checks,
    *,
    draft: FlowDraft | None = None,
    from_version: int | None = None,
) -> FlowVersion:
    """Add the version, and those of the flows that embed it."""
    flow = ready.flow
    _check_scenarios([ready], how)
    waiting = coming().get(flow.pk)
    if how.at is not None and waiting is not None:
        _cancel(who, waiting)
    drawn = draft.version if draft is not None else None
    version = _add(who, ready, how, from_version=from_version, draft_version=drawn)
    if draft is not None:
        draft.state, draft.note, draft.based_on = "editing", "", version.number
        draft.save(update_fields=["state", "note", "based_on"])
    if flow.kind == "subflow":
        _renew(who, version, how, checks)
    return version


def _check_scenarios(ready: list[_Ready], how: Publishing) -> None:
    failing = [
        {"flow": each.flow.code, "name": name}
        for each in ready
        for name in each.results.get("failing", ())
    ]
    if failing and not how.reason:
        raise ScenariosFailing(failing=failing)


def _add(
    who: Actor,
    ready: _Ready,
    how: Publishing | None = None,
    *,
    from_version: int | None = None,
    draft_version: int | None = None,
) -> FlowVersion:
    flow, how = ready.flow, how or Publishing(0, "")
    last = FlowVersion.objects.filter(flow=flow).aggregate(last=Max("number"))["last"] or 0
    version = FlowVersion.objects.create(
        centre_id=who.centre,
        flow=flow,
        number=last + 1,
        spec=ready.whole.spec,
        layout=ready.layout,
        inner_layouts=ready.whole.layouts,
        embeds=list(ready.whole.codes),
        note=how.note,
        reason=how.reason if ready.results.get("failed") else "",
        from_version=from_version,
        draft_version=draft_version,
        scenarios=ready.results,
        published_by_id=who.person,
        effective_at=how.at or timezone.now(),
    )
    data: dict[str, Any] = {"code": flow.code, "number": version.number, "note": how.note}
    data |= {"at": how.at.isoformat()} if how.at else {}
    data |= {"reason": version.reason, "failed": ready.results["failed"]} if version.reason else {}
    data |= {"from_version": from_version} if from_version else {}
    audit.note(who, _action(how, from_version), "flow", flow.pk, **data)
    return version


def _action(how: Publishing, from_version: int | None) -> str:
    if from_version is not None:
        return "flow.rolled_back"
    return "flow.published" if how.at is None else "flow.scheduled"


def _cancel(who: Actor, version: FlowVersion) -> None:
    FlowCancellation.objects.create(centre_id=who.centre, version=version, by_id=who.person)
    flow = version.flow
    data = {"code": flow.code, "number": version.number, "at": version.effective_at.isoformat()}
    audit.note(who, "flow.schedule_cancelled", "flow", flow.pk, **data)


def _renew(who: Actor, subflow: FlowVersion, how: Publishing, checks: Checks) -> None:
    """Publish anew whatever embeds ``subflow``: what callers hear, and what is to come."""
    code = subflow.flow.code
    force = FlowVersion.objects.filter(
        pk__in=[version.pk for version in published().values()], embeds__contains=[code]
    )
    for old in embedding.in_order(force.select_related("flow")):
        _renew_one(who, old, subflow, how, checks, None)
    for old in coming().values():
        if code in old.embeds:
            _cancel(who, old)
            _renew_one(who, old, subflow, how, checks, old.effective_at)


def _renew_one(
    who: Actor,
    old: FlowVersion,
    subflow: FlowVersion,
    how: Publishing,
    checks: Checks,
    at: datetime | None,
) -> None:
    whole = _whole(old.flow, old.spec)
    ready = _Ready(old.flow, whole, old.layout, _run(old.flow, whole.spec, checks))
    _check_scenarios([ready], how)
    note = f"{subflow.flow.code} v{subflow.number}: {how.note}"[:500]
    _add(
        who,
        ready,
        Publishing(0, note, how.reason, at),
        from_version=None,
        draft_version=old.draft_version,
    )
