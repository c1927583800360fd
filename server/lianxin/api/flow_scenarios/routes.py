"""Trying flows out: the simulator, and the scenarios that are kept."""

from __future__ import annotations

from typing import Any

from ninja import Router, Status

from lianxin.api.base import SignedInRequest
from lianxin.api.flow_scenarios import mappers, schemas
from lianxin.api.shared.responses import FLOW_REFUSALS
from lianxin.flows import queries, scenarios
from lianxin.flows.authoring.centre import checks_for
from lianxin.prompts.queries import everything

router = Router(tags=["flows"])


@router.post(
    "/flows/{code}/simulate",
    response={200: schemas.SimulationResult, **FLOW_REFUSALS},
    operation_id="simulate_flow",
)
def simulate_flow(
    request: SignedInRequest, code: str, wanted: schemas.Simulation
) -> dict[str, Any]:
    """Play a caller from the beginning through all steps; nothing is kept. A drawing with faults
    is played until the caller meets one, ``fault``; 422 ``flow.broken`` only where nobody can
    begin, ``flow.bad_scenario`` with ``details.place``."""
    who = request.auth
    played = scenarios.simulate(who, code, wanted.spec, wanted.setup, wanted.steps, checks_for(who))
    return mappers.simulated(played, mappers.urls(everything(who)))


@router.get(
    "/flows/{code}/scenarios",
    response={200: list[schemas.ScenarioRead], **FLOW_REFUSALS},
    operation_id="list_scenarios",
)
def list_scenarios(request: SignedInRequest, code: str) -> list[schemas.ScenarioRead]:
    """The scenarios of a flow by name: 200 at most."""
    return [mappers.scenario(row) for row in queries.scenarios(request.auth, code)]


@router.post(
    "/flows/{code}/scenarios",
    response={201: schemas.ScenarioRead, **FLOW_REFUSALS},
    operation_id="add_scenario",
)
def add_scenario(
    request: SignedInRequest, code: str, new: schemas.ScenarioCreate
) -> Status[schemas.ScenarioRead]:
    """Keep a scenario with the transcript that it must give."""
    row = scenarios.add_scenario(request.auth, code, scenarios.Kept(**new.dict()))
    return Status(201, mappers.scenario(row))


@router.post(
    "/flows/{code}/scenarios/run",
    response={200: list[schemas.ScenarioResult], **FLOW_REFUSALS},
    operation_id="run_scenarios",
)
def run_scenarios(
    request: SignedInRequest, code: str, what: schemas.ScenarioRun
) -> list[schemas.ScenarioResult]:
    """Play all scenarios on what is drawn (``spec``), or on the draft."""
    who = request.auth
    results = scenarios.run_scenarios(who, code, what.spec, checks_for(who))
    return [mappers.result(each) for each in results]


@router.put(
    "/flows/{code}/scenarios/{int:scenario_id}",
    response={200: schemas.ScenarioRead, **FLOW_REFUSALS},
    operation_id="change_scenario",
)
def change_scenario(
    request: SignedInRequest, code: str, scenario_id: int, new: schemas.ScenarioCreate
) -> schemas.ScenarioRead:
    """Write a scenario anew."""
    kept = scenarios.Kept(**new.dict())
    return mappers.scenario(scenarios.change_scenario(request.auth, code, scenario_id, kept))


@router.delete(
    "/flows/{code}/scenarios/{int:scenario_id}",
    response={204: None, **FLOW_REFUSALS},
    operation_id="delete_scenario",
)
def delete_scenario(request: SignedInRequest, code: str, scenario_id: int) -> Status[None]:
    """Drop a scenario."""
    scenarios.delete_scenario(request.auth, code, scenario_id)
    return Status(204, None)
