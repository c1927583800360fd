"""The knowledge: walked by callers, edited, imported."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client

from lianxin.centres.isolation import scope
from lianxin.centres.models import Centre
from lianxin.knowledge.browsing import browse
from lianxin.knowledge.models import KnowledgeEntry

pytestmark = pytest.mark.django_db

JSON = "application/json"
NOW = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)


def _entry(code: str, parent: str | None = None, **fields: Any) -> dict[str, Any]:
    texts = {"titles": {"zh": fields.pop("title", code)}, "bodies": {"zh": fields.pop("body", "")}}
    return {"code": code, "parent": parent, "state": "published", **texts, **fields}


def test_a_tree_is_walked_page_by_page_without_drafts(
    centre: Centre, login: Callable[..., Client]
) -> None:
    page = login("9000")

    def make(**sheet: Any) -> None:
        answer = page.post("/api/knowledge", sheet, content_type=JSON)
        assert answer.status_code == 201, answer.content

    make(**_entry("t-law", title="测试法规", title_prompt="k_law"))
    for n in range(11):
        make(**_entry(f"law-{n}", "t-law", title=f"第{n}条", body=f"正文{n}", order=n))
    make(**{**_entry("law-draft", "t-law", order=1), "state": "draft"})
    make(**_entry("law-old", "t-law", order=1, effective_to="2020-01-01"))
    first = browse(centre.pk, "t-law", "en", 0)
    assert first is not None
    assert [item.code for item in first.items] == [f"law-{n}" for n in range(9)]
    assert (first.pages, first.items[0].leaf, first.items[0].text) == (2, True, "第0条")
    second = browse(centre.pk, "t-law", "zh", 5)
    assert second is not None
    assert [item.code for item in second.items] == ["law-9", "law-10"]
    leaf = browse(centre.pk, "law-3", "zh", 0)
    assert leaf is not None
    assert (leaf.text, leaf.items, leaf.parent) == ("正文3", (), "t-law")
    assert browse(centre.pk, "law-draft", "zh", 0) is None
    assert browse(centre.pk, "law-old", "zh", 0) is None


def test_the_history_keeps_drafts_from_who_does_not_write(login: Callable[..., Client]) -> None:
    page = login("9000")
    assert page.post("/api/knowledge", _entry("leaf"), content_type=JSON).status_code == 201
    for version, state in ((1, "draft"), (2, "published")):
        change = {**_entry("leaf", title=state), "version": version, "state": state}
        assert page.put("/api/knowledge/leaf", change, content_type=JSON).status_code == 200
    read = {
        number: login(number).get("/api/knowledge/leaf/versions") for number in ("9000", "8002")
    }
    numbers = {number: [each["number"] for each in a.json()] for number, a in read.items()}
    assert numbers == {"9000": [3, 2, 1], "8002": [3, 1]}


def test_entries_have_versions_a_place_and_no_loops(login: Callable[..., Client]) -> None:
    page = login("9000")
    for sheet in (_entry("a"), _entry("b", "a", title="医保报销", body="凭发票办理")):
        assert page.post("/api/knowledge", sheet, content_type=JSON).status_code == 201

    def put(at: str, **sheet: Any) -> dict[str, Any]:
        answer: dict[str, Any] = page.put(f"/api/knowledge/{at}", sheet, content_type=JSON).json()
        return answer

    assert put("a", **_entry("a", "b"), version=1)["error"]["code"] == "knowledge.loop"
    assert put("b", **_entry("b", "a", title="医保", body="改"), version=1)["version"] == 2
    assert put("b", **_entry("b", "a"), version=1)["error"]["code"] == "knowledge.version_conflict"
    assert put("b", **_entry("b", "zz"), version=2)["error"]["code"] == "knowledge.unknown_parent"
    found = page.get("/api/knowledge/search", {"q": "医保"}).json()
    assert [(row["code"], row["parent"]) for row in found if row["code"] == "b"] == [("b", "a")]
    assert page.get("/api/knowledge/search", {"q": "医"}).status_code == 400
    stale = {"number": 1, "version": 1}
    late = page.post("/api/knowledge/b/restore", stale, content_type=JSON)
    assert (late.status_code, late.json()["error"]["code"]) == (409, "knowledge.version_conflict")
    fresh = {"number": 1, "version": 2}
    restored = page.post("/api/knowledge/b/restore", fresh, content_type=JSON).json()
    assert (restored["titles"]["zh"], restored["version"]) == ("医保报销", 3)
    assert len(page.get("/api/knowledge/b/versions").json()) == 3
    # A program of before names no version, and writes over whatever is there.
    again = page.post("/api/knowledge/b/restore", {"number": 2}, content_type=JSON).json()
    assert (again["titles"]["zh"], again["version"]) == ("医保", 4)
    assert page.delete("/api/knowledge/a").json()["error"]["code"] == "knowledge.has_children"
    assert page.delete("/api/knowledge/b").status_code == 204
    assert login("8001").post("/api/knowledge", _entry("c"), content_type=JSON).status_code == 403
    assert login("8001").get("/api/knowledge").status_code == 200


@pytest.mark.parametrize(("before", "now"), [("published", "draft"), ("draft", "published")])
def test_a_text_that_is_had_back_is_published_as_the_entry_is_now(
    login: Callable[..., Client], before: str, now: str
) -> None:
    page = login("9000")
    sheet = {**_entry("a", title="医保", body="旧"), "state": before}
    assert page.post("/api/knowledge", sheet, content_type=JSON).status_code == 201
    changed = {**_entry("a", title="社保", body="新"), "state": now, "version": 1}
    assert page.put("/api/knowledge/a", changed, content_type=JSON).status_code == 200
    wanted = {"number": 1, "version": 2}
    restored = page.post("/api/knowledge/a/restore", wanted, content_type=JSON).json()
    assert (restored["bodies"]["zh"], restored["state"]) == ("旧", now)
    states = [row["state"] for row in page.get("/api/knowledge/a/versions").json()]
    assert states == [now, now, before]


def test_a_file_is_imported_whole_or_not_at_all(
    login: Callable[..., Client], centre: Centre
) -> None:
    page = login("9000")
    with scope(centre.pk):
        before = KnowledgeEntry.objects.count()

    def read(text: str) -> Any:
        return page.post("/api/knowledge/import", {"text": text}, content_type=JSON).json()

    head = "code,parent,order,title_zh,body_zh,state,effective_from\n"
    bad = head + "x-1,x-0,1,一,,published,\nX!,,a,,,gone,soon\nx-1,,1,二,,,\n"
    faults = {(f["row"], f["field"], f["fault"]) for f in read(bad)["error"]["details"]["faults"]}
    assert faults == {
        (3, "code", "bad"), (3, "order", "bad"), (3, "title_zh", "missing"), (3, "state", "bad"),
        (3, "effective_from", "bad"), (4, "code", "twice"),
    }  # fmt: skip
    orphan = read(head + "x-1,x-0,1,一,,published,\n")["error"]["details"]["faults"]
    assert [(f["row"], f["fault"]) for f in orphan] == [(2, "unknown_parent")]
    loop = read(head + "x-1,x-2,1,一,,,\nx-2,x-1,1,二,,,\n")["error"]["details"]["faults"]
    assert {f["fault"] for f in loop} == {"loop"}
    for nonsense in ("{", "", "[1]", head, 'a,b\n"'):
        assert read(nonsense)["error"]["code"] == "knowledge.import_refused"
    with scope(centre.pk):
        assert KnowledgeEntry.objects.count() == before
    good = head + 'x-2,x-1,1,"二, 三","两行\n正文",published,2026-01-01\nx-1,,1,一,,published,\n'
    assert read(good) == {"made": 2, "changed": 0}
    as_json = json.dumps([{"code": "x-2", "parent": "x-1", "title_zh": "新", "state": "draft"}])
    assert read(as_json) == {"made": 0, "changed": 1}
    assert page.get("/api/knowledge/x-2").json()["version"] == 2


def _imports(page: Client, text: str, at: str = "") -> Any:
    return page.post(f"/api/knowledge/import{at}", {"text": text}, content_type=JSON).json()


def test_columns_that_a_file_lacks_leave_what_is_there(login: Callable[..., Client]) -> None:
    page = login("9000")
    sheet = _entry("full", title="旧", body="正文", order=7, effective_from="2026-01-01")
    sheet["titles"]["en"], sheet["bodies"]["en"] = "Old", "Text"
    assert page.post("/api/knowledge", sheet, content_type=JSON).status_code == 201
    before = page.get("/api/knowledge/full").json()

    assert _imports(page, "code,title_zh\nfull,旧\n") == {"made": 0, "changed": 0}
    assert page.get("/api/knowledge/full").json() == before
    assert _imports(page, "code,title_zh\nfull,新\n") == {"made": 0, "changed": 1}
    after = page.get("/api/knowledge/full").json()
    assert after["titles"] == {"zh": "新", "en": "Old"}
    same = ("bodies", "order", "state", "effective_from", "parent")
    assert {name: after[name] for name in same} == {name: before[name] for name in same}
    # An empty cell of a text empties it; a state and an order cannot be empty.
    _imports(page, "code,body_en,state,order\nfull,,,\n")
    emptied = page.get("/api/knowledge/full").json()
    assert (emptied["bodies"], emptied["state"], emptied["order"]) == (
        {"zh": "正文"},
        "published",
        7,
    )
    told = page.get("/api/audit", {"action": "knowledge.imported"}).json()["items"][1]["data"]
    assert told["changed_entries"] == {"full": ["title_zh"]}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (
            "code,title_zh,body_zh\nx,社保卡,请携带身份证,户口本\n",
            (2, "", "too_many_fields", "户口本"),
        ),
        # Columns that Excel keeps and nobody wrote into are none, and a row counts as it shows it.
        ("code,title_zh,,\n\n,,,\nx,甲,,\ny,乙,,丙\n", (5, "", "too_many_fields", "丙")),
        ("\ncode,,title_zh\nx,,甲\ny,丙,乙\n", (4, "", "too_many_fields", "丙")),
        ("code,title_zh\nx,社\ufffd卡\n", (2, "title_zh", "unreadable", "社\ufffd卡")),
        ("code,title_zh,title_zh\nx,甲,乙\n", (0, "title_zh", "repeated_column", "")),
        ("code,body_zh\nx,新的\n", (2, "title_zh", "missing", "")),
        (
            "code,title_zh,effective_from,effective_to\nx,甲,2026-02-01,2026-01-01\n",
            (2, "effective_to", "days", "2026-01-01"),
        ),
        ('[{"code": "x", "title_zh": "甲", "body_zh": true}]', (1, "body_zh", "not_text", "true")),
        (
            '[{"code": "x", "title_zh": "甲", "body_zh": ["乙"]}]',
            (1, "body_zh", "not_text", '["乙"]'),
        ),
        (
            '[{"code": "x", "title_zh": "甲", "body_en": {"a": 1.50}}]',
            (1, "body_en", "not_text", '{"a": "1.50"}'),
        ),
        (
            '[{"code": "x", "title_zh": "甲", "body_zh": 1e22}]',
            (1, "body_zh", "not_text", "1e+22"),
        ),
    ],
)
def test_a_row_that_was_not_understood_is_named(
    text: str, fault: tuple[int, str, str, str], login: Callable[..., Client]
) -> None:
    page = login("9000")
    refused = _imports(page, text)["error"]["details"]["faults"]
    assert [tuple(each.values()) for each in refused] == [fault]
    seen = _imports(page, text, "/preview")
    assert [tuple(each.values()) for each in seen["faults"]] == [fault]
    assert seen["refused"] == (1 if fault[0] else 0)


def test_nothing_is_counted_of_a_file_whose_columns_are_there_twice(
    login: Callable[..., Client],
) -> None:
    seen = _imports(login("9000"), "code,title_zh,title_zh\nx,甲,乙\ny,丙,\n", "/preview")
    assert seen["rows"] == []
    assert [each["fault"] for each in seen["faults"]] == ["repeated_column"]
    assert (seen["made"], seen["changed"], seen["unchanged"], seen["refused"]) == (0, 0, 0, 0)


def test_a_preview_says_what_each_row_would_do_and_writes_nothing(
    login: Callable[..., Client],
) -> None:
    page = login("9000")
    for code in ("a", "b"):
        page.post("/api/knowledge", _entry(code, body="正文"), content_type=JSON)
    before = page.get("/api/knowledge").json()
    text = "code,title_zh,state\na,a,published\nb,乙,draft\nc,丙,draft\n"
    seen = _imports(page, text, "/preview")
    assert [(row["code"], row["effect"], row["fields"]) for row in seen["rows"]] == [
        ("a", "unchanged", []),
        ("b", "changed", ["title_zh", "state"]),
        ("c", "new", ["title_zh"]),
    ]
    assert (seen["made"], seen["changed"], seen["unchanged"], seen["refused"]) == (1, 1, 1, 0)
    assert page.get("/api/knowledge").json() == before
    tabs = text.replace(",", "\t")
    assert _imports(page, tabs, "/preview") == seen


def test_numbers_of_a_json_file_are_taken_as_they_are_written(
    login: Callable[..., Client],
) -> None:
    """The order, and a body that is a fee; what is null says nothing."""
    page = login("9000")
    text = '[{"code": "fee", "title_zh": 12345, "body_zh": 1.50, "order": 7, "body_en": null}]'
    assert "error" not in _imports(page, text)
    entry = page.get("/api/knowledge/fee").json()
    assert (entry["titles"]["zh"], entry["bodies"]["zh"]) == ("12345", "1.50")
