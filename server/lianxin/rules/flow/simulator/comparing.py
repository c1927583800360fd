"""A scenario as text, and whether a flow still does what its scenario expects."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lianxin.rules.flow.describe import describe_trace
from lianxin.rules.flow.flow import Flow
from lianxin.rules.flow.lookups import shown
from lianxin.rules.flow.simulator.environment import LookupResolver
from lianxin.rules.flow.simulator.playback import Prompts, Readings
from lianxin.rules.flow.simulator.running import simulate
from lianxin.rules.flow.simulator.scenario import Scenario, Setup, Step
from lianxin.rules.flow.simulator.transcript import PATH, Line
from lianxin.rules.flow.simulator.tried import Tried
from lianxin.rules.hours import Calendar

#: Lines of a difference that are shown.
MAX_DIFFERENCE = 200


@dataclass(frozen=True, slots=True)
class Result:
    """``difference`` is "" when the scenario passed, else what was expected (-) and came (+)."""

    passed: bool
    difference: str


def run_scenario(
    flow: Flow | Tried,
    scenario: Scenario,
    prompts: Prompts,
    calendars: Mapping[str, Calendar] | None = None,
    resolver: LookupResolver | None = None,
    readings: Readings | None = None,
) -> Result:
    """Play a scenario. Times, and the words and lengths of prompts, may differ; which prompts
    are played may not. A scenario that expects nothing passes when it can be played to its end.
    """
    environment = (prompts, calendars, resolver, readings)
    simulation = simulate(flow, scenario.setup, scenario.steps, *environment)
    came = [line.to_json() for line in simulation.lines]
    if not scenario.expected and all(line["kind"] != "stopped" for line in came):
        return Result(passed=True, difference="")
    wanted = _scenario_lines(scenario.setup, scenario.steps, scenario.expected)
    got = _scenario_lines(scenario.setup, scenario.steps, came)
    if wanted == got:
        return Result(passed=True, difference="")
    changes = list(difflib.unified_diff(wanted, got, "expected", "came", lineterm="", n=3))
    left = len(changes) - MAX_DIFFERENCE
    more = [f"… and {left} more lines"] if left > 0 else []
    return Result(passed=False, difference="\n".join([*changes[:MAX_DIFFERENCE], *more]))


def scenario_text(
    title: str, setup: Setup, steps: Sequence[Step], lines: Iterable[Line | Mapping[str, Any]]
) -> str:
    """Write a scenario as people read it: what is done, and indented what came of it."""
    plain = [line.to_json() if isinstance(line, Line) else line for line in lines]
    return "\n".join([title, *_scenario_lines(setup, steps, plain)]) + "\n"


def _scenario_lines(
    setup: Setup, steps: Sequence[Step], lines: Iterable[Mapping[str, Any]]
) -> list[str]:
    came: dict[int, list[str]] = {}
    for line in lines:
        came.setdefault(int(line.get("step", 0)), []).append(f"    {_line(line)}")
    caller = f" from {setup.caller}" if setup.caller else ""
    heads = [f"rings {setup.line}{caller}", *map(str, steps)]
    written = [f"clock {setup.at.isoformat()}"]
    for number, head in enumerate(heads):
        written += (head, *came.pop(number, ()))
    return written + [line for number in sorted(came) for line in came[number]]


def _line(line: Mapping[str, Any]) -> str:
    kind, text = str(line.get("kind")), str(line.get("text", ""))
    data = line.get("data") or {}
    if kind == "look_up":  # what was expected before a case was looked up like everything else
        kind, text, data = "ask", "case", {"number": text}
    if kind == "ask":  # the same of what was secret and shown
        data = shown(text, data)
    if kind in PATH:
        return describe_trace(str(line.get("node")), kind, text)
    if kind == "play":
        return f"play: {', '.join(map(str, data.get('said', ())))}"
    return " ".join((kind, *filter(None, (text,)), *_data(data)))


def _data(data: Mapping[str, Any]) -> Iterator[str]:
    """Lengths depend on recordings: they are no part of what is compared. By name: a database
    gives back what was kept in an order of its own."""
    for name, value in sorted(data.items()):
        if name not in ("seconds", "said", "estimated") and value not in ("", None, [], {}):
            nested = isinstance(value, dict | list | tuple)
            text = json.dumps(value, ensure_ascii=False, sort_keys=True) if nested else value
            yield f"{name}={text}"
