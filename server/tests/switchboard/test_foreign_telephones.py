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


#: What a telephone may ask within a call, and the answer.
ANSWERED: dict[int, tuple[tuple[str, ...], ...]] = {
    603: (("REFER", "", "", "Refer-To: <sip:12346@127.0.0.1>"),),
    200: (
        ("OPTIONS",),
        ("UPDATE",),
        ("INFO",),
        ("INFO", "Signal=5\r\nDuration=160\r\n", "application/dtmf-relay"),
        ("INFO", "5", "application/dtmf"),
        ("INFO", "<media_control/>", "application/media_control+xml"),
    ),
    202: (("MESSAGE", "hello", "text/plain"),),
    404: (("REGISTER",),),
}
#: What Asterisk takes and never answers, whatever modules are loaded (record 0058).
NOT_ANSWERED = (
    ("SUBSCRIBE", "", "", "Event: dialog", "Expires: 60"),
    ("NOTIFY", "", "", "Event: refer", "Subscription-State: active"),
    ("PUBLISH", "", "", "Event: presence", "Expires: 60"),
    ("BENOTIFY",),
    ("INFO", "event talk", "application/broadsoft"),
)


async def test_what_a_telephone_asks_within_a_call_is_answered_and_the_call_goes_on(
    side: AsteriskSide, telephone: RawTelephone
) -> None:
    start = await answered(side, telephone, "sip:12345@HOST")
    for status, requests in ANSWERED.items():
        for each in requests:
            assert await telephone.request(*each) == status, each
    assert (await side.exchange.channel(start.channel.id)).state == "Up"
    assert await telephone.request("BYE") == 200


async def test_what_is_not_answered_is_what_the_record_names(
    side: AsteriskSide, telephone: RawTelephone
) -> None:
    """An Asterisk that answers one of them makes this fail: then strike it from record 0058."""
    start = await answered(side, telephone, "sip:12345@HOST")
    for each in NOT_ANSWERED:
        assert await telephone.request(*each, patience=1) == 0, each
    assert await telephone.request("OPTIONS") == 200
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
