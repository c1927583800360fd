"""Scenarios that anyone can read: what happens to a caller, and below it what the flow does.

A scenario is a text. Its first line is a title. A line without indent is an event, an
indented one is what came of it, written by the interpreter. ``flow NAME`` takes a shipped
template, ``clock TIME`` sets the time. LIANXIN_SCENARIOS=write writes the indented lines
anew, to be read before they are committed. ``keys 123#`` is one key after another.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import fields
from datetime import UTC, datetime

from lianxin.flows.codec import read
from lianxin.flows.default import template
from lianxin.rules.flow import Effect, Event, Session, advance, start
from lianxin.rules.flow import effects as do
from lianxin.rules.flow import events as on

EPOCH = datetime(2026, 2, 13, 1, 0, tzinfo=UTC)  # a Friday, 09:00 in Shanghai


class Teller:
    """Runs the event lines of one scenario. Each session passes through JSON on its way."""

    def __init__(self) -> None:
        self.now = EPOCH
        self.session: Session | None = None

    def tell(self, text: str) -> str:
        return "\n".join(self._lines(text)) + "\n"

    def _lines(self, text: str) -> Iterator[str]:
        title, *lines = text.splitlines()
        yield title
        for line in lines:
            if line.startswith(" "):
                continue
            yield line
            if line and not line.startswith("#"):
                yield from (f"    {told}" for told in self._do(line))

    def _do(self, line: str) -> list[str]:
        word, _, rest = line.partition(" ")
        if word == "flow":
            self.session = start(read(template(rest)))
            return []
        if word == "clock":
            self.now = datetime.fromisoformat(rest)
            return []
        if word == "keys":
            return _settled([told for key in rest for told in self._do(f"key {key}")])
        return self._advance(line)

    def _advance(self, line: str) -> list[str]:
        assert self.session is not None, "a scenario begins with its flow"
        event = _event(line, self.session)
        through_json = json.loads(json.dumps(self.session.to_json()))
        same = Session.from_json(through_json, self.session.flow)
        assert same == self.session
        self.session, effects = advance(same, event, self.now)
        return [_effect(effect) for effect in effects] + (
            ["(finished)"] if self.session.finished else []
        )


def _settled(told: list[str]) -> list[str]:
    """Leave out the timers that the next key of the same line has already cancelled."""
    started = {line.split()[1] for line in told if line.startswith("Wait ")}
    cancelled = {line.split()[1] for line in told if line.startswith("CancelWait ")}
    gone = started & cancelled
    return [
        line
        for line in told
        if not (line.startswith(("Wait ", "CancelWait ")) and line.split()[1] in gone)
    ]


def _event(line: str, session: Session) -> Event:
    for phrase, make in _PHRASES:
        if line.startswith(phrase):
            return make(line.removeprefix(phrase).split(), session)
    raise ValueError(f"no event is written so: {line}")


def _recorded(words: list[str], session: Session) -> Event:
    """``recorded NAME 12s stopped [talking 3s]``; ``-`` is no recording."""
    name, seconds, ended_by, *talking = words
    return on.Recorded(
        session.open["record"],
        "" if name == "-" else name,
        float(seconds.rstrip("s")),
        ended_by,  # type: ignore[arg-type]
        float(talking[1].rstrip("s")) if talking else None,
    )


_PHRASES: tuple[tuple[str, Callable[[list[str], Session], Event]], ...] = (
    ("rings ", lambda w, _: on.Started(w[0], w[2] if len(w) > 2 else "")),
    ("key ", lambda w, _: on.KeyPressed(w[0])),
    ("heard", lambda _, s: on.Played(s.open["play"])),
    ("cannot be played", lambda _, s: on.Played(s.open["play"], ok=False)),
    ("time passes", lambda _, s: on.Expired(s.open["wait"])),
    ("recorded ", _recorded),
    ("case opened ", lambda w, s: on.CaseOpened(s.open["case"], w[0], w[1])),
    ("case deferred", lambda _, s: on.CaseDeferred(s.open["case"])),
    ("case told ", lambda w, s: on.CaseTold(s.open["lookup"], w[0])),
    ("case refused ", lambda w, s: on.CaseRefused(s.open["lookup"], w[0])),  # type: ignore[arg-type]
    ("no agent ", lambda w, s: on.QueueLeft(s.open["queue"], w[0])),  # type: ignore[arg-type]
    ("agent comes", lambda _, s: on.AgentCame(s.open["queue"])),
    ("agent leaves", lambda _, s: on.AgentLeft(s.open["queue"])),
    ("late heard ", lambda w, _: on.Played(int(w[0]))),
    ("late time ", lambda w, _: on.Expired(int(w[0]))),
    ("hangs up", lambda _, __: on.HungUp()),
)


def _effect(effect: Effect) -> str:
    match effect:
        case do.Trace(node, what, detail):
            return f"[{node}] {what} {detail}".rstrip()
        case do.Play(token, sounds, _):
            said = ", ".join(map(_sound, sounds))
            return f"play #{token}: {said}"
        case do.HangUp("normal"):
            return "HangUp"
    values = {f.name: getattr(effect, f.name) for f in fields(effect)}
    values = {name: value for name, value in values.items() if value not in ("", ())}
    number = f" #{values.pop('token')}" if "token" in values else ""
    return (
        f"{type(effect).__name__}{number} {' '.join(_value(*v) for v in values.items())}".rstrip()
    )


def _sound(sound: do.Sound) -> str:
    match sound:
        case do.Prompt(id):
            return id
        case do.Digits(text):
            return text
        case do.Value(kind, text):
            return f"{text}:{kind}"
        case do.Clip(recording):
            return f"recording {recording}"
        case do.Text(text):
            return f"“{text}”"


def _value(name: str, value: object) -> str:
    return f"{name}={value:g}" if isinstance(value, int | float) else f"{name}={value}"
