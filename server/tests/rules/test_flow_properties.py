"""What holds for every flow, every caller and every order of events."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TypeGuard

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lianxin.flows.default import template
from lianxin.rules.flow import Flow, Session, advance, start
from lianxin.rules.flow import effects as do
from lianxin.rules.flow import events as on
from lianxin.rules.flow.interpreter import MAX_KEYS, MAX_VISITS, MAX_WALK
from tests.rules.flows import answers, events, flows

NOW = datetime(2026, 2, 13, 1, 0, tzinfo=UTC)
ARTICLE = Flow.from_json(template())
any_flow = st.one_of(st.just(ARTICLE), flows)
walks = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def _step(session: Session, event: on.Event) -> tuple[Session, tuple[do.Effect, ...]]:
    """Advance, and prove on the way that a session that went through JSON does the same."""
    told = json.loads(json.dumps(session.to_json()))
    copy = Session.from_json(told, session.flow)
    assert copy == session
    result = advance(session, event, NOW)
    assert advance(copy, event, NOW) == result
    return result


def _check(session: Session, effects: tuple[do.Effect, ...]) -> None:
    tokens = [e.token for e in effects if isinstance(e, do.Play | do.Wait | do.Record)]
    assert len(set(tokens)) == len(tokens)
    assert session.visits <= MAX_VISITS
    assert len(session.keys) <= MAX_KEYS
    assert sum(isinstance(e, do.Trace) and e.what == "entered" for e in effects) <= MAX_WALK
    assert session.finished or session.open, "the caller would stand in silence for ever"
    assert not (session.finished and session.open)


@walks
@given(flow=any_flow, data=st.data())
def test_whatever_happens_the_session_survives_json_and_ends_after_hanging_up(
    flow: Flow, data: st.DataObject
) -> None:
    session, effects = _step(start(flow), on.Started("12345", "02155500001"))
    _check(session, effects)
    for _ in range(data.draw(st.integers(0, 25), "events")):
        session, effects = _step(session, data.draw(events(session)))
        _check(session, effects)
    recording = "record" in session.open
    prompt = recording and session.flow.nodes[session.node].type == "studio"  # type: ignore[attr-defined]
    was_finished, unfiled = session.finished, [id for _, id in session.unfiled]
    session, effects = _step(session, on.HungUp())
    assert session.finished == (was_finished or not recording)
    if recording:
        assert effects == ()
        ended = on.Recorded(session.open["record"], "rec-9", 30, "hangup")
        session, effects = _step(session, ended)
        filed = [effect.recording for effect in effects if _is_case(effect)]
        assert len(set(filed)) == len(filed)
        assert ("rec-9" in filed) != prompt, "words become a case, a prompt does not"
    else:
        assert [effect.recording for effect in effects if _is_case(effect)] == unfiled
    assert all(map(_is_case, effects))
    assert session.finished
    assert not session.unfiled
    assert not session.open


def _is_case(effect: do.Effect) -> TypeGuard[do.OpenCase]:
    return isinstance(effect, do.OpenCase)


@walks
@given(flow=any_flow, data=st.data())
def test_a_caller_who_never_hangs_up_is_brought_to_an_end(flow: Flow, data: st.DataObject) -> None:
    """Every effect is answered, nobody ever presses a key; agents leave, they do not stay."""
    session, _ = advance(start(flow), on.Started("12345", ""), NOW)
    choices = data.draw(st.lists(st.integers(0, 5), min_size=1, max_size=8), "choices")
    for turn in range(40 * MAX_VISITS):
        if session.finished:
            return
        session, _ = advance(session, _some_answer(session, choices[turn % len(choices)]), NOW)
    pytest.fail("the flow goes on for ever")


def _some_answer(session: Session, choice: int) -> on.Event:
    name, token = sorted(session.open.items())[choice % len(session.open)]
    endings: dict[str, list[on.Event]] = {
        "play": [on.Played(token)],
        "wait": [on.Expired(token)],
        "record": [on.Recorded(token, "rec-1", 9, "limit"), on.Recorded(token, "", 0, "failed")],
        "case": [on.CaseOpened(token, "9901260213000011", "246813"), on.CaseDeferred(token)],
        "lookup": [on.CaseTold(token, "closed"), on.CaseRefused(token, "wrong_code")],
        "ask": [
            on.LookupResult(token, "unavailable"),
            on.LookupResult(token, "ok"),
            on.LookupResult(token, "open"),
        ],
        "dial": [on.DialEnded(token, "answered"), on.DialEnded(token, "busy")],
    }
    # A queue is left by its own event only: a waiting caller may wait as long as it takes.
    if "queue" in session.open:
        return on.QueueLeft(session.open["queue"], "nobody")
    return endings[name][choice % len(endings[name])]


@walks
@given(flow=any_flow, data=st.data())
def test_no_timer_and_no_prompt_is_left_behind(flow: Flow, data: st.DataObject) -> None:
    """What was begun is answered, ended, or still awaited: nothing is forgotten."""
    running: dict[int, str] = {}
    session = start(flow)
    event: on.Event = on.Started("12345", "")
    for _ in range(data.draw(st.integers(1, 25), "events")):
        if not isinstance(event, on.AgentCame | on.DialAnswered):
            running.pop(getattr(event, "token", 0), None)
        session, effects = advance(session, event, NOW)
        _run(running, effects)
        if session.finished:
            return
        assert {t: name for name, t in session.open.items() if name in _RUNNING} == running
        event = data.draw(st.one_of(*answers(session), st.builds(on.KeyPressed, st.just("1"))))


_RUNNING = ("play", "wait", "queue", "dial")


def _run(running: dict[int, str], effects: tuple[do.Effect, ...]) -> None:
    for effect in effects:
        match effect:
            case (
                do.StopPlaying(token)
                | do.CancelWait(token)
                | do.LeaveQueue(token)
                | do.StopDialling(token)
            ):
                del running[token]
            case do.Dial(token):
                assert not {"dial", "queue"} & set(running.values()), "two calls for one caller"
                running[token] = "dial"
            case do.Play(token):
                assert "play" not in running.values(), "two prompts at once"
                running[token] = "play"
            case do.Wait(token):
                running[token] = "wait"
            case do.Enqueue(token):
                assert not {"dial", "queue"} & set(running.values()), "two places in the queue"
                running[token] = "queue"


def test_a_walk_that_never_waits_ends_the_call() -> None:
    ring = {"type": "goto", "to": "a"}
    flow = Flow.from_json({"spec": 2, "id": "x", "title": "x", "start": "a", "nodes": {"a": ring}})
    session, effects = advance(start(flow), on.Started("12345", ""), NOW)
    assert session.finished
    assert effects[-2:] == (do.Trace("a", "exit", "endless"), do.HangUp())


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        advance(start(ARTICLE), on.Started("12345", ""), datetime(2026, 2, 13))  # noqa: DTZ001


def test_a_session_of_another_flow_is_refused() -> None:
    data = start(ARTICLE).to_json()
    with pytest.raises(ValueError, match="belongs to the flow"):
        Session.from_json({**data, "flow": "other"}, ARTICLE)
    with pytest.raises(ValueError, match="has no node"):
        Session.from_json({**data, "node": "gone"}, ARTICLE)


def test_the_code_of_a_case_is_kept_nowhere() -> None:
    session, _ = advance(start(ARTICLE), on.Started("12345", ""), NOW)
    told: list[do.Effect] = []
    for key in "239901260213000425#246813#":
        session, effects = advance(session, on.KeyPressed(key), NOW)
        told += effects
    assert ("code", "246813") in [
        pair for e in told if isinstance(e, do.Lookup) for pair in e.arguments
    ]
    assert not any("246813" in str(effect) for effect in told if isinstance(effect, do.Trace))
    assert "246813" not in json.dumps(session.to_json())


#: What is being said, filed or decided by a key of its own is not given up for a 0.
_OWN = ("recording", "stopping", "filing")


@walks
@given(name=st.sampled_from(["article", "direct"]), data=st.data())
def test_zero_reaches_an_agent_from_wherever_the_caller_stands(
    name: str, data: st.DataObject
) -> None:
    flow = Flow.from_json(template(name))
    session, _ = advance(start(flow), on.Started("12345", "02155500001"), NOW)
    for _ in range(data.draw(st.integers(0, 20), "events")):
        session, _ = advance(session, data.draw(events(session)), NOW)
    if session.finished or session.node == flow.agent_node or session.phase in _OWN:
        return
    typing = session.phase in ("number", "code")
    if session.typed.endswith("*") or session.keys:
        return  # something else was begun that this key would end
    for key in "*0" if typing else "0":
        session, _ = advance(session, on.KeyPressed(key), NOW)
    assert session.node == flow.agent_node
