"""Play a caller from the beginning, and tell where they stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from lianxin.rules.flow import events
from lianxin.rules.flow.flow import Flow
from lianxin.rules.flow.lint.findings import Finding
from lianxin.rules.flow.session import Session
from lianxin.rules.flow.simulator.acting import act, possible
from lianxin.rules.flow.simulator.carrying import WAYS
from lianxin.rules.flow.simulator.environment import Environment, LookupResolver
from lianxin.rules.flow.simulator.machine import Machine
from lianxin.rules.flow.simulator.playback import Playback, Player, Prompts, Readings
from lianxin.rules.flow.simulator.scenario import Setup, Step, read_steps
from lianxin.rules.flow.simulator.transcript import Line
from lianxin.rules.flow.simulator.tried import Tried
from lianxin.rules.hours import Calendar


@dataclass(frozen=True)
class Simulation:
    """Where the caller stands after the last step, and all that happened on the way.

    ``events`` are those that the interpreter was given, each with its moment. ``fault``: what
    is wrong with the flow where it could be walked no further; ``node`` is then the last of it.
    """

    session: Session
    lines: tuple[Line, ...]
    playback: tuple[Playback, ...]
    waiting: tuple[str, ...]
    seconds: float
    events: tuple[tuple[events.Event, datetime], ...] = field(repr=False)
    fault: Finding | None = None

    @property
    def node(self) -> str:
        """Where the caller stands."""
        return self.session.node if self.fault is None else self.lines[-1].node

    @property
    def path(self) -> tuple[str, ...]:
        """The nodes in the order in which they were entered."""
        return tuple(line.node for line in self.lines if line.kind == "entered")

    @property
    def edges(self) -> tuple[tuple[str, str, str], ...]:
        """(node, exit, node entered), the last of them "" where the call ended."""
        steps = [line for line in self.lines if line.kind in ("entered", "exit")]
        after = [*steps[1:], None]
        return tuple(
            (line.node, line.text, then.node if then and then.kind == "entered" else "")
            for line, then in zip(steps, after, strict=True)
            if line.kind == "exit"
        )

    def to_json(self) -> dict[str, Any]:
        return {
            "transcript": [line.to_json() for line in self.lines],
            "node": self.node,
            "phase": self.session.phase,
            "language": self.session.language,
            "seconds": round(self.seconds, 2),
            "playing": [each.to_json() for each in self.playback],
            "waiting": list(self.waiting),
            "variables": dict(self.session.variables),
            "finished": self.session.finished,
            "path": list(self.path),
            "edges": [list(edge) for edge in self.edges],
        }


def simulate(
    flow: Flow | Tried,
    setup: Setup | Mapping[str, Any],
    steps: Sequence[Step | Mapping[str, Any]],
    prompts: Prompts,
    calendars: Mapping[str, Calendar] | None = None,
    resolver: LookupResolver | None = None,
    readings: Readings | None = None,
) -> Simulation:
    """Play all steps from the beginning. ``BadScenario`` when setup or steps are malformed.

    ``calendars`` are the centre's, ``resolver`` knows its other data, ``readings`` how long its
    texts have been read aloud; what neither they nor the setup say is answered as the table in
    ``environment`` says. A ``Tried`` draft is played up to the first fault that the caller meets.
    """
    whole = flow if isinstance(flow, Tried) else Tried(flow)
    read = setup if isinstance(setup, Setup) else Setup.from_json(setup)
    acts = read_steps(steps)
    environment = Environment(read, calendars or {}, resolver)
    player = Player(prompts, speech=read.speech, readings=readings)
    run = Machine(whole.flow, read, environment, player, WAYS, whole.faults)
    run.happened(events.Started(read.line, read.caller, read.variables, read.language))
    run.settle()
    for number, step in enumerate(acts, 1):
        act(run, number, step)
    played = (run.playback, possible(run), run.clock, tuple(run.events))
    return Simulation(run.session, tuple(run.lines), *played, run.fault)
