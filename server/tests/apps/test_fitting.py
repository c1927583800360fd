"""Shipped flows for centres at which functions are off: R133."""

from __future__ import annotations

import pytest

from lianxin.centres.functions import FUNCTIONS
from lianxin.flows.default import scenarios, template, templates
from lianxin.flows.fitting import fitted, still_holding
from lianxin.rules.flow.lint import Environment, lint


@pytest.mark.parametrize("name", templates())
@pytest.mark.parametrize("off", [*((each,) for each in FUNCTIONS), FUNCTIONS])
def test_a_shipped_flow_needs_nothing_that_is_off(name: str, off: tuple[str, ...]) -> None:
    on = frozenset(FUNCTIONS) - frozenset(off)
    findings = lint(fitted(template(name), on), Environment(functions=on))
    assert [each for each in findings if each.severity == "error"] == []
    assert [each.code for each in findings if each.code == "lint.unreachable"] == []


@pytest.mark.parametrize("name", templates())
def test_with_all_functions_it_is_what_is_shipped(name: str) -> None:
    shipped = template(name)
    assert fitted(shipped, FUNCTIONS) == shipped
    assert still_holding(scenarios(name), shipped, shipped) == scenarios(name)


def test_scenarios_stay_whose_way_is_the_same() -> None:
    shipped = template("article")
    fit = fitted(shipped, set(FUNCTIONS) - {"polls"})
    kept = [each["name"] for each in still_holding(scenarios("article"), shipped, fit)]
    assert "直接转人工" in kept
    assert len(kept) < len(scenarios("article"))
    assert "poll" not in fit["nodes"]
    assert fit["nodes"]["automatic"]["keys"]["5"] == "no_poll"


def test_who_waits_is_offered_no_callback_where_there_are_none() -> None:
    fit = fitted(template("article"), set(FUNCTIONS) - {"callbacks"})
    assert fit["nodes"]["agents"]["waiting_prompts"] == ["all_busy"]
    assert "called_back" not in fit["nodes"]
