"""Scenarios that are kept, and what holds for every flow, setup and steps."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lianxin.rules.flow import Flow, advance, effects, start
from lianxin.rules.flow.simulator import (
    Scenario,
    Setup,
    Step,
    path_of,
    path_of_ledger,
    run_scenario,
    scenario_text,
    simulate,
)
from tests.plain import plain_flow
from tests.rules.flows import NAMES, flows
from tests.rules.simulated import ARTICLE, PROMPTS, SETUP, key, play, wait

# --- scenarios

STEPS = [wait(1), key("2"), key("4"), wait(3), {"do": "hang_up"}]


def _scenario(**more: Any) -> Scenario:
    return Scenario.from_json({"name": "consulting", "setup": SETUP, "steps": STEPS, **more})


def test_a_scenario_passes_until_the_flow_changes() -> None:
    expected = json.loads(json.dumps(play(ARTICLE, *STEPS).to_json()["transcript"]))
    scenario = _scenario(expected=expected)
    assert run_scenario(ARTICLE, scenario, PROMPTS).passed
    slower = {("welcome", "zh"): ("您好。", 30.0)}
    assert run_scenario(ARTICLE, scenario, slower).difference.count("\n+") <= 8
    changed = plain_flow()
    changed["nodes"]["automatic"]["keys"]["4"] = "goodbye"
    result = run_scenario(Flow.from_json(changed), scenario, PROMPTS)
    assert not result.passed
    assert "-    [consulting] entered" in result.difference
    assert "+    [goodbye] entered" in result.difference


def test_a_scenario_that_expects_nothing_passes_when_it_can_be_played() -> None:
    assert run_scenario(ARTICLE, _scenario(), PROMPTS).passed
    endless = Scenario.from_json({"setup": SETUP, "steps": [key("1"), wait(86_400)]})
    assert not run_scenario(ARTICLE, endless, PROMPTS).passed


def test_a_scenario_as_text() -> None:
    simulation = play(ARTICLE, wait(1), key("2"), {"do": "hang_up"})
    steps = tuple(Step.from_json(s) for s in (wait(1), key("2"), {"do": "hang_up"}))
    text = scenario_text("To the menu", Setup.from_json(SETUP), steps, simulation.lines)
    assert text == (
        "To the menu\n"
        "clock 2026-02-13T09:00:00+08:00\n"
        "rings 12345 from 02155500001\n"
        "    [welcome] entered\n"
        "    play: welcome\n"
        "wait 1s\n"
        "key 2\n"
        "    pressed 2\n"
        "    [welcome] key 2\n"
        "    [welcome] exit keys.2\n"
        "    [automatic] entered\n"
        "    play: main_menu\n"
        "hangs up\n"
        "    hang_up caller\n"
    )


def test_a_call_has_the_same_path_in_its_ledger() -> None:
    told = play(ARTICLE, *STEPS)
    session, ledger = start(ARTICLE), []
    for event, now in told.events:
        session, came = advance(session, event, now)
        for effect in came:
            if isinstance(effect, effects.Trace):
                data = {"node": effect.node, "what": effect.what, "detail": effect.detail}
                ledger += [("node", data), ("node", {**data, "what": "asked"}), ("queued", {})]
    assert path_of(told.lines) == path_of(told.to_json()["transcript"]) == path_of_ledger(ledger)


# --- for every flow, setup and steps

_steps = st.lists(
    st.one_of(
        st.builds(key, st.text("0123456789*#", min_size=1, max_size=3)),
        st.builds(wait, st.none() | st.sampled_from([0, 0.5, 2, 7, 30, 400])),
        st.sampled_from(
            [
                {"do": "speak", "seconds": 3},
                {"do": "speak", "seconds": 0},
                {"do": "hang_up"},
                {"do": "agent_comes", "agent": "8001"},
                {"do": "agent_leaves"},
                {"do": "send_to", "node": NAMES[0]},
                {"do": "send_to", "node": NAMES[1], "back": False},
                *({"do": "dial", "result": r} for r in ("answered", "over", "busy", "failed")),
            ]
        ),
    ),
    max_size=10,
)

_setups = st.fixed_dictionaries(
    {"at": st.datetimes(datetime(2000, 1, 1), datetime(2099, 1, 1), timezones=st.just(UTC))},  # noqa: DTZ001 - hypothesis adds the zone
    optional={
        "caller": st.sampled_from(["", "02155500001"]),
        "language": st.sampled_from(["zh", "en", "yue", None]),
        "on_duty": st.just({"general": 0}) | st.just({"general": ["8001"]}),
        "answers": st.dictionaries(
            st.sampled_from(["http", "sql", "caller", "case", "open_case", "calendar"]),
            st.fixed_dictionaries(
                {"outcome": st.sampled_from(["ok", "told", "error", "open", "unavailable"])},
                optional={"seconds": st.sampled_from([0, 1, 99])},
            ),
        ),
        "speech": st.booleans(),
    },
)


@settings(
    max_examples=50,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(flow=st.one_of(st.just(ARTICLE), flows), setup=_setups, steps=_steps)
def test_the_simulator_does_what_the_interpreter_does(
    flow: Flow, setup: dict[str, Any], steps: list[dict[str, Any]]
) -> None:
    told = simulate(flow, setup, steps, PROMPTS)
    session, path = start(flow), []
    for event, now in told.events:
        session, came = advance(session, event, now)
        path += [(e.node, e.what, e.detail) for e in came if isinstance(e, effects.Trace)]
    assert session == told.session
    if told.lines[-1].kind != "stopped":
        assert path == path_of(told.lines)
    assert told == simulate(flow, setup, steps, PROMPTS)
    plain = told.to_json()
    assert json.loads(json.dumps(plain)) == plain
    times = [line.at for line in told.lines]
    assert times == sorted(times)
    assert told.session.finished or told.waiting or told.lines[-1].kind == "stopped"
    kept = json.loads(json.dumps(plain["transcript"], sort_keys=True))  # as a database keeps it
    scenario = {"setup": setup, "steps": steps, "expected": kept}
    assert run_scenario(flow, Scenario.from_json(scenario), PROMPTS).passed
