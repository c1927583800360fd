"""A case is moved by the acts that its page offers, each with its reason where one is needed."""

from __future__ import annotations

from playwright.async_api import Locator, Page, expect

from tests.stack import Stack
from tests.stories import browser as desk
from tests.stories.axe import hindrances
from tests.stories.staff import PASSWORD, Staff

REASON = "不属本市管辖，已告知市民向邻县反映。"


async def opened(page: Page, stack: Stack, number: str, case: str) -> None:
    await page.goto(f"{stack.url}/desk/cases/{case}?range=any")
    await page.get_by_label("工号").fill(number)
    await page.get_by_label("密码", exact=True).fill(PASSWORD)
    await page.get_by_role("button", name="登录", exact=True).click()
    await expect(page.get_by_role("region", name="办理经过")).to_be_visible()


def acts(page: Page) -> Locator:
    return page.get_by_role("group", name="办理")


async def offered(page: Page, *words: str) -> None:
    await expect(acts(page).get_by_role("button")).to_have_text(list(words))


async def done(page: Page, word: str, reason: str = "") -> None:
    """Do what ``word`` says, and say why."""
    await acts(page).get_by_role("button", name=word, exact=True).click()
    dialog = page.get_by_role("dialog", name=f"{word}：工单")
    if reason:
        await dialog.get_by_role("textbox", name="理由").fill(reason)
    await dialog.get_by_role("button", name=word, exact=True).click()
    await expect(dialog).to_be_hidden()


async def test_a_case_is_dispatched_returned_and_rejected(stack: Stack) -> None:
    agent = await Staff.sign_in(stack.url, "8001")
    made = (await agent.post("/api/cases", {"type": "help", "title": "邻县的路灯不亮"})).body
    case = made["case"]["id"]
    async with desk.chromium() as browser:
        context, other = await desk.person(browser), await desk.person(browser)
        page, late = await context.new_page(), await other.new_page()
        await opened(page, stack, "8001", case)
        await opened(late, stack, "8100", case)
        await offered(page, "派单", "办结", "不予受理")
        await acts(late).get_by_role("button", name="办结", exact=True).click()
        asked = late.get_by_role("dialog", name="办结：工单")
        await asked.get_by_role("textbox", name="理由").fill(REASON)
        await done(page, "派单")
        await offered(page, "改派", "签收", "退单")
        history = page.get_by_role("region", name="办理经过").get_by_role("listitem")
        history = history.filter(
            has_not_text="通知市民"
        )  # what its citizen is sent stands there, too
        await expect(history).to_have_count(2)
        await done(page, "退单")

        # Where a reason is needed nothing is done without one.
        await acts(page).get_by_role("button", name="不予受理", exact=True).click()
        dialog = page.get_by_role("dialog", name="不予受理：工单")
        no = dialog.get_by_role("button", name="不予受理", exact=True)
        await expect(no).to_be_disabled()
        assert await hindrances(page) == []
        await dialog.get_by_role("textbox", name="理由").fill(REASON)
        await no.click()
        await offered(page, "重新打开")
        await expect(history.last).to_contain_text("不予受理")
        await expect(history.last).to_contain_text(REASON)
        await expect(history.last).to_contain_text("8001")
        assert await hindrances(page) == []

        # Who was about to do something else is told, keeps their words, and may do it no more.
        await expect(asked).to_contain_text("现在不能办结")
        await expect(asked.get_by_role("textbox", name="理由")).to_have_value(REASON)
        await expect(asked.get_by_role("button", name="办结", exact=True)).to_be_disabled()
        await asked.get_by_role("button", name="取消").click()
        await offered(late, "重新打开")

        body = (await agent.get(f"/api/cases/{case}")).body
        events = [event["event"] for event in body["history"]]
        assert events == ["opened", "dispatched", "returned", "rejected"]
