"""What lint finds in a flow, and that it never fails on anything."""

from __future__ import annotations

import json
import string
from collections.abc import Mapping
from typing import Any

import pytest
from django.utils import translation

from lianxin.flows.default import TEMPLATES, template
from lianxin.flows.sentences import CHINESE, sentence
from lianxin.rules.flow.lint import MAX_FINDINGS, RULES, Environment, lint, node_of
from lianxin.rules.flow.lint.findings import ORDER


def _flow(nodes: Mapping[str, Any], **head: Any) -> dict[str, Any]:
    start = next(iter(nodes), "none")
    return {"spec": 2, "id": "x", "title": "x", "start": start, "nodes": dict(nodes), **head}


def _found(data: Any, environment: Environment | None = None) -> list[tuple[str, str]]:
    return [(each.code, each.place) for each in lint(data, environment or Environment())]


def _menu(**keys: str) -> dict[str, Any]:
    return {"type": "menu", "prompts": ["m"], "keys": {key[1:]: to for key, to in keys.items()}}


END = {"type": "hang_up", "prompts": ["bye"]}
QUEUE = {"type": "queue", "queue": "general", "nobody": "end", "timeout": "end", "after": "end"}
HOURS = {"type": "hours", "calendar": "office", "open": "agents", "closed": "end"}
SOUND = {"start": HOURS, "agents": QUEUE, "end": END}


def test_of_a_good_flow_nothing_is_said() -> None:
    assert _found(_flow(SOUND, agent_node="agents")) == []


def _say(to: str, *prompts: str) -> dict[str, Any]:
    return {"type": "say", "prompts": list(prompts), "next": to}


def _goto(to: str) -> dict[str, Any]:
    return {"type": "goto", "to": to}


COLLECT = {"type": "collect", "prompts": ["ask"], "into": "pin", "ok": "end", "failed": "end"}
TRANSFER = {"type": "transfer", "numbers": ["110"], "after": "end", "failed": "bare"}
SURVEY = {"type": "survey", "prompts": ["how"], "done": "end", "none": "end"}
RECORD = {"type": "record", "kind": "message", "prompts": [], "done": "end", "empty": "end"}


@pytest.mark.parametrize(
    ("nodes", "head", "code", "place"),
    [
        ({**SOUND, "lost": _goto("end")}, {}, "lint.unreachable", "nodes.lost"),
        ({"a": _goto("b"), "b": _say("a")}, {}, "lint.endless", "nodes.a"),
        ({"a": _goto("a")}, {}, "lint.endless", "nodes.a"),
        ({"a": _goto("b"), "b": _say("a", "hello")}, {}, "lint.endless_prompts", "nodes.a"),
        (
            {"a": {"type": "wait", "seconds": 3, "next": "a"}},
            {},
            "lint.endless_prompts",
            "nodes.a",
        ),
        ({"m": _menu(k1="end"), "end": END}, {}, "lint.no_way_to_agent", "nodes.m"),
        ({"m": _menu(k1="end"), "end": END}, {}, "lint.menu_ends", "nodes.m.otherwise"),
        (
            {"m": _menu(k0="end"), "agents": QUEUE, "end": END},
            {"agent_node": "agents"},
            "lint.zero_elsewhere",
            "nodes.m.keys.0",
        ),
        ({"q": QUEUE, "end": END}, {}, "lint.queue_without_hours", "nodes.q"),
        (
            {"s": SURVEY, "agents": QUEUE, "end": END},
            {"agent_node": "agents"},
            "lint.survey_before_agent",
            "nodes.s",
        ),
        (
            {"t": TRANSFER, "bare": {"type": "hang_up"}, "end": END},
            {},
            "lint.transfer_fails_silently",
            "nodes.t.failed",
        ),
        ({"c": COLLECT, "end": END}, {}, "lint.secret_shown", "nodes.c.secret"),
        (
            {"c": {**COLLECT, "into": "who", "check": "id_number"}, "end": END},
            {},
            "lint.secret_shown",
            "nodes.c.secret",
        ),
        ({"r": RECORD, "end": END}, {}, "lint.record_unconfirmed", "nodes.r.confirm"),
        ({"s": _say("end", "$due:money"), "end": END}, {}, "lint.variable_unset", None),
        (
            {"t": {**TRANSFER, "numbers": ["$duty"], "failed": "end"}, "end": END},
            {},
            "lint.variable_unset",
            "nodes.t.numbers",
        ),
        (
            {
                "b": {
                    "type": "branch",
                    "ways": [{"when": "due > 3", "to": "end"}],
                    "otherwise": "end",
                },
                "end": END,
            },
            {},
            "lint.variable_unset",
            "nodes.b.ways.0.when",
        ),
        (
            {
                "h": {
                    "type": "http",
                    "connection": "water",
                    "path": "/bills/{meter}",
                    "ok": "end",
                    "error": "end",
                },
                "end": END,
            },
            {},
            "lint.variable_unset",
            "nodes.h.path",
        ),
        (
            {
                "f": {"type": "subflow", "flow": "inner", "next": "s"},
                "s": _say("end", "$due"),
                "end": END,
            },
            {},
            "lint.variable_unsure",
            "nodes.s.prompts.0",
        ),
        (
            {"m": _menu(**{f"k{k}": "end" for k in "0123456789"}), "end": END},
            {},
            "lint.menu_keys",
            None,
        ),
    ],
)
def test_it_finds(
    nodes: dict[str, Any], head: dict[str, Any], code: str, place: str | None
) -> None:
    found = _found(_flow(nodes, **head))
    assert code in [each for each, _ in found]
    if place is not None:
        assert (code, place) in found


