"""Every business error has a code of its own and a sentence in both languages."""

from __future__ import annotations

import string

import lianxin.config.urls  # noqa: F401 - loads every part that declares problems
from lianxin.centres.problems import Problem


def problems(base: type[Problem] = Problem) -> list[type[Problem]]:
    below = [found for child in base.__subclasses__() for found in problems(child)]
    return [*([base] if "code" in vars(base) and base.code else []), *below]


def test_codes_are_unique_and_belong_to_a_part() -> None:
    codes = [problem.code for problem in problems()]
    assert len(codes) == len(set(codes)) > 20
    assert all(code.count(".") == 1 for code in codes)


def test_every_code_has_both_sentences() -> None:
    for problem in problems():
        assert problem.zh.endswith(("。", "。")), problem
        assert problem.en.endswith("."), problem
        assert problem.en.isascii(), problem
        assert 400 <= problem.status <= 599


def test_both_sentences_name_the_same_details() -> None:
    def names(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    for problem in problems():
        assert names(problem.zh) == names(problem.en), problem
