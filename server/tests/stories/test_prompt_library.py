"""A prompt is made in the browser, and the next caller hears it: nothing is started again."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Locator, Page, expect

from devkit.carrier import hearing
from devkit.carrier.carrier import Carrier
from devkit.carrier.hearing import Sound
from tests.sound_files import tone
from tests.stack import Stack
from tests.stories.air import in_plans
from tests.stories.axe import hindrances
from tests.stories.browser import at_centre, chromium, person
from tests.stories.conftest import eventually
from tests.stories.ear import Ear, music_seconds
from tests.stories.staff import PASSWORD, Staff

pytestmark = pytest.mark.timeout(240)

LINE, PROMPT = "12345", "welcome"
UPLOADED_HZ, SPOKEN_HZ = 850, 620


async def open_library(page: Page, stack: Stack, number: str = "9200") -> None:
    """Sign in as the flow editor and open the greeting."""
    desk = f"{stack.url}/desk/"
    await at_centre(page, stack.url, "shifan")
    await page.goto(desk)
    await page.get_by_label("工号").fill(number)
    await page.get_by_label("密码", exact=True).fill(PASSWORD)
    await page.get_by_role("button", name="登录", exact=True).click()
    await page.get_by_role("link", name="语音库").wait_for()
    await page.goto(f"{desk}prompts/{PROMPT}")
    await expect(page.get_by_role("heading", name="制作新版本")).to_be_visible()


async def use(page: Page, stack: Stack, number: int) -> None:
    row = page.get_by_role("listitem").filter(has_text=f"第 {number} 版")
    await row.get_by_role("button", name="启用", exact=True).click()
    await in_use(row, stack)


async def in_use(row: Locator, stack: Stack) -> None:
    """Wait until page and switchboard have the version of ``row`` for the greeting: the next caller
    is the next one after that."""
    await expect(row.get_by_text("使用中")).to_be_visible()
    [(path,)] = stack.sql(
        "SELECT v.path FROM prompts_promptversion v JOIN prompts_prompt p ON p.id = v.prompt_id"
        " JOIN centres_centre c ON c.id = p.centre_id"
        " WHERE c.code = 'shifan' AND p.code = %s AND v.language = 'zh' AND v.current",
        PROMPT,
    )
    await in_plans(stack, lambda plans: any(each["path"] == path for each in plans["prompts"]))


async def heard_first(carrier: Carrier, heard: Any, what: str) -> Sound:
    """Call the line and listen until ``heard`` holds; return what was heard."""
    call = await carrier.dial(LINE, caller="13800000901")
    await call.answered()
    ear = Ear(call)
    await ear.until(heard, 0.0, what)
    sound = ear.sound()
    await call.hangup()
    return sound


def is_tone(hertz: float) -> Any:
    return lambda sound: hearing.tone_seconds(sound, hertz) >= 0.6


def is_speech(sound: Sound) -> bool:
    return music_seconds(sound) > 1.5


async def test_what_is_uploaded_cut_and_chosen_is_heard_by_the_next_caller(
    stack: Stack, carrier: Carrier, tmp_path: Path
) -> None:
    file = tmp_path / "greeting.mp3"
    file.write_bytes(tone("mp3", seconds=3.0, hertz=UPLOADED_HZ))
    switchboard = stack.pid("switchboard")
    async with chromium() as browser:
        page = await (await person(browser)).new_page()
        await open_library(page, stack)
        await page.get_by_role("radio", name="上传文件").check()
        await page.locator("input[type=file]").set_input_files(file)
        await page.get_by_role("button", name="第 2 版").click()
        await expect(page.get_by_role("img", name="波形")).to_be_visible()
        assert await hindrances(page) == []
        end = page.get_by_role("spinbutton", name="终点")
        await end.fill("1.50")
        await end.press("Enter")
        await page.get_by_role("button", name="裁剪为新版本").click()
        await use(page, stack, 3)

        sound = await heard_first(carrier, is_tone(UPLOADED_HZ), "the new greeting")
        assert hearing.tone_seconds(sound, UPLOADED_HZ) < 1.7  # it was cut

        await page.get_by_role("button", name="撤销").click()
        row = page.get_by_role("listitem").filter(has_text="第 1 版")
        await in_use(row, stack)
        sound = await heard_first(carrier, is_speech, "the greeting as it was")
        assert hearing.tone_seconds(sound, UPLOADED_HZ) < 0.6
    assert stack.pid("switchboard") == switchboard


async def test_what_is_spoken_into_the_browser_is_heard_until_its_file_is_lost(
    stack: Stack, carrier: Carrier
) -> None:
    async with chromium() as browser:
        page = await (await person(browser, SPOKEN_HZ)).new_page()
        await open_library(page, stack)
        await page.get_by_role("radio", name="麦克风").check()
        await page.get_by_role("button", name="开始录音").click()
        await expect(page.get_by_role("timer")).to_have_text(re.compile("^[2-9]"))
        await page.get_by_role("button", name="停止").click()
        await page.get_by_role("button", name="保存为新版本").click()
        newest = page.get_by_role("listitem").filter(has_text="麦克风").first
        await newest.get_by_role("button", name="启用", exact=True).click()
        await in_use(newest, stack)
        await heard_first(carrier, is_tone(SPOKEN_HZ), "the spoken greeting")

    admin = await Staff.sign_in(stack.url, "9000")
    prompt = (await admin.get(f"/api/prompts/{PROMPT}")).body
    number = prompt["languages"]["zh"]["number"]
    for file in (stack.env.sounds / "shifan" / "zh").glob(f"{PROMPT}.{number}.*"):
        file.unlink()
    sound = await heard_first(carrier, is_speech, "the next in order")
    assert hearing.tone_seconds(sound, SPOKEN_HZ) < 1  # a vowel may hold it for a while

    async def alarm() -> Any:
        items = (await admin.get("/api/alarms?cleared=false")).body["items"]
        return next((item for item in items if item["code"] == "prompt.file_missing"), None)

    stack.sql("NOTIFY lianxin_plans")  # they are read once a minute too: tests/apps/test_listener
    told = await eventually(alarm, "the alarm")
    assert told["object_id"] == f"{PROMPT} zh"
