"""A reply is drafted, approved, and then read out to the citizen who asks how their case stands."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Literal

import numpy as np
import pytest
from playwright.async_api import Page, expect

from devkit.carrier import hearing
from devkit.carrier.carrier import Carrier
from devkit.carrier.hearing import Sound
from lianxin.prompts.install import install
from lianxin.rules.aloud import reply_aloud
from lianxin.speech.files import key_of, path_of
from tests.stack import Stack
from tests.stories import browser as desk
from tests.stories.aftermath import events_of
from tests.stories.axe import hindrances
from tests.stories.conftest import tone_file
from tests.stories.ear import Ear
from tests.stories.staff import PASSWORD, Staff
from tests.stories.whereabouts import Whereabouts

pytestmark = pytest.mark.timeout(240)

LINE = "12345"
READ_HZ, ELSEWHERE_HZ, TONE_SECONDS = 1400, 1900, 2.0
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
REPLY = "人民路的 3 盏路灯已经修好。"


@asynccontextmanager
async def opened_by(stack: Stack, number: str, case: str) -> AsyncIterator[Page]:
    """The page of a case, as ``number`` has it."""
    async with desk.chromium() as browser:
        context = await desk.person(browser)
        page = await context.new_page()
        await page.goto(f"{stack.url}/desk/cases/{case}?range=any")
        await page.get_by_label("工号").fill(number)
        await page.get_by_label("密码", exact=True).fill(PASSWORD)
        await page.get_by_role("button", name="登录", exact=True).click()
        await expect(page.get_by_role("region", name="答复")).to_be_visible()
        yield page
        await context.close()


@pytest.fixture
def elsewhere(stack: Stack) -> Iterator[None]:
    """What is said where nothing was read aloud is a tone here, which no vowel resembles."""
    file = stack.env.sounds / "zh" / "reply_unread.wav"
    tone_file(file, ELSEWHERE_HZ, TONE_SECONDS)
    file.with_suffix(".alaw").unlink(missing_ok=True)
    yield
    install(stack.env.sounds)


class Citizen:
    """Asks the machine how a case stands; ``sound`` is what was heard from the code on."""

    def __init__(self, carrier: Carrier, whereabouts: Whereabouts, caller: str) -> None:
        self._carrier = carrier
        self._whereabouts = whereabouts
        self.caller = caller
        self.sound = Sound(np.zeros(0), 8000)

    async def ask(self, number: str, code: str, hertz: float | None = None) -> None:
        """Ask, listen for ``hertz`` where something is to be read, and hang up."""
        call = await self._carrier.dial(LINE, caller=self.caller)
        await call.answered()
        ear = Ear(call)
        for node, phase, keys in (
            ("welcome", "", "2"),
            ("automatic", "", "3"),
            ("result", "number", f"{number}#"),
            ("result", "code", f"{code}#"),
        ):
            await self._whereabouts.stands(self.caller, node, phase)
            began = ear.now()
            await call.keys(keys, gap=0.3)
        if hertz is not None:
            await ear.until(lambda sound: holds(sound, hertz), began, f"{hertz} Hz")
        await self._whereabouts.stands(self.caller, "automatic")
        self.sound = ear.sound(began)
        await call.hangup()


def holds(sound: Sound, hertz: float) -> bool:
    """Whether the tone was heard in one piece: a vowel holds none so long."""
    spans = hearing.tone_spans(sound, hertz)
    return max((span.seconds for span in spans), default=0.0) > TONE_SECONDS / 2


async def read_or_not(stack: Stack, caller: str) -> set[str]:
    """What the way of the call says of texts."""
    events = await events_of(stack, caller)
    return {data["what"] for kind, data in events if kind == "node"} & {"read", "unread"}


async def test_what_is_approved_is_what_the_citizen_hears(
    stack: Stack, carrier: Carrier, where: Whereabouts, elsewhere: None
) -> None:
    agent = await Staff.sign_in(stack.url, "8002")
    made = (await agent.post("/api/cases", {"type": "complaint", "title": "路灯不亮"})).body
    case, number, code = made["case"]["id"], made["case"]["number"], made["code"]

    async with opened_by(stack, "8002", case) as page:
        reply = page.get_by_role("region", name="答复")
        await expect(reply.get_by_text("还没有答复")).to_be_visible()
        await reply.get_by_role("button", name="起草答复").click()
        await reply.get_by_role("textbox", name="答复内容").fill(REPLY)
        await page.reload()  # what was typed is still there
        await expect(reply.get_by_role("textbox", name="答复内容")).to_have_value(REPLY)
        assert await hindrances(page) == []
        await reply.get_by_role("button", name="保存草稿").click()
        await expect(reply.get_by_text("待批准")).to_be_visible()
        await expect(reply.get_by_role("button", name="批准", exact=True)).to_have_count(0)

    early = Citizen(carrier, where, "13800000771")
    await early.ask(number, code)
    assert not holds(early.sound, ELSEWHERE_HZ), "a draft is nobody's to hear of"
    assert await read_or_not(stack, early.caller) == set()

    async with opened_by(stack, "8100", case) as page:
        reply = page.get_by_role("region", name="答复")
        await reply.get_by_role("button", name="批准", exact=True).click()
        dialog = page.get_by_role("dialog", name=f"批准工单 {number} 的答复？")
        await dialog.get_by_role("button", name="批准", exact=True).click()
        await expect(reply.get_by_text("已批准")).to_be_visible()
        await expect(reply.get_by_text("没有安装语音合成引擎")).to_be_visible()
        for scheme in SCHEMES:
            await page.emulate_media(color_scheme=scheme)
            assert await hindrances(page, within=".reply") == []

    unread = Citizen(carrier, where, "13800000772")
    await unread.ask(number, code, ELSEWHERE_HZ)
    assert await read_or_not(stack, unread.caller) == {"unread"}

    # What the worker makes of it where the engine is installed.
    file = stack.env.sounds / path_of("shifan", key_of(reply_aloud(REPLY, "zh"), "zh"))
    file.parent.mkdir(parents=True, exist_ok=True)
    tone_file(file, READ_HZ, TONE_SECONDS)

    read = Citizen(carrier, where, "13800000773")
    await read.ask(number, code, READ_HZ)
    assert not holds(read.sound, ELSEWHERE_HZ)
    assert await read_or_not(stack, read.caller) == {"read"}
