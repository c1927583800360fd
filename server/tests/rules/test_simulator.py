"""The simulator plays the caller as the switchboard would, at a clock of its own."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, get_args

import pytest

from lianxin.rules.case_number import parse
from lianxin.rules.flow import effects
from lianxin.rules.flow.lookups import SOURCES, Source
from lianxin.rules.flow.simulator import (
    MAX_LINES,
    MAX_STEPS,
    BadScenario,
    Setup,
    Step,
    simulate,
)
from lianxin.rules.flow.simulator.carrying import WAYS
from lianxin.rules.flow.simulator.environment import Environment
from lianxin.rules.flow.simulator.scenario import Act, SimulatedResult
from lianxin.rules.hours import Calendar
from lianxin.rules.values import Language
from tests.rules.simulated import ARTICLE, PROMPTS, SETUP, drawn, key, kinds, lines, play, wait


def test_a_prompt_plays_until_its_end_or_a_key() -> None:
    told = play(ARTICLE)
    assert told.to_json()["playing"][0]["text"] == "welcome"
    assert told.to_json()["playing"][0]["parts"] == ["welcome"]
    assert told.waiting == ("key", "wait", "hang_up")
    assert play(ARTICLE, wait(1.9)).playback
    assert not play(ARTICLE, wait(2)).playback
    cut = play(ARTICLE, wait(1), key("2"))
    assert cut.seconds == 1
    assert cut.session.node == "automatic"
    assert cut.path == ("welcome", "automatic")
    assert cut.edges == (("welcome", "keys.2", "automatic"),)


@pytest.mark.parametrize(
    ("answer", "speech", "heard"),
    [
        ({"state": "accepted"}, True, ["state_accepted"]),
        ({"state": "replied", "reply_text": ""}, True, ["state_replied"]),
        (
            {"state": "replied", "reply_text": "修好了。"},
            True,
            ["state_replied", "承办单位的答复是：修好了。"],
        ),
        ({"state": "replied", "reply_text": "修好了。"}, False, ["state_replied", "reply_unread"]),
        (
            {"state": "closed", "reply_text": "Mended.", "reply_language": "en"},
            True,
            ["state_closed", "The department's reply is: Mended."],
        ),
    ],
)
def test_a_reply_is_read_aloud_or_said_to_be_elsewhere(
    answer: dict[str, Any], speech: bool, heard: list[str]
) -> None:
    result = {"type": "case_status", "reply": True, "next": "end", "failed": "end"}
    flow = drawn({"result": result, "end": {"type": "hang_up", "prompts": ["goodbye"]}})
    told = play(
        flow,
        *(key(each) for each in "9901260213000425#246813#"),
        answers={"case_reply": [{"outcome": "told", "values": answer}]},
        speech=speech,
    )
    assert [each["text"] for each in told.to_json()["playing"]] == heard
    assert not any(each["missing"] for each in told.to_json()["playing"])


def test_without_seconds_the_next_thing_happens() -> None:
    told = play(ARTICLE, wait(), wait())
    assert lines(told, "expired") == [(8, "")]  # 2 seconds of prompt, 6 of patience
    assert [text for _, text in lines(told, "play")] == ["welcome", "no_inputwelcome"]


def test_several_things_happen_within_one_wait() -> None:
    told = play(ARTICLE, wait(600), on_duty={"general": 0})
    assert told.session.finished
    assert lines(told, "queue_left") == [(28, "nobody")]
    assert lines(told, "hang_up")
    assert told.waiting == ()
    assert told.edges[-1][2] == ""


def test_a_message_ends_by_silence_by_a_key_and_by_its_limit() -> None:
    to_record = (key("2"), key("1"), wait(4))
    speak = {"do": "speak", "seconds": 30}
    silence = play(ARTICLE, *to_record, speak, wait(5))
    assert lines(silence, "recorded") == [(39, "silence")]
    ended = [line for line in silence.lines if line.kind == "recorded"]
    assert ended[0].data == {"recording": "rec-1", "seconds": 35}
    by_key = play(ARTICLE, *to_record, speak, wait(1), key("#"))
    assert lines(by_key, "recorded") == [(35, "stopped")]
    limit = play(ARTICLE, *to_record, {"do": "speak", "seconds": 500})
    assert lines(limit, "recorded") == [(184, "limit")]
    nothing = play(ARTICLE, *to_record, wait(5))
    assert [text for _, text in lines(nothing, "play")][-1] == "record_empty"
    assert not lines(nothing, "case")


def test_speech_that_began_before_the_beep_counts_from_the_beep() -> None:
    told = play(ARTICLE, key("2"), key("1"), {"do": "speak", "seconds": 10}, wait(5))
    assert lines(told, "recorded") == [(15, "silence")]
    assert [line.data["seconds"] for line in told.lines if line.kind == "recorded"] == [11]
    assert lines(told, "case") == [(15, "opened")]


def test_a_case_is_made_up_with_a_number_that_can_be_typed_in_again() -> None:
    record = (key("2"), key("1"), wait(4), {"do": "speak", "seconds": 9}, key("#"))
    told = play(ARTICLE, *record)
    case = next(line for line in told.lines if line.kind == "case")
    assert parse(case.data["number"]).day.isoformat() == "2026-02-13"
    number, code = case.data["number"], case.data["code"]
    again = (key("#"), key("3"), key(number + "#"), key(code), wait(2))
    assert lines(play(ARTICLE, *record, *again), "told")[0][1] == "told"
    wrong = (*again[:3], key("000000"), wait(2))
    assert lines(play(ARTICLE, *record, *wrong), "told")[0][1] == "wrong_code"
    deferred = play(ARTICLE, *record, answers={"open_case": {"outcome": "deferred"}})
    assert lines(deferred, "case")[0][1] == "deferred"


def test_who_hangs_up_while_speaking_is_heard() -> None:
    hang_up = {"do": "hang_up"}
    told = play(ARTICLE, key("2"), key("1"), wait(4), {"do": "speak", "seconds": 9}, hang_up)
    assert kinds(told)[-3:] == ["hang_up", "recorded", "case"]
    assert told.lines[-1].text == "after_call"
    assert told.session.finished
    assert kinds(play(ARTICLE, hang_up, hang_up))[-1] == "ignored"


def test_agents_come_and_go_and_send_back() -> None:
    come, leave = {"do": "agent_comes", "agent": "8001"}, {"do": "agent_leaves"}
    told = play(ARTICLE, key("1"), come)
    assert told.session.with_agent
    assert told.waiting == ("agent_leaves", "send_to", "hang_up")
    assert not told.playback
    gone = play(ARTICLE, key("1"), come, wait(60), leave)
    assert lines(gone, "agent_left") == [(60, "8001")]
    sent = play(ARTICLE, key("1"), come, {"do": "send_to", "node": "automatic"})
    assert sent.session.node == "automatic"
    assert sent.session.prefer == "8001"
    nowhere = play(ARTICLE, key("1"), come, {"do": "send_to", "node": "gone"})
    assert kinds(nowhere)[-1] == "ignored"
    assert kinds(play(ARTICLE, come, leave))[-2:] == ["ignored", "ignored"]


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
    assert lines(play(drawn(RUNG), wait(60), on_duty=on_duty), "queue_left") == left


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
    told = play(drawn(DIALLED), *steps)
    assert told.edges[0][:2] == ("out", exit)


def test_nobody_takes_the_telephone() -> None:
    told = play(drawn(DIALLED), wait())
    assert lines(told, "dial_ended") == [(30, "no_answer")]


OPEN = {"is": {"type": "hours", "calendar": "office", "open": "end", "closed": "late"}, **END}
WEEK = {"fri": [["09:00", "17:00"]]}


def test_hours_follow_the_clock_of_the_setup() -> None:
    flow = drawn(OPEN)
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
        assert play(flow, **setup).path == ("is", path), setup
    calendars = {"office": Calendar("office", "office")}
    assert simulate(flow, SETUP, [], PROMPTS, calendars).path == ("is", "late")


def test_answers_are_used_up_one_by_one() -> None:
    asked = {"type": "hours", "calendar": "office", "open": "end", "closed": "is"}
    answers = {"calendar": [{"outcome": "closed"}, {"outcome": "closed"}]}
    told = play(drawn({"is": asked, **END}), answers=answers)
    assert [text for _, text in lines(told, "told")] == ["closed", "closed", "open"]


def test_an_answer_may_take_its_time_and_come_too_late() -> None:
    slow = {"outcome": "closed", "seconds": 1}
    told = play(drawn(OPEN), answers={"calendar": slow})
    assert told.waiting == ("key", "wait", "hang_up")
    assert play(drawn(OPEN), wait(1), answers={"calendar": slow}).path[-1] == "late"
    late = play(drawn(OPEN), wait(60), answers={"calendar": {**slow, "seconds": 59}})
    assert [text for _, text in lines(late, "told")] == ["unavailable"]


def test_what_is_played_in_which_language() -> None:
    say = {"type": "say", "prompts": ["welcome", "$due:money", "missing_one"], "next": "end"}
    flow = drawn({"say": say, **END}, variables={"due": 12.5}, languages=["zh", "en"])
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
    long = play(ARTICLE, key("1"), wait(86_400), key("2"))
    assert long.lines[-1].kind == "stopped"
    menu = {"menu": {"type": "menu", "prompts": ["menu"], "keys": {"1": "menu"}}}
    many = play(drawn(menu), *[key("1" * 32)] * MAX_STEPS)
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
        ({}, [key("1"), key("A")], "steps.1.key"),
        ({}, [wait(-1)], "steps.0.seconds"),
        ({}, [{"do": "speak"}], "steps.0.seconds"),
        ({}, [{"do": "dial", "result": "maybe"}], "steps.0.result"),
        ({}, "123", "steps"),
        ({}, [key("1")] * (MAX_STEPS + 1), "steps"),
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
    assert set(WAYS) == set(get_args(effects.Effect))
    environment = Environment(Setup.from_json(SETUP), {}, None)
    for source in get_args(Source):
        answer = environment.answer(
            effects.Lookup(1, source), datetime(2026, 1, 1, tzinfo=UTC), "zh"
        )
        assert answer.outcome != "unavailable", source
        assert answer.outcome in SOURCES[source].words


def test_the_centres_own_data_answers_what_the_setup_does_not() -> None:
    def known(ask: effects.Lookup, now: datetime, language: Language) -> SimulatedResult | None:
        return SimulatedResult("closed") if ask.source == "calendar" else None

    told = simulate(drawn(OPEN), SETUP, [], PROMPTS, resolver=known)
    assert told.path == ("is", "late")
    setup = {**SETUP, "answers": {"calendar": {"outcome": "open"}}}
    assert simulate(drawn(OPEN), setup, [], PROMPTS, resolver=known).path == ("is", "end")


PAGE = (Path(__file__).parents[3] / "docs/howto/try-a-flow.md").read_text("utf-8")


def test_the_page_tells_what_there_is() -> None:
    setup = json.loads(PAGE.partition("```json")[2].partition("```")[0])
    assert simulate(ARTICLE, setup, [], PROMPTS).lines
    written = re.findall(r"^\| `(\{.*?\})` \|", PAGE, re.MULTILINE)
    steps = [Step.from_json(json.loads(each)) for each in written]
    assert {step.do for step in steps} == set(get_args(Act))
    sources = PAGE.partition("| source | answer |")[2].partition("##")[0]
    for source in get_args(Source):
        assert f"`{source}`" in sources, source


MENU: dict[str, Any] = {"type": "menu", "prompts": ["main_menu"], "keys": {"1": "end"}}


def test_a_caller_who_listens_hears_all_out_and_takes_a_moment() -> None:
    hello = {"type": "say", "prompts": ["hello"], "next": "menu"}
    flow = drawn({"hello": hello, "menu": MENU, "end": {"type": "hang_up"}})
    told = play(flow, key("1"), listens=True)
    assert lines(told, "play") == [(0, "hello"), (2, "main_menu")]
    assert lines(told, "pressed") == [(5, "1")]  # two prompts of 2 seconds, and one to press
    assert told.session.finished
    assert lines(play(flow, key("1")), "pressed") == [(0, "1")]
    # What somebody cuts short by waiting less was not heard out.
    assert lines(play(flow, wait(1), key("1"), listens=True), "pressed") == [(5, "1")]


def test_keys_that_are_typed_one_after_another_take_their_time() -> None:
    enter = {"type": "collect", "prompts": ["ask"], "into": "digits", "ok": "end"}
    flow = drawn({"ask": {**enter, "failed": "end"}, "end": {"type": "hang_up"}})
    told = play(flow, key("12#"), listens=True)
    assert lines(told, "pressed") == [(3, "1"), (3.5, "2"), (4, "#")]
    assert told.session.variables["digits"] == "12"


def test_a_caller_who_listens_and_is_hung_up_on_presses_nothing() -> None:
    flow = drawn({"bye": {"type": "hang_up", "prompts": ["goodbye"]}})
    told = play(flow, key("1"), listens=True)
    assert told.session.finished
    assert not lines(told, "pressed")
    assert told.seconds == 2


def test_a_service_elsewhere_takes_half_a_second_unless_it_is_said() -> None:
    ask = {"type": "http", "connection": "city", "path": "/", "ok": "end", "error": "end"}
    flow = drawn({"ask": ask, "end": {"type": "hang_up"}})
    assert lines(play(flow, listens=True), "told") == []
    assert lines(play(flow, wait(), listens=True), "told") == [(0.5, "ok")]
    slow = {"http": {"outcome": "ok", "seconds": 2}}
    assert lines(play(flow, wait(), listens=True, answers=slow), "told") == [(2, "ok")]
    assert lines(play(flow), "told") == [(0, "ok")]


def test_lengths_are_real_where_they_are_known_and_else_estimated() -> None:
    entry = {"type": "case_status", "reply": True, "next": "end", "failed": "end"}
    flow = drawn({"result": entry, "end": {"type": "hang_up"}})
    reply = {"state": "closed", "reply_text": "Mended.", "reply_language": "en"}
    steps = [key(each) for each in "9901260213000425#246813#"]
    setup = {
        **SETUP,
        "speech": True,
        "answers": {"case_reply": {"outcome": "told", "values": reply}},
    }

    def said(readings: Any) -> tuple[float, bool]:
        told = simulate(flow, setup, steps, PROMPTS, readings=readings)
        (line,) = [each for each in told.lines if each.text.endswith("Mended.")]
        return line.data["seconds"], line.data["estimated"]

    asked: list[tuple[str, str]] = []

    def read(text: str, language: str) -> float | None:
        asked.append((text, language))
        return 4.2

    assert said(read) == (6.2, False)  # the state in 2 seconds, and the reply as it was read
    assert asked[0][1] == "en"
    seconds, estimated = said(lambda text, language: None)
    assert estimated
    assert seconds > 2
