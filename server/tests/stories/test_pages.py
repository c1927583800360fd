"""Every page of the console, in both languages and both themes: whole, spoken for and for all.

A page fails when axe finds anything (headings and landmarks included), when the browser reports
an error, when a word is none of the page's language, or when the page is wider than the window.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from playwright.async_api import Browser, BrowserContext, ConsoleMessage, Page, expect

from devkit.carrier.carrier import Carrier
from tests.stack import Stack
from tests.stories import browser as desk
from tests.stories.axe import hindrances
from tests.stories.conftest import eventually
from tests.stories.page_words import Answers, foreign_words
from tests.stories.staff import PASSWORD, Staff

pytestmark = pytest.mark.timeout(240)  # a walk takes 80 s, and longer beside other work

CALLER = "13800000481"

#: A language and a theme. Neither depends on the other: each is seen once.
Look = tuple[str, str]
LOOKS: list[Look] = [("zh", "light"), ("en", "dark")]

#: Who opens which pages; ``{call}`` and ``{case}`` are those of this story.
PAGES = {
    "8001": ("", "calls", "cases/{case}", "messages", "knowledge", "security"),
    "8100": (
        "agents",
        "calls/{call}?range=any",
        "calls/{call}/trace",
        "surveys",
        "lines",
        "lines/answers",
    ),
    "9000": (
        *("flows/article", "lines/12345", "prompts/welcome", "polls/opinion", "notices", "audit"),
        *("alarms", "nowhere", "notices?tab=rules", "notices?tab=templates"),
        *("notices?tab=gateway", "calls", "lines/queues/general", "dispositions/answered"),
        *("people", "people/1"),
        # with the form for a new one open
        *("flows?new=1", "lines?new=1", "lines/calendars?new=1", "prompts?new=1"),
        *("knowledge?new=1", "polls?new=1", "connections?new=1"),
    ),
    "9900": ("centres", "centres/shifan", "centres/+"),
}


@pytest.fixture
async def chrome(stack: Stack, chromium: str) -> AsyncIterator[Browser]:
    async with desk.chromium() as browser:
        yield browser


async def signed_in(
    browser: Browser, stack: Stack, number: str, language: str = "zh", theme: str = "light"
) -> BrowserContext:
    """``number`` of 示范市 in a window of their own, without the page of the login."""
    context = await desk.person(browser)
    await context.add_init_script(
        f"localStorage.setItem('lianxin.language', '{language}');"
        f"localStorage.setItem('lianxin.theme', '{theme}')"
    )
    await context.request.get(f"{stack.url}/api/centres")
    token = next(c["value"] for c in await context.cookies() if "csrf" in c["name"])
    login = {"centre": "shifan", "number": number, "password": PASSWORD}
    headers = {"X-CSRFToken": token, "Referer": f"{stack.url}/"}
    answer = await context.request.post(f"{stack.url}/api/session", data=login, headers=headers)
    assert answer.ok, await answer.text()
    return context


async def still(context: BrowserContext) -> Page:
    """A page on which nothing moves: colours are measured when they have arrived."""
    page = await context.new_page()
    await page.emulate_media(reduced_motion="reduce")
    return page


async def drawn(page: Page) -> None:
    """Wait until nothing on the page is still on its way: its bundle first, however long."""
    await page.wait_for_load_state("networkidle")
    await expect(page.locator("#main > *").first).to_be_visible()
    await expect(page.locator(".lx-bars, .ant-spin-spinning")).to_have_count(0)
    await page.wait_for_load_state("networkidle")


async def faults(page: Page, language: str, answers: Answers) -> list[str]:
    """What is wrong with the page as it is shown."""
    found = await hindrances(page, built=True)
    found += [f"no {language}: {each}" for each in await foreign_words(page, language, answers)]
    if await page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        found.append("wider than the window")
    return found


async def walk(browser: Browser, stack: Stack, number: str, look: Look, of: Any) -> list[str]:
    """Let one person open their pages; what is wrong, with its page."""
    context = await signed_in(browser, stack, number, *look)
    page = await still(context)
    answers = Answers()
    answers.listen(page)
    found: list[str] = []
    here = ""

    def hear(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            found.append(f"{number} /{here}: console: {message.text}")

    page.on("console", hear)
    page.on("pageerror", lambda error: found.append(f"{number} /{here}: {error}"))
    for path in PAGES[number]:
        here = path.format(**of)
        await page.goto(f"{stack.url}/desk/{here}")
        await drawn(page)
        found += [f"{number} /{here}: {each}" for each in await faults(page, look[0], answers)]
    await context.close()
    return found


@pytest.fixture
async def of(stack: Stack, carrier: Carrier) -> dict[str, str]:
    """A call that has walked through the flow, and a case."""
    agent = await Staff.sign_in(stack.url, "8001")
    call = await carrier.dial("12345", caller=CALLER)
    await call.answered()
    await call.keys("2")
    await call.hangup()
    supervisor = await Staff.sign_in(stack.url, "8100")

    async def recorded() -> Any:
        items = (await supervisor.get(f"/api/calls?caller={CALLER}")).body["items"]
        return items[0]["id"] if items and items[0]["ended_at"] else None

    case = {"type": "complaint", "title": "夜间施工噪声", "content": "每晚十一点以后仍在施工。"}
    opened = (await agent.post("/api/cases", case)).body
    return {"call": await eventually(recorded, "the call"), "case": opened["case"]["id"]}


@pytest.mark.parametrize("look", LOOKS, ids="-".join)
async def test_every_page_is_whole_and_open_to_all(
    stack: Stack, chrome: Browser, of: dict[str, str], look: Look
) -> None:
    # One after another: four cold browsers at once starve each other on two cores.
    found = [fault for number in PAGES for fault in await walk(chrome, stack, number, look, of)]
    assert not found, "\n".join(found)


async def test_the_login_is_open_to_all(stack: Stack, chrome: Browser) -> None:
    page = await still(await desk.person(chrome))
    await page.goto(f"{stack.url}/desk/")
    await expect(page.get_by_role("button", name="登录", exact=True)).to_be_visible()
    assert await hindrances(page) == []


async def test_whoever_presses_a_question_mark_is_told_the_keys(
    stack: Stack, chrome: Browser
) -> None:
    page = await still(await signed_in(chrome, stack, "9000"))
    await page.goto(f"{stack.url}/desk/calls")
    await drawn(page)
    await page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="快捷键")
    await expect(dialog).to_contain_text("Ctrl+K")
    await expect(dialog).not_to_contain_text("F2")  # an administrator has no telephone
    assert await hindrances(page) == []
    await page.keyboard.press("Escape")
    await expect(dialog).to_be_hidden()

    await page.keyboard.press("Control+k")
    box = page.get_by_role("combobox", name="快速操作")
    await box.fill("线路")
    assert await hindrances(page) == []
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("table", name="线路列表")).to_be_visible()
