"""The simulator plays the caller as the switchboard would, at a clock of its own."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lianxin.rules.case_number import parse
from lianxin.rules.flow import Flow, advance, start
from lianxin.rules.flow import effects as do
from lianxin.rules.flow.simulator import (
    MAX_LINES,
    MAX_STEPS,
    BadScenario,
    Scenario,
    Setup,
    Simulation,
    Step,
    path_of,
    path_of_ledger,
    run_scenario,
    simulate,
    told_as_text,
)
from lianxin.rules.flow.simulator.carrying import WAYS
from lianxin.rules.flow.simulator.scenario import Act, Answer
from lianxin.rules.flow.simulator.world import World
from lianxin.rules.hours import Calendar
from tests.plain import plain_flow
from tests.rules.flows import NAMES, flows

ARTICLE = Flow.from_json(plain_flow())
AT = "2026-02-13T09:00:00+08:00"
SETUP = {"line": "12345", "caller": "02155500001", "at": AT}


class Library(Mapping[Any, Any]):
    """Every prompt there is: its id is what it says, in two seconds."""

    def __getitem__(self, key: tuple[str, str]) -> tuple[str, float]:
        if key[0].startswith("missing"):
            raise KeyError(key)
        return key[0], 2.0

    def __iter__(self) -> Any:
        return iter(())

    def __len__(self) -> int:
        return 0


PROMPTS = Library()


def _flow(nodes: dict[str, Any], **head: Any) -> Flow:
    start = next(iter(nodes))
    return Flow.from_json(
        {"spec": 2, "id": "x", "title": "x", "start": start, "nodes": nodes, **head}
    )


def _play(flow: Flow, *steps: dict[str, Any], **setup: Any) -> Simulation:
    return simulate(flow, {**SETUP, **setup}, steps, PROMPTS)


def _key(key: str) -> dict[str, Any]:
    return {"do": "key", "key": key}


def _wait(seconds: float | None = None) -> dict[str, Any]:
    return {"do": "wait"} if seconds is None else {"do": "wait", "seconds": seconds}


def _lines(simulation: Simulation, kind: str) -> list[tuple[float, str]]:
    return [(line.at, line.text) for line in simulation.lines if line.kind == kind]


def _kinds(simulation: Simulation) -> list[str]:
    return [line.kind for line in simulation.lines]


def test_a_prompt_plays_until_its_end_or_a_key() -> None:
    told = _play(ARTICLE)
    assert told.to_json()["playing"][0]["text"] == "welcome"
    assert told.to_json()["playing"][0]["parts"] == ["welcome"]
    assert told.waiting == ("key", "wait", "hang_up")
    assert _play(ARTICLE, _wait(1.9)).playing
    assert not _play(ARTICLE, _wait(2)).playing
    cut = _play(ARTICLE, _wait(1), _key("2"))
    assert cut.seconds == 1
    assert cut.session.node == "automatic"
    assert cut.path == ("welcome", "automatic")
    assert cut.edges == (("welcome", "keys.2", "automatic"),)


def test_without_seconds_the_next_thing_happens() -> None:
    told = _play(ARTICLE, _wait(), _wait())
    assert _lines(told, "expired") == [(8, "")]  # 2 seconds of prompt, 6 of patience
    assert [text for _, text in _lines(told, "play")] == ["welcome", "no_inputwelcome"]


def test_several_things_happen_within_one_wait() -> None:
    told = _play(ARTICLE, _wait(600), on_duty={"general": 0})
    assert told.session.finished
    assert _lines(told, "queue_left") == [(28, "nobody")]
    assert _lines(told, "hang_up")
    assert told.waiting == ()
    assert told.edges[-1][2] == ""


def test_a_message_ends_by_silence_by_a_key_and_by_its_limit() -> None:
    to_record = (_key("2"), _key("1"), _wait(4))
    speak = {"do": "speak", "seconds": 30}
    silence = _play(ARTICLE, *to_record, speak, _wait(5))
    assert _lines(silence, "recorded") == [(39, "silence")]
    ended = [line for line in silence.lines if line.kind == "recorded"]
    assert ended[0].data == {"recording": "rec-1", "seconds": 35}
    by_key = _play(ARTICLE, *to_record, speak, _wait(1), _key("#"))
    assert _lines(by_key, "recorded") == [(35, "stopped")]
    limit = _play(ARTICLE, *to_record, {"do": "speak", "seconds": 500})
    assert _lines(limit, "recorded") == [(184, "limit")]
    nothing = _play(ARTICLE, *to_record, _wait(5))
    assert [text for _, text in _lines(nothing, "play")][-1] == "record_empty"
    assert not _lines(nothing, "case")


def test_speech_that_began_before_the_beep_counts_from_the_beep() -> None:
    told = _play(ARTICLE, _key("2"), _key("1"), {"do": "speak", "seconds": 10}, _wait(5))
    assert _lines(told, "recorded") == [(15, "silence")]
    assert [line.data["seconds"] for line in told.lines if line.kind == "recorded"] == [11]
    assert _lines(told, "case") == [(15, "opened")]


def test_a_case_is_made_up_with_a_number_that_can_be_typed_in_again() -> None:
    record = (_key("2"), _key("1"), _wait(4), {"do": "speak", "seconds": 9}, _key("#"))
    told = _play(ARTICLE, *record)
    case = next(line for line in told.lines if line.kind == "case")
    assert parse(case.data["number"]).day.isoformat() == "2026-02-13"
    number, code = case.data["number"], case.data["code"]
    again = (_key("#"), _key("3"), _key(number + "#"), _key(code), _wait(2))
    assert _lines(_play(ARTICLE, *record, *again), "told")[0][1] == "told"
    wrong = (*again[:3], _key("000000"), _wait(2))
    assert _lines(_play(ARTICLE, *record, *wrong), "told")[0][1] == "wrong_code"
    deferred = _play(ARTICLE, *record, answers={"open_case": {"outcome": "deferred"}})
    assert _lines(deferred, "case")[0][1] == "deferred"


def test_who_hangs_up_while_speaking_is_heard() -> None:
    hang_up = {"do": "hang_up"}
    told = _play(ARTICLE, _key("2"), _key("1"), _wait(4), {"do": "speak", "seconds": 9}, hang_up)
    assert _kinds(told)[-3:] == ["hang_up", "recorded", "case"]
    assert told.lines[-1].text == "after_call"
    assert told.session.finished
    assert _kinds(_play(ARTICLE, hang_up, hang_up))[-1] == "ignored"


def test_agents_come_and_go_and_send_back() -> None:
    come, leave = {"do": "agent_comes", "agent": "8001"}, {"do": "agent_leaves"}
    told = _play(ARTICLE, _key("1"), come)
    assert told.session.with_agent
    assert told.waiting == ("agent_leaves", "send_to", "hang_up")
    assert not told.playing
    gone = _play(ARTICLE, _key("1"), come, _wait(60), leave)
    assert _lines(gone, "agent_left") == [(60, "8001")]
    sent = _play(ARTICLE, _key("1"), come, {"do": "send_to", "node": "automatic"})
    assert sent.session.node == "automatic"
    assert sent.session.prefer == "8001"
    nowhere = _play(ARTICLE, _key("1"), come, {"do": "send_to", "node": "gone"})
    assert _kinds(nowhere)[-1] == "ignored"
    assert _kinds(_play(ARTICLE, come, leave))[-2:] == ["ignored", "ignored"]


RING = {"type": "ring", "agents": ["8001"], "queue": "general", "seconds": 20}
END = {"end": {"type": "hang_up"}, "late": {"type": "hang_up"}}
RUNG = {"ring": {**RING, "nobody": "end", "timeout": "late", "after": "end"}, **END}


@pytest.mark.parametrize(
    ("on_duty", "left"),
    [
        ({}, [(20.0, "timeout")]),
        ({"general": 0}, [(0.0, "nobody")]),
        ({"general": ["8002"]}, [(0.0, "nobody")]),
        ({"general": ["8001", "8002"]}, [(20.0, "timeout")]),
    ],
)
def test_named_agents_must_be_on_duty(on_duty: Any, left: list[tuple[float, str]]) -> None:
    assert _lines(_play(_flow(RUNG), _wait(60), on_duty=on_duty), "queue_left") == left


DIALLED = {
    "out": {"type": "transfer", "numbers": ["12315"], "after": "end", "failed": "late"},
    **END,
}


@pytest.mark.parametrize(
    ("results", "exit"),
    [
        (["answered", "over"], "after"),
        (["busy"], "busy"),
        (["failed"], "failed"),
        (["over", "no_answer"], "no_answer"),
        (["answered", "busy", "over"], "after"),
    ],
)
def test_an_outside_telephone(results: list[str], exit: str) -> None:
    steps = [{"do": "dial", "result": result} for result in results]
    told = _play(_flow(DIALLED), *steps)
    assert told.edges[0][:2] == ("out", exit)


def test_nobody_takes_the_telephone() -> None:
    told = _play(_flow(DIALLED), _wait())
    assert _lines(told, "dial_ended") == [(30, "no_answer")]


OPEN = {"is": {"type": "hours", "calendar": "office", "open": "end", "closed": "late"}, **END}
WEEK = {"fri": [["09:00", "17:00"]]}


def test_hours_follow_the_clock_of_the_setup() -> None:
    flow = _flow(OPEN)
    holiday = {"date": "2026-02-13", "kind": "holiday", "name": "春节"}
    for setup, path in (
        ({}, "end"),  # nobody knows the calendar
        ({"calendars": {"office": {"week": WEEK}}}, "end"),
        ({"calendars": {"office": {"week": WEEK}}, "at": "2026-02-13T08:59:59+08:00"}, "late"),
        ({"calendars": {"office": {"week": WEEK, "days": [holiday]}}}, "late"),
        ({"calendars": {"office": "closed"}}, "late"),
        ({"answers": {"calendar": {"outcome": "closed"}}}, "late"),
        ({"answers": {"calendar:office": {"outcome": "closed"}}}, "late"),
        ({"answers": {"calendar:other": {"outcome": "closed"}}}, "end"),
    ):
        assert _play(flow, **setup).path == ("is", path), setup
    calendars = {"office": Calendar("office", "office")}
    assert simulate(flow, SETUP, [], PROMPTS, calendars).path == ("is", "late")


def test_answers_are_used_up_one_by_one() -> None:
    asked = {"type": "hours", "calendar": "office", "open": "end", "closed": "is"}
    answers = {"calendar": [{"outcome": "closed"}, {"outcome": "closed"}]}
    told = _play(_flow({"is": asked, **END}), answers=answers)
    assert [text for _, text in _lines(told, "told")] == ["closed", "closed", "open"]


def test_an_answer_may_take_its_time_and_come_too_late() -> None:
    slow = {"outcome": "closed", "seconds": 1}
    told = _play(_flow(OPEN), answers={"calendar": slow})
    assert told.waiting == ("key", "wait", "hang_up")
    assert _play(_flow(OPEN), _wait(1), answers={"calendar": slow}).path[-1] == "late"
    late = _play(_flow(OPEN), _wait(60), answers={"calendar": {**slow, "seconds": 59}})
    assert [text for _, text in _lines(late, "told")] == ["unavailable"]


def test_what_is_played_in_which_language() -> None:
    say = {"type": "say", "prompts": ["welcome", "$due:money", "missing_one"], "next": "end"}
    flow = _flow({"say": say, **END}, variables={"due": 12.5}, languages=["zh", "en"])
    prompts = {("welcome", "zh"): ("您好。", 3.0)}
    told = simulate(flow, {**SETUP, "language": "en"}, [], prompts)
    play = next(line for line in told.lines if line.kind == "play")
    assert play.text == "您好。 twelve yuan and fifty cents missing_one"
    assert play.data["said"] == ["welcome", "12.5:money", "missing_one"]
    assert play.data["missing"] == ["missing_one"]
    playing = told.to_json()["playing"]
    assert [each["language"] for each in playing] == ["zh", "en", "en"]
    assert playing[1]["parts"] == ["n12", "w_yuan", "w_and", "n50", "w_cents"]


def test_it_goes_no_further_than_a_day_and_so_many_lines() -> None:
    long = _play(ARTICLE, _key("1"), _wait(86_400), _key("2"))
    assert long.lines[-1].kind == "stopped"
    menu = {"menu": {"type": "menu", "prompts": ["menu"], "keys": {"1": "menu"}}}
    many = _play(_flow(menu), *[_key("1" * 32)] * MAX_STEPS)
    assert many.session.finished or many.lines[-1].kind == "stopped"
    assert len(many.lines) <= MAX_LINES + 1


@pytest.mark.parametrize(
    ("setup", "steps", "place"),
    [
        ({"at": "2026-02-13T09:00:00"}, [], "setup.at"),
        ({"at": "tomorrow"}, [], "setup.at"),
        ({"language": "fr"}, [], "setup.language"),
        ({"on_duty": {"general": -1}}, [], "setup.on_duty.general"),
        ({"on_duty": []}, [], None),
        ({"answers": {"http": {"values": {}}}}, [], "setup.answers.http.0.outcome"),
        ({"calendars": {"office": {"week": {"mon": [3]}}}}, [], "setup.calendars.office"),
        ({"variables": {"x": []}}, [], "setup.variables.x"),
        ({}, [{"do": "dance"}], "steps.0.do"),
        ({}, [_key("1"), _key("A")], "steps.1.key"),
        ({}, [_wait(-1)], "steps.0.seconds"),
        ({}, [{"do": "speak"}], "steps.0.seconds"),
        ({}, [{"do": "dial", "result": "maybe"}], "steps.0.result"),
        ({}, "123", "steps"),
        ({}, [_key("1")] * (MAX_STEPS + 1), "steps"),
        ({}, [3], "steps.0"),
    ],
)
def test_what_is_malformed_is_refused_with_its_place(
    setup: dict[str, Any], steps: Any, place: str | None
) -> None:
    if place is None:
        assert simulate(ARTICLE, {**SETUP, **setup}, steps, PROMPTS).lines
        return
    with pytest.raises(BadScenario) as caught:
        simulate(ARTICLE, {**SETUP, **setup}, steps, PROMPTS)
    assert caught.value.place == place


def test_whatever_a_flow_asks_for_is_carried_out_and_answered() -> None:
    assert set(WAYS) == set(get_args(do.Effect))
    world = World(Setup.from_json(SETUP), {}, None)
    for source in get_args(do.Source):
        answer = world.answer(do.Ask(1, source), datetime(2026, 1, 1, tzinfo=UTC))
        assert answer.outcome != "unavailable", source


def test_the_centres_own_data_answers_what_the_setup_does_not() -> None:
    def known(ask: do.Ask, now: datetime) -> Answer | None:
        return Answer("closed") if ask.source == "calendar" else None

    told = simulate(_flow(OPEN), SETUP, [], PROMPTS, answerer=known)
    assert told.path == ("is", "late")
    setup = {**SETUP, "answers": {"calendar": {"outcome": "open"}}}
    assert simulate(_flow(OPEN), setup, [], PROMPTS, answerer=known).path == ("is", "end")


PAGE = (Path(__file__).parents[3] / "docs/howto/try-a-flow.md").read_text("utf-8")


def test_the_page_tells_what_there_is() -> None:
    setup = json.loads(PAGE.partition("```json")[2].partition("```")[0])
    assert simulate(ARTICLE, setup, [], PROMPTS).lines
    written = re.findall(r"^\| `(\{.*?\})` \|", PAGE, re.MULTILINE)
    steps = [Step.from_json(json.loads(each)) for each in written]
    assert {step.do for step in steps} == set(get_args(Act))
    sources = PAGE.partition("| source | answer |")[2].partition("##")[0]
    for source in get_args(do.Source):
        assert f"`{source}`" in sources, source


# --- scenarios

STEPS = [_wait(1), _key("2"), _key("4"), _wait(3), {"do": "hang_up"}]


def _scenario(**more: Any) -> Scenario:
    return Scenario.from_json({"name": "consulting", "setup": SETUP, "steps": STEPS, **more})


def test_a_scenario_passes_until_the_flow_changes() -> None:
    expected = json.loads(json.dumps(_play(ARTICLE, *STEPS).to_json()["transcript"]))
    scenario = _scenario(expected=expected)
    assert run_scenario(ARTICLE, scenario, PROMPTS).passed
    slower = {("welcome", "zh"): ("您好。", 30.0)}
    assert run_scenario(ARTICLE, scenario, slower).difference.count("\n+") <= 8
    changed = plain_flow()
    changed["nodes"]["automatic"]["keys"]["4"] = "goodbye"
    result = run_scenario(Flow.from_json(changed), scenario, PROMPTS)
    assert not result.passed
    assert "-    [consulting] entered" in result.difference
    assert "+    [goodbye] entered" in result.difference


def test_a_scenario_that_expects_nothing_passes_when_it_can_be_played() -> None:
    assert run_scenario(ARTICLE, _scenario(), PROMPTS).passed
    endless = Scenario.from_json({"setup": SETUP, "steps": [_key("1"), _wait(86_400)]})
    assert not run_scenario(ARTICLE, endless, PROMPTS).passed


def test_a_scenario_as_text() -> None:
    simulation = _play(ARTICLE, _wait(1), _key("2"), {"do": "hang_up"})
    steps = tuple(Step.from_json(s) for s in (_wait(1), _key("2"), {"do": "hang_up"}))
    text = told_as_text("To the menu", Setup.from_json(SETUP), steps, simulation.lines)
    assert text == (
        "To the menu\n"
        "clock 2026-02-13T09:00:00+08:00\n"
        "rings 12345 from 02155500001\n"
        "    [welcome] entered\n"
        "    play: welcome\n"
        "wait 1s\n"
        "key 2\n"
        "    pressed 2\n"
        "    [welcome] key 2\n"
        "    [welcome] exit keys.2\n"
        "    [automatic] entered\n"
        "    play: main_menu\n"
        "hangs up\n"
        "    hang_up caller\n"
    )


def test_a_call_has_the_same_path_in_its_ledger() -> None:
    told = _play(ARTICLE, *STEPS)
    session, ledger = start(ARTICLE), []
    for event, now in told.events:
        session, effects = advance(session, event, now)
        for effect in effects:
            if isinstance(effect, do.Trace):
                data = {"node": effect.node, "what": effect.what, "detail": effect.detail}
                ledger += [("node", data), ("node", {**data, "what": "asked"}), ("queued", {})]
    assert path_of(told.lines) == path_of(told.to_json()["transcript"]) == path_of_ledger(ledger)


# --- for every flow, setup and steps

_steps = st.lists(
    st.one_of(
        st.builds(_key, st.text("0123456789*#", min_size=1, max_size=3)),
        st.builds(_wait, st.none() | st.sampled_from([0, 0.5, 2, 7, 30, 400])),
        st.sampled_from(
            [
                {"do": "speak", "seconds": 3},
                {"do": "speak", "seconds": 0},
                {"do": "hang_up"},
                {"do": "agent_comes", "agent": "8001"},
                {"do": "agent_leaves"},
                {"do": "send_to", "node": NAMES[0]},
                {"do": "send_to", "node": NAMES[1], "back": False},
                *({"do": "dial", "result": r} for r in ("answered", "over", "busy", "failed")),
            ]
        ),
    ),
    max_size=10,
)

_setups = st.fixed_dictionaries(
    {"at": st.datetimes(datetime(2000, 1, 1), datetime(2099, 1, 1), timezones=st.just(UTC))},  # noqa: DTZ001 - hypothesis adds the zone
    optional={
        "caller": st.sampled_from(["", "02155500001"]),
        "language": st.sampled_from(["zh", "en", "yue", None]),
        "on_duty": st.just({"general": 0}) | st.just({"general": ["8001"]}),
        "answers": st.dictionaries(
            st.sampled_from(["http", "sql", "caller", "case", "open_case", "calendar"]),
            st.fixed_dictionaries(
                {"outcome": st.sampled_from(["ok", "told", "error", "open", "unavailable"])},
                optional={"seconds": st.sampled_from([0, 1, 99])},
            ),
        ),
        "speech": st.booleans(),
    },
)


@settings(
    max_examples=50,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(flow=st.one_of(st.just(ARTICLE), flows), setup=_setups, steps=_steps)
def test_the_simulator_does_what_the_interpreter_does(
    flow: Flow, setup: dict[str, Any], steps: list[dict[str, Any]]
) -> None:
    told = simulate(flow, setup, steps, PROMPTS)
    session, path = start(flow), []
    for event, now in told.events:
        session, effects = advance(session, event, now)
        path += [(e.node, e.what, e.detail) for e in effects if isinstance(e, do.Trace)]
    assert session == told.session
    if told.lines[-1].kind != "stopped":
        assert path == path_of(told.lines)
    assert told == simulate(flow, setup, steps, PROMPTS)
    plain = told.to_json()
    assert json.loads(json.dumps(plain)) == plain
    times = [line.at for line in told.lines]
    assert times == sorted(times)
    assert told.session.finished or told.waiting or told.lines[-1].kind == "stopped"
