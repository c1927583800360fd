"""What is looked at before callers hear a flow: its faults, and its scenarios."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from lianxin.flows import codec
from lianxin.flows.models import FlowScenario
from lianxin.flows.problems import BadScenario
from lianxin.rules.flow import Flow, simulator
from lianxin.rules.flow.simulator import Prompts, Simulation, run_scenario
from lianxin.rules.hours import Calendar

Severity = Literal["error", "warning", "hint"]


@dataclass(frozen=True)
class Finding:
    """One remark on a flow. ``place`` is a path in its JSON; ``node`` "" is the flow itself."""

    code: str
    severity: Severity
    place: str
    node: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)
    text: str = ""  # in English; the sentence of a reader is made from ``code`` and ``data``


@dataclass(frozen=True)
class Result:
    """How a scenario went. ``difference``: "" or the lines that differ, as ``diff`` has them."""

    id: int
    name: str
    passed: bool
    difference: str = ""


@dataclass(frozen=True)
class Checks:
    """Checks of flows at one centre. ``functions``: those that are on. ``prompts``: what they
    say and how long it takes; ``calendars`` by code."""

    functions: frozenset[str]
    prompts: Prompts = field(default_factory=dict)
    calendars: Mapping[str, Calendar] = field(default_factory=dict)

    def findings(self, spec: Any) -> list[Finding]:
        """Everything to be said of a flow, which may be broken, the worst first."""
        spec = codec.current(spec) if isinstance(spec, dict) else spec
        flow, faults = Flow.examine(spec)
        found = [
            Finding(f.code, "error", f.place, node_of(f.place), {"text": f.text}, f.text)
            for f in faults
        ]
        return [*found, *self._switched_off(flow)]

    def _switched_off(self, flow: Flow | None) -> Iterator[Finding]:
        """Nodes of functions that the centre may not use."""
        for name, node in flow.nodes.items() if flow else ():
            if node.function and node.function not in self.functions:
                place = "nodes." + name.replace("/", ".nodes.")
                text = f"needs the function {node.function}, which is off at this centre"
                data = {"function": node.function}
                yield Finding("flow.function_off", "error", place, name, data, text)

    def count(self, spec: Any) -> tuple[int, int]:
        """How many errors and warnings there are."""
        found = [finding.severity for finding in self.findings(spec)]
        return found.count("error"), found.count("warning")

    def errors(self, spec: Any) -> list[Finding]:
        """What keeps a flow from being published."""
        return [finding for finding in self.findings(spec) if finding.severity == "error"]

    def simulate(
        self, flow: Flow, setup: Mapping[str, Any], steps: Sequence[Mapping[str, Any]]
    ) -> Simulation:
        """Play a caller. Raises ``BadScenario``."""
        try:
            return simulator.simulate(flow, setup, steps, self.prompts, self.calendars)
        except simulator.BadScenario as error:
            raise BadScenario(place=error.place, text=error.text) from error

    def run(self, spec: dict[str, Any], scenarios: Iterable[FlowScenario]) -> list[Result]:
        """Play ``scenarios`` on a whole flow, which can be read."""
        flow = codec.read(spec)
        return [self._run(flow, scenario) for scenario in scenarios]

    def _run(self, flow: Flow, kept: FlowScenario) -> Result:
        try:
            result = run_scenario(flow, scenario(kept), self.prompts, self.calendars)
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


def node_of(place: str) -> str:
    """The node that a place is in: ``nodes.main.keys.2``, ``subflows.bill.nodes.ask.next``."""
    way: list[str] = []
    words = iter(place.split("."))
    for word in words:
        if word == "subflows":
            way.append(next(words, ""))
        elif word == "nodes":
            return "/".join([*way, next(words, "")])
    return ""
