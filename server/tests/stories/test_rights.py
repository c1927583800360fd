"""What one may not hear, see or do: on real calls and real recordings of the running system.

What needs no call is held in tests/apps: every route, every role, CSRF.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

from devkit.carrier import hearing
from devkit.carrier.call import Call
from devkit.carrier.carrier import Carrier
from tests.stack import Stack
from tests.stories.conftest import CALLER_HZ, Telephones, eventually, tone_file
from tests.stories.ear import load_bytes
from tests.stories.floor import LivePage, on_duty
from tests.stories.staff import PASSWORD, Staff
from tests.stories.whereabouts import Whereabouts

pytestmark = pytest.mark.timeout(120)


@asynccontextmanager
async def talking(
    stack: Stack, carrier: Carrier, phones: Telephones, citizen: str
) -> AsyncIterator[tuple[LivePage, Call, str]]:
    """``citizen`` and agent 8001 of 示范市 talk: the agent's page, the caller, the call's id."""
    phones.give("8001", "1001")
    async with on_duty(stack, "8001") as [page]:
        caller = await carrier.dial("12345", caller=citizen)
        await caller.answered()
        await caller.keys("1")
        await page.until(lambda: page.call is not None and page.call["phase"] == "talking")
        assert page.call is not None
        await caller.play(tone_file(stack.env.var / "citizen.wav", CALLER_HZ, 2))
        try:
            yield page, caller, page.call["id"]
        finally:
            await caller.hangup()
            await page.until(lambda: page.state == "wrap_up")


async def recording_of(staff: Staff, call: str) -> dict[str, Any]:
    """The one recording of a call, when it is in the store."""

    async def stored() -> Any:
        answer = await staff.get(f"/api/calls/{call}")
        items = answer.body.get("recording_items", []) if answer.status == 200 else []
        return items[0] if items and items[0]["state"] == "stored" else None

    recording: dict[str, Any] = await eventually(stored, f"the recording of {call}")
    return recording


async def hears(stack: Stack, number: str, recording: str, centre: str = "shifan") -> int:
    """What the API answers when ``number`` wants to hear; a success holds the caller's voice."""
    staff = await Staff.sign_in(stack.url, number, centre)
    answer = await staff.get(f"/api/recordings/{recording}/audio")
    if answer.status == 200:
        assert hearing.tone_seconds(load_bytes(answer.body), CALLER_HZ) > 1.5
    return answer.status


async def test_a_conversation_is_heard_by_its_agent_and_the_supervisor(
    stack: Stack, carrier: Carrier, telephones: Telephones
) -> None:
    async with talking(stack, carrier, telephones, "13800000071") as (page, _, call):
        pass
    recording = (await recording_of(page.staff, call))["id"]
    answers = {n: await hears(stack, n, recording) for n in ("8001", "8100", "8002", "9000")}
    assert answers == {"8001": 200, "8100": 200, "8002": 403, "9000": 403}
    county = {n: await hears(stack, n, recording, "shixian") for n in ("8001", "8100", "9000")}
    assert set(county.values()) == {404}
    citizen = await Staff(stack.url).get(f"/api/recordings/{recording}/audio")
    assert citizen.status == 401


async def test_the_mayors_mailbox_is_heard_by_its_reader_alone(
    stack: Stack, carrier: Carrier, where: Whereabouts
) -> None:
    citizen = "13800000072"
    caller = await carrier.dial("12345", caller=citizen)
    await caller.answered()
    await where.press(caller, ("welcome", "2"), ("automatic", "1"))
    await where.records(citizen)
    await caller.play(tone_file(stack.env.var / "letter.wav", CALLER_HZ, 3))
    await caller.hangup()

    reader = await Staff.sign_in(stack.url, "9100")

    async def arrived() -> Any:
        answer = await reader.get("/api/messages")
        return [
            item
            for item in answer.body["items"]
            if item["caller"] == citizen and item["recording"]["state"] == "stored"
        ]

    [message] = await eventually(arrived, "the letter")
    assert message["recording"]["kind"] == "mailbox"
    recording = message["recording"]["id"]
    everybody = ("9100", "8001", "8002", "8100", "9000")
    answers = {number: await hears(stack, number, recording) for number in everybody}
    nobody_elses = dict.fromkeys(("8001", "8002", "8100", "9000"), 404)  # as if there were none
    assert answers == {"9100": 200, **nobody_elses}
    assert await hears(stack, "8100", recording, "shixian") == 404

    case = message["case"]["id"]
    supervisor = await Staff.sign_in(stack.url, "8100")
    assert (await reader.get(f"/api/cases/{case}")).status == 200
    assert (await supervisor.get(f"/api/cases/{case}")).status == 404
    assert citizen not in str((await supervisor.get("/api/messages")).body)


