"""What the caller and somebody else say to each other is recorded, by a snoop on the caller."""

from __future__ import annotations

import logging
from uuid import UUID

from uuid_utils import uuid7

from lianxin.switchboard.ari import AriError, Gone
from lianxin.switchboard.calls.call import Recording
from lianxin.switchboard.calls.context import CallContext
from lianxin.switchboard.exchange import channel_names
from lianxin.switchboard.ledger.store import NothingRecorded

log = logging.getLogger(__name__)


class ConversationRecorder:
    """The recordings of one call's conversations, one after another."""

    def __init__(self, context: CallContext) -> None:
        self._context = context
        self._call = context.call
        self._ports = context.ports

    @property
    def runs(self) -> bool:
        return any(each.kind == "conversation" for each in self._call.recordings.values())

    async def listen(self) -> None:
        """Record both sides through a snoop on the caller, begun when it is up."""
        call = self._call
        id = str(uuid7())
        recording = Recording(id, "conversation", channel_names.make("snoop", call.id, id))
        self._context.begin_recording(recording)
        try:
            await self._ports.exchange.snoop(
                call.channel,
                recording.channel,
                spy="both",
                app_args=channel_names.app_args("snoop", call.id),
            )
        except Gone:  # they have just hung up
            self._context.lose_recording(recording, "gone")
        except AriError as error:
            log.error("%s: this conversation is not recorded: %s", call.id, error)
            self._context.lose_recording(recording, "refused")

    async def snoop_up(self, channel: str) -> None:
        for recording in self._call.recordings.values():
            if recording.channel == channel:
                await self._ports.exchange.record_channel(channel, recording.id)

    async def stop(self) -> None:
        """The conversation is over; the end of its file is told by an event."""
        for recording in self._call.recordings.values():
            if recording.kind == "conversation":
                await self._ports.exchange.hangup(recording.channel, no_wait=True)

    async def recorded(self, recording: Recording) -> None:
        """The file of a conversation is complete."""
        try:
            stored = await self._ports.store(UUID(recording.id))
        except NothingRecorded as nothing:
            self._context.lose_recording(recording, nothing.reason)
        else:
            self._context.recording_stored(recording, stored)
