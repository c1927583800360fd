"""Something dies in the middle of a conversation. The two people go on talking."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from devkit.carrier import hearing
from devkit.carrier.call import Call
from devkit.carrier.carrier import Carrier
from lianxin.rules.telephones import e164
from tests.stack import Stack
from tests.stories.air import hears
from tests.stories.conftest import AGENT_HZ, CALLER_HZ, Telephones, eventually, tone_file
from tests.stories.ear import Ear
from tests.stories.floor import LivePage, give_telephone, on_duty

pytestmark = pytest.mark.timeout(180)

#: Who calls at the worst moment is answered after it: 5 s until a frozen switchboard is ended, 1 s
#: for what it says then, and a start of the next one, on a machine that does much else beside.
ANSWERED_SECONDS = 10


@dataclass
class Talk:
    """A caller and agent 8001 who hear each other."""

    caller: Call
    page: LivePage
    id: str

    def now(self) -> float:
        """Seconds on the timeline of what the caller hears."""
        return self.caller.note("said", "mark").at - self.caller.heard_from


@asynccontextmanager
async def talking(stack: Stack, carrier: Carrier, phones: Telephones) -> AsyncIterator[Talk]:
    """Presses 1, is told the agent's number, and is connected."""
    phones.give("8001", "1001")
    async with on_duty(stack, "8001") as [page]:
        caller = await carrier.dial("12345", caller="13800000001")
        await caller.answered()
        await caller.keys("1")
        await page.until(lambda: page.call is not None and page.call["phase"] == "talking")
        assert page.call is not None
        await caller.play(f"tone:{CALLER_HZ}/3600000", wait=False)
        talk = Talk(caller, page, page.call["id"])
        try:
            yield talk
        finally:
            await caller.hangup()
            await page.until(lambda: page.state in ("wrap_up", "ready", "not_ready"))


async def record_of(page: LivePage, call: str) -> dict[str, Any]:
    """The call's record once it has ended and every recording of it is in the store."""

    async def complete() -> Any:
        answer = await page.staff.get(f"/api/calls/{call}")
        if answer.status != 200 or answer.body["ended_at"] is None:
            return None
        stored = all(each["state"] == "stored" for each in answer.body["recording_items"])
        return answer.body if stored else None

    record: dict[str, Any] = await eventually(complete, f"the record of {call}")
    return record


def kinds(record: dict[str, Any]) -> list[str]:
    return [event["kind"] for event in record["events"]]


async def nothing_left(stack: Stack) -> None:
    """No leg, bridge or snoop of any call is in Asterisk."""
    from lianxin.switchboard.ari import Client

    env = stack.env
    async with Client(env.asterisk_url, env.ari_user, env.ari_password, "looker-on") as exchange:

        async def empty() -> bool:
            return not await exchange.channels() and not await exchange.bridges()

        await eventually(empty, "an empty exchange")


async def test_the_switchboard_is_killed_and_nobody_hears_it(
    stack: Stack, carrier: Carrier, telephones: Telephones
) -> None:
    async with talking(stack, carrier, telephones) as talk:
        before, welcomes = talk.now(), talk.page.welcomes
        pid = stack.kill("switchboard")
        killed = asyncio.get_running_loop().time()
        await talk.page.until(lambda: talk.page.welcomes > welcomes)
        assert asyncio.get_running_loop().time() - killed < 5
        assert talk.page.call is not None
        assert talk.page.call["phase"] == "talking"
        await asyncio.to_thread(stack.wait_restarted, "switchboard", pid)
        after = talk.now()
        await hears_agent_for(talk, 2)

        await talk.page.say("hold", call=talk.id)
        await talk.page.until(lambda: talk.page.state == "held")
        await talk.page.say("resume", call=talk.id)
        await talk.page.until(lambda: talk.page.state == "talking")
        await talk.page.say("hang_up", call=talk.id)
        await talk.page.until(lambda: talk.page.state == "wrap_up")
        heard = hearing.load(await talk.caller.heard())

        record = await record_of(talk.page, talk.id)
    assert hearing.longest_gap_ms(heard, start=before, end=after) <= 60
    assert hearing.tone_seconds(heard.part(before, after), AGENT_HZ) >= (after - before) * 0.9
    assert record["outcome"] == "answered"
    assert record["ended_by"] == "agent"
    [recording] = record["recording_items"]
    spoken = hearing.load(await save(talk.page, recording["id"], stack))
    assert spoken.seconds > after - before + 2
    assert hearing.tone_seconds(spoken, AGENT_HZ) > 0.8 * spoken.seconds
    assert hearing.tone_seconds(spoken, CALLER_HZ) > 0.8 * spoken.seconds
    await nothing_left(stack)


async def hears_agent_for(talk: Talk, seconds: float) -> None:
    """Let the conversation go on for a while: its length is part of the scenario."""
    until = talk.now() + seconds
    while talk.now() < until:
        await asyncio.sleep(0.1)


