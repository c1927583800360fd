"""What a caller hears of the flow. A switchboard that comes back plays it from its beginning."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Sequence

from lianxin.switchboard.ari import AriError
from lianxin.switchboard.calls.context import CallContext
from lianxin.switchboard.exchange import channel_names

log = logging.getLogger(__name__)


class Playing:
    """``played(token, ok)`` is done when the sounds of a flow's ``Play`` are over."""

    def __init__(
        self, context: CallContext, played: Callable[[int, bool], Awaitable[None]]
    ) -> None:
        self._context = context
        self._call = context.call
        self._exchange = context.ports.exchange
        self._played = played
        self._names: dict[int, str] = {}  # of what is heard, by the token of its Play

    def __bool__(self) -> bool:
        """Is anything heard, as far as this process knows?"""
        return bool(self._names)

    def hears(self, name: str) -> bool:
        """Whether this is what the caller hears; a name of before a gap is not."""
        return name in self._names.values()

    def over(self, token: int) -> None:
        self._names.pop(token, None)

    async def begin(self, token: int, media: Sequence[str]) -> None:
        self._call.playing = list(media)
        self._names[token] = self._name(token)

        def refused(error: AriError) -> None:
            log.warning("%s: cannot play %s: %s", self._call.id, media, error)
            self._context.post(self._played, token, False)

        await self._exchange.play(self._call.channel, [*media], self._id(token), refused=refused)

    async def again(self, token: int) -> None:
        """Nobody knows how much of it was heard in the gap. It may still be heard: its end is then
        that of another sound, by its name."""
        await self._exchange.stop_playback(self._id(token), no_wait=True)
        self._call.replays += 1
        await self.begin(token, self._call.playing)

    async def stop(self, token: int) -> None:
        if token in self._names:
            id = self._id(token)
            self.over(token)
            await self._exchange.stop_playback(id, no_wait=True)

    def _name(self, token: int) -> str:
        """``7``, and after the second gap of the call ``7.2``."""
        return f"{token}.{self._call.replays}" if self._call.replays else str(token)

    def _id(self, token: int) -> str:
        return channel_names.playback(self._call.id, self._names.get(token) or self._name(token))


def token_of(name: str) -> int | None:
    """Of which ``Play`` a sound with this name is; None: of none."""
    token = name.partition(".")[0]
    return int(token) if token.isdigit() else None
