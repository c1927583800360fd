"""Writes of drafts: making a flow, drawing it, having it reviewed, putting it away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from lianxin.centres import audit
from lianxin.centres.access import ADMINISTRATOR, Actor
from lianxin.centres.errors import NotFound
from lianxin.centres.versions import check_version
from lianxin.flows import drawing, embedding
from lianxin.flows.authoring.checks import Checks
from lianxin.flows.choices import DraftState, FlowKind, ReviewAct
from lianxin.flows.default import scenarios, shipped_layout, template, templates
from lianxin.flows.errors import (
    DraftConflict,
    FlowCodeTaken,
    FlowInUse,
    UnknownTemplate,
    WrongDraftState,
)
from lianxin.flows.fitting import fitted, still_holding
from lianxin.flows.models import Flow, FlowDraft, FlowPresence, FlowScenario
from lianxin.flows.queries import EDITORS, codes, flow_statuses, one, published
from lianxin.rules.flow import SPEC
from lianxin.rules.keepable import keepable

#: Words that stand where a code stands in the API's paths.
RESERVED = frozenset({"vocabulary", "import"})


#: The most letters that the name of a flow has.
NAME_LENGTH = 64


@dataclass(frozen=True)
class NewFlow:
    """``template`` names a shipped flow, ``copy_of`` one of the centre's; else it is empty."""

    code: str
    name: str
    kind: FlowKind = "flow"
    template: str = ""
    copy_of: str = ""


def create(who: Actor, new: NewFlow, checks: Checks) -> Flow:
    """Make a flow with its first draft.

    Raises ``FlowCodeTaken``, ``UnknownTemplate``, and ``NotFound`` for what is copied.
    """
    who.need(*EDITORS)
    with who.scope():
        spec, layout = _beginning(who, new)
        spec = {**spec, "id": new.code, "title": new.name}
        flow = add(who, new.code, new.name, new.kind, spec, layout, checks)
        add_shipped_scenarios(who, flow, "" if new.copy_of else new.template, spec)
        audit.note(who, "flow.created", "flow", flow.pk, code=new.code, kind=new.kind)
        return one(new.code)


def add_shipped_scenarios(who: Actor, flow: Flow, name: str, spec: dict[str, Any]) -> None:
    """Give a new flow the scenarios of the template it was made from, in the caller's scope; of
    one that was ``fitted``, those that hold as before."""
    if not name:
        return
    holding = still_holding(scenarios(name), template(name), spec)
    FlowScenario.objects.bulk_create(
        FlowScenario(centre_id=who.centre, flow=flow, **kept) for kept in holding
    )


def add(
    who: Actor, code: str, name: str, kind: FlowKind, spec: Any, layout: Any, checks: Checks
) -> Flow:
    """Add the rows of a flow and its draft, in the caller's scope. Raises ``FlowCodeTaken``."""
    if code in RESERVED:
        raise FlowCodeTaken(code=code)
    try:
        with transaction.atomic():
            flow = Flow.objects.create(centre_id=who.centre, code=code, name=name, kind=kind)
    except IntegrityError as error:
        raise FlowCodeTaken(code=code) from error
    draft = FlowDraft(centre_id=who.centre, flow=flow)
    _fill(who, draft, spec, layout, checks)
    draft.save()
    return flow


def save_draft(who: Actor, code: str, version: int, spec: Any, layout: Any, checks: Checks) -> Flow:
    """Keep what was drawn on ``version`` of the draft; a review begins anew.

    A title that was changed is the flow's name from now on. Raises ``DraftConflict`` when
    somebody was faster, ``DraftTooLarge``, ``NotFound``.
    """
    who.need(*EDITORS)
    drawing.check(spec, layout)
    with who.scope():
        flow, draft = locked(code)
        check_draft(draft, version)
        spec, layout = keepable(spec), keepable(layout)
        if (spec, layout) != (draft.spec, draft.layout):
            draft.version += 1
            _fill(who, draft, spec, layout, checks)
            draft.save()
            audit.note(who, "flow.draft_saved", "flow", flow.pk, code=code, version=draft.version)
        _seen(who, flow)
        return one(code)


def replace_draft(who: Actor, flow: Flow, spec: Any, layout: Any, checks: Checks) -> None:
    """Put what was imported in place of the draft, in the caller's scope."""
    draft = FlowDraft.objects.select_for_update().get(flow=flow)
    draft.version += 1
    _fill(who, draft, spec, layout, checks)
    draft.save()


#: From which states an act leads to which state.
_REVIEW: dict[ReviewAct, tuple[tuple[DraftState, ...], DraftState]] = {
    "request": (("editing",), "review"),
    "approve": (("editing", "review"), "approved"),
    "return": (("review", "approved"), "editing"),
}


def review(who: Actor, code: str, act: ReviewAct, note: str) -> Flow:
    """Ask for a review, approve the draft, or give it back with a note.

    A flow editor asks, and may take the own request back; an administrator approves and
    returns, also the own drawing (the audit trail says ``own``). Raises ``WrongDraftState``.
    """
    who.need(*EDITORS)
    with who.scope():
        flow, draft = locked(code)
        own = draft.updated_by_id == who.person
        if act == "approve" or (act == "return" and not own):
            who.need(ADMINISTRATOR)
        before, after = _REVIEW[act]
        if draft.state not in before:
            raise WrongDraftState(state=draft.state)
        draft.state, draft.note = after, note
        draft.save(update_fields=["state", "note"])
        details = {"code": code, "version": draft.version, "note": note, "own": own}
        audit.note(who, f"flow.review_{_DONE[act]}", "flow", flow.pk, **details)
        return flow


