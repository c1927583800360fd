"""The registry of look-ups: it is whole, nodes keep to it, and so do simulations."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lianxin.centres.functions import FUNCTIONS
from lianxin.flows.codec import read
from lianxin.rules.flow import Flow, Session, advance, effects, events, start
from lianxin.rules.flow.lookups import (
    SOURCES,
    UNAVAILABLE,
    Source,
    answer_fault,
    argument_fault,
    shown,
)
from lianxin.rules.flow.simulator import BadScenario, Scenario, Setup, check_answers, run_scenario
from lianxin.rules.values import Scalar
from tests.rules.flows import any_event, flows

NOW = datetime(2026, 2, 13, 1, 0, tzinfo=UTC)
NUMBER, CODE = "9901260213000425", "246813"


def test_every_source_is_described() -> None:
    assert tuple(SOURCES) == get_args(Source)
    for name, source in SOURCES.items():
        assert source.simulated in source.words, name
        assert source.words[-1] == UNAVAILABLE
        assert source.function in ("", *FUNCTIONS), name
        assert source.seconds > 0
        assert not source.chosen_by or source.knows(source.chosen_by), name


@settings(max_examples=200)
@given(flow=flows, data=st.data())
def test_nodes_look_up_only_what_a_source_takes(flow: Flow, data: st.DataObject) -> None:
    session, came = advance(start(flow), events.Started("12345", "02155500001"), NOW)
    for _ in range(data.draw(st.integers(0, 15), "events")):
        for each in came:
            if isinstance(each, effects.Lookup):
                assert argument_fault(each.source, each.arguments) == ""
        session, came = advance(session, data.draw(any_event(session)), NOW)


def test_wrong_arguments_are_named() -> None:
    assert argument_fault("case", [("number", "1")]) == "case needs code"
    assert argument_fault("queue", [("queue", "a"), ("x", 1)]) == "queue takes no x"
    http: list[tuple[str, Scalar]] = [
        ("connection", "a"),
        ("method", "GET"),
        ("path", "/"),
        ("body.any", 1),
    ]
    assert argument_fault("http", http) == ""
    assert argument_fault("http", [*http, ("with.any", 1)]) == "http takes no with.any"


@pytest.mark.parametrize(
    ("name", "outcome", "good"),
    [
        ("http", "ok", True),
        ("http", "unavailable", True),
        ("calendar:office", "closed", True),
        ("open_case", "deferred", True),
        ("case", "locked", True),
        ("case_reply", "ok", False),
        ("open_case", "unavailable", False),
        ("weather", "ok", False),
    ],
)
def test_a_setup_answers_only_what_there_is(name: str, outcome: str, good: bool) -> None:
    setup = Setup.from_json({"at": NOW.isoformat(), "answers": {name: {"outcome": outcome}}})
    assert (answer_fault(name, outcome) == "") is good
    if good:
        check_answers(setup)
        return
    with pytest.raises(BadScenario) as caught:
        check_answers(setup)
    assert caught.value.place == f"setup.answers.{name}.0.outcome"


# --- the case of number and code

CASE = {"type": "case_status", "next": "end", "failed": "end", "reply": False}
END = {"type": "hang_up", "prompts": ["goodbye"]}


def _flow(**fields: Any) -> Flow:
    head = {"spec": 2, "id": "f", "title": "", "start": "case"}
    return read({**head, "nodes": {"case": {**CASE, **fields}, "end": END}})


def _typed() -> Session:
    session, _ = advance(start(_flow()), events.Started("12345", ""), NOW)
    for key in f"{NUMBER}#{CODE}#":
        session, came = advance(session, events.KeyPressed(key), NOW)
    looked_up = [each for each in came if isinstance(each, effects.Lookup)]
    assert [(each.source, each.seconds) for each in looked_up] == [("case", 4.0)]
    assert dict(looked_up[0].arguments) == {"number": NUMBER, "code": CODE}
    return session


@pytest.mark.parametrize("name", ["lookup", "ask"])
def test_a_look_up_of_before_an_update_is_taken_again(name: str) -> None:
    """``lookup`` was that of a case, ``ask`` any other; the switchboard says ``Resumed``."""
    kept = _typed().to_json()
    token = kept["open"].pop("lookup")
    session = Session.from_json({**kept, "open": {**kept["open"], name: token}}, _flow())
    session, came = advance(session, events.Resumed(), NOW)
    played = [each for each in came if isinstance(each, effects.Play)]
    assert [each.sounds for each in played] == [(effects.Prompt("ask_case_number"),)]
    assert "lookup" not in session.open


def test_no_transcript_shows_a_code() -> None:
    assert shown("case", {"number": NUMBER, "code": CODE}) == {"number": NUMBER}
    assert shown("prompt_code", {"code": CODE}) == {"code": CODE}, "a studio's, not a citizen's"
    assert shown("weather", {"code": CODE}) == {"code": CODE}


def test_what_was_expected_before_is_still_met() -> None:
    """A case was looked up by a line of its own kind, and codes of other look-ups were shown."""
    setup = {"at": NOW.isoformat(), "answers": {"case": {"outcome": "told"}}}
    setup["answers"]["case"]["values"] = {"state": "accepted"}  # type: ignore[index]
    steps = [{"do": "key", "key": f"{NUMBER}#{CODE}#"}, {"do": "hang_up"}]
    expected = [
        ("entered", "", {}),
        ("play", "", {"said": ["ask_case_number"]}),
        *(("pressed", key, {}) for key in f"{NUMBER}#"),
        ("key", NUMBER, {}),
        ("play", "", {"said": ["ask_query_code"]}),
        *(("pressed", key, {}) for key in f"{CODE}#"),
        ("key", "******", {}),
        ("look_up", NUMBER, {}),
        ("told", "told", {"state": "accepted"}),
        ("play", "", {"said": ["state_accepted"]}),
        ("hang_up", "caller", {}),
    ]
    lines = [
        {"kind": kind, "text": text, "data": data, "node": "case", "step": step}
        for step, kind, text, data in _by_step(expected)
    ]
    kept = Scenario.from_json({"setup": setup, "steps": steps, "expected": lines})
    prompts = {("state_accepted", "zh"): ("已受理", 2.0)}
    assert run_scenario(_flow(), kept, prompts).difference == ""


def _by_step(lines: list[tuple[str, str, Any]]) -> list[tuple[int, str, str, Any]]:
    """The first two lines are of the beginning, the last is of the hanging up."""
    steps = [0, 0, *([1] * (len(lines) - 3)), 2]
    return [(step, *line) for step, line in zip(steps, lines, strict=True)]


def _path(flow: Flow, keys: str, caller: str = "") -> list[str]:
    """What the path of a call shows of ``keys``, which are pressed after each question."""
    session, came = advance(start(flow), events.Started("12345", caller), NOW)
    shown_keys: list[str] = []
    for key in keys:
        shown_keys += [e.detail for e in came if isinstance(e, effects.Trace) and e.what == "key"]
        session, came = advance(session, events.KeyPressed(key), NOW)
    return shown_keys + [e.detail for e in came if isinstance(e, effects.Trace) and e.what == "key"]


@pytest.mark.parametrize(
    ("keys", "path"),
    [
        (f"{NUMBER}#{CODE}#", [NUMBER, "******"]),
        (f"{CODE}#", ["******"]),  # the code where the number is asked for
        (f"{CODE}#{NUMBER}#{CODE}#", ["******", NUMBER, "******"]),
        (f"{NUMBER[:-1]}#", ["*" * 15]),  # a slip: nobody can tell it from a code
        (f"{NUMBER}{CODE}", ["*" * 17]),  # in one go and without a #
    ],
)
def test_no_path_shows_a_code_wherever_it_is_typed(keys: str, path: list[str]) -> None:
    assert _path(_flow(), keys) == path


def test_no_path_shows_a_code_that_is_typed_where_a_collect_asks_for_the_number() -> None:
    def asked(**fields: Any) -> Flow:
        ask = {"prompts": ["welcome"], "into": "asked", "ok": "case", "failed": "end", "tries": 3}
        nodes = {
            "ask": {"type": "collect", **ask, **fields},
            "case": {**CASE, "number": "asked"},
            "end": END,
        }
        return read({"spec": 2, "id": "f", "title": "", "start": "ask", "nodes": nodes})

    number_then_code = f"{CODE}#{NUMBER}#{CODE}#"
    shown_path = ["******", NUMBER, "******"]
    assert _path(asked(check="case_number"), number_then_code) == shown_path
    # Without a check anything goes on to the look-up: it is the number that it feeds.
    assert _path(asked(), f"{CODE}#")[:1] == ["******"]
    assert _path(asked(), f"{NUMBER}#{CODE}#") == [NUMBER, "******"]
