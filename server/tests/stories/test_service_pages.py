"""What people do on the console's pages besides calls and cases: what callers ask, and accounts."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Page, expect
from websockets.asyncio.client import connect

from lianxin.centres.second_factor import codes
from tests.stack import Stack
from tests.stories import browser as desk
from tests.stories.at_desk import sign_out
from tests.stories.axe import hindrances
from tests.stories.staff import PASSWORD, Staff

pytestmark = pytest.mark.timeout(180)


@pytest.fixture
async def page(stack: Stack, chromium: str) -> AsyncIterator[Page]:
    """The administrator of 示范市, on the page of polls."""
    async with desk.chromium() as browser:
        context = await desk.person(browser)
        page = await context.new_page()
        await page.goto(f"{stack.url}/desk/polls")
        await give_password(page, "9000")
        await expect(page.get_by_role("navigation", name="主导航")).to_be_visible()
        yield page


async def give_password(page: Page, number: str) -> None:
    """The first step of a sign-in."""
    await page.get_by_label("工号").fill(number)
    await page.get_by_label("密码", exact=True).fill(PASSWORD)
    await page.get_by_role("button", name="登录", exact=True).click()


async def test_a_poll_is_made_and_its_results_wait_for_its_end(page: Page) -> None:
    await page.get_by_role("button", name="新建调查").click()
    await page.get_by_role("textbox", name="标题").fill("路灯改造意见")
    await page.get_by_role("textbox", name="编码").fill("lamps")
    await page.get_by_role("textbox", name="题目").fill("您是否赞成？")
    await page.get_by_role("textbox", name="按键 1 的选项").fill("赞成")
    await page.get_by_role("textbox", name="按键 2 的选项").fill("反对")
    await page.get_by_role("button", name="保存").click()
    await expect(page.get_by_role("heading", name="路灯改造意见")).to_be_visible()
    await expect(page.get_by_text("0 人").first).to_be_visible()
    await expect(page.get_by_text("结果在调查结束后公布")).to_be_visible()
    assert await hindrances(page) == []


async def test_the_knowledge_is_walked_and_found_by_two_characters(
    stack: Stack, page: Page
) -> None:
    await page.goto(f"{stack.url}/desk/knowledge/law-noise")
    await expect(page.get_by_role("heading", name="夜间施工噪声")).to_be_visible()
    await expect(page.get_by_text("第 1 版")).to_be_visible()
    assert await hindrances(page) == []
    await page.get_by_role("searchbox", name="搜索标题和正文").fill("身份")
    await page.get_by_role("button", name="补领居民身份证").click()
    await expect(page.get_by_role("heading", name="补领居民身份证")).to_be_visible()


async def test_pages_without_anything_say_what_to_do(stack: Stack, page: Page) -> None:
    await page.goto(f"{stack.url}/desk/notices")
    await expect(page.get_by_text("还没有短信网关")).to_be_visible()
    assert await hindrances(page) == []
    await page.get_by_role("tab", name="传真").click()
    await expect(page.get_by_role("heading", name="传真")).to_be_visible()
    assert await hindrances(page) == []
    await page.goto(f"{stack.url}/desk/connections")
    await page.get_by_role("button", name="新建连接").click()
    await expect(page.get_by_role("textbox", name="服务地址")).to_be_visible()
    assert await hindrances(page) == []


async def test_a_form_marks_what_is_refused_and_keeps_what_was_typed_through_a_sign_in(
    stack: Stack, page: Page
) -> None:
    await page.goto(f"{stack.url}/desk/connections")
    await page.get_by_role("button", name="新建连接").click()
    code = page.get_by_role("textbox", name="编码")
    await code.fill("Gas!")
    await page.get_by_role("textbox", name="名称").fill("燃气")
    await page.get_by_role("textbox", name="服务地址").fill("https://gas.example")
    await page.get_by_role("button", name="保存").click()
    await expect(code).to_have_attribute("aria-invalid", "true")
    await expect(code).to_be_focused()
    assert await hindrances(page) == []
    await page.context.clear_cookies(name="lianxin_session")
    await page.get_by_role("button", name="保存").click()
    await expect(page.get_by_text("登录已过期")).to_be_visible()
    await give_password(page, "9000")
    await page.get_by_role("button", name="新建连接").click()
    await page.get_by_role("button", name="恢复").click()
    await expect(code).to_have_value("Gas!")
    await expect(page.get_by_role("textbox", name="名称")).to_have_value("燃气")
    await page.get_by_role("button", name="取消").click()


async def test_somebody_is_taken_on_and_told_a_password_once(stack: Stack, page: Page) -> None:
    await page.goto(f"{stack.url}/desk/people")
    await expect(page.get_by_role("row", name="8001 李示范")).to_be_visible()
    assert await hindrances(page) == []
    await page.get_by_role("button", name="新增人员").click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_role("textbox", name="工号").fill("8009")
    await dialog.get_by_role("textbox", name="姓名").fill("新来的")
    await dialog.get_by_role("checkbox", name="坐席").check()
    assert await hindrances(page) == []
    await page.keyboard.press("Control+Enter")
    told = page.get_by_role("dialog").filter(has_text="只显示这一次")
    password = await told.locator("code").inner_text()
    await told.get_by_role("button", name="我已记下").click()
    await expect(page.get_by_role("heading", name="8009 新来的")).to_be_visible()
    await expect(page.get_by_text("初始密码，尚未修改")).to_be_visible()
    await expect(page.get_by_text(password)).to_have_count(0)
    assert await hindrances(page) == []
    await page.set_viewport_size({"width": 390, "height": 844})
    assert not await page.evaluate("document.documentElement.scrollWidth > innerWidth")
    staff = await Staff.sign_in(stack.url, "8009", password=password)
    assert (await staff.get("/api/session")).body["name"] == "新来的"


async def test_who_is_switched_off_is_out_within_two_seconds(stack: Stack, page: Page) -> None:
    staff = await Staff.sign_in(stack.url, "8003")
    ticket = (await staff.post("/api/session/live-ticket")).body["ticket"]
    await page.goto(f"{stack.url}/desk/people?q=8003")
    await page.get_by_role("row", name="8003 张示范").click()
    panel = page.get_by_role("complementary", name="8003 张示范")
    async with connect(stack.env.live_url) as socket:
        await socket.send(json.dumps({"type": "hello", "ticket": ticket}))
        assert json.loads(await socket.recv())["type"] == "welcome"
        await panel.get_by_role("button", name="停用").click()
        await page.get_by_role("dialog").get_by_role("button", name="停用", exact=True).click()
        async with asyncio.timeout(2):
            await socket.wait_closed()
    assert (await staff.get("/api/calls")).status == 401
    await panel.get_by_role("button", name="启用").click()
    await page.get_by_role("dialog").get_by_role("button", name="启用", exact=True).click()
    await expect(panel.get_by_role("button", name="停用")).to_be_visible()
    assert (await (await Staff.sign_in(stack.url, "8003")).get("/api/calls")).status == 200


async def test_who_has_a_second_factor_signs_in_with_their_telephone_or_a_recovery_code(
    stack: Stack, page: Page
) -> None:
    await page.context.clear_cookies(name="lianxin_session")
    await page.goto(f"{stack.url}/desk/security")
    await give_password(page, "9002")
    key, recovery = await set_up_factor(page)

    await sign_out(page)
    await give_password(page, "9002")
    code = page.get_by_label("动态码")
    await expect(code).to_be_focused()
    assert await hindrances(page) == []
    await code.fill("00000x")
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("动态码或备用码不正确")).to_be_visible()
    await expect(code).to_have_value("")
    await expect(code).to_be_focused()
    await page.keyboard.type(codes.code_at(key, time.time() + 30))  # that of now was taken
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", name="登录与安全")).to_be_visible()

    await sign_out(page)
    await give_password(page, "9002")
    await page.get_by_role("button", name="使用备用码").click()
    await page.get_by_label("备用码").fill(recovery[0])
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("备用码还剩 9 个")).to_be_visible()

    await page.get_by_role("button", name="关闭", exact=True).click()
    dialog = page.get_by_role("dialog", name="关闭两步验证？")
    await dialog.get_by_label("登录密码").fill(PASSWORD)
    await dialog.get_by_label("动态码").fill(recovery[1])
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("未启用")).to_be_visible()
    await Staff.sign_in(stack.url, "9002")  # as before: the password alone


async def set_up_factor(page: Page) -> tuple[bytes, list[str]]:
    """On 登录与安全, as people do it: the key of the telephone, and the recovery codes."""
    await page.get_by_role("button", name="启用", exact=True).click()
    dialog = page.get_by_role("dialog", name="启用两步验证")
    await expect(dialog.get_by_label("登录密码")).to_be_focused()
    await page.keyboard.type(PASSWORD)
    await page.keyboard.press("Enter")
    await expect(dialog.get_by_role("img", name="二维码")).to_be_visible()
    assert await hindrances(page) == []
    key = codes.key_of((await dialog.locator("code").inner_text()).replace(" ", ""))
    await dialog.get_by_label("动态码").fill(codes.code_at(key, time.time()))
    await page.keyboard.press("Enter")
    told = dialog.get_by_role("list", name="两步验证备用码").locator("code")
    await expect(told).to_have_count(codes.RECOVERY_CODES)
    recovery = await told.all_inner_texts()
    assert await hindrances(page) == []
    await dialog.get_by_role("checkbox", name="已妥善保存").check()
    await dialog.get_by_role("button", name="完成").click()
    await expect(page.get_by_text("备用码还剩 10 个")).to_be_visible()
    assert await hindrances(page) == []
    return key, recovery
