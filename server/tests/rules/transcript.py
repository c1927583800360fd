"""Scenarios that anyone can read: what happens to a caller, and below it what the flow does.

A scenario is a text. Its first line is a title. A line without indent is an event, an
indented one is what came of it, written by the interpreter. ``flow NAME`` takes a shipped
template or one of ``drawn/``, ``clock TIME`` sets the time. LIANXIN_SCENARIOS=write writes
the indented lines anew, to be read before they are committed. ``keys 123#`` is one key after
another; ``told OUTCOME {JSON}`` answers a look-up.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from lianxin.flows.codec import read
from lianxin.flows.default import template
from lianxin.rules.flow import Session, advance, start
from lianxin.rules.flow.describe import describe_effect, parse_event

EPOCH = datetime(2026, 2, 13, 1, 0, tzinfo=UTC)  # a Friday, 09:00 in Shanghai


#: Flows that only tests walk: together they have every node type.
DRAWN = Path(__file__).parent / "drawn"


def drawn(name: str) -> dict[str, Any] | None:
    """Give a flow of ``drawn/`` as JSON; None when there is none of that name."""
    file = DRAWN / f"{name}.json"
    flow: dict[str, Any] | None = json.loads(file.read_text("utf-8")) if file.exists() else None
    return flow


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
            self.session = start(read(drawn(rest) or template(rest)))
            return []
        if word == "clock":
            self.now = datetime.fromisoformat(rest)
            return []
        if word == "keys":
            return _settled([told for key in rest for told in self._do(f"key {key}")])
        return self._advance(line)

    def _advance(self, line: str) -> list[str]:
        assert self.session is not None, "a scenario begins with its flow"
        event = parse_event(line, self.session)
        through_json = json.loads(json.dumps(self.session.to_json()))
        same = Session.from_json(through_json, self.session.flow)
        assert same == self.session
        self.session, effects = advance(same, event, self.now)
        return [describe_effect(effect) for effect in effects] + (
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
