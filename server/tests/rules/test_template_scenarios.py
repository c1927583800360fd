"""The scenarios that are shipped with the templates pass.

LIANXIN_SCENARIOS=write writes their transcripts anew, to be read before they are committed.
"""

from __future__ import annotations

import json
import os

import pytest

from lianxin.flows.codec import read
from lianxin.flows.default import TEMPLATES, scenarios, shipped_layout, template
from lianxin.prompts.shipped import shipped
from lianxin.rules.flow.simulator import Prompts, Scenario, run_scenario, simulate

FILES = sorted((TEMPLATES / "scenarios").glob("*.json"))
PROMPTS: Prompts = {
    (code, language): (prompt.text, prompt.seconds)
    for code, languages in shipped().items()
    for language, prompt in languages.items()
}


@pytest.mark.parametrize("name", [file.stem for file in FILES])
def test_the_scenarios_of_a_template_pass(name: str) -> None:
    flow, kept = read(template(name)), scenarios(name)
    if os.environ.get("LIANXIN_SCENARIOS") == "write":
        for each in kept:
            played = simulate(flow, each["setup"], each["steps"], PROMPTS).to_json()
            each["expected"] = played["transcript"]
        text = json.dumps(kept, ensure_ascii=False, indent=1) + "\n"
        (TEMPLATES / "scenarios" / f"{name}.json").write_text(text, "utf-8")
    for each in kept:
        result = run_scenario(flow, Scenario.from_json(each), PROMPTS)
        assert result.passed, f"{each['name']}\n{result.difference}"


def test_the_templates_that_callers_hear_bring_scenarios() -> None:
    assert {"article", "direct", "night"} <= {file.stem for file in FILES}


@pytest.mark.parametrize("name", [file.stem for file in (TEMPLATES / "notes").glob("*.json")])
def test_every_card_of_a_template_has_a_name(name: str) -> None:
    layout = shipped_layout(name)
    assert layout is not None
    assert list(layout["notes"]) == list(template(name)["nodes"])
