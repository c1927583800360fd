"""A reply is drafted, approved, and then read out to the citizen who asks how their case stands."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from playwright.async_api import Page, expect

from devkit.carrier import hearing
from devkit.carrier.carrier import Carrier
from devkit.carrier.hearing import Sound
from lianxin.prompts.aloud import key_of, path_of
from lianxin.rules.aloud import reply_aloud
from tests.stack import Stack
from tests.stories import browser as desk
from tests.stories.aftermath import events_of
from tests.stories.axe import hindrances
from tests.stories.conftest import tone_file
from tests.stories.ear import Ear, found
from tests.stories.staff import PASSWORD, Staff

pytestmark = pytest.mark.timeout(240)

LINE, READ_HZ = "12345", 777
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


async def ask(carrier: Carrier, caller: str, number: str, code: str, heard: Any) -> Sound:
    """Ask the machine how a case stands, and listen until ``heard`` holds."""
    call = await carrier.dial(LINE, caller=caller)
    await call.answered()
    ear = Ear(call)
    await call.keys(f"23{number}#", gap=0.3)
    began = ear.now()
    await call.keys(f"{code}#", gap=0.3)
    await ear.until(heard, began, "the answer")
    await call.quiet(1.0)
    sound = ear.sound(began)
    await call.hangup()
    return sound


async def read_or_not(stack: Stack, caller: str) -> set[str]:
    """What the way of the call says of texts."""
    events = await events_of(stack, caller)
    return {data["what"] for kind, data in events if kind == "node"} & {"read", "unread"}


async def test_what_is_approved_is_what_the_citizen_hears(
    stack: Stack, carrier: Carrier, tmp_path: Any
) -> None:
    agent = await Staff.sign_in(stack.url, "8002")
    made = (await agent.post("/api/cases", {"type": "complaint", "title": "路灯不亮"})).body
    case, number, code = made["case"]["id"], made["case"]["number"], made["code"]
    prompts = stack.env.sounds / "zh"

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

    def told(state: str) -> Any:
        return lambda sound: found(sound, prompts / f"state_{state}.wav") is not None

    sound = await ask(carrier, "13800000771", number, code, told("accepted"))
    assert found(sound, prompts / "reply_unread.wav") is None, "a draft is nobody's to hear of"
    assert await read_or_not(stack, "13800000771") == set()

    async with opened_by(stack, "8100", case) as page:
        reply = page.get_by_role("region", name="答复")
        await reply.get_by_role("button", name="批准", exact=True).click()
        dialog = page.get_by_role("dialog", name=f"批准工单 {number} 的答复？")
        await dialog.get_by_role("button", name="批准", exact=True).click()
        await expect(reply.get_by_text("已批准")).to_be_visible()
        await expect(reply.get_by_text("没有安装语音合成引擎")).to_be_visible()
        for scheme in ("light", "dark"):
            await page.emulate_media(color_scheme=scheme)
            assert await hindrances(page, within=".reply") == []

    def elsewhere(sound: Sound) -> bool:
        return found(sound, prompts / "reply_unread.wav") is not None

    await ask(carrier, "13800000772", number, code, elsewhere)
    assert await read_or_not(stack, "13800000772") == {"unread"}

    # What the worker makes of it where the engine is installed.
    file = stack.env.sounds / path_of("shifan", key_of(reply_aloud(REPLY, "zh"), "zh"))
    file.parent.mkdir(parents=True, exist_ok=True)
    tone_file(file, READ_HZ, 2.0)

    def read(sound: Sound) -> bool:
        return hearing.tone_seconds(sound, READ_HZ) > 1.9

    sound = await ask(carrier, "13800000773", number, code, read)
    assert not elsewhere(sound)
    state, reply = found(sound, prompts / "state_replied.wav"), found(sound, file)
    assert state is not None
    assert reply is not None
    assert reply.start == pytest.approx(state.end, abs=0.3), "one behind the other"
    assert await read_or_not(stack, "13800000773") == {"read"}
