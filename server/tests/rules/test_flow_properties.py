"""What holds for every flow, every caller and every order of events."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TypeGuard

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lianxin.flows.default import template
from lianxin.rules.flow import Flow, Session, advance, effects, events, start
from lianxin.rules.flow.interpreter import MAX_KEYS, MAX_VISITS, MAX_WALK
from tests.rules.flows import answers, any_event, flows

NOW = datetime(2026, 2, 13, 1, 0, tzinfo=UTC)
ARTICLE = Flow.from_json(template())
any_flow = st.one_of(st.just(ARTICLE), flows)
walks = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def _step(session: Session, event: events.Event) -> tuple[Session, tuple[effects.Effect, ...]]:
    """Advance, and prove on the way that a session that went through JSON does the same."""
    told = json.loads(json.dumps(session.to_json()))
    copy = Session.from_json(told, session.flow)
    assert copy == session
    result = advance(session, event, NOW)
    assert advance(copy, event, NOW) == result
    return result


def _check(session: Session, came: tuple[effects.Effect, ...]) -> None:
    tokens = [e.token for e in came if isinstance(e, effects.Play | effects.Wait | effects.Record)]
    assert len(set(tokens)) == len(tokens)
    assert session.visits <= MAX_VISITS
    assert len(session.keys) <= MAX_KEYS
    assert sum(isinstance(e, effects.Trace) and e.what == "entered" for e in came) <= MAX_WALK
    assert session.finished or session.open, "the caller would stand in silence for ever"
    assert not (session.finished and session.open)


@walks
@given(flow=any_flow, data=st.data())
def test_whatever_happens_the_session_survives_json_and_ends_after_hanging_up(
    flow: Flow, data: st.DataObject
) -> None:
    session, came = _step(start(flow), events.Started("12345", "02155500001"))
    _check(session, came)
    for _ in range(data.draw(st.integers(0, 25), "events")):
        session, came = _step(session, data.draw(any_event(session)))
        _check(session, came)
    recording = "record" in session.open
    prompt = recording and session.flow.nodes[session.node].type == "studio"  # type: ignore[attr-defined]
    was_finished, unfiled = session.finished, [id for _, id in session.unfiled]
    session, came = _step(session, events.HungUp())
    assert session.finished == (was_finished or not recording)
    if recording:
        assert came == ()
        ended = events.Recorded(session.open["record"], "rec-9", 30, "hangup")
        session, came = _step(session, ended)
        filed = [effect.recording for effect in came if _is_case(effect)]
        assert len(set(filed)) == len(filed)
        assert ("rec-9" in filed) != prompt, "words become a case, a prompt does not"
    else:
        assert [effect.recording for effect in came if _is_case(effect)] == unfiled
    assert all(map(_is_case, came))
    assert session.finished
    assert not session.unfiled
    assert not session.open


def _is_case(effect: effects.Effect) -> TypeGuard[effects.OpenCase]:
    return isinstance(effect, effects.OpenCase)


@walks
@given(flow=any_flow, data=st.data())
def test_a_caller_who_never_hangs_up_is_brought_to_an_end(flow: Flow, data: st.DataObject) -> None:
    """Every effect is answered, nobody ever presses a key; agents leave, they do not stay."""
    session, _ = advance(start(flow), events.Started("12345", ""), NOW)
    choices = data.draw(st.lists(st.integers(0, 5), min_size=1, max_size=8), "choices")
    for turn in range(40 * MAX_VISITS):
        if session.finished:
            return
        session, _ = advance(session, _some_answer(session, choices[turn % len(choices)]), NOW)
    pytest.fail("the flow goes on for ever")


def _some_answer(session: Session, choice: int) -> events.Event:
    name, token = sorted(session.open.items())[choice % len(session.open)]
    endings: dict[str, list[events.Event]] = {
        "play": [events.Played(token)],
        "wait": [events.Expired(token)],
        "record": [
            events.Recorded(token, "rec-1", 9, "limit"),
            events.Recorded(token, "", 0, "failed"),
        ],
        "case": [
            events.CaseOpened(token, "9901260213000011", "246813"),
            events.CaseDeferred(token),
        ],
        "lookup": [
            events.LookupResult(token, "unavailable"),
            events.LookupResult(token, "ok"),
            events.LookupResult(token, "open"),
        ],
        "dial": [events.DialEnded(token, "answered"), events.DialEnded(token, "busy")],
    }
    # A queue is left by its own event only: a waiting caller may wait as long as it takes.
    if "queue" in session.open:
        return events.QueueLeft(session.open["queue"], "nobody")
    return endings[name][choice % len(endings[name])]


@walks
@given(flow=any_flow, data=st.data())
def test_no_timer_and_no_prompt_is_left_behind(flow: Flow, data: st.DataObject) -> None:
    """What was begun is answered, ended, or still awaited: nothing is forgotten."""
    running: dict[int, str] = {}
    session = start(flow)
    event: events.Event = events.Started("12345", "")
    for _ in range(data.draw(st.integers(1, 25), "events")):
        if not isinstance(event, events.AgentCame | events.DialAnswered):
            running.pop(getattr(event, "token", 0), None)
        session, came = advance(session, event, NOW)
        _run(running, came)
        if session.finished:
            return
        assert {t: name for name, t in session.open.items() if name in _RUNNING} == running
        event = data.draw(st.one_of(*answers(session), st.builds(events.KeyPressed, st.just("1"))))


_RUNNING = ("play", "wait", "queue", "dial")


def _run(running: dict[int, str], came: tuple[effects.Effect, ...]) -> None:
    for effect in came:
        match effect:
            case (
                effects.StopPlaying(token)
                | effects.CancelWait(token)
                | effects.LeaveQueue(token)
                | effects.StopDialling(token)
            ):
                del running[token]
            case effects.Dial(token):
                assert not {"dial", "queue"} & set(running.values()), "two calls for one caller"
                running[token] = "dial"
            case effects.Play(token):
                assert "play" not in running.values(), "two prompts at once"
                running[token] = "play"
            case effects.Wait(token):
                running[token] = "wait"
            case effects.Enqueue(token):
                assert not {"dial", "queue"} & set(running.values()), "two places in the queue"
                running[token] = "queue"


def test_a_walk_that_never_waits_ends_the_call() -> None:
    ring = {"type": "goto", "to": "a"}
    flow = Flow.from_json({"spec": 2, "id": "x", "title": "x", "start": "a", "nodes": {"a": ring}})
    session, came = advance(start(flow), events.Started("12345", ""), NOW)
    assert session.finished
    assert came[-2:] == (effects.Trace("a", "exit", "endless"), effects.HangUp())


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        advance(start(ARTICLE), events.Started("12345", ""), datetime(2026, 2, 13))  # noqa: DTZ001


def test_a_session_of_another_flow_is_refused() -> None:
    data = start(ARTICLE).to_json()
    with pytest.raises(ValueError, match="belongs to the flow"):
        Session.from_json({**data, "flow": "other"}, ARTICLE)
    with pytest.raises(ValueError, match="has no node"):
        Session.from_json({**data, "node": "gone"}, ARTICLE)


def test_the_code_of_a_case_is_kept_nowhere() -> None:
    session, _ = advance(start(ARTICLE), events.Started("12345", ""), NOW)
    told: list[effects.Effect] = []
    for key in "239901260213000425#246813#":
        session, came = advance(session, events.KeyPressed(key), NOW)
        told += came
    assert ("code", "246813") in [
        pair for e in told if isinstance(e, effects.Lookup) for pair in e.arguments
    ]
    assert not any("246813" in str(effect) for effect in told if isinstance(effect, effects.Trace))
    assert "246813" not in json.dumps(session.to_json())


#: What is being said, filed or decided by a key of its own is not given up for a 0.
_OWN = ("recording", "stopping", "filing")


@walks
@given(name=st.sampled_from(["article", "direct"]), data=st.data())
def test_zero_reaches_an_agent_from_wherever_the_caller_stands(
    name: str, data: st.DataObject
) -> None:
    flow = Flow.from_json(template(name))
    session, _ = advance(start(flow), events.Started("12345", "02155500001"), NOW)
    for _ in range(data.draw(st.integers(0, 20), "events")):
        session, _ = advance(session, data.draw(any_event(session)), NOW)
    if session.finished or session.node == flow.agent_node or session.phase in _OWN:
        return
    typing = session.phase in ("number", "code")
    if session.typed.endswith("*") or session.keys:
        return  # something else was begun that this key would end
    for key in "*0" if typing else "0":
        session, _ = advance(session, events.KeyPressed(key), NOW)
    assert session.node == flow.agent_node
