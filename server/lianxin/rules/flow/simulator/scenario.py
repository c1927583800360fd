"""What a simulation begins with, and what the caller and the agents do in it. Read from JSON."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal, cast, get_args

from lianxin.rules.flow.lookups import answer_fault
from lianxin.rules.hours import WEEKDAYS, Calendar, Day, DayKind, Spans
from lianxin.rules.values import Json, Language, Scalar

#: Steps of one simulation, keys of one step, seconds that it may last in all.
MAX_STEPS, MAX_KEYS, MAX_SECONDS = 500, 32, 86_400.0

#: What a step can be: see ``Step`` and docs/howto/try-a-flow.md.
Act = Literal[
    "key",
    "wait",
    "speak",
    "hang_up",
    "agent_comes",
    "agent_leaves",
    "dial",
    "send_to",
]

#: What becomes of a telephone that is rung; ``over`` ends the conversation.
DialResult = Literal["answered", "over", "busy", "no_answer", "refused", "failed"]


class BadScenario(ValueError):
    """A setup or a step is not of the form that is read. ``place``: ``steps.3.seconds``."""

    def __init__(self, place: str, text: str) -> None:
        self.place, self.text = place, text
        super().__init__(f"{place}: {text}")


@dataclass(frozen=True, slots=True)
class SimulatedResult:
    """What a look-up is answered with; ``seconds`` it takes (0: at once)."""

    outcome: str
    values: Mapping[str, Json] = field(default_factory=dict)
    seconds: float = 0.0


@dataclass(frozen=True, kw_only=True)
class Setup:
    """The environment at the beginning.

    ``on_duty``: by queue how many agents, or which (工号); a queue that is not named has one.
    ``answers``: by source, or by ``source:code`` (``calendar:office``), in the order in which
    they are asked for; when they are used up, the defaults of ``environment`` hold. ``calendars``:
    those that differ from the centre's; one may be just ``open`` or ``closed``.
    ``speech``: whether texts that no prompt holds are read out. ``listens``: the caller hears
    out what plays before they press or speak, and takes a moment to; else a key comes at once.
    """

    at: datetime
    line: str = "12345"
    caller: str = ""
    language: Language | None = None
    variables: Mapping[str, Scalar] = field(default_factory=dict)
    on_duty: Mapping[str, int | tuple[str, ...]] = field(default_factory=dict)
    answers: Mapping[str, tuple[SimulatedResult, ...]] = field(default_factory=dict)
    calendars: Mapping[str, Calendar | Literal["open", "closed"]] = field(default_factory=dict)
    speech: bool = False
    listens: bool = False

    @classmethod
    def from_json(cls, data: object) -> Setup:
        """Read a setup. ``BadScenario`` otherwise."""
        given = _object(data, "setup")
        language = given.get("language")
        if language not in (None, "", *get_args(Language)):
            raise BadScenario("setup.language", f"must be one of {', '.join(get_args(Language))}")
        return cls(
            at=_moment(given.get("at"), "setup.at"),
            line=_text(given.get("line", "12345"), "setup.line"),
            caller=_text(given.get("caller") or "", "setup.caller"),
            language=cast("Language | None", language or None),
            variables=_named(given, "variables", _scalar),
            on_duty=_named(given, "on_duty", _duty),
            answers=_named(given, "answers", _answers),
            calendars=_named(given, "calendars", _calendar),
            speech=given.get("speech") is True,
            listens=given.get("listens") is True,
        )


def check_answers(setup: Setup) -> None:
    """See that a setup answers what there is, as it may be answered. ``BadScenario`` otherwise.

    What is kept is not held to it: it may be of before an update.
    """
    for name, answers in setup.answers.items():
        for number, answer in enumerate(answers):
            fault = answer_fault(name, answer.outcome)
            if fault:
                raise BadScenario(f"setup.answers.{name}.{number}.outcome", fault)


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that somebody does.

    ``key`` presses keys, one or several; ``wait`` lets ``seconds`` pass, or without them the
    next thing happen by itself; ``speak`` is the caller's voice for ``seconds``; ``dial`` says
    what becomes of the telephones that ring; ``send_to`` is the agent's: ``back`` or for good.
    """

    do: Act
    key: str = ""
    seconds: float | None = None
    agent: str = ""
    result: DialResult = "answered"
    node: str = ""
    back: bool = True

    @classmethod
    def from_json(cls, data: object, place: str = "step") -> Step:
        """Read a step. ``BadScenario`` otherwise."""
        if isinstance(data, Step):
            return data
        given = _object(data, place)
        act = given.get("do")
        if act not in get_args(Act):
            raise BadScenario(f"{place}.do", f"must be one of {', '.join(get_args(Act))}")
        result = given.get("result", "answered")
        if result not in get_args(DialResult):
            choices = ", ".join(get_args(DialResult))
            raise BadScenario(f"{place}.result", f"must be one of {choices}")
        key = _text(given.get("key", ""), f"{place}.key")
        if act == "key" and not (0 < len(key) <= MAX_KEYS and set(key) <= set("0123456789*#")):
            raise BadScenario(f"{place}.key", f"must be 1 to {MAX_KEYS} of 0-9 * #")
        seconds = given.get("seconds")
        return cls(
            cast("Act", act),
            key,
            None if seconds is None and act != "speak" else _seconds(seconds, f"{place}.seconds"),
            _text(given.get("agent", ""), f"{place}.agent"),
            result,
            _text(given.get("node", ""), f"{place}.node"),
            given.get("back") is not False,
        )

    def __str__(self) -> str:
        """Write the step as the text form of a scenario has it."""
        match self.do:
            case "key":
                return f"key {self.key}" if len(self.key) == 1 else f"keys {self.key}"
            case "wait" | "speak":
                return self.do if self.seconds is None else f"{self.do} {self.seconds:g}s"
            case "hang_up":
                return "hangs up"
            case "agent_comes":
                return f"agent comes {self.agent}".rstrip()
            case "agent_leaves":
                return "agent leaves"
            case "dial":
                return f"dial {self.result}"
        return f"send to {self.node}" + ("" if self.back else " for good")


