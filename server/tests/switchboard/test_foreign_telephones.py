"""What telephones of other makers send, and what the exchange makes of it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from devkit.carrier import Carrier
from lianxin.rules.keypress import Presses
from lianxin.switchboard.ari import ChannelDtmfReceived, StasisStart
from tests.stack import Stack
from tests.switchboard.ari_sides import AsteriskSide
from tests.switchboard.raw_telephone import RawTelephone


@pytest_asyncio.fixture
async def side(asterisk: Stack) -> AsyncIterator[AsteriskSide]:
    async with Carrier(asterisk.env) as carrier:
        side = AsteriskSide(asterisk.env, carrier)
        await side.connect()
        await side.exchange.set_global("LIANXIN_BEAT", str(int(time.time())))
        yield side
        await side.close()


@pytest_asyncio.fixture
async def telephone(asterisk: Stack) -> AsyncIterator[RawTelephone]:
    async with RawTelephone(asterisk.env.ports.asterisk_sip) as telephone:
        yield telephone


async def answered(side: AsteriskSide, telephone: RawTelephone, target: str) -> StasisStart:
    """The call as the exchange tells it, answered."""
    dialling = asyncio.create_task(telephone.invite(target))
    start = await side.seen(StasisStart, lambda e: e.args[:1] == ["inbound"])
    await side.exchange.answer(start.channel.id)
    assert await dialling == 200
    return start


@pytest.mark.parametrize(
    "target",
    [
        "sip:12345@HOST",
        "sip:12345;phone-context=+86@HOST",
        "sip:12345;npdi;rn=+8610@HOST;user=phone",
    ],
)
async def test_what_carriers_put_behind_a_number_is_no_part_of_it(
    side: AsteriskSide, telephone: RawTelephone, target: str
) -> None:
    start = await answered(side, telephone, target)
    assert start.args == ["inbound", "12345"]
    assert await telephone.request("BYE") == 200


async def test_a_transfer_is_declined_and_the_call_goes_on(
    side: AsteriskSide, telephone: RawTelephone
) -> None:
    start = await answered(side, telephone, "sip:12345@HOST")
    refer = ("REFER", "", "", "Refer-To: <sip:12346@127.0.0.1>")
    answers = {
        "refer": await telephone.request(*refer),
        "options": await telephone.request("OPTIONS"),
        "info of a key": await telephone.request("INFO", "Signal=5\r\nDuration=160\r\n",
                                                 "application/dtmf-relay"),
    }  # fmt: skip
    assert [name for name, status in answers.items() if not status] == [], answers
    assert answers["refer"] == 603
    assert (await side.exchange.channel(start.channel.id)).state == "Up"
    assert await telephone.request("BYE") == 200


@pytest.mark.parametrize("growing", [False, True])
async def test_one_press_is_one_key(
    side: AsteriskSide, telephone: RawTelephone, growing: bool
) -> None:
    """As the router counts what the exchange tells."""
    await answered(side, telephone, "sip:12345@HOST")
    await telephone.silence(0.2)
    await telephone.press(2, growing=growing)
    await telephone.silence(0.5)
    await telephone.press(3, growing=growing)
    await telephone.silence(0.5)
    await telephone.press(3, growing=growing)
    await telephone.silence(0.5)
    told = [each for each in side.events if isinstance(each, ChannelDtmfReceived)]
    counted, presses = "", Presses()
    for each in told:
        press = each.digit, each.at, each.duration_ms / 1000
        counted += "" if presses.again(*press) else each.digit
        presses = presses.after(*press)
    assert counted == "233", [(each.digit, each.at, each.duration_ms) for each in told]
    assert await telephone.request("BYE") == 200
