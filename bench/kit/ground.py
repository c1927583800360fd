"""The installation that a bench measures: its own folder and ports, emptied at the start.

Beside the made-up city it holds a queue with many agents, each with a telephone at the
carrier, and a line that leads straight into that queue.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.kit import native, usage
from devkit import running
from devkit.installation import Installation
from devkit.paths import REPOSITORY
from devkit.say import step
from lianxin.env import Env

FOLDER = REPOSITORY / "var" / "bench-call-path"
PORT_BASE = 18315
CENTRE, LINE, QUEUE_LINE, QUEUE = "shifan", "12345", "12399", "bench"
#: The same three nodes as the native dialplan's, whatever the shipped flow becomes.
IVR_LINE = "12398"
TRUNK = "carrier"
#: Those that every figure is about first: the engines of a call.
PARTS = ("postgres", "asterisk", "switchboard", "web", "worker")

_TO_QUEUE: dict[str, Any] = {
    "spec": 2,
    "id": "bench",
    "title": "straight into the queue",
    "start": "agents",
    "nodes": {
        "agents": {
            "type": "queue",
            "queue": QUEUE,
            "nobody": "end",
            "timeout": "end",
            "after": "end",
        },
        "end": {"type": "hang_up"},
    },
}

_IVR: dict[str, Any] = {
    "spec": 2,
    "id": "bench-ivr",
    "title": "three nodes",
    "start": "welcome",
    "nodes": {
        "welcome": {"type": "menu", "prompts": ["welcome"], "keys": {"2": "automatic"}},
        "automatic": {"type": "menu", "prompts": ["main_menu"], "keys": {"4": "consulting"}},
        "consulting": {"type": "say", "prompts": ["closed_hours"], "next": "automatic"},
    },
}


@dataclass(frozen=True)
class Member:
    """An agent of the bench's queue. ``telephone`` is dialled at the carrier."""

    centre: int
    person: int
    number: str
    telephone: str

    @property
    def dial_string(self) -> str:
        return f"PJSIP/{self.telephone}@{TRUNK}"


class Ground:
    """A running installation with its agents."""

    def __init__(self, installation: Installation, members: Sequence[Member]) -> None:
        self.installation = installation
        self.members = tuple(members)

    @property
    def env(self) -> Env:
        return self.installation.env

    @property
    def exchange(self) -> tuple[str, int]:
        """Where Asterisk takes calls."""
        return "127.0.0.1", self.env.ports.asterisk_sip

    def pid(self, part: str) -> int:
        """Raise ``LookupError`` when it does not run."""
        for state in self.installation.states():
            if state.name == part and state.pid:
                return state.pid
        raise LookupError(f"{part} does not run")

    def cpu_ms(self) -> dict[str, float]:
        """What Asterisk and the switchboard have used so far."""
        return {name: usage.cpu_ms(self.pid(name)) for name in ("asterisk", "switchboard")}

    def memory(self) -> dict[str, usage.Memory]:
        return {name: usage.memory(self.pid(name)) for name in PARTS}

    def stop(self, *parts: str) -> None:
        for name in parts:
            self.installation.supervisor.stop_program(name)


@contextmanager
def ground(agents: int) -> Iterator[Ground]:
    """Bring everything up anew, with ``agents`` in the queue; take it down at the end."""
    installation = Installation(FOLDER, PORT_BASE)
    installation.stop()
    _clear(installation.env.var)
    try:
        members = _bring_up(installation, agents)
        yield Ground(installation, members)
    finally:
        installation.stop()


def _clear(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)


def _bring_up(installation: Installation, agents: int) -> list[Member]:
    for name in ("postgres", "asterisk"):
        with step(f"{name}: unpack") as progress:
            installation.unpack(name, progress)
    installation.prepare()
    telephones = [f"1390000{index:04}" for index in range(agents)]
    native.install(installation.env, [f"PJSIP/{number}@{TRUNK}" for number in telephones])
    installation.start_supervisor()
    members: list[Member] = []
    for name in PARTS:
        with step(f"{name}: start") as progress:
            installation.start(name, progress)
        if name == "postgres":
            with step("database: the made-up city and the agents"):
                running.manage(installation, "migrate", "--noinput")
                running.manage(installation, "demo")
                members = _hire(installation, telephones)
    return members


def _hire(installation: Installation, telephones: Sequence[str]) -> list[Member]:
    """Make the agents, their queue and its line, as an administrator would."""
    os.environ.update(installation.environment)
    import django

    django.setup()
    # Imported only now: these modules need the applications to be loaded.
    from lianxin.agents.models import Telephone
    from lianxin.centres.isolation import scope
    from lianxin.centres.models import Centre, Person
    from lianxin.centres.queries import describe
    from lianxin.flows.actions import publish
    from lianxin.lines.actions import open_line
    from lianxin.queues.actions import open_queue, set_members
    from lianxin.queues.models import Queue

    centre = Centre.objects.get(code=CENTRE)
    with scope(centre.pk):
        who = describe(Person.objects.get(number="9000"), centre, "bench")
        people = Person.objects.bulk_create(
            Person(centre=centre, number=f"7{index:03}", name=f"坐席{index:03}", roles=["agent"])
            for index in range(len(telephones))
        )
        Telephone.objects.bulk_create(
            Telephone(centre=centre, person=person, number=number, trunk=TRUNK)
            for person, number in zip(people, telephones, strict=True)
        )
    open_queue(who, QUEUE, "bench")
    set_members(who, QUEUE, [person.number for person in people])
    with scope(centre.pk):
        Queue.objects.filter(code=QUEUE).update(announce_agent_number=False)
    for number, code, flow in ((QUEUE_LINE, "bench", _TO_QUEUE), (IVR_LINE, "bench-ivr", _IVR)):
        publish(who, code, code, flow)
        open_line(who, number, code, code)
    return [
        Member(centre.pk, person.pk, person.number, number)
        for person, number in zip(people, telephones, strict=True)
    ]
