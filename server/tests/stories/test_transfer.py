"""A caller is put through to outside telephones: 110, another hotline, the duty officers."""

from __future__ import annotations

import asyncio

import pytest

from devkit.carrier import hearing
from devkit.carrier.call import Call
from devkit.carrier.carrier import Carrier
from tests.stack import Stack
from tests.stories.air import BYE, hears, kinds, publish, record_of, say, ship_tones
from tests.stories.conftest import AGENT_HZ, CALLER_HZ
from tests.stories.test_death import nothing_left

pytestmark = pytest.mark.timeout(120)

#: What the flow says after a transfer, by how it ended.
TONES = {"tone_after": 1300.0, "tone_busy": 1500.0, "tone_late": 1700.0, "tone_failed": 1900.0}


def flow(*numbers: str, seconds: int = 20) -> dict[str, object]:
    start = {
        "type": "transfer", "numbers": [*numbers], "seconds": seconds,
        "after": "after", "busy": "busy", "no_answer": "late", "failed": "failed",
    }  # fmt: skip
    said = {name: say(f"tone_{name}", "bye") for name in ("after", "busy", "late", "failed")}
    return {"start": start, **said, "bye": BYE}


async def test_the_first_duty_telephone_that_answers_has_the_caller(
    stack: Stack, carrier: Carrier
) -> None:
    came: dict[str, Call] = {}

    async def rings(call: Call) -> None:
        came[call.number] = call
        await call.ring()
        await call.ended(60)

    async def answers(call: Call) -> None:
        came[call.number] = call
        await call.ring()
        await asyncio.sleep(0.5)  # somebody walks to the telephone
        await call.answer()
        await call.play(f"tone:{AGENT_HZ}/3600000", wait=False)
        await call.ended(60)

    carrier.answer("2001", rings)
    carrier.answer("2002", answers)
    ship_tones(stack, TONES)
    await publish(stack, "7201", flow("2001", "2002"))
    caller = await carrier.dial("7201", caller="13800007201")
    await caller.answered()
    await hears(caller, AGENT_HZ)
    await caller.play(f"tone:{CALLER_HZ}/3600000", wait=False)
    await hears(came["2002"], CALLER_HZ)
    assert (await came["2001"].ended(5)).by == "them"

    await came["2002"].hangup()
    await hears(caller, TONES["tone_after"])
    await caller.ended()
    record = await record_of(stack, "13800007201")
    assert record["outcome"] == "transferred"
    assert kinds(record) == [
        *("started", "dialled", "dial_answered", "recording", "dial_ended", "stored", "ended")
    ]
    [(kind, state, path, _)] = record["recordings"]
    assert (kind, state) == ("conversation", "stored")
    sound = hearing.load(stack.env.store / path)
    assert hearing.tone_seconds(sound, AGENT_HZ) > 0.5
    assert hearing.tone_seconds(sound, CALLER_HZ) > 0.5
    assert hearing.tone_seconds(sound, TONES["tone_after"]) == 0
    await nothing_left(stack)


async def test_what_follows_when_nobody_takes_the_call(stack: Stack, carrier: Carrier) -> None:
    async def busy(call: Call) -> None:
        await call.hangup(17)

    async def never(call: Call) -> None:
        await call.ring()
        await call.ended(60)

    carrier.answer("2011", busy)
    carrier.answer("2012", never)
    ship_tones(stack, TONES)
    ways = {
        "7211": (("2011",), "tone_busy", "busy"),
        "7212": (("2012",), "tone_late", "no_answer"),
        "7213": (("2013",), "tone_failed", "failed"),  # a number that nobody has
        "7214": (("2011", "2012"), "tone_late", "no_answer"),
    }
    for line, (numbers, _, _) in ways.items():
        await publish(stack, line, flow(*numbers, seconds=5))

    async def one(line: str) -> None:
        _, tone, reason = ways[line]
        caller = await carrier.dial(line, caller=f"1380000{line}")
        await caller.answered()
        await hears(caller, TONES[tone])
        await caller.ended()
        record = await record_of(stack, f"1380000{line}")
        assert [data["reason"] for kind, data in record["events"] if kind == "dial_ended"] == [
            reason
        ]

    await asyncio.gather(*(one(line) for line in ways))
    await nothing_left(stack)


@pytest.mark.parametrize("state", ["dialling", "talking"])
async def test_the_switchboard_is_killed_in_a_transfer(
    stack: Stack, carrier: Carrier, state: str
) -> None:
    came: list[Call] = []
    answer = asyncio.Event()

    async def duty(call: Call) -> None:
        came.append(call)
        await call.ring()
        await answer.wait()
        await call.answer()
        await call.play(f"tone:{AGENT_HZ}/3600000", wait=False)
        await call.ended(60)

    carrier.answer("2021", duty)
    ship_tones(stack, TONES)
    await publish(stack, "7221", flow("2021", seconds=60))
    number = f"1380000722{len(state)}"
    caller = await carrier.dial("7221", caller=number)
    await caller.answered()
    if state == "talking":
        answer.set()
        await hears(caller, AGENT_HZ)
    else:
        async with asyncio.timeout(10):
            while not came:
                await asyncio.sleep(0.05)
    pid = stack.kill("switchboard")
    await asyncio.to_thread(stack.wait_restarted, "switchboard", pid)
    answer.set()
    since = caller.note("said", "mark").at - caller.heard_from
    await hears(caller, AGENT_HZ, since=since)
    await came[0].hangup()
    await hears(caller, TONES["tone_after"], since=since)
    await caller.ended()
    assert len(came) == 1
    record = await record_of(stack, number)
    assert record["outcome"] == "transferred"
    assert [state for _, state, _, _ in record["recordings"]] == ["stored"]
    await nothing_left(stack)
