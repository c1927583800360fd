"""Walk a caller through a flow: one event in, the next session and the effects out.

    session = start(flow)
    session, effects = advance(session, Started("12345", "02155500001"), now)

An event whose token is not awaited any more is ignored. Keys are kept until a node
looks at them; ``0`` leads to the flow's agents from every node that has no use of its own
for it (``Node.takes_zero``). After ``HungUp``, and at the flow's own end, nothing is asked for but
``OpenCase``, for recordings of which no case was made yet. Every call ends: a walk that
never waits, and a call that goes round for ever, are hung up.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any, cast

from lianxin.rules.flow import effects, events
from lianxin.rules.flow.effects import Effect
from lianxin.rules.flow.events import Event
from lianxin.rules.flow.flow import Flow
from lianxin.rules.flow.node import Leave, Stay, Step
from lianxin.rules.flow.session import Session
from lianxin.rules.values import Variables

#: Keys that are kept for later; more are dropped.
MAX_KEYS = 32

#: Menus that ``#`` can go back through.
MAX_HISTORY = 16

#: Subflows, and agents who sent the caller away, that ``return`` can lead back through.
MAX_STACK = 16

#: Nodes that one event may lead through.
MAX_WALK = 50

#: Nodes that one call may enter.
MAX_VISITS = 1000

#: Effects that are answered, and the name under which their token is awaited.
_AWAITED: dict[type, str] = {
    effects.Play: "play",
    effects.Wait: "wait",
    effects.Record: "record",
    effects.OpenCase: "case",
    effects.Lookup: "lookup",
    effects.Dial: "dial",
    effects.Enqueue: "queue",
}

#: What an event answers.
_ANSWERS: dict[type, str] = {
    events.Played: "play",
    events.Expired: "wait",
    events.Recorded: "record",
    events.CaseOpened: "case",
    events.CaseDeferred: "case",
    events.LookupResult: "lookup",
    events.DialAnswered: "dial",
    events.DialEnded: "dial",
    events.QueueLeft: "queue",
    events.AgentCame: "queue",
    events.AgentLeft: "queue",
}

#: How what is under way is ended, in the order in which it is done.
_ENDINGS: tuple[tuple[str, Any], ...] = (
    ("play", effects.StopPlaying),
    ("wait", effects.CancelWait),
    ("queue", effects.LeaveQueue),
    ("dial", effects.StopDialling),
    ("record", effects.StopRecording),
)

#: Events that begin a conversation: what they answer goes on until it ends.
_BEGINNINGS = (events.AgentCame, events.DialAnswered)


def start(flow: Flow) -> Session:
    """Give the session of a caller whose call is not up yet."""
    return Session(flow)


def advance(session: Session, event: Event, now: datetime) -> tuple[Session, tuple[Effect, ...]]:
    """Let a session hear an event. ``now`` must be aware: ValueError otherwise."""
    if now.tzinfo is None:
        raise ValueError("now must have a time zone")
    if session.finished:
        return session, ()
    turn = _Turn(session, now)
    match event:
        case events.Started():
            turn.begin(event)
        case events.HungUp():
            turn.lose_caller()
        case events.KeyPressed():
            turn.press(event)
        case events.SentTo():
            turn.send(event)
        case events.Resumed():
            turn.resume()
        case _:
            turn.answer(event)
    return turn.session, tuple(turn.effects)


class _Turn:
    """One call of ``advance``: the session so far, and the effects so far.

    ``session`` is the given one until ``_set`` changes it: from then on a copy that nobody
    else knows before the turn is over. A copy for each change costs more than all the rest.
    """

    __slots__ = ("_given", "effects", "now", "session", "walked")

    def __init__(self, session: Session, now: datetime) -> None:
        self.session = self._given = session
        self.now = now
        self.effects: list[Effect] = []
        self.walked = 0

    def _set(self, **changes: object) -> None:
        """Change fields of the session, by their names."""
        if self.session is self._given:
            self.session = replace(self._given)
        for name, value in changes.items():
            object.__setattr__(self.session, name, value)

    # --- events

    def begin(self, event: events.Started) -> None:
        if self.session.node:
            return
        flow = _flow_of(self.session)
        self._set(
            line=event.line,
            caller=event.caller,
            language=event.language or flow.languages[0],
        )
        own = {"caller": event.caller, "line": event.line, "language": self.session.language}
        known = {**flow.variables, **event.variables, **own}
        self._set(variables=known)
        self._follow(self._enter(flow.start))

    def lose_caller(self) -> None:
        """Only a recording that is under way keeps the session: it may replace an earlier one."""
        awaited = {k: t for k, t in self.session.open.items() if k == "record"}
        if not awaited:
            self._file_the_rest()
        self._set(gone=True, finished=not awaited, open=awaited)

    def send(self, event: events.SentTo) -> None:
        """The agent lets the caller walk the flow, and with ``back`` wants them again."""
        session = self.session
        if not session.with_agent or event.node not in session.flow.nodes:
            return
        self._set(prefer=session.agent if event.back else "")
        self._follow(Leave("sent", event.node, keys="", call=session.node if event.back else ""))

    def resume(self) -> None:
        """Nobody listened. What was asked will not be answered: take the node's step again; and
        what was half typed is not whole."""
        session = self.session
        if session.gone:
            return
        if "lookup" not in session.open:
            if "wait" in session.open and session.typed:
                self._follow(_flow_of(session).nodes[session.node].asked_anew(session))
            return
        step = _flow_of(session).nodes[session.node].resumed(session, self.now)
        if step is not None:
            self._follow(step)
            return
        self._end(("play", "wait", "queue", "dial", "record"))
        self._set(open={}, keys="")
        self._follow(self._enter(session.node))

    def press(self, event: events.KeyPressed) -> None:
        session = self.session
        if session.gone or len(event.key) != 1 or len(session.keys) >= MAX_KEYS:
            return
        self._set(keys=session.keys + event.key)
        if session.node:
            self._follow(self._to_agents() or self._node_answer(event))

    def _node_answer(self, event: Event) -> Step | None:
        session = self.session
        return _flow_of(session).nodes[session.node].on_event(session, event, self.now)

    def answer(self, event: Any) -> None:
        session = self.session
        name = _ANSWERS[type(event)]
        if session.open.get(name) != event.token:
            return
        if type(event) is events.AgentCame:
            self._set(agent=event.agent, prefer="")
        elif type(event) not in _BEGINNINGS:
            awaited = {k: t for k, t in session.open.items() if k != name}
            self._set(open=awaited)
        step = self._node_answer(event)
        if session.gone:
            self._keep_words(step)
        else:
            self._follow(step)

    # --- steps

    def _keep_words(self, step: Step | None) -> None:
        """The caller has gone: of all that a node asks for, a case is still made."""
        token = self.session.next_token
        self.effects += [_numbered(case, token) for case in _cases(step)]
        self._set(
            finished=True,
            next_token=token + 1,
            unfiled=_unfiled(self.session.unfiled, step),
        )
        self._file_the_rest()

    def _file_the_rest(self) -> None:
        """The flow is over for this caller: what they said becomes a case all the same."""
        token = self.session.next_token
        for kind, recording in self.session.unfiled:
            recorded = cast("effects.RecordedKind", kind)
            self.effects.append(effects.OpenCase(token, recorded, recording))
            token += 1
        self._set(unfiled=(), next_token=token)

    def _follow(self, step: Step | None) -> None:
        while isinstance(step, Leave):
            step = self._leave(step)
        if step is not None:
            self._stay(step)

    def _leave(self, step: Leave) -> Step | None:
        session = self.session
        self._end(("play", "wait", "queue", "dial", "record"))
        self._trace_key(step.pressed)
        self.effects += step.emit
        self.effects.append(effects.Trace(session.node, "exit", step.exit))
        stack, to = _turn_back(session.stack, step)
        self._set(
            keys=session.keys if step.keys is None else step.keys,
            variables=_stored(session, step),
            language=step.language or session.language,
            stack=(*stack, step.call)[-MAX_STACK:] if step.call else stack,
            unfiled=_unfiled(session.unfiled, step),
            open={},
        )
        if to:
            return self._enter(to)
        self._hang_up(step.cause)
        return None

    def _to_agents(self) -> Step | None:
        """``0`` calls an agent, wherever the caller stands and nobody talks with them yet."""
        session = self.session
        agents = session.flow.agent_node
        if session.keys[:1] != "0" or agents in (None, session.node) or session.talking:
            return None
        if _flow_of(session).nodes[session.node].takes_zero(session):
            return None
        return Leave("agent", agents or "", keys=session.keys[1:], pressed="0")

    def _enter(self, name: str) -> Step | None:
        session = self.session
        self.walked += 1
        if self.walked > MAX_WALK or session.visits >= MAX_VISITS:
            self.effects.append(effects.Trace(name, "exit", "endless"))
            self._hang_up()
            return None
        node = _flow_of(session).nodes[name]
        history = _remember(session.history, name) if node.returns_here else session.history
        self._set(
            node=name,
            phase="",
            tries=0,
            typed="",
            memo={},
            history=history,
            visits=session.visits + 1,
        )
        self.effects.append(effects.Trace(name, "entered"))
        return self._to_agents() or node.entered(self.session, self.now)

    def _hang_up(self, cause: effects.HangUpCause = "normal") -> None:
        self._file_the_rest()
        self.effects.append(effects.HangUp(cause))
        self._set(finished=True, open={}, keys="")

    def _stay(self, step: Stay) -> None:
        session = self.session
        awaited = dict(session.open) if step.keep else self._end(("play", "wait"))
        if not step.keep:
            awaited.pop("lookup", None)
        self._trace_key(step.pressed)
        token = session.next_token
        for effect in step.effects:
            name = _AWAITED.get(type(effect))
            if name is not None:
                awaited[name] = token
                self.effects.append(_numbered(self._spoken(effect, step), token))
                token += 1
            elif isinstance(effect, effects.StopRecording) and "record" in awaited:
                self.effects.append(effects.StopRecording(awaited["record"]))
            elif isinstance(effect, effects.Emit):
                self.effects.append(effect)
        self._set(
            memo=session.memo if step.memo is None else step.memo,
            unfiled=_unfiled(session.unfiled, step),
            phase=step.phase,
            tries=session.tries if step.tries is None else step.tries,
            typed=session.typed if step.typed is None else step.typed,
            keys=session.keys if step.keys is None else step.keys,
            open=awaited,
            next_token=token,
        )

    def _spoken(self, effect: Effect, step: Stay) -> Effect:
        """What is played is played in the language of the call, unless the node says otherwise."""
        language = step.language or self.session.language
        return replace(effect, language=language) if isinstance(effect, effects.Play) else effect

    def _end(self, names: tuple[str, ...]) -> dict[str, int]:
        """Stop what is under way under these names; give what goes on."""
        awaited = dict(self.session.open)
        for name, ending in _ENDINGS:
            if name in names and name in awaited:
                self.effects.append(ending(awaited.pop(name)))
        return awaited

    def _trace_key(self, pressed: str) -> None:
        if pressed:
            self.effects.append(effects.Trace(self.session.node, "key", pressed))


def _flow_of(session: Session) -> Flow:
    """The flow that a session walks; the session itself knows no more than its shape."""
    if not isinstance(session.flow, Flow):
        raise TypeError(f"a session walks a Flow, not {type(session.flow).__name__}")
    return session.flow


def _turn_back(stack: tuple[str, ...], step: Leave) -> tuple[tuple[str, ...], str]:
    """What is left of the way back, and the node to go to: with ``back`` that of who called."""
    return (stack[:-1], stack[-1]) if step.back and stack else (stack, step.to)


def _stored(session: Session, step: Leave) -> Variables:
    """The variables after a node was left; the language is one of them."""
    if not step.store and step.language is None:
        return session.variables
    return {**session.variables, **step.store, "language": step.language or session.language}


def _unfiled(
    unfiled: tuple[tuple[str, str], ...], step: Step | None
) -> tuple[tuple[str, str], ...]:
    """The recordings that must still become cases: without what is filed now or said anew."""
    if step is None:
        return unfiled
    gone = {step.dropped, *(case.recording for case in _cases(step))}
    left = tuple(each for each in unfiled if each[1] not in gone)
    return (*left, step.unfiled) if step.unfiled and step.unfiled not in left else left


def _cases(step: Step | None) -> tuple[effects.OpenCase, ...]:
    """The cases that a step makes."""
    wanted = step.effects if isinstance(step, Stay) else ()
    return tuple(each for each in wanted if isinstance(each, effects.OpenCase))


def _numbered(effect: Any, token: int) -> Effect:
    numbered: Effect = replace(effect, token=token)
    return numbered


def _remember(history: tuple[str, ...], menu: str) -> tuple[str, ...]:
    """Come back to a menu that was passed, or go one deeper."""
    if menu in history:
        return history[: history.index(menu) + 1]
    return (*history, menu)[-MAX_HISTORY:]
