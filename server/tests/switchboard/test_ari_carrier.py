"""The simulated carrier tells the truth: what was said is heard, what was missing is missed."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from devkit.carrier import Call, Carrier, hearing, robot
from lianxin.switchboard.ari import (
    Channel,
    ChannelDestroyed,
    ChannelDtmfReceived,
    Client,
    PlaybackFinished,
    StasisStart,
)
from tests.stack import Stack
from tests.switchboard.ari_sides import AsteriskSide

DIAL_TONE = "tone:dial;tonezone=cn"  # 450 Hz


@pytest_asyncio.fixture
async def carrier(asterisk: Stack) -> AsyncIterator[Carrier]:
    async with Carrier(asterisk.env) as carrier:
        yield carrier


@pytest_asyncio.fixture
async def side(asterisk: Stack, carrier: Carrier) -> AsyncIterator[AsteriskSide]:
    side = AsteriskSide(asterisk.env, carrier)
    await side.connect()
    await side.exchange.set_global("LIANXIN_BEAT", str(int(time.time())))
    yield side
    await side.close()


async def arrived(side: AsteriskSide) -> str:
    start = await side.seen(StasisStart, lambda e: e.args[:1] == ["inbound"])
    await side.exchange.answer(start.channel.id)
    return start.channel.id


async def test_tones_are_heard_on_both_sides(side: AsteriskSide, carrier: Carrier) -> None:
    call = await carrier.dial("12345", caller="13800000009")
    channel = await arrived(side)
    await side.exchange.snoop(channel, "ear", spy="in")
    await side.seen(StasisStart, lambda e: e.channel.id == "ear")
    await side.exchange.record_channel("ear", "said")
    await side.exchange.play(channel, [DIAL_TONE], "tone")
    await call.answered()
    await call.play("tone:1004", wait=False)
    await call.keys("2,#", gap=0.3)
    await side.seen(ChannelDtmfReceived, lambda e: e.digit == "#")
    await side.exchange.hangup(channel, 16)

    end = await call.ended()
    assert (end.by, end.cause) == ("them", 16)
    heard = hearing.load(await call.heard())
    assert hearing.tone_seconds(heard, 450) > 0.3
    assert hearing.tone_seconds(heard, 1004) == 0
    assert call.at("answered") < call.at("key") < call.at("ended")
    assert [m.detail for m in call.timeline if m.what == "key"] == ["2", "#"]
    assert isinstance(side.exchange, Client)
    content = await side.exchange.download_recording("said")
    assert len(content) > 8000


async def test_a_hole_in_what_is_sent_is_found(
    side: AsteriskSide, carrier: Carrier, asterisk: Stack
) -> None:
    call = await carrier.dial("12345")
    channel = await arrived(side)
    await side.exchange.play(channel, [DIAL_TONE], "tone")
    await asyncio.sleep(1.0)
    whole_until = time.monotonic()
    os.kill(asterisk.pid("asterisk"), signal.SIGSTOP)
    await asyncio.sleep(0.3)
    os.kill(asterisk.pid("asterisk"), signal.SIGCONT)
    stopped_for = (time.monotonic() - whole_until) * 1000
    await asyncio.sleep(0.7)
    await call.hangup()

    heard = hearing.load(await call.heard())
    spans = hearing.tone_spans(heard, 450, join=0)
    start, end = spans[0].start + 0.05, heard.seconds - 0.15
    assert hearing.longest_gap_ms(heard, start=start, end=start + 0.6) <= 20
    assert abs(hearing.longest_gap_ms(heard, start=start, end=end) - stopped_for) < 60


async def test_the_caller_hangs_up(side: AsteriskSide, carrier: Carrier) -> None:
    call = await carrier.dial("12345")
    await arrived(side)
    await call.answered()
    await call.hangup()
    assert call.end is not None
    assert call.end.by == "us"


async def test_a_polite_caller_waits_for_silence(side: AsteriskSide, carrier: Carrier) -> None:
    call = await carrier.dial("12345")
    channel = await arrived(side)
    await side.exchange.play(channel, ["sound:hello-world"], "hello")
    await asyncio.sleep(0.3)
    await call.quiet(0.4)
    await side.seen(PlaybackFinished)
    await call.hangup()


async def test_the_carrier_answers(side: AsteriskSide, carrier: Carrier, tmp_path: Path) -> None:
    came: list[Call] = []
    agent = robot(after=0.1, talk=0.8)

    async def handle(call: Call) -> None:
        came.append(call)
        await agent(call)

    carrier.answer("8001", handle)
    await side.exchange.originate("PJSIP/8001@carrier", "leg", caller_id="12345")
    start = await side.seen(StasisStart, lambda e: e.channel.id == "leg")
    assert isinstance(start.channel, Channel)
    await side.exchange.play("leg", [DIAL_TONE], "tone")
    gone = await side.seen(ChannelDestroyed)
    assert gone.cause == 16
    heard = hearing.load(await came[0].heard(tmp_path / "heard.wav"))
    assert hearing.tone_seconds(heard, 450) > 0.3
    assert came[0].caller == "12345"


async def test_nobody_at_the_far_end(side: AsteriskSide) -> None:
    await side.exchange.originate("PJSIP/5555@carrier", "leg")
    assert (await side.seen(ChannelDestroyed)).cause == 1