async def test_a_call_in_progress_is_out_of_reach_of_the_other_centre(
    stack: Stack, carrier: Carrier, telephones: Telephones
) -> None:
    async with (
        talking(stack, carrier, telephones, "13800000073") as (page, caller, call),
        LivePage(stack, "8001", "shixian") as county,
    ):
        assert county.call is None
        for command in ("hold", "attach", "hang_up"):
            await county.say(command, call=call)
        await county.until(lambda: len(county.refused) == 3)
        assert set(county.refused) == {"live.not_your_call"}
        assert caller.end is None
        assert page.state == "talking"
        assert (await county.staff.get(f"/api/calls/{call}")).status == 404
        assert call not in str((await county.staff.get("/api/calls")).body)
        assert (await county.staff.post("/api/callers/look-up", {"phone": "13800000073"})).body[
            "calls"
        ] == []


async def test_whoever_is_signed_out_or_deactivated_stays_outside(stack: Stack) -> None:
    async with LivePage(stack, "8003") as page:
        ticket = (await page.staff.post("/api/session/live-ticket")).body["ticket"]
        active(stack, "8003", False)
        try:
            assert (await page.staff.get("/api/calls")).status == 401
            assert (await page.staff.post("/api/session/live-ticket")).status == 401
            again = {"centre": "shifan", "number": "8003", "password": PASSWORD}
            assert (await Staff(stack.url).post("/api/session", again)).status == 403

            async def refused() -> bool:
                answer = await greet(stack, ticket=ticket)
                return bool(answer["type"] == "refused" and answer["code"] == "live.session_over")

            await eventually(refused, "the live socket refuses", seconds=10)
        finally:
            active(stack, "8003", True)


def active(stack: Stack, number: str, is_active: bool) -> None:
    stack.sql(
        "UPDATE centres_person SET active = %s WHERE number = %s AND centre_id ="
        " (SELECT id FROM centres_centre WHERE code = 'shifan')",
        is_active,
        number,
    )
    stack.sql("NOTIFY lianxin_plans")


async def greet(stack: Stack, origin: str | None = None, **hello: str) -> dict[str, Any]:
    """What the live socket answers to a greeting."""
    async with connect(stack.env.live_url, origin=origin) as socket:  # type: ignore[arg-type]
        await socket.send(json.dumps({"type": "hello", **hello}))
        answer: dict[str, Any] = json.loads(await socket.recv())
        return answer


async def test_a_page_of_another_site_cannot_open_the_live_socket(stack: Stack) -> None:
    with pytest.raises(InvalidStatus) as refusal:
        await greet(stack, origin="https://elsewhere.example", ticket="x")
    assert refusal.value.response.status_code == 403
    forged = await greet(stack, ticket="eyJraW5kIjoiYWdlbnQifQ:1abcde:forged")
    assert forged["code"] == "live.ticket_invalid"


async def test_the_live_socket_ends_with_its_login(stack: Stack) -> None:
    """Signed out, the page is closed at once, and neither its token nor its ticket is good."""
    staff = await Staff.sign_in(stack.url, "8002")
    other = await Staff.sign_in(stack.url, "8100")

    async def ticket(who: Staff) -> dict[str, str]:
        answer = await who.post("/api/session/live-ticket")
        return {"ticket": answer.body["ticket"]}

    async def greeted(words: dict[str, str]) -> dict[str, Any]:
        async with connect(stack.env.live_url) as socket:
            await socket.send(json.dumps({"type": "hello", **words}))
            answer: dict[str, Any] = json.loads(await socket.recv())
            return answer

    spare = await ticket(staff)
    async with connect(stack.env.live_url) as bystander, connect(stack.env.live_url) as socket:
        await bystander.send(json.dumps({"type": "hello", **await ticket(other)}))
        await socket.send(json.dumps({"type": "hello", **await ticket(staff)}))
        welcome = json.loads(await socket.recv())
        assert welcome["type"] == "welcome"
        assert (await staff.delete("/api/session")).status == 204
        with suppress(ConnectionClosed):
            async with asyncio.timeout(5):
                async for _ in socket:
                    pass
        assert (socket.close_code, socket.close_reason) == (4411, "live.session_over")
        assert (await greeted({"resume": welcome["resume"]}))["code"] == "live.session_over"
        assert (await greeted(spare))["code"] == "live.session_over"
        assert bystander.close_code is None
    again = await Staff.sign_in(stack.url, "8002")
    assert (await greeted(await ticket(again)))["type"] == "welcome"
