"""How smoothly a flow of 500 nodes is dragged in the browser, beside an empty page."""

from __future__ import annotations

import asyncio
import itertools
import os
import shutil
import time
from typing import Any

from playwright.async_api import Browser, Page, async_playwright

from bench.kit.drawing import NODES, big
from bench.kit.ground import CENTRE, Ground
from bench.kit.report import Promise, Report
from bench.kit.rounds import middle, percentile

_DRAG_SECONDS = 4.0
_LEAST_FRAMES = 50.0  # a second
_FLAGS = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")
_BEGIN = """() => {
  window.__frames = [];
  const next = (at) => { window.__frames.push(at); window.__going = requestAnimationFrame(next); };
  window.__going = requestAnimationFrame(next);
}"""
_END = "() => { cancelAnimationFrame(window.__going); return window.__frames; }"
_SEND = """async ({ method, path, body }) => {
  const token = document.cookie.match(/lianxin_csrf=([^;]+)/)?.[1] ?? "";
  const headers = { "content-type": "application/json", "X-CSRFToken": token };
  const answer = await fetch(path, { method, headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}"""


async def measure(ground: Ground, rounds: int, report: Report) -> None:
    """``rounds`` of dragging one card to and fro; the empty page in the same browser."""
    url = f"http://127.0.0.1:{ground.env.ports.web}"
    path = os.environ.get("LIANXIN_CHROMIUM") or shutil.which("chromium")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(args=list(_FLAGS), executable_path=path)
        try:
            bare = [await _empty(browser) for _ in range(rounds)]
            page = await _opened(browser, url)
            ours = [await _drag_card(page) for _ in range(rounds)]
        finally:
            await browser.close()
    _tell(report, ours, bare)


async def _empty(browser: Browser) -> list[float]:
    page = await browser.new_page(viewport={"width": 1440, "height": 900})
    frames = await _frames(page, 700, 450)
    await page.close()
    return frames


async def _opened(browser: Browser, url: str) -> Page:
    """The editor with the big flow, as its flow editor sees it at a working zoom."""
    from lianxin.centres.password_rules import (
        DEMO_PASSWORD,  # it needs the applications to be loaded
    )

    page = await browser.new_page(viewport={"width": 1440, "height": 900}, locale="zh-CN")
    await page.goto(f"{url}/desk")
    await page.evaluate("code => localStorage.setItem('lianxin.centre', code)", CENTRE)
    await page.goto(f"{url}/desk")
    await page.get_by_label("工号").fill("9200")
    await page.get_by_label("密码", exact=True).fill(DEMO_PASSWORD)
    await page.get_by_role("button", name="登录", exact=True).click()
    await page.get_by_role("button", name="9200").wait_for()
    made = await _send(page, "POST", "/api/flows", {"code": "big", "name": "500"})
    draft = {"version": made["draft"]["version"], "spec": big(), "layout": None}
    await _send(page, "PUT", "/api/flows/big/draft", draft)
    await page.goto(f"{url}/desk/flows/big")
    await page.locator(".react-flow__node").first.wait_for()
    return page


async def _send(page: Page, method: str, path: str, body: Any) -> Any:
    return await page.evaluate(_SEND, {"method": method, "path": path, "body": body})


async def _drag_card(page: Page) -> list[float]:
    box = await page.locator(".react-flow__node").nth(2).bounding_box()
    if box is None:
        raise LookupError("no card is in sight")
    x, y = box["x"] + box["width"] / 2, box["y"] + 12
    await page.mouse.move(x, y)
    await page.mouse.down()
    frames = await _frames(page, x, y)
    await page.mouse.up()
    return frames


async def _frames(page: Page, x: float, y: float) -> list[float]:
    """Move the pointer for a while; the lengths of the frames meanwhile, in milliseconds."""
    await page.evaluate(_BEGIN)
    begun = time.monotonic()
    step = 0
    while time.monotonic() - begun < _DRAG_SECONDS:
        step += 1
        await page.mouse.move(x + step % 120, y + step % 80)
        await asyncio.sleep(0.008)
    moments: list[float] = await page.evaluate(_END)
    return [after - before for before, after in itertools.pairwise(moments)]


def _tell(report: Report, ours: list[list[float]], bare: list[list[float]]) -> None:
    rates = [1000 * len(frames) / sum(frames) for frames in ours]
    empty = [1000 * len(frames) / sum(frames) for frames in bare]
    slow = [percentile(frames, 0.95) for frames in ours]
    rate = middle(rates)
    report.row(f"dragging in {NODES} nodes, frames a second", rate, middle(empty))
    report.row("  as a share of an empty page", "", "", rate / middle(empty))
    report.row("  slowest twentieth of frames, ms", middle(slow))
    report.figures["editor"] = {
        "nodes": NODES,
        "frames_a_second": [round(value, 1) for value in rates],
        "empty_page": [round(value, 1) for value in empty],
        "p95_ms": [round(value, 1) for value in slow],
    }
    name = "milliseconds of a frame while dragging (50 frames a second)"
    report.promises.append(Promise(name, round(1000 / rate, 2), 1000 / _LEAST_FRAMES))
