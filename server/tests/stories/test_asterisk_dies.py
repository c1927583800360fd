"""Asterisk is killed: what was on the disk of somebody's words is kept, and every call recorded.

It closes none of its files then, and the last two seconds are not on the disk yet.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import Any

import pytest

from devkit.carrier import hearing
from devkit.carrier.call import Call, NotAnswered
from devkit.carrier.carrier import Carrier
from lianxin.rules.telephones import e164
from tests.stack import Stack
from tests.stories.aftermath import LINE, events_of, next_call_works
from tests.stories.conftest import AGENT_HZ, CALLER_HZ, Telephones, eventually
from tests.stories.staff import Staff
from tests.stories.test_death import hears_agent_for, talking
from tests.stories.test_wrong_input import complains
from tests.stories.whereabouts import Whereabouts

pytestmark = pytest.mark.timeout(180)

#: How much of a file is on the disk before Asterisk is killed: four seconds of samples.
SPOKEN_BYTES = 64_000


async def speaks(stack: Stack, caller: Call) -> None:
    """Says one tone, until enough of it is on the disk."""
    await caller.play(f"tone:{CALLER_HZ}/3600000", wait=False)
    folders = (stack.env.recordings, stack.env.fallback_messages)

    async def written() -> bool:
        files = [file for folder in folders for file in folder.glob("*.wav")]
        return any(file.stat().st_size >= SPOKEN_BYTES for file in files)

    await eventually(written, "words on the disk")


def call_of(stack: Stack, caller: str) -> str:
    [(call,)] = stack.sql("SELECT id::text FROM calls_call WHERE caller = %s", e164(caller))
    return str(call)


async def events_with_a_case(stack: Stack, caller: str) -> list[tuple[str, dict[str, Any]]]:
    """The whole ledger of this caller's call: its case is due after its end."""

    async def due() -> Any:
        events = await events_of(stack, caller)
        return events if any(kind == "case" for kind, _ in events) else None

    events: list[tuple[str, dict[str, Any]]] = await eventually(due, f"a case of {caller}")
    return events


async def dies(stack: Stack) -> None:
    pid = stack.kill("asterisk")
    await asyncio.to_thread(stack.wait_restarted, "asterisk", pid)


async def kept(stack: Stack, call: str, *tones: float) -> None:
    """The one recording of this call: stored, said to end early, and heard."""

    async def stored() -> Any:
        return stack.sql(
            "SELECT id::text, lost_reason FROM calls_recording"
            " WHERE call_id = %s AND state = 'stored'",
            call,
        )

    [(recording, reason)] = await eventually(stored, "the recording", seconds=40)
    assert reason == "ends_early"
    supervisor = await Staff.sign_in(stack.url, "8100")
    file = stack.env.var / f"{recording}.wav"
    file.write_bytes(await supervisor.audio(recording))
    sound = hearing.load(file)
    for tone in tones:
        assert hearing.tone_seconds(sound, tone) >= 2.5


async def test_a_complaint_that_is_being_spoken_becomes_a_case(
    stack: Stack, carrier: Carrier, where: Whereabouts
) -> None:
    number = "13800000351"
    caller = await complains(carrier, where, number)
    await speaks(stack, caller)
    await dies(stack)
    await caller.hangup()
    events = await events_with_a_case(stack, number)
    await kept(stack, call_of(stack, number), CALLER_HZ)
    kinds = [kind for kind, _ in events]
    assert (kinds.count("stored"), kinds.count("lost"), kinds.count("case")) == (1, 0, 1)
    told = [data for _, data in events if "outcome" in data]
    assert told[0]["by"] == "system"
    assert told[-1]["outcome"] == "message"
    await next_call_works(carrier)


async def test_a_message_that_is_spoken_to_the_dialplan_alone_becomes_a_case(
    stack: Stack, carrier: Carrier
) -> None:
    number = "13800000352"
    await asyncio.to_thread(stack.stop, "switchboard")
    try:
        caller = await carrier.dial(LINE, caller=number)
        await caller.answered()
        await caller.quiet(0.8)  # the apology is over, the beep was heard
        await speaks(stack, caller)
        await dies(stack)
        await caller.hangup()
    finally:
        await asyncio.to_thread(stack.start, "switchboard")
    events = await events_with_a_case(stack, number)
    await kept(stack, call_of(stack, number), CALLER_HZ)
    assert [kind for kind, _ in events] == ["started", "recording", "stored", "case", "ended"]
    assert events[-1][1]["by"] == "system"
    await next_call_works(carrier)


async def test_a_conversation_is_kept_from_both_sides(
    stack: Stack, carrier: Carrier, telephones: Telephones
) -> None:
    async with talking(stack, carrier, telephones) as talk:
        await hears_agent_for(talk, 6)
        await dies(stack)
        await talk.page.until(lambda: talk.page.state == "wrap_up", 30)
    await kept(stack, talk.id, AGENT_HZ, CALLER_HZ)
    [(by, outcome)] = stack.sql("SELECT ended_by, outcome FROM calls_call WHERE id = %s", talk.id)
    assert (by, outcome) == ("system", "answered")
    await next_call_works(carrier)


async def test_whoever_was_answered_around_a_death_has_one_record(
    stack: Stack, carrier: Carrier
) -> None:
    """Before it, as it comes back, and as the switchboard comes back to it."""
    numbers = [f"139000066{n:02}" for n in range(24)]
    answered: list[str] = []

    async def call(number: str, seconds: float) -> None:
        caller = await carrier.dial(LINE, caller=number)
        with suppress(NotAnswered, TimeoutError):
            await caller.answered(15)
            answered.append(e164(number))
            await asyncio.sleep(seconds)  # on the line: through the apology, or not
        await caller.hangup()

    async with asyncio.TaskGroup() as callers:
        for n, number in enumerate(numbers):
            callers.create_task(call(number, seconds=n % 4))
            await asyncio.sleep(0.25)  # calls come at every moment of the six seconds
            if n == len(numbers) // 3:
                pid = stack.kill("asterisk")
    await asyncio.to_thread(stack.wait_restarted, "asterisk", pid)
    assert len(answered) > len(numbers) / 2

    async def recorded() -> Any:
        known = "SELECT caller FROM calls_call WHERE caller = ANY(%s) AND ended_at IS NOT NULL"
        callers = [caller for (caller,) in stack.sql(known, answered)]
        return callers if set(callers) >= set(answered) else None

    callers = await eventually(recorded, "a record of each who was answered", seconds=40)
    assert sorted(callers) == sorted(answered)
