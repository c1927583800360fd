"""Every business error has a code of its own, both sentences, and a row in the docs."""

from __future__ import annotations

import string

from lianxin.codegen.error_table import errors, table
from lianxin.env import REPOSITORY
from lianxin.flows.errors import FlowInUse


def test_codes_are_unique_and_belong_to_a_part() -> None:
    codes = [problem.code for problem in errors()]
    assert len(codes) == len(set(codes)) > 20
    assert all(code.count(".") == 1 for code in codes)


def test_every_code_has_both_sentences() -> None:
    for problem in errors():
        assert problem.zh.endswith("。"), problem
        assert problem.en.endswith("."), problem
        assert problem.en.isascii(), problem
        assert 400 <= problem.status <= 599


def test_both_sentences_name_the_same_details() -> None:
    def names(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    for problem in errors():
        assert names(problem.zh) == names(problem.en), problem


def test_the_docs_list_every_code() -> None:
    assert table() in (REPOSITORY / "docs/howto/api.md").read_text("utf-8")


def test_every_error_stands_in_the_errors_of_its_room() -> None:
    assert [each for each in errors() if not each.__module__.endswith(".errors")] == []


def test_a_list_is_told_as_its_language_lists() -> None:
    refused = FlowInUse(by=[], codes=["12345", "main"])
    assert refused.sentence("zh") == "12345、main 正在使用这个流程，不能归档。"
    assert "12345, main" in refused.sentence("en")
