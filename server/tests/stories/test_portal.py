"""A citizen at the portal: calls from the page, asks what became of it, with and without script."""

from __future__ import annotations

import re
from typing import Literal

import pytest
from playwright.async_api import Browser, Page, expect

from tests.stack import Stack
from tests.stories import browser as b
from tests.stories.at_desk import at_desk, file_case, records_of, sheet
from tests.stories.axe import hindrances
from tests.stories.conftest import AGENT_HZ, CALLER_HZ
from tests.stories.staff import Staff

pytestmark = pytest.mark.timeout(180)

#: Made up, as every number here.
CITIZEN = "13800000081"


@pytest.fixture(autouse=True)
def nobody_has_called_yet(stack: Stack) -> None:
    """Calls from the page are limited by address, and all stories share one."""
    stack.sql("DELETE FROM centres_attempt WHERE kind = 'web_call'")


async def case_of(stack: Stack, title: str, phone: str = "") -> tuple[str, str]:
    """A case that an agent has filed: its number and its code."""
    agent = await Staff.sign_in(stack.url, "8002")
    case = {"type": "help", "title": title, "content": title, "phone": phone}
    opened = (await agent.post("/api/cases", case)).body
    return opened["case"]["number"], opened["code"]


async def at_portal(stack: Stack, chromium: Browser) -> Page:
    """A citizen with a microphone, on the page for calling."""
    page = await (await b.person(chromium, CALLER_HZ)).new_page()
    await page.goto(f"{stack.url}/call")
    return page


async def ask(page: Page, number: str, code: str) -> None:
    """进度查询 with ``number`` and ``code``."""
    await page.get_by_label("工单编号").fill(number)
    await page.get_by_label("查询码").fill(code)
    await page.get_by_role("main").get_by_role("button", name="查询").click()


async def test_a_citizen_calls_from_the_page_and_asks_later(stack: Stack) -> None:
    await case_of(stack, "以前的诉求", CITIZEN)
    async with b.chromium() as chromium, at_desk(stack, chromium) as desk:
        await b.go_ready(desk)
        citizen = await at_portal(stack, chromium)
        await citizen.get_by_label("您的电话号码").fill("138 0000 0081")
        await citizen.get_by_role("button", name="网页拨打12345").click()
        await expect(citizen.get_by_role("status")).to_have_text("通话中")
        await hears_the_welcome(citizen)
        await b.press(citizen, "1")

        await b.ringing(desk)
        await expect(b.call_bar(desk)).to_contain_text("138****0081")
        await expect(b.call_bar(desk)).to_contain_text("网页来电")
        await expect(b.call_bar(desk)).to_contain_text("未核实")
        history = desk.get_by_role("complementary", name="来电人")
        await expect(history.get_by_text("以前的诉求")).to_be_visible()
        await b.answer(desk)
        await b.until_heard(desk, CALLER_HZ)
        await b.until_heard(citizen, AGENT_HZ)
        await sheet(desk).get_by_label("电话").focus()  # masked until somebody is in the field
        await expect(sheet(desk).get_by_label("电话")).to_have_value(CITIZEN)
        number, code = await file_case(desk, "咨询", "网页上问的事", "怎样办理居住证")

        await b.citizen_hangs_up(citizen)
        await b.state_is(desk, "话后处理")
        await citizen.get_by_role("link", name="进度查询").click()
        await ask(citizen, number, code)
        await expect(citizen.get_by_role("heading", name="查询结果")).to_be_visible()
        await expect(citizen.get_by_role("main")).to_contain_text("已受理")
        await expect(citizen.get_by_role("main")).to_contain_text("咨询")
        [record] = await records_of(await Staff.sign_in(stack.url, "8001"), CITIZEN)
    assert (record["source"], record["outcome"]) == ("web", "answered")
    assert record["ended_by"] == "caller"


