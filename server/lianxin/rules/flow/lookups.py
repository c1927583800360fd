"""What flows can look up: every source once, with what it is given and what it may say.

From ``SOURCES`` come the table of docs/howto/new-node.md, what the simulator takes as an answer,
the choices of the console's simulator (``web/packages/api/src/lookups.ts``), and the test that each
source is answered by the switchboard and in a simulation.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from lianxin.rules.values import Scalar

Source = Literal[
    "calendar",
    "caller",
    "queue",
    "callback",
    "poll",
    "knowledge",
    "knowledge_send",
    "case",
    "case_of_caller",
    "case_reply",
    "http",
    "sql",
    "prompt_code",
]

#: Those that tell a caller the state of a case.
OF_CASES: frozenset[Source] = frozenset({"case", "case_of_caller", "case_reply"})

#: Why a citizen is not told the state of a case.
CaseRefusal = Literal["unknown", "wrong_code", "locked"]

#: The outcome of any source that did not answer in its time, or could not; its one value is the
#: ``reason``: ``timeout``, or what went wrong.
UNAVAILABLE = "unavailable"

#: What a value is; ``scalar`` is a text, a number, true, false or null.
Kind = Literal["text", "whole", "scalar", "list"]

#: How long a look-up in the centre's own records may take, in seconds.
OWN_SECONDS = 4.0

#: A caller is not kept in silence longer than this while a case is looked up.
CASE_SECONDS = 8.0

#: A caller hears silence while their language is looked up: not for long.
CALLER_SECONDS = 0.5


@dataclass(frozen=True, slots=True)
class Argument:
    """What a source is given. ``body.*`` stands for any name behind the point.

    ``secret``: no transcript shows it.
    """

    name: str
    kind: Kind = "text"
    required: bool = True
    secret: bool = False
    about: str = ""


@dataclass(frozen=True, slots=True)
class Value:
    """What an outcome brings. ``*``: whatever the look-up was told to pick."""

    name: str
    kind: Kind = "text"
    about: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    name: str
    values: tuple[Value, ...] = ()
    about: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class LookupSource:
    """One source. ``outcomes``: the usual one first; ``unavailable`` may come of any.

    ``seconds``: how long it may take where a node does not say so itself. ``function``: of the
    centre, that must be on for it; "" for none. ``chosen_by``: the argument by which a setup may
    choose its answer, as in ``calendar:office``. ``simulated``: the outcome where neither a setup
    nor the centre's own data say one; ``simulated_about`` says it in words.
    """

    arguments: tuple[Argument, ...] = ()
    outcomes: tuple[Outcome, ...]
    seconds: float = OWN_SECONDS
    function: str = ""
    chosen_by: str = ""
    simulated: str
    simulated_about: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """The outcomes that it may have, by their names."""
        return (*(each.name for each in self.outcomes), UNAVAILABLE)

    def knows(self, argument: str) -> bool:
        """Whether it takes an argument of this name."""
        family = argument.partition(".")[0] + ".*"
        return any(each.name in (argument, family) for each in self.arguments)


_CODE = Argument("code", secret=True, about="the query code")
_NUMBER = Argument("number", about="of the case")
_REFUSED = (
    Outcome("unknown", about="there is no such case"),
    Outcome("wrong_code"),
    Outcome("locked", about="after too many wrong codes"),
)
_STATE = Value("state")
_CONFIDENTIAL = Value("confidential", "scalar", "whether the case is; no flow hears of it")
_REPLY = (
    Value("reply_prompt"),
    Value("reply_text", about='"" while there is none'),
    Value("reply_language"),
)
_REASON = Value("reason")
_PICKED = Value("*", "scalar", "what was picked")

SOURCES: Mapping[Source, LookupSource] = {
    "calendar": LookupSource(
        arguments=(Argument("calendar"),),
        outcomes=(Outcome("open"), Outcome("closed")),
        chosen_by="calendar",
        simulated="open",
        simulated_about="by the calendar at the clock of the simulation; one that nobody knows "
        "is `open`",
    ),
    "caller": LookupSource(
        outcomes=(Outcome("known", (Value("language"),)), Outcome("unknown")),
        seconds=CALLER_SECONDS,
        simulated="unknown",
    ),
    "queue": LookupSource(
        arguments=(Argument("queue"),),
        outcomes=(
            Outcome(
                "ok",
                (
                    Value("position", "whole", "from 1"),
                    Value("minutes", "whole", "0 where unknown"),
                    Value("waiting", "whole"),
                    Value("on_duty", "whole"),
                ),
            ),
        ),
        chosen_by="queue",
        simulated="ok",
        simulated_about="`ok`: the first in line, two minutes",
    ),
    "callback": LookupSource(
        arguments=(Argument("number"), Argument("queue")),
        outcomes=(Outcome("ok", about="called back in the order of the queue"), Outcome("refused")),
        function="callbacks",
        simulated="ok",
    ),
    "poll": LookupSource(
        arguments=(Argument("poll"),),
        outcomes=(
            Outcome("open", (Value("title"),)),
            Outcome("voted", (Value("title"),)),
            Outcome(
                "closed",
                (Value("title"), Value("results", "list", "{question, choice, votes, voters}")),
            ),
            Outcome("unknown"),
        ),
        function="polls",
        chosen_by="poll",
        simulated="open",
    ),
    "knowledge": LookupSource(
        arguments=(
            Argument("node", about='"" is the top'),
            Argument("page", "whole", about="from 0"),
            Argument("language", required=False, about="else that of the call"),
        ),
        outcomes=(
            Outcome(
                "ok",
                (
                    Value("items", "list", "{code, prompt or text, leaf}"),
                    Value("prompt"),
                    Value("text", about="of the entry"),
                    Value("pages", "whole"),
                ),
            ),
            Outcome("unknown"),
        ),
        function="knowledge",
        chosen_by="node",
        simulated="unknown",
        simulated_about="`unknown`, where the centre's own data does not say",
    ),
    "knowledge_send": LookupSource(
        arguments=(
            Argument("node"),
            Argument("way", about="`sms` or `fax`"),
            Argument("number"),
            Argument("language", required=False, about="else that of the call"),
        ),
        outcomes=(
            Outcome("ok"),
            Outcome("bad_number", about="no fax may go there"),
            Outcome("refused"),
        ),
        function="knowledge",
        simulated="ok",
    ),
    "case": LookupSource(
        arguments=(_NUMBER, _CODE),
        outcomes=(Outcome("told", (_STATE, _CONFIDENTIAL)), *_REFUSED),
        simulated="unknown",
        simulated_about="`told` for a case of this simulation and its code, else `unknown`",
    ),
    "case_of_caller": LookupSource(
        arguments=(_CODE,),
        outcomes=(Outcome("told", (_STATE, _CONFIDENTIAL, *_REPLY)), *_REFUSED),
        seconds=CASE_SECONDS,
        simulated="unknown",
    ),
    "case_reply": LookupSource(
        arguments=(_NUMBER, _CODE),
        outcomes=(Outcome("told", (_STATE, _CONFIDENTIAL, *_REPLY)), *_REFUSED),
        seconds=CASE_SECONDS,
        simulated="unknown",
    ),
    "http": LookupSource(
        arguments=(
            Argument("connection"),
            Argument("method"),
            Argument("path"),
            Argument("body.*", "scalar", required=False),
            Argument("pick.*", required=False),
        ),
        outcomes=(Outcome("ok", (_PICKED,)), Outcome("error", (_REASON,))),
        function="look_ups",
        chosen_by="connection",
        simulated="ok",
        simulated_about="`ok`, with no values",
    ),
    "sql": LookupSource(
        arguments=(
            Argument("connection"),
            Argument("query"),
            Argument("with.*", "scalar", required=False),
        ),
        outcomes=(
            Outcome("ok", (Value("*", "scalar", "the first row"),)),
            Outcome("none"),
            Outcome("error", (_REASON,)),
        ),
        function="look_ups",
        chosen_by="connection",
        simulated="none",
    ),
    "prompt_code": LookupSource(
        arguments=(Argument("code"),),
        outcomes=(Outcome("ok", (Value("prompt"), Value("language"))), Outcome("unknown")),
        simulated="unknown",
    ),
}

#: What a setup may say of the making of a case, which is no look-up.
CASE_OPENINGS = ("opened", "deferred")


def argument_fault(source: Source, arguments: Iterable[tuple[str, Scalar]]) -> str:
    """Say what is wrong with the arguments of a look-up; "" when nothing is."""
    known, given = SOURCES[source], dict(arguments)
    strange = [name for name in given if not known.knows(name)]
    missing = [each.name for each in known.arguments if each.required and each.name not in given]
    if strange:
        return f"{source} takes no {', '.join(strange)}"
    return f"{source} needs {', '.join(missing)}" if missing else ""


def shown(source: str, arguments: Mapping[str, Scalar]) -> dict[str, Scalar]:
    """The arguments of a look-up as a transcript may show them: without what is secret."""
    known = [spec for name, spec in SOURCES.items() if name == source]
    secret = {each.name for spec in known for each in spec.arguments if each.secret}
    return {name: value for name, value in arguments.items() if name not in secret}


def answer_fault(name: str, outcome: str) -> str:
    """Say what is wrong with an answer that a setup gives: to ``name``, which is a source, a
    source and a code (``calendar:office``), or ``open_case``; "" when nothing is."""
    source = name.partition(":")[0]
    words: dict[str, tuple[str, ...]] = {each: spec.words for each, spec in SOURCES.items()}
    words["open_case"] = CASE_OPENINGS
    choices = words.get(source)
    if choices is None:
        return f"answers {source!r}, which is none of {', '.join(words)}"
    return "" if outcome in choices else f"must be one of {', '.join(choices)}"
