"""Every call that lives, by its id and by the channel of its caller."""

from __future__ import annotations

from collections.abc import Iterator

from lianxin.switchboard.calls.actor import CallActor


class LiveCalls:
    """Owned by the event loop's thread. Whoever begins a call adds it; at its end it leaves."""

    def __init__(self) -> None:
        self._calls: dict[str, CallActor] = {}
        self._by_channel: dict[str, CallActor] = {}

    def __iter__(self) -> Iterator[CallActor]:
        """All of them as they are now: who comes while they are walked through is not there."""
        return iter(tuple(self._calls.values()))

    def __len__(self) -> int:
        return len(self._calls)

    def __contains__(self, id: str) -> bool:
        return id in self._calls

    def __getitem__(self, id: str) -> CallActor:
        return self._calls[id]

    def get(self, id: str | None) -> CallActor | None:
        return self._calls.get(id or "")

    @property
    def ids(self) -> frozenset[str]:
        return frozenset(self._calls)

    @property
    def channels(self) -> frozenset[str]:
        """Those of the callers."""
        return frozenset(self._by_channel)

    def by_caller_channel(self, channel: str) -> CallActor | None:
        """The call whose caller came on this channel."""
        return self._by_channel.get(channel)

    def add(self, actor: CallActor) -> None:
        """From now on what happens is routed to this call."""
        self._calls[actor.call.id] = actor
        if actor.call.channel:
            self._by_channel[actor.call.channel] = actor

    def finished(self, id: str) -> None:
        """Nothing is left to do for this call. Callbacks that waited for its end may be made."""
        actor = self._calls.pop(id, None)
        if actor is None:
            return
        self._by_channel.pop(actor.call.channel, None)
        for other in self:
            if other.call.callback is not None and other.call.callback.of == id:
                other.post(other.origin_over)

    def offer(self, call: str, person: int) -> bool:
        """The floor has found an agent for a caller. False: the call is over."""
        actor = self._calls.get(call)
        if actor is None:
            return False
        actor.post(actor.talk.offer, person)
        return True
