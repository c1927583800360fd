"""A spreadsheet of people, as offices write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianxin.centres.people.file_rows import MOST_ROWS, FileRow, read


def faults(text: str) -> list[tuple[int, str, str]]:
    return [(each.row, each.field, each.fault) for each in read(text).faults]


def test_a_sheet_is_read_by_its_headings() -> None:
    text = (
        "\ufeff 工 号,姓名,电话,岗位,权限,有效期至\n8004,李新,1380,坐席、班长,市长信箱,2026/3/2\n\n"
    )
    sheet = read(text)
    assert sheet.faults == ()
    assert [column for _, column in sheet.columns] == [
        "number", "name", "", "roles", "rights", "expires_on",
    ]  # fmt: skip
    roles, rights = frozenset({"agent", "supervisor"}), frozenset({"mailbox"})
    assert sheet.rows == (FileRow(2, "8004", "李新", roles, rights, date(2026, 3, 2)),)


@pytest.mark.parametrize("between", [",", "\t", ";"])
def test_what_stands_between_its_cells_is_seen(between: str) -> None:
    lines = (("", "Number", "Name", "Roles", ""), ("", "8004", "Li", "agent", ""))
    text = "\r\n".join(between.join(line) for line in lines)
    (row,) = read(text).rows
    assert (row.number, row.name, row.roles) == ("8004", "Li", frozenset({"agent"}))


def test_its_reader_may_know_better_what_a_heading_means() -> None:
    text = "职工号,姓名,备注\n8004,李新,知识编辑"
    assert faults(text) == [(0, "number", "no_column")]
    sheet = read(text, {"职工号": "number", "备注": "roles"})
    assert (sheet.faults, sheet.rows[0].roles) == ((), frozenset({"knowledge_editor"}))
    assert read("工号,姓名,角色\n8004,李,坐席", {"角色": ""}).rows[0].roles == frozenset()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [(0, "", "empty")]),
        ("工号,姓名\n", [(0, "", "empty")]),
        ('工号,姓名\n8004,"x', [(0, "", "not_csv")]),
        ("工号,编号,姓名\n1,2,x", [(0, "number", "repeated_column")]),
        ("工号,姓名\n八千,x", [(2, "number", "bad")]),
        ("工号,姓名\n,x", [(2, "number", "missing")]),
        ("工号,姓名\n8004,", [(2, "name", "missing")]),
        ("工号,姓名\n8004," + "长" * 65, [(2, "name", "too_long")]),
        ("工号,姓名\n8004,李\ufffd", [(2, "name", "unreadable")]),
        ("工号,姓名\n8004,x\n8004,y", [(3, "number", "twice")]),
        ("工号,姓名\n8004,x,y", [(2, "", "too_many_fields")]),
        ("工号,姓名,,\n8004,x,,\n,,,\n8005,y,,z", [(4, "", "too_many_fields")]),
        ("\t工号\t姓名\n1\t8004\tx", [(2, "", "too_many_fields")]),
        ("工号,姓名,角色\n8004,x,局长", [(2, "roles", "unknown_role")]),
        ("工号,姓名,权限\n8004,x,全部", [(2, "rights", "unknown_right")]),
        ("工号,姓名,有效期\n8004,x,明年", [(2, "expires_on", "bad")]),
        ("工号,姓名,有效期\n8004,x,2026-2-30", [(2, "expires_on", "bad")]),
        ("工号,姓名" + "\n8004,x" * (MOST_ROWS + 1), [(0, "", "too_many")]),
    ],
)
def test_each_mistake_is_named(text: str, expected: list[tuple[int, str, str]]) -> None:
    assert faults(text) == expected


@given(st.text(alphabet='工号姓名角色,\t;"\n8x1234\ufffd-', max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    sheet = read(text)
    assert sheet.rows or sheet.faults
