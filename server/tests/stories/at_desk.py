"""An agent at the desk, in a real Chromium, and somebody who calls over the trunk."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from playwright.async_api import (
    Browser,
    BrowserContext,
    Locator,
    Page,
    WebSocketRoute,
    expect,
)
from playwright.async_api import Error as PlaywrightError

from devkit.carrier.call import Call
from devkit.carrier.carrier import Carrier
from tests.stack import Stack
from tests.stories import browser as b
from tests.stories.conftest import AGENT_HZ, CALLER_HZ, eventually
from tests.stories.ear import Ear
from tests.stories.staff import PASSWORD, Staff


@asynccontextmanager
async def at_desk(
    stack: Stack, chromium: Browser, number: str = "8001", hertz: int = AGENT_HZ
) -> AsyncIterator[Page]:
    """The desk of agent ``number``, who speaks with ``hertz``; signed out at the end."""
    stack.sql("DELETE FROM agents_telephone")  # of another story: here the page is the telephone
    stack.sql("NOTIFY lianxin_plans")
    someone = await b.person(chromium, hertz)
    page = await someone.new_page()
    await b.login(page, stack.url, "shifan", number, PASSWORD)
    try:
        yield page
        await sign_out(page)
    except Exception as error:
        error.add_note(f"The page of {number} showed:\n{await shown(page)}")
        raise
    finally:
        await b.keep_pages([someone])
        await someone.close()


async def shown(page: Page) -> str:
    """What is on the page in words, for the report of a story that failed."""
    try:
        return await page.locator("body").inner_text(timeout=2000)
    except PlaywrightError as error:
        return f"nothing that can be read: {error}"


async def sign_out(page: Page) -> None:
    """As soon as the page knows of no call: in a call it refuses."""
    await expect(b.call_bar(page).get_by_role("button", name=re.compile("^挂断"))).to_be_hidden()
    await page.get_by_role("button", name="个人菜单").click()
    await page.get_by_role("menuitem", name="退出登录").click()
    await page.get_by_role("button", name="登录", exact=True).wait_for()


class Network:
    """The cable of one browser. Cut, no socket and no request passes; sound goes on."""

    def __init__(self, context: BrowserContext) -> None:
        self._context = context
        self._is_cut = False
        self._sockets: list[WebSocketRoute] = []

    async def lay(self) -> None:
        """Sockets that are opened from now on can be cut."""
        await self._context.route_web_socket(re.compile("."), self._pass)

    async def _pass(self, socket: WebSocketRoute) -> None:
        if self._is_cut:
            await socket.close(code=1013)
        else:
            socket.connect_to_server()
            self._sockets.append(socket)

    async def cut(self) -> None:
        self._is_cut = True
        await self._context.set_offline(True)
        while self._sockets:
            await self._sockets.pop().close(code=1013)

    async def mend(self) -> None:
        self._is_cut = False
        await self._context.set_offline(False)


@dataclass
class Talk:
    """A caller and an agent at the desk who hear each other."""

    page: Page
    caller: Call
    ear: Ear

    async def both_hear(self, page: Page | None = None) -> None:
        """Wait until each hears the other from now on."""
        since = self.ear.now()
        await b.until_heard(page or self.page, CALLER_HZ)
        await self.ear.until_tone(AGENT_HZ, since=since)


async def calls_in(carrier: Carrier, number: str) -> Call:
    """``number`` calls 12345, asks for an agent and speaks with ``CALLER_HZ``."""
    caller = await carrier.dial("12345", caller=number)
    await caller.answered()
    await caller.keys("1")
    await caller.play(f"tone:{CALLER_HZ}/3600000", wait=False)
    return caller


@asynccontextmanager
async def talking(carrier: Carrier, page: Page, number: str) -> AsyncIterator[Talk]:
    """``number`` calls, the agent answers, both hear each other; the caller goes at the end."""
    await b.go_ready(page)
    caller = await calls_in(carrier, number)
    try:
        await b.answer(page)
        talk = Talk(page, caller, Ear(caller))
        await talk.both_hear()
        yield talk
    finally:
        await caller.hangup()


def sheet(page: Page) -> Locator:
    """The case that is being written."""
    return page.get_by_role("form", name="工单草稿")


def field(page: Page, label: str) -> Locator:
    """Where one types; not a search."""
    return page.get_by_role("textbox", name=label, exact=True)


async def choose(place: Locator, question: str, answer: str) -> None:
    """Choose ``answer`` among the few that are all in sight."""
    among = place.get_by_role("radiogroup", name=question)
    await among.get_by_role("radio", name=answer, exact=True).check()


async def file_case(page: Page, type: str, title: str, content: str) -> tuple[str, str]:
    """Type a case and press Ctrl+Enter. The number and the code that the citizen is told."""
    await choose(sheet(page), "类型", type)
    await sheet(page).get_by_label("标题").press_sequentially(title)
    await sheet(page).get_by_label("内容").press_sequentially(content)
    await page.keyboard.press("Control+Enter")
    await expect(page.get_by_role("heading", name="工单已提交")).to_be_visible()
    number, code = await page.locator(".result-figures dd").all_inner_texts()
    return re.sub(r"\D", "", number), re.sub(r"\D", "", code)


async def records_of(staff: Staff, caller: str) -> list[dict[str, Any]]:
    """The calls of ``caller`` in full, newest first, when all have ended and are stored."""

    async def complete() -> Any:
        items = (await staff.get(f"/api/calls?caller={caller}")).body["items"]
        calls = [(await staff.get(f"/api/calls/{item['id']}")).body for item in items]
        stored = all(
            each["state"] == "stored" for call in calls for each in call["recording_items"]
        )
        return calls if stored and all(call["ended_at"] for call in calls) else None

    records: list[dict[str, Any]] = await eventually(complete, f"the records of {caller}")
    return records