@pytest.mark.parametrize(
    ("nodes", "code"),
    [
        ({"a": _menu(k1="a", k2="a")}, "lint.endless"),
        ({"a": _menu(k1="b"), "b": _say("a", "hello")}, "lint.endless_prompts"),
        ({"a": _say("b", "hello"), "b": HOURS | {"open": "a"}, "end": END}, "lint.endless_prompts"),
        ({"c": {**COLLECT, "secret": True}, "end": END}, "lint.secret_shown"),
        ({"r": {**RECORD, "confirm": True}, "end": END}, "lint.record_unconfirmed"),
        ({"s": _say("end", "$caller", "$city"), "end": END}, "lint.variable_unset"),
        (
            {"c": {**COLLECT, "ok": "s"}, "s": _say("end", "$pin"), "end": END},
            "lint.variable_unset",
        ),
        ({"q": QUEUE | {"after": "s"}, "s": SURVEY, "end": END}, "lint.survey_before_agent"),
    ],
)
def test_it_does_not_find(nodes: dict[str, Any], code: str) -> None:
    assert code not in [each for each, _ in _found(_flow(nodes))]


def test_faults_come_first_under_their_own_code() -> None:
    found = lint(_flow({"m": _menu(k1="gone"), "lost": END}), Environment())
    assert (found[0].code, found[0].severity) == ("flow.node_missing", "error")
    assert found[0].node == "m"
    assert [each.severity for each in found] == sorted(
        (each.severity for each in found), key=ORDER.index
    )


def test_prompts_and_their_languages() -> None:
    nodes = {
        "l": {"type": "language", "keys": {"1": "zh", "2": "en", "3": "yue"}, "next": "s"},
        "s": _say("end", "hello", "only_english", "nothing"),
        "end": END,
    }
    library = {
        "hello": {"zh": 1.0},
        "only_english": {"en": 1.0},
        "bye": {"zh": 1.0, "en": 1.0, "yue": 1.0},
        "choose_language": {"zh": 1.0, "en": 1.0},
    }
    found = lint(_flow(nodes), Environment(prompts=library))
    told = {(f.code, f.place): f for f in found if f.code.startswith("lint.prompt")}
    assert told["lint.prompt_missing", "nodes.s.prompts.2"].data == {"prompt": "nothing"}
    english = [f.data for f in found if f.code == "lint.prompt_language" and f.node == "s"]
    assert english == [
        {"language": "en", "heard": "zh", "prompts": ["hello"]},
        {"language": "zh", "heard": "en", "prompts": ["only_english"]},
    ]
    assert {f.node for f in found if f.code == "lint.prompt_cantonese"} == {"l", "s"}
    assert any("hello" in f.text for f in found if f.code == "lint.prompt_cantonese")


def test_a_menu_that_takes_too_long() -> None:
    found = lint(_flow({"m": _menu(k1="m")}), Environment(prompts={"m": {"zh": 31.0, "en": 8.0}}))
    assert [f.data for f in found if f.code == "lint.menu_long"] == [{"seconds": 31, "most": 30}]


def test_what_the_centre_does_not_have() -> None:
    nodes = {
        "start": HOURS,
        "agents": {**QUEUE, "queue": "night"},
        "f": {"type": "subflow", "flow": "bill", "next": "p"},
        "p": {
            "type": "poll",
            "poll": "traffic",
            "done": "end",
            "voted": "end",
            "closed": "end",
            "questions": [{"code": "q1", "prompts": ["ask"], "choices": {"1": "1"}}],
        },
        "h": {"type": "http", "connection": "water", "path": "/", "ok": "end", "error": "end"},
        "k": {"type": "knowledge", "entry": "laws", "done": "end", "unknown": "end"},
        "end": END,
    }
    none: frozenset[str] = frozenset()
    environment = Environment(
        queues=none, calendars=none, polls=none, connections=none, knowledge=none, flows=none
    )
    found = lint(_flow(nodes), environment)
    kinds = ("queue", "calendar", "poll", "connection", "knowledge", "flow")
    codes = {f.code: f for f in found}
    assert {f"lint.unknown_{kind}" for kind in kinds} <= set(codes)
    assert codes["lint.unknown_queue"].data == {"name": "night"}
    assert codes["lint.unknown_queue"].place == "nodes.agents.queue"
    assert not [f for f in lint(_flow(nodes), Environment()) if "unknown" in f.code]


