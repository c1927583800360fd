"""How long a guess waits: nobody is locked out, and guessing gets slow."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lianxin.rules.guesses import Growing, Most

GROWING = Growing(free=5, first=30, longest=900, seconds=3600)
AGES = st.lists(st.floats(0, 7200), max_size=60)


def test_the_first_ones_are_free_and_then_each_waits_twice_as_long() -> None:
    delays = [GROWING.delay(tries) for tries in range(4, 12)]
    assert delays == [0, 30, 60, 120, 240, 480, 900, 900]
    assert GROWING.delay(10**6) == 900


def test_a_delay_runs_from_the_newest_try() -> None:
    ages = [5.0, 200, 300, 400, 500]
    assert GROWING.wait(ages[1:]) == 0
    assert GROWING.wait(ages) == 25
    assert GROWING.wait([age + 25 for age in ages]) == 0


def test_so_many_in_a_time() -> None:
    limit = Most(3, 100)
    assert limit.wait([1, 2]) == 0
    assert limit.wait([1, 2, 60]) == 40
    assert limit.wait([1, 2, 101]) == 0


@given(AGES)
def test_nobody_waits_longer_than_is_said(ages: list[float]) -> None:
    assert 0 <= GROWING.wait(ages) <= GROWING.longest
    assert 0 <= Most(5, 300).wait(ages) <= 300


@given(AGES, st.floats(0, 900))
def test_whoever_waits_is_let_in(ages: list[float], more: float) -> None:
    for limit in (GROWING, Most(5, 300)):
        left = limit.wait(ages)
        assert limit.wait([age + left + 0.001 + more for age in ages]) == 0
