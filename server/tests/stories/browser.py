"""A Chromium whose microphone is a tone and whose loudspeaker is measured (async API).

Each page speaks with its own frequency, so that a story proves each direction of a call:
``await until_heard(page, 440)`` is true only when the other side's 440 Hz arrives there.
"""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Literal

from playwright.async_api import Browser, BrowserContext, Page, async_playwright

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
            await browser.close()


async def person(
    browser: Browser,
    frequency: int = 440,
    *,
    microphone: Microphone = "tone",
    width: int = 1440,
    height: int = 900,
) -> BrowserContext:
    """Somebody with a profile of their own, who speaks with ``frequency`` (Hz) on every page."""
    context = await browser.new_context(
        viewport={"width": width, "height": height}, locale="zh-CN", timezone_id="Asia/Shanghai"
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
