"""An administrator plans a line in the console, and the next caller hears what was planned."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from typing import Any

import pytest
from playwright.async_api import Page, expect

from devkit.carrier.carrier import Carrier
from tests.stack import Stack
from tests.stories import browser as desk
from tests.stories.axe import hindrances
from tests.stories.conftest import eventually
from tests.stories.staff import PASSWORD, Staff

pytestmark = pytest.mark.timeout(180)

#: A line of these stories' own: the others' callers go on hearing what they know.
LINE = "12390"


@pytest.fixture
async def admin(stack: Stack) -> Staff:
    """The administrator, without a page; the line is open."""
    admin = await Staff.sign_in(stack.url, "9000")
    await admin.post("/api/lines", {"number": LINE, "name": "线路故事", "flow": "article"})
    return admin


@pytest.fixture
async def page(stack: Stack, chromium: str) -> AsyncIterator[Page]:
    """The administrator of 示范市, on the page of lines."""
    async with desk.chromium() as browser:
        context = await desk.person(browser)
        page = await context.new_page()
        yield page


async def sign_in(page: Page, stack: Stack, number: str, path: str) -> None:
    """Sign in at 示范市 and open ``path`` of the console."""
    await page.goto(f"{stack.url}/desk/{path}")
    await page.get_by_label("工号").fill(number)
    await page.get_by_label("密码", exact=True).fill(PASSWORD)
    await page.get_by_role("button", name="登录", exact=True).click()
    await expect(page.get_by_role("navigation", name="主导航")).to_be_visible()


async def choose(page: Page, field: str, option: str) -> None:
    """Choose ``option`` of the select ``field`` in the line's panel."""
    await page.get_by_role("combobox", name=field).click()
    await page.keyboard.type(option)  # other stories leave more flows than a list shows at once
    await page.locator(".ant-select-item-option", has_text=option).last.click()


async def version_of_call(stack: Stack, carrier: Carrier, staff: Staff, caller: str) -> int:
    """The flow version that a call of ``caller`` ran."""
    call = await carrier.dial(LINE, caller=caller)
    await call.answered()
    await call.hangup()

    async def recorded() -> Any:
        answer = await staff.get(f"/api/calls?caller={caller}")
        items = answer.body["items"]
        return items[0]["id"] if items and items[0]["ended_at"] else None

    known = await eventually(recorded, f"the call of {caller}")
    version: int = (await staff.get(f"/api/calls/{known}")).body["flow_version"]
    return version


async def test_the_emergency_switch_holds_from_the_next_call_on(
    stack: Stack, carrier: Carrier, admin: Staff, page: Page
) -> None:
    await admin.post("/api/flows", {"code": "storm", "name": "台风应急", "template": "article"})
    draft = (await admin.get("/api/flows/storm")).body["draft"]
    published = await admin.post(
        "/api/flows/storm/publish", {"version": draft["version"], "note": "应急预案"}
    )
    assert published.status < 300, published.body

    await sign_in(page, stack, "9000", f"lines/{LINE}")
    await choose(page, "应急流程", "台风应急")
    await page.get_by_role("button", name="保存", exact=True).click()
    await expect(page.get_by_text("新来电即刻生效")).to_be_visible()
    usual = await version_of_call(stack, carrier, admin, "13800012319")

    row = page.get_by_role("table", name="线路列表").get_by_role("row", name=re.compile(LINE))
    await row.get_by_role("button", name="启用应急").click()
    asked = page.get_by_role("dialog", name=re.compile(LINE))
    await expect(asked).to_contain_text("台风应急")
    await asked.get_by_role("button", name="启用应急").click()
    await expect(row).to_contain_text("台风应急")

    async def other() -> Any:
        seen = await version_of_call(stack, carrier, admin, "13800012329")
        return seen != usual

    await eventually(other, "the emergency flow", seconds=30, every=0.5)
    await row.get_by_role("button", name="结束应急").click()
    await asked.get_by_role("button", name="结束应急").click()
    await expect(row).to_contain_text("热线默认流程")

    async def usual_again() -> Any:
        return await version_of_call(stack, carrier, admin, "13800012339") == usual

    await eventually(usual_again, "the day's flow", seconds=30, every=0.5)
    trail = (await admin.get("/api/audit?object_type=line")).body["items"]
    acts = [entry["action"] for entry in trail]
    assert acts[:3] == ["line.emergency_ended", "line.emergency_began", "line.changed"]


