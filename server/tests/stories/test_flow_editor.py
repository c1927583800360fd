"""A flow is drawn by keyboard and mouse, tried without a telephone, published, and heard."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from playwright.async_api import Locator, Page, expect

from devkit.carrier import hearing
from devkit.carrier.carrier import Carrier
from tests.stack import Stack
from tests.stories import browser as b
from tests.stories.air import BYE, hears, in_plans, own_tone, say
from tests.stories.conftest import eventually
from tests.stories.ear import found
from tests.stories.flows import drawn, published
from tests.stories.staff import PASSWORD, Staff
from tests.stories.whereabouts import Whereabouts

pytestmark = pytest.mark.timeout(240)

#: What a new node of the type says until somebody chooses something else.
PROMPT = "closed_hours"

#: A line whose callers hear which version they are on.
KEEP_LINE = "7801"
MENU_HZ, OLD_HZ, NEW_HZ = 450.0, 800.0, 1150.0

ERRORS = re.compile("[0-9] 个错误")


async def test_a_flow_is_drawn_tried_published_and_heard(stack: Stack, carrier: Carrier) -> None:
    administrator = await Staff.sign_in(stack.url, "9000")
    before = (await administrator.get("/api/flows/article")).body["published"]["number"]
    try:
        async with b.chromium() as chromium:
            someone = await b.person(chromium)
            page = await someone.new_page()
            await sign_in(page, stack.url)
            await open_flow(page, stack.url, "article")
            await draw_a_greeting_that_ends(page)
            await it_is_tried_without_a_telephone(page)
            await it_is_published(page)
            await a_caller_hears_it(stack, carrier)
            await it_is_rolled_back(page, before)
            await someone.close()
    finally:
        await administrator.post(
            f"/api/flows/article/versions/{before}/roll-back", {"note": "after the story"}
        )


async def sign_in(page: Page, url: str) -> None:
    """The administrator has no telephone: there is no call bar to wait for."""
    await b.at_centre(page, url, "shifan")
    await page.goto(f"{url}/desk/")
    await page.get_by_label("工号").fill("9000")
    await page.get_by_label("密码", exact=True).fill(PASSWORD)
    await page.get_by_role("button", name="登录", exact=True).click()


async def open_flow(page: Page, url: str, code: str) -> None:
    """By its address: other stories leave more flows than a list shows at once."""
    await page.get_by_role("link", name="流程", exact=True).click()
    await expect(page.get_by_role("row").nth(1)).to_be_visible()
    await page.goto(f"{url}/desk/flows/{code}")
    await expect(page.get_by_role("button", name="发布", exact=True)).to_be_visible()


def card(page: Page, node: str) -> Locator:
    return page.locator(f'.react-flow__node[data-id="{node}"]')


async def draw_a_greeting_that_ends(page: Page) -> None:
    """Keyboard: a node that says something, at the start. Mouse: its exit to the end."""
    canvas = page.locator(".fe-canvas")
    await canvas.focus()
    await page.keyboard.press("/")
    await page.keyboard.type("播放一段")
    await page.keyboard.press("Enter")
    await expect(card(page, "say")).to_be_visible()
    await expect(page.get_by_text(ERRORS)).to_be_visible()

    await page.keyboard.press("Control+z")
    await expect(card(page, "say")).to_have_count(0)
    await page.keyboard.press("Control+y")
    await card(page, "say").click()
    await page.get_by_role("button", name="设为开始节点").click()

    await canvas.focus()
    await page.keyboard.press("Control+0")
    exit_ = card(page, "say").locator(".react-flow__handle-right")
    await expect(exit_).to_be_in_viewport()
    await exit_.drag_to(card(page, "goodbye"))
    await expect(page.get_by_text(ERRORS)).to_have_count(0)
    await expect(page.get_by_role("status").filter(has_text="已保存")).to_be_visible()


async def it_is_tried_without_a_telephone(page: Page) -> None:
    await page.get_by_role("tab", name="模拟通话").click()
    await page.get_by_role("button", name="开始通话").click()
    transcript = page.get_by_role("list", name="通话经过")
    await expect(transcript).to_contain_text("播放")
    drawer = page.get_by_role("tabpanel")
    await drawer.get_by_role("spinbutton", name="秒").fill("60")
    await drawer.get_by_role("button", name="等待", exact=True).click()
    await expect(page.get_by_text("通话已结束")).to_be_visible()
    await page.get_by_role("button", name="全部显示").click()  # cards out of sight are not drawn
    await expect(card(page, "say").locator(".fe-card-walked")).to_be_visible()
    await expect(card(page, "goodbye").locator(".fe-card-walked")).to_be_visible()


async def it_is_published(page: Page) -> None:
    await page.get_by_role("button", name="发布", exact=True).click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_label("发布说明").fill("先问候再结束")
    submit = dialog.get_by_role("button", name="发布", exact=True)
    await expect(dialog.get_by_text("正在运行测试场景")).to_have_count(0)
    reason = dialog.get_by_label("仍要发布的理由")
    if await reason.count():
        await reason.fill("演示")
    await expect(submit).to_be_enabled()
    await submit.click()
    await expect(page.get_by_text("新的来电从现在起使用它")).to_be_visible()


async def a_caller_hears_it(stack: Stack, carrier: Carrier) -> None:
    """The new version reaches the switchboard a moment after the page is told."""

    async def hears() -> bool:
        caller = await carrier.dial("12345", caller="13800000077")
        try:
            await caller.ended(30)
        except TimeoutError:  # the version before went on to its menu
            await caller.hangup()
        sound = hearing.load(await caller.heard())
        return found(sound, stack.env.sounds / "zh" / f"{PROMPT}.wav") is not None

    await eventually(hears, "a call that hears the new node", 90)


async def it_is_rolled_back(page: Page, version: int) -> None:
    await page.get_by_role("button", name="版本").click()
    drawer = page.get_by_role("dialog")
    row = drawer.get_by_role("listitem").filter(has_text=f"第 {version} 版").last
    await row.get_by_role("button", name="恢复这一版").click()
    await page.get_by_role("button", name="恢复这一版").last.click()
    await expect(page.get_by_text("的内容已重新发布")).to_be_visible()


def greeting(tone: str) -> dict[str, Any]:
    """A menu whose 1 says a tone and comes back."""
    menu = {"type": "menu", "prompts": ["tone_keep_menu"], "timeout_seconds": 60}
    return {
        "main": {**menu, "keys": {"1": "info", "9": "bye"}, "otherwise": "bye"},
        "info": say(tone, "main"),
        "bye": BYE,
    }


async def test_a_caller_keeps_the_version_that_their_call_began_with(
    stack: Stack, carrier: Carrier, where: Whereabouts
) -> None:
    tones = {"tone_keep_menu": MENU_HZ, "tone_keep_old": OLD_HZ, "tone_keep_new": NEW_HZ}
    for name, hertz in tones.items():
        own_tone(stack, "shifan", name, hertz)
    administrator = await Staff.sign_in(stack.url, "9000")
    await drawn(administrator, "keep", greeting("tone_keep_old"))
    await published(stack, administrator, "keep", KEEP_LINE)
    early = await carrier.dial(KEEP_LINE, caller="13800000078")
    await early.answered()
    await where.stands(early.caller, "main")
    await drawn(administrator, "keep", greeting("tone_keep_new"))
    async with b.chromium() as chromium:
        page = await (await b.person(chromium)).new_page()
        await sign_in(page, stack.url)
        await open_flow(page, stack.url, "keep")
        await it_is_published(page)
    await in_plans(stack, lambda plans: "tone_keep_new" in json.dumps(plans["lines"]))

    late = await carrier.dial(KEEP_LINE, caller="13800000079")
    await late.answered()
    for call, hertz in ((early, OLD_HZ), (late, NEW_HZ)):
        await where.press(call, ("main", "1"))
        await hears(call, hertz)
        await call.hangup()
    assert hearing.tone_seconds(hearing.load(await early.heard()), NEW_HZ) == 0
    assert hearing.tone_seconds(hearing.load(await late.heard()), OLD_HZ) == 0
