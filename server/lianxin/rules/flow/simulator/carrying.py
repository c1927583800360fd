"""Carries out what a flow asks for, as the switchboard would, in the environment of the setup."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from lianxin.rules.flow import effects as fx
from lianxin.rules.flow import events as ev
from lianxin.rules.flow.simulator.machine import Machine, Recording, Way
from lianxin.rules.flow.simulator.playing import Heard
from lianxin.rules.flow.simulator.scenario import Answer


def _trace(run: Machine, effect: fx.Trace) -> None:
    if effect.what == "entered":
        run.node = effect.node
    run.tell(effect.what, effect.detail, node=effect.node)


# --- sounds and times


def _play(run: Machine, effect: fx.Play) -> None:
    heard = run.player.heard(effect, run.recordings)
    seconds = sum(each.seconds for each in heard)
    data = {
        "said": [each.said for each in heard],
        "language": effect.language,
        "seconds": round(seconds, 2),
        "missing": [each.prompt for each in heard if each.missing and each.prompt],
    }
    run.tell("play", _sentence(heard, effect.language), data)
    run.playing = heard

    def played() -> None:
        if run.awaits("play", effect.token):
            run.playing = ()
            run.happened(ev.Played(effect.token))

    run.later(effect.token, seconds, played)


def _sentence(heard: Sequence[Heard], language: str) -> str:
    """Join what is heard; a full stop needs no space behind it in Chinese."""
    between = " " if language == "en" else ""
    return between.join(filter(None, (each.text or each.prompt for each in heard)))


def _stop_playing(run: Machine, effect: fx.StopPlaying) -> None:
    run.due.pop(effect.token, None)
    run.playing = ()


def _wait(run: Machine, effect: fx.Wait) -> None:
    def expired() -> None:
        run.tell("expired", "", {"seconds": effect.seconds})
        run.happened(ev.Expired(effect.token))

    run.later(effect.token, effect.seconds, expired)


def _cancel(run: Machine, effect: fx.CancelWait | fx.LeaveQueue | fx.StopDialling) -> None:
    run.due.pop(effect.token, None)


# --- recordings


def _record(run: Machine, effect: fx.Record) -> None:
    run.tell("record", effect.kind)
    name = f"rec-{len(run.recordings) + 1}"
    limits = (effect.max_seconds, effect.silence_seconds)
    run.recording = Recording(effect.token, name, run.clock, *limits)
    watch_silence(run)


def watch_silence(run: Machine) -> None:
    """Set when the recording ends by itself: after its silence, at its limit at the latest."""
    recording = run.recording
    if recording is None:
        return
    limit = recording.began + recording.max_seconds
    quiet = run.clock + recording.silence_seconds
    by_limit = run.speaking_since is not None or limit <= quiet
    ended: ev.EndedBy = "limit" if by_limit else "silence"
    seconds = (limit if by_limit else quiet) - run.clock
    run.later(recording.token, seconds, lambda: end_recording(run, ended))


def count_speech(run: Machine) -> None:
    """Add what the caller has just said to what is recorded."""
    if run.recording is not None and run.speaking_since is not None:
        begun = max(run.speaking_since, run.recording.began)
        run.recording.spoken += run.clock - begun


def end_recording(run: Machine, ended_by: ev.EndedBy) -> None:
    recording = run.recording
    if recording is None:
        return
    count_speech(run)
    run.recording = None
    run.due.pop(recording.token, None)
    seconds = run.clock - recording.began
    run.recordings[recording.name] = seconds
    run.tell("recorded", ended_by, {"recording": recording.name, "seconds": round(seconds, 2)})
    run.happened(ev.Recorded(recording.token, recording.name, seconds, ended_by, recording.spoken))


def _stop_recording(run: Machine, effect: fx.StopRecording) -> None:
    if run.recording is not None and run.recording.token == effect.token:
        run.soon(lambda: end_recording(run, "stopped"))


# --- cases and look-ups


def _open_case(run: Machine, effect: fx.OpenCase) -> None:
    answer = run.environment.open_case(run.now)
    told: dict[str, Any] = {"kind": effect.kind, "recording": effect.recording}
    told |= {"title": effect.title, "content": effect.content}
    if run.session.finished:  # the caller does not hear of it
        run.tell("case", "after_call", told)
        return

    def answered() -> None:
        if not run.awaits("case", effect.token):
            return
        if answer.outcome != "opened":
            run.tell("case", "deferred", told)
            run.happened(ev.CaseDeferred(effect.token))
            return
        number, code = str(answer.values["number"]), str(answer.values["code"])
        run.tell("case", "opened", {**told, "number": number, "code": code})
        run.happened(ev.CaseOpened(effect.token, number, code))

    run.later(effect.token, answer.seconds, answered)


def _look_up(run: Machine, effect: fx.LookUpCase) -> None:
    answer = run.environment.look_up(effect)
    run.tell("look_up", effect.number)

    def answered() -> None:
        if run.awaits("lookup", effect.token):
            run.tell("told", answer.outcome, answer.values)
            run.happened(_case_event(effect.token, answer))

    run.later(effect.token, answer.seconds, answered)


def _case_event(token: int, answer: Answer) -> ev.Event:
    if answer.outcome == "told":
        return ev.CaseTold(token, str(answer.values.get("state", "accepted")))
    known = ("unknown", "wrong_code", "locked")
    reason = answer.outcome if answer.outcome in known else "unavailable"
    return ev.CaseRefused(token, cast("Any", reason))


def _ask(run: Machine, effect: fx.Lookup) -> None:
    run.tell("ask", effect.source, dict(effect.arguments))
    answer = run.environment.answer(effect, run.now, run.session.language)
    if answer.seconds > effect.seconds:  # the switchboard waits no longer
        answer = Answer("unavailable", {"reason": "timeout"}, effect.seconds)

    def answered() -> None:
        if run.awaits("ask", effect.token):
            run.tell("told", answer.outcome, answer.values)
            run.happened(ev.LookupResult(effect.token, answer.outcome, answer.values))

    run.later(effect.token, answer.seconds, answered)


def _tell(run: Machine, effect: fx.Emit) -> None:
    run.tell("tell", effect.what, dict(effect.data))


# --- agents and other telephones


def _enqueue(run: Machine, effect: fx.Enqueue) -> None:
    data = {"priority": effect.priority, "agents": list(effect.agents), "prefer": effect.prefer}
    run.tell("queue", effect.queue, data)
    token = effect.token
    if not run.environment.serves(effect):
        run.soon(lambda: _leave_queue(run, token, "nobody"))
        return
    if run.queued_since is None or not effect.prefer:  # else the old place is kept
        run.queued_since = run.clock
    if effect.limit_seconds:
        left = run.queued_since + effect.limit_seconds - run.clock
        run.later(token, left, lambda: _leave_queue(run, token, "timeout"))


def _leave_queue(run: Machine, token: int, reason: Any) -> None:
    if run.session.waiting_for_agent and run.awaits("queue", token):
        run.tell("queue_left", reason)
        run.happened(ev.QueueLeft(token, reason))


def _dial(run: Machine, effect: fx.Dial) -> None:
    run.tell("dial", ", ".join(effect.numbers))
    token = effect.token
    run.later(token, effect.seconds, lambda: end_dial(run, token, "no_answer"))


def end_dial(run: Machine, token: int, reason: Any) -> None:
    if run.awaits("dial", token):
        run.tell("dial_ended", reason)
        run.happened(ev.DialEnded(token, reason))


def _hang_up(run: Machine, effect: fx.HangUp) -> None:
    run.due.clear()
    run.playing = ()
    run.tell("hang_up", "flow", {} if effect.cause == "normal" else {"cause": effect.cause})


WAYS: dict[type, Way] = {
    fx.Trace: _trace,
    fx.Play: _play,
    fx.StopPlaying: _stop_playing,
    fx.Wait: _wait,
    fx.CancelWait: _cancel,
    fx.Record: _record,
    fx.StopRecording: _stop_recording,
    fx.OpenCase: _open_case,
    fx.LookUpCase: _look_up,
    fx.Lookup: _ask,
    fx.Emit: _tell,
    fx.Enqueue: _enqueue,
    fx.LeaveQueue: _cancel,
    fx.Dial: _dial,
    fx.StopDialling: _cancel,
    fx.HangUp: _hang_up,
}