async def test_a_calendar_decides_and_the_page_says_who_answers(
    stack: Stack, admin: Staff, page: Page
) -> None:
    await sign_in(page, stack, "9000", "lines/calendars")
    await page.get_by_role("button", name="新建日历").click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_label("名称").fill("窗口时间")
    await dialog.get_by_label("代码").fill("window")
    await dialog.get_by_role("button", name="新建日历").click()
    await expect(page.get_by_role("heading", name=re.compile("窗口时间"))).to_be_visible()
    await page.get_by_label("周一", exact=True).fill("9:00至17:00")
    await page.get_by_role("button", name="周一用于周一至周五").click()
    await expect(page.get_by_label("周五", exact=True)).to_have_value("09:00-17:00")
    await page.get_by_role("button", name="保存时段").click()
    await expect(page.get_by_text("“窗口时间”已保存")).to_be_visible()
    await page.get_by_role("button", name="下一年").click()
    assert await hindrances(page) == []

    await page.goto(f"{stack.url}/desk/lines/{LINE}")
    await choose(page, "日历", "窗口时间")
    await page.get_by_role("button", name="保存", exact=True).click()
    await expect(page.get_by_text("新来电即刻生效")).to_be_visible()
    assert await hindrances(page) == []

    moments = {
        "2026-11-23T08:59": "夜间",
        "2026-11-23T09:00": "日间",
        "2026-02-17T03:00": "春节",
        "2026-02-14T10:00": "调休上班",
    }
    for moment, word in moments.items():
        await page.goto(f"{stack.url}/desk/lines/answers?number={LINE}&at={moment}")
        facts = page.locator(".answers-facts")
        await expect(facts).to_contain_text(word)
    await expect(page.get_by_text("没有夜间流程")).to_be_visible()
    assert await hindrances(page) == []


async def test_a_day_is_typed_and_what_is_none_is_saved_by_nobody(
    stack: Stack, page: Page, admin: Staff
) -> None:
    made = {"code": "typed", "name": "手填日历", "week": {}, "keeps_holidays": False}
    assert (await admin.post("/api/calendars", made)).status == 201
    await sign_in(page, stack, "9000", "lines/calendars/typed")
    date = page.get_by_role("textbox", name="日期")
    await page.get_by_role("textbox", name="名目").fill("停电检修")
    await date.click()
    await page.keyboard.press("Control+a")
    await page.keyboard.type("3月18日")
    await page.get_by_role("button", name="添加日子").click()
    await expect(page.get_by_text("读不出这个日期")).to_be_visible()
    await expect(date).to_have_value("3月18日")

    async def days() -> list[str]:
        return [day["date"] for day in (await admin.get("/api/calendars/typed")).body["days"]]

    assert await days() == []
    for text, day in (("2026-12-31", "2026-12-31"), ("2026/3/5", "2026-03-05")):
        await date.click()
        await page.keyboard.press("Control+a")
        await page.keyboard.type(text)
        await page.keyboard.press("Tab")
        await expect(date).to_have_value(day)
        await page.get_by_role("textbox", name="名目").fill("停电检修")
        await page.get_by_role("button", name="添加日子").click()
        await expect(page.get_by_text(f"{day} 已保存")).to_be_visible()
    assert sorted(await days()) == ["2026-03-05", "2026-12-31"]


async def test_a_supervisor_reads_and_an_operator_makes_centres(
    stack: Stack, admin: Staff, page: Page
) -> None:
    await sign_in(page, stack, "8100", f"lines/{LINE}")
    await expect(page.get_by_text("由管理员修改")).to_be_visible()
    await expect(page.get_by_role("button", name="保存", exact=True)).to_be_hidden()
    await page.context.clear_cookies()

    await sign_in(page, stack, "9900", "centres/+")
    navigation = page.get_by_role("navigation", name="主导航")
    await expect(navigation.get_by_role("link")).to_have_text(["中心"])
    await page.get_by_label("代码", exact=False).first.fill("xinshi")
    await page.get_by_label("名称").fill("新市 12345 热线")
    await page.get_by_label("城市代码").fill("9903")
    assert await hindrances(page) == []
    await page.get_by_role("button", name="新建中心").last.click()
    dialog = page.get_by_role("dialog")
    password = await dialog.locator("code").inner_text()
    await dialog.get_by_role("button", name="我已记下").click()
    await expect(page.get_by_role("table", name="中心列表")).to_contain_text("新市 12345 热线")
    administrator = await Staff.sign_in(stack.url, "9000", "xinshi", password)
    assert (await administrator.get("/api/lines")).error == "session.password_due"
    own = {"old": password, "new": "lantern over the quiet river"}
    assert (await administrator.post("/api/session/password", own)).status == 200
    assert (await administrator.get("/api/lines")).body == []


async def test_a_flow_is_found_by_its_name_behind_a_hundred_others(
    stack: Stack, page: Page
) -> None:
    county = await Staff.sign_in(stack.url, "9000", "shixian")
    for n in range(101):
        made = {"code": f"many-{n}", "name": f"众多流程 {n:03}", "template": "empty"}
        assert (await county.post("/api/flows", made)).status == 201
    oldest = "直达人工"  # made with the centre: the last of the list

    await page.goto(f"{stack.url}/desk/")
    await page.evaluate("localStorage.setItem('lianxin.centre', 'shixian')")
    await sign_in(page, stack, "9000", "lines/12346")
    await choose(page, "应急流程", oldest)
    await page.get_by_role("button", name="保存", exact=True).click()
    await expect(page.get_by_text("新来电即刻生效")).to_be_visible()
    lines = (await county.get("/api/lines")).body
    assert lines[0]["emergency_flow"]["code"] == "direct"