def read_steps(data: object) -> tuple[Step, ...]:
    """Read the steps of a simulation; each may be one already. ``BadScenario`` if there are too
    many, or one of them is malformed."""
    if not isinstance(data, Sequence) or isinstance(data, str):
        raise BadScenario("steps", "must be a list")
    if len(data) > MAX_STEPS:
        raise BadScenario("steps", f"are {len(data)}; at most {MAX_STEPS} are played")
    return tuple(Step.from_json(each, f"steps.{number}") for number, each in enumerate(data))


@dataclass(frozen=True, kw_only=True)
class Scenario:
    """A simulation that is kept, with the transcript that it must give.

    ``expected`` are transcript lines as ``Simulation.to_json`` gives them; none expects nothing.
    """

    setup: Setup
    steps: tuple[Step, ...]
    expected: tuple[Mapping[str, Any], ...] = ()
    name: str = ""

    @classmethod
    def from_json(cls, data: object) -> Scenario:
        given = _object(data, "scenario")
        expected = given.get("expected") or ()
        if not isinstance(expected, Sequence) or not all(isinstance(e, Mapping) for e in expected):
            raise BadScenario("expected", "must be a list of transcript lines")
        return cls(
            setup=Setup.from_json(given.get("setup")),
            steps=read_steps(given.get("steps")),
            expected=tuple(expected),
            name=str(given.get("name", "")),
        )


def _object(data: object, place: str) -> Mapping[str, Any]:
    if not isinstance(data, Mapping):
        raise BadScenario(place, "must be an object")
    return data


def _text(value: object, place: str) -> str:
    if not isinstance(value, str) or len(value) > 200:
        raise BadScenario(place, "must be a text of at most 200 characters")
    return value


def _seconds(value: object, place: str) -> float:
    good = isinstance(value, int | float) and not isinstance(value, bool)
    if not (good and 0 <= cast("float", value) <= MAX_SECONDS):
        raise BadScenario(place, f"must be 0 to {MAX_SECONDS:g} seconds")
    return float(cast("float", value))


def _moment(value: object, place: str) -> datetime:
    try:
        moment = datetime.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        moment = None
    if not isinstance(moment, datetime) or moment.tzinfo is None:
        raise BadScenario(place, "must be a moment with a zone: 2026-02-13T08:59:00+08:00")
    if not 1970 <= moment.year <= 2999:
        raise BadScenario(place, "must be of the years 1970 to 2999")
    return moment


def _named(given: Mapping[str, Any], name: str, read: Callable[[Any, str], Any]) -> dict[str, Any]:
    place = f"setup.{name}"
    data = _object(given.get(name) or {}, place)
    return {str(key): read(value, f"{place}.{key}") for key, value in data.items()}


def _scalar(value: Any, place: str) -> Scalar:
    if value is None or isinstance(value, str | int | float | bool):
        return value
    raise BadScenario(place, "must be a text, a number, true, false or null")


def _duty(value: Any, place: str) -> int | tuple[str, ...]:
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    if isinstance(value, Sequence) and not isinstance(value, str):
        return tuple(_text(each, place) for each in value)
    raise BadScenario(place, "must be how many agents are on duty, or a list of their numbers")


def _answers(value: Any, place: str) -> tuple[SimulatedResult, ...]:
    several = value if isinstance(value, Sequence) and not isinstance(value, str) else [value]
    return tuple(_answer(each, f"{place}.{number}") for number, each in enumerate(several))


def _answer(value: Any, place: str) -> SimulatedResult:
    given = _object(value, place)
    values = _object(given.get("values") or {}, f"{place}.values")
    seconds = _seconds(given.get("seconds", 0), f"{place}.seconds")
    return SimulatedResult(_text(given.get("outcome"), f"{place}.outcome"), dict(values), seconds)


def _calendar(value: Any, place: str) -> Calendar | Literal["open", "closed"]:
    if isinstance(value, Calendar) or value in ("open", "closed"):
        return cast("Calendar", value)
    given = _object(value, place)
    try:
        week = {day: _spans(given.get("week", {}).get(day, ())) for day in WEEKDAYS}
        days = tuple(_day(each) for each in given.get("days", ()))
        zone = str(given.get("zone", "Asia/Shanghai"))
    except (TypeError, ValueError, LookupError, AttributeError):
        raise BadScenario(place, "is no calendar: {zone, week, days}") from None
    return Calendar(code=place, name=place, zone=zone, week=week, days=days)


def _spans(value: Any) -> Spans:
    return tuple((str(opens), str(closes)) for opens, closes in value)


def _day(value: Any) -> Day:
    kind, run_as = value["kind"], value.get("run_as")
    if kind not in get_args(DayKind) or run_as not in (None, *WEEKDAYS):
        raise ValueError(kind)
    spans = _spans(value.get("spans", ()))
    return Day(date.fromisoformat(value["date"]), kind, str(value.get("name", "")), spans, run_as)
