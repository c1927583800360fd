"""Presses as the exchange tells them: (key, seconds since the first, milliseconds held)."""

from __future__ import annotations

import pytest

from lianxin.rules.keypress import Presses


def keys(*told: tuple[str, float, int]) -> str:
    counted, presses = "", Presses()
    for digit, at, held in told:
        if not presses.again(digit, at, held / 1000):
            counted += digit
        presses = presses.after(digit, at, held / 1000)
    return counted


@pytest.mark.parametrize(
    ("told", "counted"),
    [
        ([("2", 0.181, 160), ("2", 0.202, 160), ("2", 0.226, 160), ("2", 0.431, 160)], "2"),
        ([("1", 0.1, 100), ("1", 0.3, 100)], "11"),
        ([("1", 0.05, 50), ("1", 0.15, 50), ("1", 0.25, 50)], "111"),  # a quick dialler
        ([("1", 0.1, 0), ("1", 0.1, 0)], "11"),  # INFO without a duration
        ([("2", 0.2, 160), ("3", 0.25, 160)], "23"),  # rolled over two keys
        ([("2", 0.2, 160), ("2", 0.22, 160), ("2", 0.9, 160), ("2", 0.92, 160)], "22"),
        ([("2", 0.2, 160), ("2", 0.22, 160), ("3", 0.5, 160), ("2", 0.8, 160)], "232"),
    ],
)
def test_one_press_is_one_key(told: list[tuple[str, float, int]], counted: str) -> None:
    assert keys(*told) == counted
