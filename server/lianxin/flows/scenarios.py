"""Callers' ways through a flow that are kept, with what must come of them; and trying it out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, transaction

from lianxin.centres import audit
from lianxin.centres.access import Actor
from lianxin.centres.errors import NotFound
from lianxin.flows import drawing, embedding
from lianxin.flows.actions import subflows_there
from lianxin.flows.authoring import checks as checking
from lianxin.flows.authoring.checks import Checks, Result
from lianxin.flows.errors import BrokenFlow, ScenarioNameTaken, TooManyScenarios, as_details
from lianxin.flows.file_format import MAX_SCENARIOS
from lianxin.flows.models import Flow, FlowScenario
from lianxin.flows.queries import EDITORS, READERS, one
from lianxin.rules.flow import FlowFaults
from lianxin.rules.flow.simulator import Simulation, Tried, tried
from lianxin.rules.keepable import keepable


@dataclass(frozen=True)
class Kept:
    """A scenario as it is written. ``expected``: lines of a transcript; none expects nothing."""

    name: str
    setup: dict[str, Any]
    steps: list[dict[str, Any]]
    expected: list[dict[str, Any]]


def add_scenario(who: Actor, code: str, kept: Kept) -> FlowScenario:
    """Keep a scenario. Raises ``BadScenario``, ``ScenarioNameTaken``, ``TooManyScenarios``."""
    who.need(*EDITORS)
    with who.scope():
        flow = one(code)
        if FlowScenario.objects.filter(flow=flow).count() >= MAX_SCENARIOS:
            raise TooManyScenarios(most=MAX_SCENARIOS)
        row = FlowScenario(centre_id=who.centre, flow=flow)
        _fill(who, row, kept)
        audit.note(who, "flow.scenario_added", "flow", flow.pk, code=code, name=row.name)
        return _read(flow, row.pk)


def change_scenario(who: Actor, code: str, scenario_id: int, kept: Kept) -> FlowScenario:
    """Write a scenario anew. Raises ``NotFound``, ``BadScenario``, ``ScenarioNameTaken``."""
    who.need(*EDITORS)
    with who.scope():
        flow = one(code)
        row = _read(flow, scenario_id)
        _fill(who, row, kept)
        audit.note(who, "flow.scenario_changed", "flow", flow.pk, code=code, name=row.name)
        return _read(flow, row.pk)


def delete_scenario(who: Actor, code: str, scenario_id: int) -> None:
    """Drop a scenario; the audit trail keeps all of it. Raises ``NotFound``."""
    who.need(*EDITORS)
    with who.scope():
        flow = one(code)
        row = _read(flow, scenario_id)
        row.delete()
        data = {"name": row.name, "setup": row.setup, "steps": row.steps}
        audit.note(who, "flow.scenario_deleted", "flow", flow.pk, code=code, **data)


def run_scenarios(who: Actor, code: str, spec: Any, checks: Checks) -> list[Result]:
    """Play all scenarios of a flow on ``spec``, or on its draft (None). Raises ``BrokenFlow``."""
    who.need(*READERS)
    with who.scope():
        flow = one(code)
        draft = _tried(code, flow.draft.spec if spec is None else spec)
        rows = list(FlowScenario.objects.filter(flow=flow).order_by("name"))
    return checks.run(draft, rows)


def simulate(
    who: Actor,
    code: str,
    spec: Any,
    setup: Mapping[str, Any],
    steps: Sequence[Mapping[str, Any]],
    checks: Checks,
) -> Simulation:
    """Play a caller on what is drawn, up to the first fault that they meet. Nothing is kept.
    Raises ``BrokenFlow`` where nobody can begin, ``BadScenario``."""
    who.need(*READERS)
    with who.scope():
        one(code)
        draft = _tried(code, spec)
    return checks.simulate(draft, setup, steps)


def _tried(code: str, spec: Any) -> Tried:
    """``spec`` with the published subflows, to be walked up to the first fault that is met; a
    subflow that is not published is one. Raises ``BrokenFlow`` where nobody can begin."""
    whole = embedding.embed(code, spec, subflows_there()) if isinstance(spec, dict) else None
    try:
        if whole is None:
            return tried(spec)
        return tried(whole.spec, whole.faults)
    except FlowFaults as error:
        raise BrokenFlow(faults=as_details(error.faults)) from error


def _read(flow: Flow, scenario_id: int) -> FlowScenario:
    rows = FlowScenario.objects.filter(flow=flow, pk=scenario_id)
    found = rows.select_related("updated_by").first()
    if found is None:
        raise NotFound
    return found


def _fill(who: Actor, row: FlowScenario, kept: Kept) -> None:
    drawing.check(kept.setup, [kept.steps, kept.expected])
    row.name = kept.name
    row.setup = keepable(kept.setup)
    row.steps = keepable(kept.steps)
    row.expected = keepable(kept.expected)
    row.updated_by_id = who.person
    checking.check_new(row)
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        raise ScenarioNameTaken from error
