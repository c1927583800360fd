"""Carries out what a flow asks for, as the switchboard would, in the environment of the setup."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from lianxin.rules.flow import effects, events
from lianxin.rules.flow.lookups import UNAVAILABLE, shown
from lianxin.rules.flow.simulator.machine import Machine, Recording, Way
from lianxin.rules.flow.simulator.playback import Playback
from lianxin.rules.flow.simulator.scenario import SimulatedResult

#: Sources that ask a service elsewhere, and how long one takes that says nothing else, in seconds.
OUTSIDE, OUTSIDE_SECONDS = ("http", "sql"), 0.5


def _trace(run: Machine, effect: effects.Trace) -> None:
    fault = run.faults.get(effect.node) if effect.what == "entered" else None
    nowhere = fault is not None and fault.node != effect.node  # behind an exit: no node of the flow
    if not nowhere:
        if effect.what == "entered":
            run.node = effect.node
        run.write(effect.what, effect.detail, node=effect.node)
    if fault is not None:
        run.meet(fault)


# --- sounds and times


def _play(run: Machine, effect: effects.Play) -> None:
    playback = run.player.playback(effect, run.recordings)
    seconds = sum(each.seconds for each in playback)
    data = {
        "said": [each.said for each in playback],
        "language": effect.language,
        "seconds": round(seconds, 2),
        "missing": [each.prompt for each in playback if each.missing and each.prompt],
        "estimated": any(each.estimated for each in playback),
    }
    run.write("play", _sentence(playback, effect.language), data)
    run.playback = playback

    def played() -> None:
        if run.awaits("play", effect.token):
            run.playback = ()
            run.happened(events.Played(effect.token))

    run.later(effect.token, seconds, played)


def _sentence(playback: Sequence[Playback], language: str) -> str:
    """Join what is heard; a full stop needs no space behind it in Chinese."""
    between = " " if language == "en" else ""
    return between.join(filter(None, (each.text or each.prompt for each in playback)))


def _stop_playing(run: Machine, effect: effects.StopPlaying) -> None:
    run.due.pop(effect.token, None)
    run.playback = ()


def _wait(run: Machine, effect: effects.Wait) -> None:
    def expired() -> None:
        run.write("expired", "", {"seconds": effect.seconds})
        run.happened(events.Expired(effect.token))

    run.later(effect.token, effect.seconds, expired)


def _cancel(
    run: Machine, effect: effects.CancelWait | effects.LeaveQueue | effects.StopDialling
) -> None:
    run.due.pop(effect.token, None)


# --- recordings


def _record(run: Machine, effect: effects.Record) -> None:
    run.write("record", effect.kind)
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
    ended: events.EndedBy = "limit" if by_limit else "silence"
    seconds = (limit if by_limit else quiet) - run.clock
    run.later(recording.token, seconds, lambda: end_recording(run, ended))


def count_speech(run: Machine) -> None:
    """Add what the caller has just said to what is recorded."""
    if run.recording is not None and run.speaking_since is not None:
        begun = max(run.speaking_since, run.recording.began)
        run.recording.spoken += run.clock - begun


def end_recording(run: Machine, ended_by: events.EndedBy) -> None:
    recording = run.recording
    if recording is None:
        return
    count_speech(run)
    run.recording = None
    run.due.pop(recording.token, None)
    seconds = run.clock - recording.began
    run.recordings[recording.name] = seconds
    run.write("recorded", ended_by, {"recording": recording.name, "seconds": round(seconds, 2)})
    run.happened(
        events.Recorded(recording.token, recording.name, seconds, ended_by, recording.spoken)
    )


def _stop_recording(run: Machine, effect: effects.StopRecording) -> None:
    if run.recording is not None and run.recording.token == effect.token:
        run.soon(lambda: end_recording(run, "stopped"))


# --- cases and look-ups


def _open_case(run: Machine, effect: effects.OpenCase) -> None:
    answer = run.environment.open_case(run.now)
    about: dict[str, Any] = {"kind": effect.kind, "recording": effect.recording}
    about |= {"title": effect.title, "content": effect.content}
    if run.session.finished:  # the caller does not hear of it
        run.write("case", "after_call", about)
        return

    def answered() -> None:
        if not run.awaits("case", effect.token):
            return
        if answer.outcome != "opened":
            run.write("case", "deferred", about)
            run.happened(events.CaseDeferred(effect.token))
            return
        number, code = str(answer.values["number"]), str(answer.values["code"])
        run.write("case", "opened", {**about, "number": number, "code": code})
        run.happened(events.CaseOpened(effect.token, number, code))

    run.later(effect.token, answer.seconds, answered)


def _lookup(run: Machine, effect: effects.Lookup) -> None:
    run.write("ask", effect.source, shown(effect.source, dict(effect.arguments)))
    answer = run.environment.answer(effect, run.now, run.session.language)
    if run.setup.listens and not answer.seconds and effect.source in OUTSIDE:
        answer = replace(answer, seconds=OUTSIDE_SECONDS)
    if answer.seconds > effect.seconds:  # the switchboard waits no longer
        answer = SimulatedResult(UNAVAILABLE, {"reason": "timeout"}, effect.seconds)

    def answered() -> None:
        if run.awaits("lookup", effect.token):
            run.write("told", answer.outcome, answer.values)
            run.happened(events.LookupResult(effect.token, answer.outcome, answer.values))

    run.later(effect.token, answer.seconds, answered)


def _emit(run: Machine, effect: effects.Emit) -> None:
    run.write("tell", effect.what, dict(effect.data))


# --- agents and other telephones


def _enqueue(run: Machine, effect: effects.Enqueue) -> None:
    data = {"priority": effect.priority, "agents": list(effect.agents), "prefer": effect.prefer}
    run.write("queue", effect.queue, data)
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
        run.write("queue_left", reason)
        run.happened(events.QueueLeft(token, reason))


def _dial(run: Machine, effect: effects.Dial) -> None:
    run.write("dial", ", ".join(effect.numbers))
    token = effect.token
    run.later(token, effect.seconds, lambda: end_dial(run, token, "no_answer"))


def end_dial(run: Machine, token: int, reason: Any) -> None:
    if run.awaits("dial", token):
        run.write("dial_ended", reason)
        run.happened(events.DialEnded(token, reason))


def _hang_up(run: Machine, effect: effects.HangUp) -> None:
    run.due.clear()
    run.playback = ()
    run.write("hang_up", "flow", {} if effect.cause == "normal" else {"cause": effect.cause})


WAYS: dict[type, Way] = {
    effects.Trace: _trace,
    effects.Play: _play,
    effects.StopPlaying: _stop_playing,
    effects.Wait: _wait,
    effects.CancelWait: _cancel,
    effects.Record: _record,
    effects.StopRecording: _stop_recording,
    effects.OpenCase: _open_case,
    effects.Lookup: _lookup,
    effects.Emit: _emit,
    effects.Enqueue: _enqueue,
    effects.LeaveQueue: _cancel,
    effects.Dial: _dial,
    effects.StopDialling: _cancel,
    effects.HangUp: _hang_up,
}