async def save(page: LivePage, recording: str, stack: Stack) -> Any:
    """The audio as the API gives it, in a file."""
    file = stack.env.var / f"{recording}.wav"
    file.write_bytes(await page.staff.audio(recording))
    return file


@pytest.mark.parametrize("who", ["caller", "agent"])
async def test_somebody_hangs_up_while_the_switchboard_is_dead(
    stack: Stack, carrier: Carrier, telephones: Telephones, who: str
) -> None:
    async with talking(stack, carrier, telephones) as talk:
        welcomes = talk.page.welcomes
        pid = stack.pid("switchboard")
        await asyncio.to_thread(stack.stop, "switchboard")
        leaving = talk.caller if who == "caller" else telephones.answered[-1]
        await leaving.hangup()
        left = stack.sql("SELECT extract(epoch FROM now())")[0][0]
        await asyncio.to_thread(stack.start, "switchboard")
        assert stack.pid("switchboard") != pid
        await talk.page.until(lambda: talk.page.welcomes > welcomes)
        await talk.page.until(lambda: talk.page.state == "wrap_up")
        await talk.caller.ended()
        record = await record_of(talk.page, talk.id)
    assert record["outcome"] == "answered"
    assert record["ended_by"] == who
    assert len(record["recording_items"]) == 1
    if who == "caller":
        [(ended,)] = stack.sql(
            "SELECT extract(epoch FROM ended_at) FROM calls_call WHERE id = %s", talk.id
        )
        assert abs(float(ended) - float(left)) <= 2
    await nothing_left(stack)


async def test_who_answers_while_the_switchboard_is_dead_is_rung_again(
    stack: Stack, carrier: Carrier
) -> None:
    """The exchange cuts such an answer off. The agent has done nothing wrong, and stays ready."""
    give_telephone(stack, "8001", "1001")
    rang: list[Call] = []

    async def telephone(call: Call) -> None:
        rang.append(call)
        await call.ring()
        if len(rang) > 1:
            await call.answer()
            await call.play(f"tone:{AGENT_HZ}/3600000", wait=False)
        await call.ended(None)

    carrier.answer("1001", telephone)
    async with on_duty(stack, "8001") as [page]:
        caller = await carrier.dial("12345", caller="13800000044")
        await caller.answered()
        await caller.keys("1")
        await page.until(lambda: page.state == "ringing" and bool(rang))
        assert page.call is not None
        call, welcomes = page.call["id"], page.welcomes
        await asyncio.to_thread(stack.stop, "switchboard")
        await rang[0].answer()
        await rang[0].ended()
        await asyncio.to_thread(stack.start, "switchboard")
        await page.until(lambda: page.welcomes > welcomes)
        await page.until(lambda: page.call is not None and page.call["phase"] == "talking", 30)
        assert page.call["id"] == call
        await hears(caller, AGENT_HZ)
        await page.say("hang_up", call=call)
        await page.until(lambda: page.state == "wrap_up")
        await caller.hangup()
        record = await record_of(page, call)
    steps = [kind for kind in kinds(record) if kind in ("offered", "missed", "offer_lost")]
    assert steps == ["offered", "offer_lost", "offered"]
    assert record["outcome"] == "answered"
    await nothing_left(stack)


@pytest.mark.parametrize("how", ["absent", "frozen"])
async def test_a_caller_leaves_a_message_while_nobody_drives(
    stack: Stack, carrier: Carrier, how: str
) -> None:
    caller_number = "13800000041" if how == "absent" else "13800000042"
    frozen: list[int] = []
    if how == "absent":
        await asyncio.to_thread(stack.stop, "switchboard")
    else:  # with its watchdog, which would end it before
        frozen = [watchdog_of(stack), stack.pid("switchboard")]
        send(signal.SIGSTOP, *frozen)
        await beat_is_stale(stack)
    try:
        caller = await carrier.dial("12345", caller=caller_number)
        await caller.answered()
        await caller.quiet(0.8)  # the apology is over, the beep was heard
        await caller.play(tone_file(stack.env.var / "tone.wav", CALLER_HZ, 3))
        await caller.hangup()
        heard = hearing.load(await caller.heard())
    finally:
        if how == "absent":
            await asyncio.to_thread(stack.start, "switchboard")
        else:
            send(signal.SIGCONT, *frozen)
            assert stack.pid("switchboard") == frozen[-1]
    assert hearing.level_db(heard) > -35

    from tests.stories.staff import Staff

    supervisor = await Staff.sign_in(stack.url, "8100")

    async def arrived() -> Any:
        answer = await supervisor.get(f"/api/messages?caller={caller_number}")
        mine = [each for each in answer.body["items"] if each["caller"] == caller_number]
        stored = bool(mine) and mine[0]["recording"]["state"] == "stored"
        # The case follows the recording in a transaction of its own.
        return mine if stored and mine[0]["case"] is not None else None

    messages = await eventually(arrived, "the message in the console", seconds=40)
    assert len(messages) == 1
    file = stack.env.var / "message.wav"
    file.write_bytes(await supervisor.audio(messages[0]["recording"]["id"]))
    assert hearing.tone_seconds(hearing.load(file), CALLER_HZ) >= 2.5


