"""Fifty callers at once and three agents: first come, first served, and nobody twice."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from devkit.carrier.call import Call
from devkit.carrier.carrier import Carrier
from lianxin.rules.telephones import e164
from tests.stack import Stack
from tests.stories.conftest import eventually
from tests.stories.floor import LivePage, give_telephone, on_duty
from tests.stories.staff import Staff

CALLERS = 50
SERVED = 20  # the others lose patience
TALK_SECONDS = 0.5

pytestmark = pytest.mark.timeout(240)


class Desk:
    """An agent's telephone that notes whom it serves, one after another."""

    def __init__(self) -> None:
        self.served: list[str] = []
        self.at_once = 0
        self.most_at_once = 0

    async def take(self, call: Call) -> None:
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        self.served.append(call.caller)
        await call.answer()
        await call.ended(60)
        self.at_once -= 1


async def serve(page: LivePage) -> None:
    """Talk for a moment, hang up, be ready again."""
    while True:
        await page.until(lambda: page.call is not None and page.call["phase"] == "talking", 60)
        call = page.call
        assert call is not None
        await asyncio.sleep(TALK_SECONDS)  # the length of a talk is part of the scenario
        await page.say("hang_up", call=call["id"])
        await page.until(lambda: page.state == "wrap_up")
        await page.say("ready")
        await page.until(lambda: page.state != "wrap_up")


async def test_fifty_callers_and_three_agents(stack: Stack, carrier: Carrier) -> None:
    desks = {f"100{n}": Desk() for n in (1, 2, 3)}
    for n, (telephone, desk) in enumerate(desks.items(), 1):
        give_telephone(stack, f"800{n}", telephone)
        carrier.answer(telephone, desk.take)
    supervisor = await Staff.sign_in(stack.url, "8100")
    async with on_duty(stack, "8001", "8002", "8003") as pages:
        for page in pages:
            await page.say("not_ready", reason="break")
            await page.until(page.is_away)
        # All are in the queue before the first agent is ready: the order can be told.
        await pages[0].ready()
        callers = [f"139000000{n:02}" for n in range(CALLERS)]
        calls = await asyncio.gather(*(carrier.dial("12345", caller=each) for each in callers))
        await asyncio.gather(*(call.answered() for call in calls))
        await asyncio.gather(*(call.keys("1") for call in calls))
        for page in pages[1:]:
            await page.ready()
        serving = [asyncio.create_task(serve(page)) for page in pages]

        async def enough() -> bool:
            return sum(len(desk.served) for desk in desks.values()) >= SERVED

        await eventually(enough, f"{SERVED} callers served", seconds=120)
        for each in serving:
            each.cancel()
        ends = await asyncio.gather(*serving, return_exceptions=True)
        assert all(isinstance(end, asyncio.CancelledError) for end in ends), ends
        await asyncio.gather(*(call.hangup() for call in calls))

        served = [caller for desk in desks.values() for caller in desk.served]
        assert len(served) == len(set(served))
        assert max(desk.most_at_once for desk in desks.values()) == 1

        records = await records_of(supervisor, callers)
    answered = [each for each in records if each["outcome"] == "answered"]
    assert {each["caller"] for each in answered} <= set(served)
    assert {each["outcome"] for each in records} == {"answered", "abandoned"}
    assert len(records) == CALLERS
    assert served_in_order(stack, callers)


async def records_of(supervisor: Staff, callers: list[str]) -> list[dict[str, Any]]:
    """One ended record for each caller."""

    async def complete() -> Any:
        answer = await supervisor.get("/api/calls?limit=100")
        ended = [each for each in answer.body["items"] if each["ended_at"] is not None]
        mine = [each for each in ended if each["caller"] in callers]
        return mine if len(mine) >= CALLERS else None

    records: list[dict[str, Any]] = await eventually(complete, "a record for every caller")
    return records


def served_in_order(stack: Stack, callers: list[str]) -> bool:
    """Whoever was queued earlier was offered to an agent no later."""
    rows = stack.sql(
        "SELECT q.at, min(o.at) FROM calls_call c"
        " JOIN calls_callevent q ON q.call_id = c.id AND q.kind = 'queued'"
        " JOIN calls_callevent o ON o.call_id = c.id AND o.kind = 'offered'"
        " WHERE c.caller = ANY(%s) GROUP BY q.at ORDER BY q.at",
        [e164(caller) for caller in callers],
    )
    offered = [offer for _, offer in rows]
    return len(rows) >= SERVED and offered == sorted(offered)