def test_functions_that_are_off() -> None:
    nodes = {"s": SURVEY, "r": {**RECORD, "kind": "mailbox"}, "end": END}
    found = lint(_flow(nodes), Environment(functions=frozenset()))
    assert [f.data["function"] for f in found if f.code == "lint.function_off"] == [
        "surveys",
        "mailbox",
    ]
    assert "lint.function_off" not in dict(_found(_flow(nodes), Environment(functions=None)))
    inner = _flow({"f": {"type": "return"}}, subflows={"ask": _flow(nodes)})
    places = _found(inner, Environment(functions=frozenset({"mailbox"})))
    assert ("lint.function_off", "subflows.ask.nodes.s") in places


def test_texts_that_nothing_reads_aloud() -> None:
    nodes = {
        "tree": {"type": "knowledge", "done": "state", "unknown": "end"},
        "state": {"type": "case_status", "reply": True, "next": "bare", "failed": "end"},
        "bare": {"type": "case_status", "next": "end", "failed": "end"},
        "end": END,
    }

    def unread(speech: bool | None) -> list[str]:
        found = _found(_flow(nodes), Environment(speech=speech))
        return [place for code, place in found if code == "lint.text_unread"]

    assert unread(False) == ["nodes.tree", "nodes.state"]
    assert unread(True) == unread(None) == []


def test_subflows() -> None:
    nodes = {"f": {"type": "subflow", "flow": "b", "next": "r"}, "r": {"type": "return"}}
    ways = {"b": frozenset({"c"}), "c": frozenset({"a", "b"})}
    found = lint(_flow(nodes), Environment(code="a", subflows_of=ways, subflow=True))
    cycle = next(f for f in found if f.code == "lint.subflow_cycle")
    assert cycle.data["way"] == ["a", "b", "c", "a"]
    assert "lint.no_return" not in [f.code for f in found]
    outside = _found(_flow(nodes), Environment(subflow=False))
    assert ("lint.return_outside", "nodes.r") in outside
    endless = _found(_flow({"s": _say("end", "x"), "end": END}), Environment(subflow=True))
    assert ("lint.no_return", "start") in endless


def test_every_remark_has_its_sentences() -> None:
    assert {code for code in CHINESE if code.startswith("lint.")} == set(RULES)
    for code, (_, english) in RULES.items():
        names = [
            {name for _, name, _, _ in string.Formatter().parse(text) if name}
            for text in (english, CHINESE[code])
        ]
        assert names[0] == names[1], code
    with translation.override("zh-hans"):
        assert "a、b" in sentence("lint.endless", "", {"nodes": ["a", "b"]})


SHIPPED = sorted(
    each.stem for each in TEMPLATES.glob("*.json") if "nodes" in json.loads(each.read_text("utf-8"))
)


@pytest.mark.parametrize("name", SHIPPED)
def test_the_shipped_flows_have_no_errors_and_always_a_way_to_people(name: str) -> None:
    found = lint(template(name), Environment())
    assert [f for f in found if f.severity == "error"] == []
    assert "lint.no_way_to_agent" not in [f.code for f in found]


def test_the_node_of_a_place() -> None:
    assert node_of("nodes.main.keys.2") == "main"
    assert node_of("subflows.bill.nodes.ask.next") == "bill/ask"
    assert node_of("start") == ""


@pytest.mark.parametrize(
    "data",
    [
        None,
        3,
        [],
        {},
        {"spec": 2},
        {"spec": 2, "nodes": 3},
        {"spec": 2, "nodes": {}},
        {"spec": 2, "nodes": {"a": None}},
        _flow(SOUND, languages="zh"),
        _flow(SOUND, languages=[[]]),
        _flow(SOUND, languages=[]),
        _flow(SOUND, agent_node=[3]),
        {**_flow(SOUND), "start": {}},
        _flow(SOUND, variables=[]),
        _flow(SOUND, variables={"A b": []}),
        _flow({"a.b": END, "": END, "a/b": END}),
        _flow({"s": _say("s", "", "$", "$:")}),
        _flow(SOUND, subflows={"x": _flow(SOUND, subflows={"y": 3})}),
        _flow({"h": {**HOURS, "zone": "No/Where", "week": {"mon": [["9", "x"]]}}}),
    ],
)
def test_it_takes_anything(data: Any) -> None:
    for each in lint(data, Environment()):
        assert each.severity in ORDER


def test_findings_are_bounded() -> None:
    nodes = {f"n{number}": _goto("nowhere") for number in range(1500)}
    found = lint(_flow(nodes), Environment())
    assert len(found) == MAX_FINDINGS + 1
    assert found[-1].code == "lint.too_many"
