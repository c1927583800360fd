"""What a centre may use: functions that the platform's operator can switch off for it.

What is off is gone: its pages from the screen (the session tells what is on), its
operations from the API (404), its node types from flows that are published.
"""

from __future__ import annotations

from typing import Literal, get_args

from lianxin.centres.models import Centre

Function = Literal[
    "polls",
    "knowledge",
    "look_ups",
    "transfers",
    "surveys",
    "mailbox",
    "callbacks",
    "web_calls",
    "fax",
]
FUNCTIONS: tuple[Function, ...] = get_args(Function)


def functions_of(centre: Centre) -> frozenset[str]:
    """The functions that a centre may use."""
    return frozenset(FUNCTIONS) - frozenset(centre.functions_off)
