"""What the console offers as a case's next states is what the rules allow."""

from __future__ import annotations

import re
from typing import get_args

from lianxin.env import REPOSITORY
from lianxin.rules.lifecycle import CaseState, case_reach

_VALUES = REPOSITORY / "web/apps/console/src/features/cases/values.ts"


def test_the_next_states_of_the_console_are_those_of_the_rules() -> None:
    table = _VALUES.read_text("utf-8").partition("export const NEXT_STATES")[2].partition("};")[0]
    offered = {
        state: frozenset(re.findall(r'"(\w+)"', states))
        for state, states in re.findall(r"^\s*(\w+): \[(.*?)\]", table, re.MULTILINE | re.DOTALL)
    }
    assert offered == {state: case_reach(state) for state in get_args(CaseState)}
