"""How events and effects of a flow are written for people, in scenarios and in differences.

key 2
    StopPlaying #1
    [welcome] exit keys.2
    play #2: main_menu
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import TypeVar, get_args

from lianxin.rules.flow import effects, events
from lianxin.rules.flow.effects import Effect
from lianxin.rules.flow.events import Event
from lianxin.rules.flow.session import Session
from lianxin.rules.values import Json

W = TypeVar("W", bound=str)

_ENDED_BY: Mapping[str, events.EndedBy] = {word: word for word in get_args(events.EndedBy)}
_QUEUE_END: Mapping[str, events.QueueEnd] = {word: word for word in get_args(events.QueueEnd)}
_DIAL_END: Mapping[str, events.DialEnd] = {word: word for word in get_args(events.DialEnd)}


def describe_effect(effect: Effect) -> str:
    """Write an effect in one line."""
    match effect:
        case effects.Trace(node, what, detail):
            return describe_trace(node, what, detail)
        case effects.Play(token, sounds, language):
            spoken = "" if language == "zh" else f" in {language}"
            return f"play #{token}{spoken}: {', '.join(map(describe_sound, sounds))}"
        case effects.Lookup(token, source, arguments, seconds):
            given = ", ".join(f"{name}={value}" for name, value in arguments)
            return f"ask #{token} {source} within {seconds:g} s: {given}".rstrip(": ")
        case effects.Emit(what, data):
            return f"tell {what}: " + ", ".join(f"{name}={value}" for name, value in data)
        case effects.HangUp("normal"):
            return "HangUp"
    values = {f.name: getattr(effect, f.name) for f in fields(effect)}
    values.pop("min_seconds", None)  # nobody hears it: how its end will be judged
    values = {name: value for name, value in values.items() if value not in ("", ())}
    number = f" #{values.pop('token')}" if "token" in values else ""
    return (
        f"{type(effect).__name__}{number} {' '.join(_value(*v) for v in values.items())}".rstrip()
    )


def describe_trace(node: str, what: str, detail: str) -> str:
    return f"[{node}] {what} {detail}".rstrip()


def describe_sound(sound: effects.Sound) -> str:
    """Write a sound: a prompt's id, digits, a value with its kind, a text in quotes."""
    match sound:
        case effects.Prompt(id):
            return id
        case effects.Digits(text):
            return text
        case effects.Value(kind, text):
            return f"{text}:{kind}"
        case effects.Clip(recording):
            return f"recording {recording}"
        case effects.Text(text):
            return f"“{text}”"


def _value(name: str, value: object) -> str:
    return f"{name}={value:g}" if isinstance(value, int | float) else f"{name}={value}"


def parse_event(line: str, session: Session) -> Event:
    """Read an event that ``session`` awaits: ``key 2``, ``heard``. ValueError for anything else."""
    for phrase, make in PHRASES:
        if line.startswith(phrase):
            return make(line.removeprefix(phrase).split(), session)
    raise ValueError(f"no event is written so: {line}")


def _one_of(words: Mapping[str, W], word: str) -> W:
    if word not in words:
        raise ValueError(f"{word} is none of {', '.join(words)}")
    return words[word]


def _values(words: list[str]) -> dict[str, Json]:
    """``told ok {"position": 3}``: what was found is JSON."""
    values: dict[str, Json] = json.loads(" ".join(words) or "{}")
    return values


def _known(words: list[str]) -> dict[str, Json]:
    """``rings 12345 from 021… with {"night_bell": "8008"}``: what the line knows."""
    return _values(words[words.index("with") + 1 :]) if "with" in words else {}


def _recorded(words: list[str], session: Session) -> Event:
    """``recorded NAME 12s stopped [talking 3s]``; ``-`` is no recording."""
    name, seconds, ended_by, *talking = words
    return events.Recorded(
        session.open["record"],
        "" if name == "-" else name,
        float(seconds.rstrip("s")),
        _one_of(_ENDED_BY, ended_by),
        float(talking[1].rstrip("s")) if talking else None,
    )


PHRASES: tuple[tuple[str, Callable[[list[str], Session], Event]], ...] = (
    ("rings ", lambda w, _: events.Started(w[0], w[2] if len(w) > 2 else "", _known(w))),
    ("key ", lambda w, _: events.KeyPressed(w[0])),
    ("heard", lambda _, s: events.Played(s.open["play"])),
    ("cannot be played", lambda _, s: events.Played(s.open["play"], ok=False)),
    ("time passes", lambda _, s: events.Expired(s.open["wait"])),
    ("recorded ", _recorded),
    ("case opened ", lambda w, s: events.CaseOpened(s.open["case"], w[0], w[1])),
    ("case deferred", lambda _, s: events.CaseDeferred(s.open["case"])),
    ("no agent ", lambda w, s: events.QueueLeft(s.open["queue"], _one_of(_QUEUE_END, w[0]))),
    ("told ", lambda w, s: events.LookupResult(s.open["lookup"], w[0], _values(w[1:]))),
    ("late told ", lambda w, _: events.LookupResult(int(w[0]), w[1], _values(w[2:]))),
    ("dial answered", lambda w, s: events.DialAnswered(s.open["dial"], *w)),
    ("dial ended ", lambda w, s: events.DialEnded(s.open["dial"], _one_of(_DIAL_END, w[0]))),
    ("sent for good to ", lambda w, _: events.SentTo(w[0], back=False)),
    ("sent to ", lambda w, _: events.SentTo(w[0])),
    ("the switchboard is back", lambda _, __: events.Resumed()),
    ("agent comes", lambda w, s: events.AgentCame(s.open["queue"], *w)),
    ("agent leaves", lambda _, s: events.AgentLeft(s.open["queue"])),
    ("late heard ", lambda w, _: events.Played(int(w[0]))),
    ("late time ", lambda w, _: events.Expired(int(w[0]))),
    ("hangs up", lambda _, __: events.HungUp()),
)
