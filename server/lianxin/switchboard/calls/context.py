"""What the parts of one call share: its state, its mailbox, its ledger, its recordings.

The flow runner and the conversation act on this context; the actor adds who acts when.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine, Iterable, Mapping
from typing import Any

from lianxin.calls.events import NO_WORDS, By, Entry, Kind
from lianxin.rules.lifecycle import LegEvent, LegRole
from lianxin.switchboard.ari import AriError
from lianxin.switchboard.calls import checkpoint
from lianxin.switchboard.calls.call import Call, Recording
from lianxin.switchboard.calls.legs import Leg, LegBy, LegReason
from lianxin.switchboard.calls.ports import CallPorts
from lianxin.switchboard.exchange import channel_names
from lianxin.switchboard.exchange.reconcile import ExchangeSnapshot
from lianxin.switchboard.ledger.store import Stored
from lianxin.switchboard.mailbox import Mailbox

log = logging.getLogger(__name__)

#: Entries that leave the call as its checkpoint can say it: both are written at once. After the
#: others a killed process would leave the checkpoint of before, and the step is taken again.
WHOLE: frozenset[Kind] = frozenset(
    (
        *("offered", "missed", "offer_lost", "answered", "talking", "held", "resumed"),
        *("detached", "attached", "agent_left", "ended"),
    )
)


class CallContext:
    """``call`` is changed by what is taken from the mailbox, and by nothing else."""

    def __init__(self, call: Call, ports: CallPorts) -> None:
        self.call = call
        self.ports = ports
        self.sounds = ports.sounds.now  # a restarted switchboard takes the newest
        self.ended_by: By | None = None
        self.leaving = False  # the caller's channel is being hung up: its sounds fail first
        self.mailbox: Mailbox[tuple[Callable[..., Awaitable[None]], tuple[Any, ...]]] = Mailbox()
        self._tasks: set[asyncio.Task[Any]] = set()

    # --- the mailbox

    def post(self, act: Callable[..., Awaitable[None]], *args: Any) -> None:
        """Do ``act(*args)`` after everything that was posted before."""
        self.mailbox.put((act, args))

    def spawn(self, work: Coroutine[Any, Any, None]) -> None:
        """Run beside the mailbox; what comes of it must be posted."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    # --- legs

    def add_leg(
        self, role: LegRole, id: str, *, why: LegReason, by: LegBy, number: str, person: int | None
    ) -> None:
        """A telephone is about to be dialled."""
        at = self.ports.clock().timestamp()
        self.call.add_leg(Leg(id, role, "ringing", why, by, number, at, person))

    def move_leg(self, id: str, event: LegEvent) -> None:
        """Raise ``IllegalMove`` when the table does not allow it."""
        self.call.move_leg(id, event, self.ports.clock().timestamp())

    def drop_legs(self, legs: Iterable[Leg]) -> list[str]:
        """They are no more of this call; gives the channels that must be hung up."""
        dropped = [leg.id for leg in legs]
        for id in dropped:
            self.move_leg(id, "hung_up")
        return dropped

    async def drop_strays(self, snapshot: ExchangeSnapshot) -> None:
        """After a gap: telephones that were dialled before a checkpoint named them, or let go
        while nobody listened, ring for nobody."""
        await self.hang_up(
            id
            for id in snapshot.channels
            if id not in self.call.legs
            and (name := channel_names.parse(id)) is not None
            and name.call == self.call.id
            and name.kind != "snoop"
        )

    async def hang_up(self, channels: Iterable[str]) -> None:
        for channel in channels:
            await self.ports.exchange.hangup(channel, no_wait=True)

    async def take_out_caller(self) -> None:
        """Wait until the caller has left the bridge: what is played to a channel in a bridge
        that is being destroyed may never end, and holds the channel for ever."""
        try:
            await self.ports.exchange.remove_from_bridge(self.call.bridge, self.call.channel)
        except AriError as error:  # on hold they are out of it already, or they have gone
            log.debug("%s: the caller was in no bridge: %s", self.call.id, error)

    # --- the ledger

    def keep(self) -> None:
        """Write the call's checkpoint: from here a restarted switchboard would go on."""
        self.ports.journal.keep(f"call:{self.call.id}", checkpoint.encode(self.call))

    def log(self, kind: Kind, /, **data: Any) -> None:
        """Write the next line of the call's ledger."""
        self.write(self.entry(kind, **data))

    def entry(self, kind: Kind, /, **data: Any) -> Entry:
        """Make the next line of the call's ledger, of now."""
        return self.call.entry(kind, self.ports.clock(), **data)

    def write(self, *entries: Entry) -> None:
        """Write lines that are already made, at once."""
        if not entries:
            return
        whole = any(entry.kind in WHOLE for entry in entries)
        kept = checkpoint.encode(self.call) if whole else None
        self.ports.journal.write(*entries, key=f"call:{self.call.id}", checkpoint=kept)
        self.ports.records.nudge()

    # --- recordings

    def begin_recording(self, recording: Recording) -> None:
        recording.began = self.ports.clock().timestamp()
        self.call.recordings[recording.id] = recording
        self.log("recording", recording=recording.id, kind=recording.kind, name=recording.id)
        self.keep()

    def recording_stored(
        self, recording: Recording, stored: Stored, *, no_words: bool = False
    ) -> None:
        about = {NO_WORDS: True} if no_words else {}
        self._close(recording, "stored", {**stored.facts(), **about}, kept=not no_words)

    def lose_recording(self, recording: Recording, reason: str, *, words: bool = False) -> None:
        """``words``: it ran for so long that somebody may have spoken."""
        if words and self.leaving:  # they hung up as they spoke: nobody tells them
            self.call.failed = True
        about = {"words": True} if words else {}
        self._close(recording, "lost", {"reason": reason, **about}, kept=False, lost=words)

    def _close(
        self, recording: Recording, kind: Kind, data: Mapping[str, Any], *, kept: bool,
        lost: bool = False,
    ) -> None:  # fmt: skip
        """A journal whose disk is full has told nothing: then the recording stays open, to be
        closed when there is room."""
        call, due = self.call, self.call.words_due
        call.recordings.pop(recording.id, None)
        end = call.close_words(kept=kept, lost=lost) if recording.token else {}
        try:
            self.log(kind, recording=recording.id, **data, **end)
        except OSError:
            call.recordings[recording.id], call.words_due = recording, due
            raise
        if end and kind == "lost":
            log.warning("%s: its words are lost: %s", call.id, end["outcome"])
