"""What the caller and the agents do: one function for each kind of step."""

from __future__ import annotations

from collections.abc import Callable

from lianxin.rules.flow import events
from lianxin.rules.flow.session import WITH_OUTSIDE, Session
from lianxin.rules.flow.simulator.carrying import (
    count_speech,
    end_dial,
    end_recording,
    watch_silence,
)
from lianxin.rules.flow.simulator.machine import Machine
from lianxin.rules.flow.simulator.scenario import Step

#: How long a caller who has heard all takes to press a key, and from one key to the next: seconds.
THINKING_SECONDS, TYPING_SECONDS = 1.0, 0.5


def act(run: Machine, number: int, step: Step) -> None:
    """Do a step, the ``number``-th. One that cannot be done now is told and passed over."""
    if run.stopped:
        return
    run.number = number
    why = _refusal(run.session, step)
    if why:
        run.write("ignored", str(step), {"why": why})
        return
    _STEPS[step.do](run, step)
    run.settle()


def possible(run: Machine) -> tuple[str, ...]:
    """What the caller, or whoever is with them, can do now."""
    session = run.session
    if session.finished or run.stopped:
        return ()
    can = {
        "key": not session.talking,
        "speak": run.recording is not None,
        "wait": bool(run.due),
        "agent_comes": session.waiting_for_agent,
        "agent_leaves": session.with_agent,
        "send_to": session.with_agent,
        "dial": "dial" in session.open,
        "hang_up": True,
    }
    return tuple(name for name, may in can.items() if may)


def _refusal(session: Session, step: Step) -> str:
    """Why a step cannot be done now, "" when it can."""
    if session.finished:
        return "finished"
    talking = session.phase == WITH_OUTSIDE
    needs = {
        "agent_comes": session.waiting_for_agent,
        "agent_leaves": session.with_agent,
        "send_to": session.with_agent and step.node in session.flow.nodes,
        "dial": "dial" in session.open and (step.result == "over") == talking,
    }
    return "" if needs.get(step.do, True) else "not_now"


def _press(run: Machine, step: Step) -> None:
    _hear_out(run, THINKING_SECONDS)
    for number, key in enumerate(step.key):
        if number and run.setup.listens:
            run.pass_time(run.clock + TYPING_SECONDS)
        if not (run.session.finished or run.stopped):
            run.write("pressed", key)
            run.happened(events.KeyPressed(key))
            run.settle()


def _hear_out(run: Machine, then: float) -> None:
    """Let a caller who listens hear all that plays one after another, and a moment pass."""
    if not run.setup.listens:
        return
    while run.playback and run.due and not run.stopped:
        run.pass_time(min(each[0] for each in run.due.values()))
    if not run.session.finished:
        run.pass_time(run.clock + then)


def _wait(run: Machine, step: Step) -> None:
    until = run.next_due() if step.seconds is None else run.clock + step.seconds
    if until is not None:
        run.pass_time(until)


def _speak(run: Machine, step: Step) -> None:
    """While the caller speaks no silence ends the recording."""
    _hear_out(run, 0)
    run.speaking_since = run.clock
    watch_silence(run)
    run.pass_time(run.clock + (step.seconds or 0.0))
    count_speech(run)
    run.speaking_since = None
    watch_silence(run)


def _hang_up(run: Machine, _: Step) -> None:
    run.write("hang_up", "caller")
    run.happened(events.HungUp())
    run.due.clear()
    run.playback = ()
    end_recording(run, "hangup")


def _agent_comes(run: Machine, step: Step) -> None:
    run.write("agent_came", step.agent)
    token = run.session.open["queue"]
    run.due.pop(token, None)
    run.happened(events.AgentCame(token, step.agent))


def _agent_leaves(run: Machine, _: Step) -> None:
    run.write("agent_left", run.session.agent)
    run.happened(events.AgentLeft(run.session.open["queue"]))


def _send_to(run: Machine, step: Step) -> None:
    run.write("sent_to", step.node, {"back": step.back})
    run.happened(events.SentTo(step.node, step.back))


def _dial(run: Machine, step: Step) -> None:
    token = run.session.open["dial"]
    run.due.pop(token, None)
    if step.result == "answered":
        run.write("dial_answered")
        run.happened(events.DialAnswered(token))
    else:
        end_dial(run, token, "answered" if step.result == "over" else step.result)


_STEPS: dict[str, Callable[[Machine, Step], None]] = {
    "key": _press,
    "wait": _wait,
    "speak": _speak,
    "hang_up": _hang_up,
    "agent_comes": _agent_comes,
    "agent_leaves": _agent_leaves,
    "send_to": _send_to,
    "dial": _dial,
}
