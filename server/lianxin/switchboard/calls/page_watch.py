"""Agents' pages that are gone for good: crashed, closed with the lid, cut from the network.

Such a page says no goodbye, and the exchange ends no agent's leg by itself: who is only loaded
anew keeps the call, and who has lost the live socket alone talks on. A page's telephone sends
audio all the time, muted or not; where no page is there and none comes, nobody is.
"""

from __future__ import annotations

import asyncio
import logging

from lianxin.switchboard.ari import AriError
from lianxin.switchboard.calls.call import Call
from lianxin.switchboard.calls.live_calls import LiveCalls
from lianxin.switchboard.calls.ports import CallPorts

log = logging.getLogger(__name__)

#: How often it is looked. A page that is away at two looks, with no audio between them, is lost.
LOOK_SECONDS = 5


class PageWatch:
    """It looks at what is, and hangs on no event: a page that goes while no switchboard is there
    is found by the next one."""

    def __init__(self, calls: LiveCalls, ports: CallPorts) -> None:
        self._calls = calls
        self._ports = ports
        self._seen: dict[str, int] = {}  # leg without a page → packets at the last look

    async def run(self) -> None:
        """Look until it is cancelled."""
        self._seen = {}
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            await self._look()

    async def _look(self) -> None:
        seen: dict[str, int] = {}
        for actor in self._calls:
            leg = self._leg_without_page(actor.call)
            if not leg:
                continue
            try:
                seen[leg] = await self._ports.exchange.packets_received(leg)
            except AriError as error:  # it has just gone, or the exchange is slow: look again
                log.info("%s: %s: %s", actor.call.id, leg, error)
                continue
            if seen[leg] == self._seen.get(leg):
                log.warning("%s: the page of agent %s is lost", actor.call.id, actor.call.person)
                actor.post(actor.talk.page_lost, leg)
        self._seen = seen

    def _leg_without_page(self, call: Call) -> str:
        """The leg that an agent talks on while their page is away; "" where all is well. An
        ordinary telephone is none of the page's: its trunk says when it is lost."""
        person = call.person
        if person is None or self._ports.present(person):
            return ""
        agent = self._ports.floor.agents.get(person)
        return "" if agent is None or agent.plan.telephone else call.agent_leg_up
