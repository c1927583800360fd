"""A Chromium whose microphone is a tone and whose loudspeaker is measured (async API).

Each page speaks with its own frequency, so that a story proves each direction of a call:
``await until_heard(page, 440)`` is true only when the other side's 440 Hz arrives there.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import shutil
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Literal

from playwright.async_api import Browser, BrowserContext, Locator, Page, async_playwright, expect
from playwright.async_api import Error as PlaywrightError

from tests.failed_tests import pages_folder

Microphone = Literal["tone", "refused", "missing"]

_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
    "--autoplay-policy=no-user-gesture-required",
    "--disable-features=WebRtcHideLocalIpsWithMdns",
)
_SCRIPT = Path(__file__).with_name("browser.js")
#: A tone counts as heard when it carries this share of the sound, and the sound is this loud.
_SHARE = 0.3
_LEVEL = 0.01
_LOOK_MS = 3000  # what a picture of a page may take


def chromium_path() -> str:
    """The browser that the machine has; ``LIANXIN_CHROMIUM`` names another. "" is Playwright's."""
    named = os.environ.get("LIANXIN_CHROMIUM", "")
    return named or shutil.which("chromium") or shutil.which("google-chrome") or ""


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """A headless Chromium, closed at the end."""
    path = chromium_path()
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            headless=True, args=list(_FLAGS), executable_path=path or None
        )
        try:
            yield browser
        finally:
            await keep_pages(browser.contexts)
            await browser.close()


async def keep_pages(contexts: Iterable[BrowserContext]) -> None:
    """Of a story that failed, keep how each page looks; it is closed next."""
    if (folder := pages_folder()) is None:
        return
    taken = len(list(folder.glob("*.png"))) if folder.is_dir() else 0
    for n, page in enumerate((page for each in contexts for page in each.pages), taken + 1):
        place = re.sub(r"[^0-9A-Za-z]+", "-", page.url.partition("//")[2].partition("/")[2])
        with contextlib.suppress(PlaywrightError):  # a page that crashed, or that was closed
            await page.screenshot(path=folder / f"{n}-{place[:60]}.png", timeout=_LOOK_MS)


async def person(
    browser: Browser,
    frequency: int = 440,
    *,
    microphone: Microphone = "tone",
    width: int = 1440,
    height: int = 900,
) -> BrowserContext:
    """Somebody with a profile of their own, who speaks with ``frequency`` (Hz) on every page.

    Their computer asks pages to keep still: on a busy machine a menu that opens moves away
    between the two halves of a click that comes a frame after it, and nobody clicked anything.
    """
    context = await browser.new_context(
        viewport={"width": width, "height": height},
        locale="zh-CN",
        timezone_id="Asia/Shanghai",
        reduced_motion="reduce",
    )
    script = _SCRIPT.read_text("utf-8")
    await context.add_init_script(f"{{ {script}\ngivePageItsSound({frequency}, {microphone!r}); }}")
    return context


async def share_heard(page: Page, frequency: int) -> float:
    """How much of what ``page`` hears now is ``frequency``: 0 (nothing, silence) to 1."""
    heard: dict[str, float] = await page.evaluate("f => window.__heard(f)", frequency)
    return heard["share"] if heard["level"] >= _LEVEL else 0.0


async def level_heard(page: Page) -> float:
    """How loud is what ``page`` hears now: effective value, 0 to 1."""
    heard: dict[str, float] = await page.evaluate("f => window.__heard(f)", 1000)
    return heard["level"]


async def until_heard(page: Page, frequency: int, seconds: float = 10) -> None:
    """Wait until ``page`` hears ``frequency``; raises TimeoutError."""
    async with asyncio.timeout(seconds):
        while await share_heard(page, frequency) < _SHARE:
            await asyncio.sleep(0.05)


async def until_not_heard(page: Page, frequency: int, seconds: float = 10) -> None:
    """Wait until ``page`` no longer hears ``frequency``; raises TimeoutError."""
    async with asyncio.timeout(seconds):
        while await share_heard(page, frequency) >= _SHARE:
            await asyncio.sleep(0.05)


