"""What is looked at before callers hear a flow: its faults, and its scenarios."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from lianxin.flows.errors import BadScenario
from lianxin.flows.models import FlowScenario
from lianxin.rules.flow import Flow, simulator
from lianxin.rules.flow.lint import Environment, Finding, lint
from lianxin.rules.flow.simulator import (
    LookupResolver,
    Prompts,
    Readings,
    Simulation,
    Tried,
    run_scenario,
)
from lianxin.rules.flow.spec_versions import current
from lianxin.rules.hours import Calendar


@dataclass(frozen=True)
class Result:
    """How a scenario went. ``difference``: "" or the lines that differ, as ``diff`` has them."""

    id: int
    name: str
    passed: bool
    difference: str = ""


@dataclass(frozen=True)
class Checks:
    """Checks of flows at one centre. ``environment``: what its flows may name. ``prompts``: what
    they say and how long it takes; ``calendars`` by code; ``resolver``: what look-ups find;
    ``readings``: how long texts are that have been read aloud."""

    environment: Environment = field(default_factory=Environment)
    prompts: Prompts = field(default_factory=dict)
    calendars: Mapping[str, Calendar] = field(default_factory=dict)
    resolver: LookupResolver | None = None
    readings: Readings | None = None

    @property
    def _around(self) -> tuple[Any, ...]:
        """What the simulator is given beside the flow and its caller."""
        return self.prompts, self.calendars, self.resolver, self.readings

    def findings(self, spec: Any, code: str, kind: str) -> list[Finding]:
        """Everything to be said of the flow ``code``, which may be broken, the worst first."""
        today = current(spec) if isinstance(spec, dict) else spec
        return lint(today, replace(self.environment, code=code, subflow=kind == "subflow"))

    def count(self, spec: Any, code: str, kind: str) -> tuple[int, int]:
        """How many errors and warnings there are."""
        found = [finding.severity for finding in self.findings(spec, code, kind)]
        return found.count("error"), found.count("warning")

    def errors(self, spec: Any, code: str, kind: str) -> list[Finding]:
        """What keeps a flow from being published."""
        return [each for each in self.findings(spec, code, kind) if each.severity == "error"]

    def simulate(
        self, flow: Flow | Tried, setup: Mapping[str, Any], steps: Sequence[Mapping[str, Any]]
    ) -> Simulation:
        """Play a caller. Raises ``BadScenario``."""
        try:
            read = simulator.Setup.from_json(setup)
            simulator.check_answers(read)
            return simulator.simulate(flow, read, steps, *self._around)
        except simulator.BadScenario as error:
            raise BadScenario(place=error.place, text=error.text) from error

    def run(self, flow: Flow | Tried, scenarios: Iterable[FlowScenario]) -> list[Result]:
        """Play ``scenarios`` on a whole flow."""
        return [self._run(flow, scenario) for scenario in scenarios]

    def _run(self, flow: Flow | Tried, kept: FlowScenario) -> Result:
        try:
            result = run_scenario(flow, scenario(kept), *self._around)
        except BadScenario as error:  # of before an update that reads less
            return Result(kept.pk, kept.name, passed=False, difference=str(error.details))
        return Result(kept.pk, kept.name, result.passed, result.difference)


def scenario(kept: FlowScenario) -> simulator.Scenario:
    """A kept scenario as the simulator reads it. Raises ``BadScenario``."""
    data = {"setup": kept.setup, "steps": kept.steps, "expected": kept.expected}
    try:
        return simulator.Scenario.from_json({**data, "name": kept.name})
    except simulator.BadScenario as error:
        raise BadScenario(place=error.place, text=error.text) from error


def check_new(kept: FlowScenario) -> None:
    """See that a scenario may be kept. Raises ``BadScenario``."""
    try:
        simulator.check_answers(scenario(kept).setup)
    except simulator.BadScenario as error:
        raise BadScenario(place=error.place, text=error.text) from error
