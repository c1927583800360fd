"""What is wrong with a file or a scenario is said in the reader's language."""

from __future__ import annotations

import json
import re

import pytest

from lianxin.flows.errors import BadScenario
from lianxin.flows.fault_words import fault_in_chinese, place_in_chinese
from lianxin.rules.flow import simulator

AT = "2026-03-02T09:00:00+08:00"


@pytest.mark.parametrize(
    "text",
    ["", "{", "{'a': 1}", '{"a" 1}', '{"a": 1} x', '"abc', '{"a": 1 "b"}', '"\x01"', '"\\x"'],
)
def test_what_is_no_json_is_told_without_english(text: str) -> None:
    with pytest.raises(json.JSONDecodeError) as caught:
        json.loads(text)
    assert not re.search(r"[A-Za-z]{2}", fault_in_chinese(caught.value.msg)), caught.value.msg


@pytest.mark.parametrize(
    ("setup", "steps"),
    [
        ({"at": "soon"}, []),
        ({"at": AT, "language": "xx"}, []),
        ({"at": AT, "on_duty": {"general": "many"}}, []),
        ({"at": AT, "variables": {"x": []}}, []),
        ({"at": AT, "calendars": {"x": 1}}, []),
        ({"at": AT, "line": 5}, []),
        ({"at": AT}, [{"do": "jump"}]),
        ({"at": AT}, [{"do": "key", "key": "x"}]),
        ({"at": AT}, [{"do": "wait", "seconds": -1}]),
        ({"at": AT}, "steps"),
    ],
)
def test_every_fault_of_a_scenario_has_a_chinese_sentence(setup: object, steps: object) -> None:
    with pytest.raises(simulator.BadScenario) as caught:
        simulator.Scenario.from_json({"name": "s", "setup": setup, "steps": steps, "expected": []})
    error = BadScenario(place=caught.value.place, text=caught.value.text)
    assert fault_in_chinese(caught.value.text) != caught.value.text
    assert "must" not in error.sentence("zh")
    assert caught.value.text in error.sentence("en")


def test_a_place_is_told_by_its_step() -> None:
    assert place_in_chinese("steps.3.seconds") == "第 4 步"
    assert place_in_chinese("setup.at") == "设置"