_DONE: dict[ReviewAct, str] = {
    "request": "requested",
    "approve": "approved",
    "return": "returned",
}


def rename(who: Actor, code: str, version: int, name: str) -> Flow:
    """Give a flow whose draft was read at ``version`` another name.

    The title of what is drawn is that name: the draft changes with it, and a review begins anew.
    The code stays: versions and calls know the flow by that. Raises ``DraftConflict``.
    """
    who.need(*EDITORS)
    with who.scope():
        flow, draft = locked(code)
        check_draft(draft, version)
        if flow.name != name:
            if isinstance(draft.spec, dict):
                draft.spec = {**draft.spec, "title": name}
            draft.version += 1
            _touch(who, draft)
            draft.save()
            _name(who, flow, name)
        return one(code)


def delete(who: Actor, code: str) -> None:
    """Put a flow away that nothing uses. ``restore`` has it back. Raises ``FlowInUse``."""
    who.need(*EDITORS)
    with who.scope():
        # First, for who points a line at it locks it too: one of the two sees the other.
        Flow.objects.select_for_update(no_key=True).filter(code=code).first()
        flow, _ = locked(code)
        if flow.pk in published():
            who.need(ADMINISTRATOR)
        users = _users(who, flow)
        if users:
            raise FlowInUse(by=users, codes=[each["code"] for each in users])
        flow.deleted_at = timezone.now()
        flow.save(update_fields=["deleted_at"])
        audit.note(who, "flow.deleted", "flow", flow.pk, code=code)


def restore(who: Actor, code: str) -> Flow:
    """Have a flow back that was put away. Raises ``NotFound``."""
    who.need(*EDITORS)
    with who.scope():
        gone = Flow.objects.select_for_update().filter(code=code).first()
        if gone is None:
            raise NotFound
        if gone.deleted_at is not None:
            gone.deleted_at = None
            gone.save(update_fields=["deleted_at"])
            audit.note(who, "flow.restored", "flow", gone.pk, code=code)
        return one(code)


def be_present(who: Actor, code: str, *, leaving: bool = False) -> Flow:
    """Say that ``who`` has the draft open, or no longer has. Nothing of it is kept for long."""
    who.need(*EDITORS)
    with who.scope():
        flow = one(code)
        if leaving:
            FlowPresence.objects.filter(flow=flow, person_id=who.person).delete()
        else:
            _seen(who, flow)
        return flow


def locked(code: str) -> tuple[Flow, FlowDraft]:
    """A flow and its draft for a change, in the caller's scope. Raises ``NotFound``."""
    flow = one(code)
    # Who changed it last is read after the lock: joined, they would be the one of before it.
    draft = FlowDraft.objects.prefetch_related("updated_by").select_for_update().get(flow=flow)
    flow.draft = draft
    return flow, draft


def check_draft(draft: FlowDraft, version: int) -> None:
    """Raise ``DraftConflict``, which has the newer drawing, when ``version`` is an older one."""
    check_version(draft, version, DraftConflict, spec=draft.spec, layout=draft.layout)


def _fill(who: Actor, draft: FlowDraft, spec: Any, layout: Any, checks: Checks) -> None:
    title = _title(spec)
    if title and title not in (_title(draft.spec), draft.flow.name):
        _name(who, draft.flow, title)
    draft.spec, draft.layout = spec, layout
    _touch(who, draft)
    draft.uses = [code[:64] for code in embedding.named(spec)]
    draft.errors, draft.warnings = checks.count(spec, draft.flow.code, draft.flow.kind)


def _touch(who: Actor, draft: FlowDraft) -> None:
    draft.state, draft.note = "editing", ""
    draft.updated_by_id, draft.updated_at = who.person, timezone.now()


def _title(spec: Any) -> str:
    """What a drawing says that the flow is called; "" where that is no name."""
    title = spec.get("title") if isinstance(spec, dict) else None
    return title.strip()[:NAME_LENGTH] if isinstance(title, str) else ""


def _name(who: Actor, flow: Flow, name: str) -> None:
    before, flow.name = flow.name, name
    flow.save(update_fields=["name"])
    audit.note(who, "flow.renamed", "flow", flow.pk, before=before, after=name)


def _seen(who: Actor, flow: Flow) -> None:
    FlowPresence.objects.update_or_create(
        centre_id=who.centre, flow=flow, person_id=who.person, defaults={"at": timezone.now()}
    )


def _users(who: Actor, flow: Flow) -> list[dict[str, str]]:
    """What uses a flow: flows that embed it, and rows of other parts that point at it."""
    (row,) = flow_statuses(who, [flow])
    users = [{"kind": "flow", "code": code} for code in row.used_by]
    for relation in Flow._meta.related_objects:
        model = relation.related_model
        if model._meta.app_label != Flow._meta.app_label:
            found = model._default_manager.filter(**{relation.field.name: flow})[:20]
            users += [{"kind": str(model._meta.model_name), "code": str(each)} for each in found]
    return users


#: The least that a subflow can be: back to who asked.
_RETURN: dict[str, Any] = {"spec": SPEC, "start": "end", "nodes": {"end": {"type": "return"}}}


def _beginning(who: Actor, new: NewFlow) -> tuple[dict[str, Any], Any]:
    if new.copy_of:
        copied = codes().get(new.copy_of)
        if copied is None:
            raise NotFound
        return dict(copied.draft.spec), copied.draft.layout
    if new.template in ("", "empty") and new.kind == "subflow":
        return _RETURN, None
    if new.template and new.template not in templates():
        raise UnknownTemplate
    shipped = fitted(template(new.template or "empty"), who.functions)
    return shipped, shipped_layout(new.template)
