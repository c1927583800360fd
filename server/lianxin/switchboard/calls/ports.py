"""What a call needs of the world around it; a test gives it a world of its own."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from uuid import UUID

from lianxin.calls.events import By
from lianxin.live.messages import CallView
from lianxin.switchboard.acd.floor import Floor
from lianxin.switchboard.ari import Exchange
from lianxin.switchboard.calls.traffic import Traffic
from lianxin.switchboard.clock import Clock
from lianxin.switchboard.exchange.outbound_legs import OutboundLegs
from lianxin.switchboard.ledger.journal import Journal
from lianxin.switchboard.ledger.store import Stored
from lianxin.switchboard.lookups.dispatch import LookUps
from lianxin.switchboard.snapshot.sounds import SoundBook


class Records(Protocol):
    """The way to PostgreSQL. Nothing here blocks the loop, but ``stop``."""

    def start(self) -> None: ...

    def stop(self) -> None:
        """Ship what can be shipped at once, then end."""

    def nudge(self, *, now: bool = False) -> None:
        """Entries were written to the journal."""

    def when_opened(self, key: str, then: Callable[[str, str], None]) -> None:
        """Call ``then(number, code)`` on the loop once the case of a recording is open, or
        the one with this id where there is no recording."""


@dataclass(frozen=True)
class CallPorts:
    exchange: Exchange
    journal: Journal
    records: Records
    floor: Floor
    look_ups: LookUps
    sounds: SoundBook
    clock: Clock
    store: Callable[[UUID], Awaitable[Stored]]  # raises NothingRecorded
    show: Callable[[int, CallView], None]  # to the agent: their call has changed
    show_end: Callable[[int, CallView, str, By], None]  # outcome, by whom
    number_of: Callable[[int], str]  # 工号 of a person
    endpoint_of: Callable[[int], str]  # PJSIP/agent-1-8001
    outbound: OutboundLegs  # the only way to telephones outside
    present: Callable[[int], bool]  # is a page of this agent connected?
    traffic: Traffic
    finished: Callable[[str], None]  # nothing is left to do for this call
    drop_account: Callable[[str], Awaitable[None]]  # of a citizen's page
    hangup_log: Path
