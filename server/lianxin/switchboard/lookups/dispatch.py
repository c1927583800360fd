"""Look-ups of a flow: a ``Lookup`` goes to who knows its source, and comes back as a result.

A resolver is one function, registered under its source's name:

    async def calendar(call: CallFacts, arguments: Arguments) -> Resolved:
        return "open", {}

It runs beside the call's mailbox and may take as long as it likes: after the ``Lookup``'s own
seconds the caller goes on with ``unavailable``, and whatever comes later is dropped. An
exception is ``unavailable`` too. What blocks (a database, a socket without asyncio) goes
through ``Pools``, where each connection has a few threads of its own: one that hangs holds
up nobody but those who ask the same one.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping

from lianxin.rules.flow.effects import Lookup
from lianxin.rules.flow.events import LookupResult
from lianxin.rules.flow.lookups import UNAVAILABLE, Source
from lianxin.rules.values import Json, Scalar
from lianxin.switchboard.lookups.call_facts import CallFacts

log = logging.getLogger(__name__)

Arguments = Mapping[str, Scalar]

#: An outcome of the source, and its values as the table of docs/howto/new-node.md says.
Resolved = tuple[str, Mapping[str, Json]]

Resolver = Callable[[CallFacts, Arguments], Awaitable[Resolved]]


class LookUps:
    """The resolvers by source."""

    def __init__(self, resolvers: Mapping[Source, Resolver]) -> None:
        self._resolvers = resolvers

    async def answer(self, call: CallFacts, ask: Lookup) -> LookupResult:
        """Always answers, after ``ask.seconds`` at the latest, and never raises."""
        resolver = self._resolvers.get(ask.source)
        if resolver is None:
            log.error("%s: nobody answers %s", call.id, ask.source)
            return LookupResult(ask.token, UNAVAILABLE)
        try:
            async with asyncio.timeout(ask.seconds):
                outcome, values = await resolver(call, dict(ask.arguments))
        except TimeoutError:
            log.warning("%s: %s was not answered in %.1f s", call.id, ask.source, ask.seconds)
            return LookupResult(ask.token, UNAVAILABLE, {"reason": "timeout"})
        except Exception as error:
            # Arguments and values stay out of the log: they may hold what a citizen typed.
            log.warning("%s: %s failed: %s", call.id, ask.source, type(error).__name__)
            log.debug("%s", ask.source, exc_info=error)
        else:
            return LookupResult(ask.token, outcome, values)
        return LookupResult(ask.token, UNAVAILABLE)
