"""Documents on the pages of a fax."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianxin.faxes.pages import (
    COLUMNS,
    LINES,
    MOST_PAGES,
    Document,
    TooLong,
    broken,
    cells,
    laid_out,
)

CLOSING = "，。、；：？！）》」』】”’"
OPENING = "（《「『【“‘"
_CHINESE = st.text(alphabet=f"中华人民共和国办事指南{CLOSING}{OPENING} abc12.,", max_size=400)


def document(body: str, **changes: str) -> Document:
    fields = {"centre": "示范市 12345 热线", "title": "居住证办理", "day": "2026年3月2日"}
    return Document(body=body, hotline="12345", **{**fields, **changes})


def test_a_short_document_is_one_page_with_heading_and_footer() -> None:
    (page,) = laid_out(document("带身份证到派出所办理。\n\n十五个工作日办结。"))
    assert page.left == "示范市 12345 热线"
    assert page.right == "2026年3月2日　第 1/1 页"
    assert page.title == ("居住证办理",)
    assert page.body == ("　　带身份证到派出所办理。", "　　十五个工作日办结。")
    assert page.footer == "本传真应来电人要求发送。如有疑问，请拨打热线 12345。"


def test_an_english_one_is_in_english() -> None:
    (page,) = laid_out(document("Bring your passport.", language="en", day="2 March 2026"))
    assert page.right == "2 March 2026  page 1/1"
    assert page.body == ("Bring your passport.",)
    assert "12345" in page.footer


@pytest.mark.parametrize(
    ("text", "columns", "lines"),
    [
        ("一二三四，五", 8, ["一二三", "四，五"]),  # the comma takes its character along
        ("一二三（四五）六", 8, ["一二三", "（四五）", "六"]),
        ("一二三——四", 8, ["一二", "三——四"]),
        ("电话12345678号", 12, ["电话12345678", "号"]),
        ("电话12345678号", 10, ["电话", "12345678号"]),
        ("see the office", 8, ["see the", "office"]),
        ("aaaaaaaaaaaa", 5, ["aaaaa", "aaaaa", "aa"]),
        ("", 8, []),
    ],
)
def test_where_lines_are_broken(text: str, columns: int, lines: list[str]) -> None:
    assert list(broken(text, columns)) == lines


@given(_CHINESE)
def test_nothing_is_lost_and_no_line_is_too_wide(text: str) -> None:
    lines = list(broken(text, 24))
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(cells(line) <= 24 for line in lines)


@given(st.lists(st.sampled_from(["热线", "（办事）", "指南，", "“一证”。", "12345"]), max_size=80))
def test_no_line_begins_or_ends_with_the_wrong_mark(parts: list[str]) -> None:
    for line in broken("".join(parts), 24):
        assert line[0] not in CLOSING
        assert line[-1] not in OPENING


def test_pages_follow_one_another_and_are_counted() -> None:
    pages = laid_out(document("\n".join(f"第{number}条" for number in range(100))))
    assert [page.right.split("第 ")[1] for page in pages] == ["1/3 页", "2/3 页", "3/3 页"]
    assert sum(len(page.body) for page in pages) == 100
    assert all(len(page.body) <= LINES for page in pages)
    assert pages[1].title == ()


def test_what_is_too_long_is_refused_at_the_exact_line() -> None:
    most = LINES * MOST_PAGES - 3
    assert len(laid_out(document("条\n" * most))) == MOST_PAGES
    with pytest.raises(TooLong):
        laid_out(document("条\n" * (most + 1)))
    with pytest.raises(TooLong):
        laid_out(document("长" * (COLUMNS * LINES * MOST_PAGES)))


def test_a_sign_of_two_is_written_as_both() -> None:
    (page,) = laid_out(document("室温不得低于18℃。", title="18℃"))
    assert page.title == ("18°C",)
    assert page.body == ("　　室温不得低于18°C。",)


@given(st.text(max_size=300), st.text(max_size=80))
def test_anything_is_laid_out(body: str, title: str) -> None:
    for page in laid_out(document(body, title=title)):
        assert all(cells(line) <= COLUMNS for line in page.body)
        assert not any("\x00" in line or "\t" in line for line in page.body)
