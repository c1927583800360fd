"""Who answers which source of a flow's look-ups.

``in_memory`` holds those that ask the switchboard itself. Sources that ask a database or a
customer's service are registered in ``database_resolvers``, one line each.
"""

from __future__ import annotations

import logging
import math
from collections.abc import Callable, Mapping
from datetime import datetime

from lianxin.connections.client import LookupClient
from lianxin.rules.flow.lookups import UNAVAILABLE, Source
from lianxin.switchboard.acd.floor import Floor
from lianxin.switchboard.clock import Clock
from lianxin.switchboard.lookups.call_facts import CallFacts
from lianxin.switchboard.lookups.database import DatabaseLookups
from lianxin.switchboard.lookups.dispatch import Arguments, Resolved, Resolver
from lianxin.switchboard.pools import Pools

log = logging.getLogger(__name__)

#: ``open`` or ``closed`` by a centre and a calendar's code; None: there is no such calendar.
CalendarState = Callable[[int, str, datetime], str | None]


def in_memory(
    floor: Floor, calendar_state: CalendarState, clock: Clock
) -> Mapping[Source, Resolver]:
    """Sources that are answered from what the switchboard knows anyway."""

    async def calendar(call: CallFacts, arguments: Arguments) -> Resolved:
        code = str(arguments.get("calendar", ""))
        state = calendar_state(call.centre, code, clock())
        if state is None:
            log.error("%s: there is no calendar %s", call.id, code)
        return state or UNAVAILABLE, {}

    async def queue(call: CallFacts, arguments: Arguments) -> Resolved:
        return "ok", queue_values(floor, call, str(arguments.get("queue") or call.queue))

    return {"calendar": calendar, "queue": queue}


def database_resolvers(pools: Pools, lookup_client: LookupClient) -> Mapping[Source, Resolver]:
    """Sources that ask PostgreSQL or a customer's service, with threads from ``pools``."""
    return DatabaseLookups(pools, lookup_client).resolvers()


def queue_values(floor: Floor, call: CallFacts, queue: str) -> Mapping[str, int]:
    """``position`` counts from 1, also for who does not wait yet; ``minutes`` is 0 while
    nobody's wait is known to judge by; ``on_duty`` are those who serve the queue now."""
    centre = call.centre
    order = floor.order(centre, queue)
    position = order.index(call.id) + 1 if call.id in order else len(order) + 1
    return {
        "position": position,
        "minutes": math.ceil(floor.usual_wait(centre, queue) / 60),
        "waiting": len(order),
        "on_duty": floor.count_on_duty(centre, queue),
    }
