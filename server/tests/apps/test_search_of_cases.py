"""The list of cases is searched as Ctrl+K is: large and small letters, full-width ones."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lianxin.cases.actions import Draft, open_case
from lianxin.cases.queries import cases, find
from lianxin.centres.access import Actor

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("words", ["wifi", "WIFI", "ＷｉＦｉ", "ｗｉｆｉ 车站", "车站"])
def test_letters_are_found_however_they_are_typed(who: Callable[[str], Actor], words: str) -> None:
    agent = who("8001")
    case, _ = open_case(agent, Draft(type="help", title="车站 WiFi 不通", content="WiFi"))
    open_case(agent, Draft(type="help", title="路灯"))
    assert [row.pk for row in cases(agent, q=words).items] == [case.pk]
    assert [row.pk for row in find(agent, words, 5)] == [case.pk]


def test_what_was_written_full_width_is_found_as_it_stands(who: Callable[[str], Actor]) -> None:
    agent = who("8001")
    case, _ = open_case(agent, Draft(type="help", title="x", content="Ａ座电梯"))
    assert [row.pk for row in cases(agent, q="Ａ座").items] == [case.pk]
