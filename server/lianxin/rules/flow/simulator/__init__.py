"""The caller's side, played against the one interpreter: a flow is tried without a telephone.

    simulation = simulate(flow, setup, steps, prompts)
    simulation.to_json()  # transcript, node, playing, waiting, …

All of it is pure: the clock starts at ``setup.at`` and passes by the lengths of prompts, by
waits and by the steps; with ``setup.listens`` also by what a caller hears out before they act.
Between two steps happens what takes no time (look-ups, cases); a
prompt that plays is still playing when the next step comes, so a key cuts it short.
"""

from lianxin.rules.flow.simulator.comparing import Result, run_scenario, scenario_text
from lianxin.rules.flow.simulator.environment import LookupResolver
from lianxin.rules.flow.simulator.playback import Prompts, Readings
from lianxin.rules.flow.simulator.running import Simulation, simulate
from lianxin.rules.flow.simulator.scenario import (
    MAX_SECONDS,
    MAX_STEPS,
    BadScenario,
    Scenario,
    Setup,
    SimulatedResult,
    Step,
    check_answers,
)
from lianxin.rules.flow.simulator.transcript import MAX_LINES, Line, path_of, path_of_ledger
from lianxin.rules.flow.simulator.tried import Tried, tried

__all__ = [
    "MAX_LINES",
    "MAX_SECONDS",
    "MAX_STEPS",
    "BadScenario",
    "Line",
    "LookupResolver",
    "Prompts",
    "Readings",
    "Result",
    "Scenario",
    "Setup",
    "SimulatedResult",
    "Simulation",
    "Step",
    "Tried",
    "check_answers",
    "path_of",
    "path_of_ledger",
    "run_scenario",
    "scenario_text",
    "simulate",
    "tried",
]
