"""人工转自动 at the desk: the caller walks the flow again, and what was typed stays."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import Page, expect

from devkit.carrier.carrier import Carrier
from tests.stack import Stack
from tests.stories import browser as b
from tests.stories.at_desk import at_desk, calls_in, field
from tests.stories.axe import hindrances
from tests.stories.conftest import CALLER_HZ

pytestmark = pytest.mark.timeout(180)

#: Made up, as every number here.
CITIZEN = "13800000491"
MASKED = "138****0491"
ONE_CALL = re.compile(r"/api/calls/[0-9a-f-]{36}$")


async def test_an_agent_sends_the_caller_into_the_automatic_service(
    stack: Stack, carrier: Carrier
) -> None:
    async with b.chromium() as chromium, at_desk(stack, chromium) as page:
        await b.go_ready(page)
        caller = await calls_in(carrier, CITIZEN)
        await b.ringing(page)
        await b.answer(page)
        await b.until_heard(page, CALLER_HZ)
        await field(page, "标题").fill("想听投诉结果")
        await looks_something_up(page)

        await page.keyboard.press("F9")
        picker = page.get_by_role("dialog", name="转自动服务")
        await expect(picker.get_by_role("button", name="自动服务")).to_be_visible()
        await expect(picker.get_by_role("button", name="人工服务")).to_have_count(0)
        assert await hindrances(page) == []
        await picker.get_by_role("searchbox").fill("结果查询")
        async with page.expect_response(ONE_CALL):  # in wrap-up the page asks what the call became
            await page.keyboard.press("Enter")
        await b.state_is(page, "话后处理")
        await expect(field(page, "标题")).to_have_value("想听投诉结果")

        await caller.hangup()
        await page.keyboard.press("F8")  # the call has neither case nor disposition: asked once
        await expect(page.get_by_role("dialog")).to_be_visible()
        await page.keyboard.press("F8")
        await b.state_is(page, "示闲")
        await expect(page.get_by_text("还有 1 份草稿没有提交：想听投诉结果")).to_be_visible()
        await its_way_is_told_in_words(page)


async def looks_something_up(page: Page) -> None:
    """What the centre knows goes into the sheet, with which entry and version it was."""
    side = page.get_by_role("complementary", name="知识、经过与脚本")
    await side.get_by_role("tab", name="知识").click()
    await side.get_by_role("searchbox", name="搜索知识").fill("身份证")
    await side.get_by_role("button", name="补领居民身份证").click()
    await side.get_by_role("button", name="放入工单").click()
    await expect(field(page, "内容")).to_have_value(
        re.compile(r"^补领居民身份证\n[\s\S]+（知识 \S+ 第 \d+ 版）\n$")
    )
    await expect(field(page, "内容")).to_be_focused()


async def its_way_is_told_in_words(page: Page) -> None:
    await page.get_by_role("navigation", name="主导航").get_by_role("link", name="通话").click()
    calls = page.get_by_role("table", name="通话列表")
    row = calls.get_by_role("row").filter(has_text=MASKED)
    await expect(row).to_contain_text("结果查询")