async def speak(page: Page, frequency: int) -> None:
    """Let the person of ``page`` speak with another frequency from now on; 0 is silence."""
    await page.evaluate("f => window.__speak(f)", frequency)


# --- the agent's desk, by the words that an agent reads


def call_bar(page: Page) -> Locator:
    """The telephone at the top of the desk."""
    return page.get_by_role("region", name="通话条")


async def at_centre(page: Page, base_url: str, centre: str) -> None:
    """Let the browser be one in which centre ``centre`` was chosen before."""
    await page.goto(f"{base_url}/api/health")  # the smallest page of the origin
    await page.evaluate("code => localStorage.setItem('lianxin.centre', code)", centre)


async def login(page: Page, base_url: str, centre: str, number: str, password: str) -> None:
    """Sign in at centre ``centre`` (its code) and wait for the desk."""
    await at_centre(page, base_url, centre)
    await page.goto(f"{base_url}/desk/")
    await page.get_by_label("工号").fill(number)
    await page.get_by_label("密码", exact=True).fill(password)
    await page.get_by_role("button", name="登录", exact=True).click()
    await call_bar(page).wait_for()


async def state_is(page: Page, word: str, seconds: float = 10) -> None:
    """Wait until the agent's state is ``word``: 示闲, 示忙, 振铃, 通话中, 已保持, 话后处理."""
    button = page.get_by_role("button", name=re.compile(rf"^{re.escape(word)}"))
    await expect(button.first).to_be_visible(timeout=seconds * 1000)


async def go_ready(page: Page) -> None:
    """示闲: wait until the telephone is registered, then press F8."""
    await expect(call_bar(page)).to_contain_text("话机就绪")
    await page.keyboard.press("F8")
    await state_is(page, "示闲")


async def ringing(page: Page, seconds: float = 10) -> None:
    """Wait until the telephone rings."""
    button = call_bar(page).get_by_role("button", name=re.compile("^接听"))
    await expect(button).to_be_visible(timeout=seconds * 1000)


async def answer(page: Page, seconds: float = 10) -> None:
    """Wait for the ring, press F2, wait for the conversation."""
    await ringing(page, seconds)
    await page.keyboard.press("F2")
    await state_is(page, "通话中")


async def hold(page: Page) -> None:
    """F6: the caller waits."""
    await page.keyboard.press("F6")
    await state_is(page, "已保持")


async def take_back(page: Page) -> None:
    """F6 again: the caller is back."""
    await page.keyboard.press("F6")
    await state_is(page, "通话中")


async def hang_up(page: Page) -> None:
    """F4, and wait for the wrap-up."""
    await page.keyboard.press("F4")
    await state_is(page, "话后处理")


async def attached_again(page: Page, seconds: float = 5) -> None:
    """Wait until a page that was reloaded, or lost its connection, has its call back.

    While the connection is lost the page goes on showing the call as it was.
    """
    await expect(page.get_by_text("正在重新连接… 电话不受影响")).to_be_hidden(
        timeout=seconds * 1000
    )
    bar = call_bar(page).get_by_role("button", name=re.compile("^挂断"))
    await expect(bar).to_be_visible(timeout=seconds * 1000)
    await state_is(page, "通话中", seconds)


# --- the citizen's page


async def call_from_portal(page: Page, base_url: str) -> None:
    """网页拨打12345, and wait until the call is connected."""
    await page.goto(f"{base_url}/call")
    await page.get_by_role("button", name="网页拨打12345").click()
    await expect(page.get_by_role("status")).to_have_text("通话中")


async def press(page: Page, keys: str) -> None:
    """Press ``keys`` on the keypad of the citizen's page."""
    pad = page.get_by_role("group", name="拨号键盘")
    for key in keys:
        await pad.get_by_role("button", name=key, exact=True).click()


async def citizen_hangs_up(page: Page) -> None:
    """挂断 on the citizen's page."""
    await page.get_by_role("button", name="挂断").click()
    await expect(page.get_by_role("status")).to_have_text("已结束")