async def test_a_caller_who_hangs_up_before_the_beep_has_left_no_message(
    stack: Stack, carrier: Carrier
) -> None:
    number = "13800000043"
    await asyncio.to_thread(stack.stop, "switchboard")
    try:
        caller = await carrier.dial("12345", caller=number)
        await caller.answered()
        await Ear(caller).until(lambda sound: bool(hearing.sounding(sound)), 0, "the apology")
        await caller.hangup()
    finally:
        await asyncio.to_thread(stack.start, "switchboard")

    async def over() -> Any:
        known = "SELECT id, outcome FROM calls_call WHERE caller = %s AND ended_at IS NOT NULL"
        return stack.sql(known, e164(number))

    [(call, outcome)] = await eventually(over, "the record of who hung up", seconds=40)
    assert outcome == "fallback"
    events = stack.sql("SELECT kind FROM calls_callevent WHERE call_id = %s ORDER BY seq", call)
    assert [kind for (kind,) in events] == ["started", "ended"]
    assert not any(stack.env.fallback_messages.iterdir())


def watchdog_of(stack: Stack) -> int:
    """The process beside the switchboard; it has no other child."""
    pid = stack.pid("switchboard")
    return int(Path(f"/proc/{pid}/task/{pid}/children").read_text())


def send(number: signal.Signals, *pids: int) -> None:
    for pid in pids:
        os.kill(pid, number)


async def test_who_calls_while_the_switchboard_is_frozen_is_answered_within_ten_seconds(
    stack: Stack, carrier: Carrier
) -> None:
    """Whether they came as it froze, as it was ended, or as it came back; each has one record."""
    numbers = [f"139000055{n:02}" for n in range(16)]

    async def call(number: str) -> None:
        caller = await carrier.dial("12345", caller=number)
        await caller.answered(ANSWERED_SECONDS)
        await Ear(caller).until(lambda sound: bool(hearing.sounding(sound)), 0, "any word")
        await caller.hangup()

    pid = stack.signal("switchboard", signal.SIGSTOP)
    async with asyncio.TaskGroup() as callers:
        for number in numbers:
            callers.create_task(call(number))
            await asyncio.sleep(0.5)  # so that they come at every moment of the eight seconds
    await asyncio.to_thread(stack.wait_restarted, "switchboard", pid)

    async def recorded() -> Any:
        known = (
            "SELECT caller, count(*), bool_and(ended_at IS NOT NULL) FROM calls_call"
            " WHERE caller = ANY(%s) GROUP BY caller"
        )
        rows = stack.sql(known, [e164(number) for number in numbers])
        return rows if len(rows) == len(numbers) and all(over for *_, over in rows) else None

    rows = await eventually(recorded, "a record of each caller", seconds=40)
    assert [count for _, count, _ in rows] == [1] * len(numbers)


async def beat_is_stale(stack: Stack) -> None:
    """The dialplan no longer trusts the last heartbeat."""
    from lianxin.switchboard.ari import Client

    env = stack.env
    async with Client(env.asterisk_url, env.ari_user, env.ari_password, "looker-on") as exchange:

        async def stale() -> bool:
            beat = int(await exchange.get_global("LIANXIN_BEAT") or 0)
            [(now,)] = stack.sql("SELECT extract(epoch FROM now())")
            return float(now) - beat > 8

        await eventually(stale, "a stale heartbeat", seconds=15)


async def test_everything_but_the_telephone_goes_away(
    stack: Stack, carrier: Carrier, telephones: Telephones
) -> None:
    async with talking(stack, carrier, telephones) as talk:
        before = talk.now()
        web, worker = stack.kill("web"), stack.kill("worker")
        await asyncio.to_thread(stack.stop, "postgres")
        away = asyncio.get_running_loop().time()
        await talk.page.say("hold", call=talk.id)
        await talk.page.until(lambda: talk.page.state == "held")
        await talk.page.say("resume", call=talk.id)
        await talk.page.until(lambda: talk.page.state == "talking")
        # the rest of the half minute that PostgreSQL is away, as the two go on talking
        await asyncio.sleep(30 - (asyncio.get_running_loop().time() - away))
        await talk.page.say("hang_up", call=talk.id)
        await talk.page.until(lambda: talk.page.state == "wrap_up")
        await asyncio.to_thread(stack.start, "postgres")
        await asyncio.to_thread(stack.wait_restarted, "web", web)
        await asyncio.to_thread(stack.wait_restarted, "worker", worker)
        record = await record_of(talk.page, talk.id)
    assert before > 0
    assert record["outcome"] == "answered"
    assert [kind for kind in kinds(record) if kind in ("held", "resumed")] == ["held", "resumed"]
    assert len(record["recording_items"]) == 1
    assert record["recording_items"][0]["milliseconds"] >= 28_000