async def hears_the_welcome(page: Page) -> None:
    """Something is said, and it is no tone of ours."""
    await page.wait_for_function("() => window.__heard(1000).level > 0.02")
    assert await b.share_heard(page, AGENT_HZ) < 0.3
    assert await b.share_heard(page, CALLER_HZ) < 0.3


async def test_a_number_that_is_none_is_told_where_it_was_typed(stack: Stack) -> None:
    async with b.chromium() as chromium:
        page = await at_portal(stack, chromium)
        number = page.get_by_label("您的电话号码")
        await number.fill("12")
        await page.get_by_role("button", name="网页拨打12345").click()
        await expect(page.get_by_role("alert")).to_contain_text("电话号码不正确")
        await expect(number).to_be_focused()
        await expect(number).to_have_attribute("aria-invalid", "true")


async def test_too_many_calls_from_one_address_are_told_to_wait(stack: Stack) -> None:
    async with b.chromium() as chromium:
        page = await at_portal(stack, chromium)
        statuses = await page.evaluate(
            """async () => {
              const { ticketUrl, csrf } = document.getElementById("call").dataset;
              const ask = () => fetch(ticketUrl, {method: "POST", headers: {"X-CSRFToken": csrf}});
              const answers = [];
              for (let call = 0; call < 5; call += 1) answers.push((await ask()).status);
              return answers;
            }"""
        )
        assert statuses == [200] * 5
        await page.get_by_role("button", name="网页拨打12345").click()
        await expect(page.get_by_role("alert")).to_have_text(
            re.compile(r"拨打次数较多，请在 (9|10) 分钟后再试")
        )


async def test_number_and_code_without_script_and_three_wrong_codes(stack: Stack) -> None:
    number, code = await case_of(stack, "无脚本查询")
    wrong = f"{(int(code) + 1) % 1_000_000:06d}"
    async with b.chromium() as chromium:
        page = await (
            await chromium.new_context(java_script_enabled=False, locale="zh-CN")
        ).new_page()
        await page.goto(stack.url)
        await (
            page.get_by_role("searchbox", name="输入 16 位工单编号")
            .or_(page.get_by_label("输入 16 位工单编号"))
            .fill(number)
        )
        await page.get_by_role("search").get_by_role("button", name="查询").click()
        await expect(page.get_by_label("工单编号")).to_have_value(number)
        await ask(page, number, code)
        await expect(page.get_by_role("main")).to_contain_text("已受理")

        for _ in range(3):
            await page.goto(f"{stack.url}/query")
            await ask(page, number, wrong)
            await expect(page.get_by_role("alert")).to_be_visible()
        await ask(page, number, code)
        await expect(page.get_by_role("alert")).to_contain_text("30 分钟")

        await page.goto(f"{stack.url}/call")
        assert "您也可以直接拨打电话 12345" in await page.content()
        await expect(page.get_by_label("您的电话号码")).to_be_hidden()


Theme = Literal["light", "dark"]
PORTAL = ("/", "/query", "/call")
DESK = ("/desk/", "/desk/calls?range=any", "/desk/cases?range=any")


@pytest.mark.parametrize("theme", ["light", "dark"])
async def test_nobody_is_hindered(stack: Stack, theme: Theme) -> None:
    await case_of(stack, "无障碍检查")
    found: dict[str, list[str]] = {}
    async with b.chromium() as chromium:
        page = await at_portal(stack, chromium)
        await page.emulate_media(color_scheme=theme)
        for path in PORTAL:
            await page.goto(stack.url + path)
            found[path] = await hindrances(page)
        await page.goto(f"{stack.url}/desk/")
        await page.get_by_role("button", name="登录", exact=True).wait_for()
        found["login"] = await hindrances(page)
        async with at_desk(stack, chromium, "8002") as desk:
            await desk.emulate_media(color_scheme=theme)
            for path in DESK:
                await desk.goto(stack.url + path)
                await desk.get_by_role("main").get_by_role("heading").first.wait_for()
                await desk.wait_for_load_state("networkidle")
                found[path] = await hindrances(desk)
    assert {path: each for path, each in found.items() if each} == {}
