"""A flow is drawn without a mouse, and two people who draw on one draft lose nothing."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from playwright.async_api import Browser, Locator, Page, expect

from tests.stack import Stack
from tests.stories import browser as desk
from tests.stories.axe import hindrances
from tests.stories.conftest import eventually
from tests.stories.staff import Staff
from tests.stories.test_pages import drawn, signed_in, still

pytestmark = pytest.mark.timeout(180)


@pytest.fixture
async def chrome(stack: Stack, chromium: str) -> AsyncIterator[Browser]:
    async with desk.chromium() as browser:
        yield browser


async def flow_made(stack: Stack, code: str) -> Staff:
    """The administrator, who has made a flow of the template for the night."""
    administrator = await Staff.sign_in(stack.url, "9000")
    made = {"code": code, "name": "值守故事", "template": "night"}
    answer = await administrator.post("/api/flows", made)
    assert answer.status == 201, answer.body
    return administrator


async def opened(chrome: Browser, stack: Stack, number: str, code: str) -> Page:
    """The page of the editor, as ``number`` sees it."""
    page = await still(await signed_in(chrome, stack, number))
    await page.goto(f"{stack.url}/desk/flows/{code}")
    await drawn(page)
    await expect(card(page, "goodbye")).to_contain_text("道别")
    return page


def card(page: Page, node: str) -> Locator:
    return page.locator(f'.react-flow__node[data-id="{node}"]')


async def drawing(staff: Staff, code: str) -> dict[str, Any]:
    """The draft as it is kept."""
    draft: dict[str, Any] = (await staff.get(f"/api/flows/{code}")).body["draft"]
    return draft


async def saved(page: Page) -> None:
    await expect(page.get_by_role("status").filter(has_text="已保存")).to_be_visible()


async def test_a_flow_is_drawn_and_published_by_keys_alone(stack: Stack, chrome: Browser) -> None:
    administrator = await flow_made(stack, "by_keys")
    page = await opened(chrome, stack, "9000", "by_keys")
    keys = page.keyboard
    canvas = page.locator(".fe-canvas")
    assert await hindrances(page) == []

    await canvas.focus()
    await keys.press("/")
    await keys.type("播放一段")
    await keys.press("Enter")
    await expect(card(page, "say")).to_be_visible()
    await keys.press("Enter")  # the panel of the node has the keys now
    await expect(page.get_by_label("编号")).to_be_focused()
    assert await hindrances(page) == []
    exit_ = page.get_by_role("combobox", name="下一步")
    await exit_.press("Enter")
    await exit_.press_sequentially("道别")
    await exit_.press("Enter")
    await saved(page)
    before = await drawing(administrator, "by_keys")
    assert before["spec"]["nodes"]["say"]["next"] == "goodbye"

    await canvas.focus()
    await keys.press("Alt+ArrowRight")
    await keys.press("Control+s")
    await saved(page)

    async def moved() -> bool:
        places = (await drawing(administrator, "by_keys"))["layout"]["nodes"]
        return bool(places["say"]["x"] > before["layout"]["nodes"]["say"]["x"])

    await eventually(moved, "the node where it was moved to")
    await keys.press("Delete")
    await expect(card(page, "say")).to_have_count(0)
    await keys.press("Control+z")
    await expect(card(page, "say")).to_be_visible()
    await keys.press("Control+f")
    await keys.type("夜铃")
    await keys.press("Enter")
    await expect(page.get_by_label("名称", exact=True)).to_have_value("夜铃")
    await keys.press("Escape")

    await keys.press("?")
    dialog = page.get_by_role("dialog", name="画布快捷键")
    await expect(dialog).to_contain_text("发布流程")
    assert await hindrances(page) == []
    await keys.press("Escape")
    await expect(dialog).to_be_hidden()

    await keys.press("Control+e")
    await page.get_by_role("button", name="开始通话").press("Enter")
    transcript = page.get_by_role("list", name="通话经过")
    await expect(transcript).to_contain_text("夜铃")
    assert await hindrances(page) == []

    await keys.press("Control+Enter")
    dialog = page.get_by_role("dialog", name="发布流程")
    await expect(dialog.get_by_label("发布说明")).to_be_focused()
    await keys.type("夜间值守")
    assert await hindrances(page) == []
    reason = dialog.get_by_label("仍要发布的理由")
    await expect(dialog.get_by_text("正在运行测试场景")).to_have_count(0)
    if await reason.count():
        await reason.press_sequentially("演示")
    await dialog.get_by_role("button", name="发布", exact=True).press("Enter")
    await expect(page.get_by_text("新的来电从现在起使用它")).to_be_visible()
    await expect(page.locator(".flow-head")).to_contain_text("已发布")
    await canvas.focus()
    await keys.press("Control+a")
    await keys.press("Alt+ArrowDown")
    await expect(page.locator(".flow-head")).to_contain_text("有未发布的修改")


async def test_the_second_of_two_who_draw_is_told_and_merges(stack: Stack, chrome: Browser) -> None:
    administrator = await flow_made(stack, "by_two")
    first = await opened(chrome, stack, "9000", "by_two")
    second = await opened(chrome, stack, "9200", "by_two")

    await card(first, "goodbye").click()
    await first.get_by_label("名称", exact=True).fill("再见")
    await saved(first)
    await card(second, "message").click()
    await second.get_by_label("名称", exact=True).fill("夜间留言")
    dialog = second.get_by_role("dialog", name="已修改这份草稿")
    await expect(dialog).to_contain_text("可以直接合并")
    assert await hindrances(second) == []
    await dialog.get_by_role("button", name="合并", exact=True).click()
    await saved(second)
    notes = (await drawing(administrator, "by_two"))["layout"]["notes"]
    assert (notes["goodbye"], notes["message"]) == ("再见", "夜间留言")

    await first.reload()
    await drawn(first)
    await card(first, "message").click()
    await first.get_by_label("请来电人确认").click()
    await saved(first)
    await second.get_by_role("combobox", name="类别").click()
    option = second.locator(".ant-select-item-option", has_text="投诉")
    await option.dispatch_event("click")  # the list may open above the window's edge
    await expect(dialog).to_contain_text("双方都改过 1 处")
    for said in ("类别: 投诉", "类别: 留言", "请来电人确认: 否"):
        await expect(dialog).to_contain_text(said)
    assert await hindrances(second) == []
    await dialog.get_by_role("radio", name="我的").check()
    await dialog.get_by_role("button", name="合并", exact=True).click()
    await saved(second)
    nodes = (await drawing(administrator, "by_two"))["spec"]["nodes"]
    assert nodes["message"]["kind"] == "complaint"
    assert nodes["message"].get("confirm", True)

    await card(first, "goodbye").click()
    await first.get_by_label("名称", exact=True).fill("告别")
    dialog = first.get_by_role("dialog", name="已修改这份草稿")
    await dialog.get_by_role("button", name="我的另存为新流程").click()
    await expect(first.get_by_text("您的修改已另存为")).to_be_visible()
    await expect(card(first, "goodbye")).to_contain_text("再见")
    copies = (await administrator.get("/api/flows")).body["items"]
    assert "值守故事（我的修改）" in [flow["name"] for flow in copies]
