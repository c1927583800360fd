"""A day at the desk: an agent in a real browser, a caller on a real trunk."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import Any

import pytest
from playwright.async_api import Error as PlaywrightError
from playwright.async_api import Locator, Page, expect

from devkit.carrier import hearing
from devkit.carrier.carrier import Carrier
from devkit.carrier.hearing import Sound
from tests.stack import Stack
from tests.stories import browser as b
from tests.stories.at_desk import (
    Network,
    at_desk,
    calls_in,
    choose,
    field,
    file_case,
    records_of,
    sheet,
    talking,
)
from tests.stories.conftest import AGENT_HZ, CALLER_HZ, eventually
from tests.stories.ear import Ear, found, load_bytes, music_seconds
from tests.stories.staff import Staff

pytestmark = pytest.mark.timeout(180)

#: Made up, as every number here.
CITIZEN = "13800000061"
MASKED = "138****0061"
EARLIER = "楼道路灯不亮"

#: Notes when the page rings and when it shows ``earlier``, by the page's own clock.
_WATCH = """earlier => {
  const shown = (window.__shown = {});
  const look = () => {
    if (document.title.startsWith("● 来电")) shown.ringing ??= performance.now();
    if (document.body.textContent.includes(earlier)) shown.history ??= performance.now();
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true });
}"""


async def test_a_call_from_the_ring_to_the_recording(stack: Stack, carrier: Carrier) -> None:
    await came_before(stack, carrier)
    async with b.chromium() as chromium, at_desk(stack, chromium) as page:
        await b.go_ready(page)
        await page.evaluate(_WATCH, EARLIER)
        caller = await calls_in(carrier, CITIZEN)
        ear = Ear(caller)

        await rings_and_shows_who_calls(page)
        await b.answer(page)
        await b.until_heard(page, CALLER_HZ)
        await ear.until_tone(AGENT_HZ, since=0)

        number, code = await file_case(page, "投诉", "夜间施工噪声", "工地每晚十一点后仍在施工")
        assert len(number) == 16
        assert len(code) == 6

        await b.hold(page)
        held = ear.now()
        await b.until_not_heard(page, CALLER_HZ)
        await ear.until_music(since=held + 0.5)
        back = ear.now()
        await b.take_back(page)
        await b.until_heard(page, CALLER_HZ)
        await ear.until_tone(AGENT_HZ, since=back)

        await b.hang_up(page)
        await caller.ended()
        await page.keyboard.press("F8")
        await b.state_is(page, "示闲")

        heard = hearing.load(await caller.heard())
        was_told_who_serves(stack, heard)
        music = heard.part(held + 0.5, back)
        assert music_seconds(music) > 0.5
        # the music has that note too, now and then
        assert hearing.tone_seconds(music, AGENT_HZ) < 0.3 * music.seconds
        await the_recording_plays_and_is_noted(stack, page, number)


async def came_before(stack: Stack, carrier: Carrier) -> None:
    """The citizen has called once before, and has a case."""
    caller = await carrier.dial("12345", caller=CITIZEN)
    await caller.answered()
    await caller.hangup()
    colleague = await Staff.sign_in(stack.url, "8002")
    case = {"type": "help", "title": EARLIER, "content": "三楼", "phone": CITIZEN}
    assert (await colleague.post("/api/cases", case)).status == 201
    assert len(await records_of(colleague, CITIZEN)) == 1


async def rings_and_shows_who_calls(page: Page) -> None:
    """Within a second: who calls, what they asked before; in sight, in the tab, and aloud."""
    await b.ringing(page)
    citizen = page.get_by_role("complementary", name="来电人")
    await expect(citizen.get_by_text(EARLIER)).to_be_visible()
    await expect(citizen.get_by_role("heading", name="来电", exact=True)).to_be_visible()
    assert await page.evaluate("window.__shown.history - window.__shown.ringing") < 1000
    await expect(b.call_bar(page)).to_contain_text(MASKED)
    await expect(page).to_have_title(f"● 来电 {MASKED}")
    await expect(page.get_by_role("alert").filter(has_text="按 F2 接听")).to_contain_text(MASKED)


def was_told_who_serves(stack: Stack, heard: Sound) -> None:
    """工号 8001 为您服务: before the agent could be heard."""
    common = stack.env.sounds / "zh"
    intro = found(heard, common / "number_intro.wav")
    outro = found(heard, common / "number_outro.wav")
    agent = next(span for span in hearing.tone_spans(heard, AGENT_HZ) if span.seconds > 0.3)
    assert intro is not None
    assert outro is not None
    # The pieces are joined without the silence around them: the last word counts, not its tail.
    piece = hearing.load(common / "number_outro.wav")
    last = max(at for at, sample in enumerate(piece.samples) if abs(sample) > 0.01)
    said = outro.start + last / piece.rate
    assert intro.end < outro.start < said < agent.start + 0.1  # what a window blurs


async def the_recording_plays_and_is_noted(stack: Stack, page: Page, case: str) -> None:
    """In the call's detail; it holds both voices; the administrator sees who listened."""
    await page.get_by_role("navigation", name="主导航").get_by_role("link", name="通话").click()
    calls = page.get_by_role("table", name="通话列表")
    await calls.get_by_role("row").filter(has_text="人工接听").filter(has_text=MASKED).click()
    detail = page.get_by_role("complementary", name=f"通话 {MASKED}")
    await expect(detail.get_by_role("link").filter(has_text=case)).to_be_visible()
    await detail.get_by_role("button", name="播放", exact=True).click(timeout=15_000)
    await page.wait_for_function("() => document.querySelector('audio').currentTime > 0.2")
    seconds: float = await page.evaluate("document.querySelector('audio').duration")

    administrator = await Staff.sign_in(stack.url, "9000")
    record = (await records_of(await Staff.sign_in(stack.url, "8001"), CITIZEN))[0]
    [recording] = record["recording_items"]
    assert seconds == pytest.approx(recording["milliseconds"] / 1000, abs=0.1)
    listened = await listened_to(administrator, recording["id"])
    await the_case_has_it_too(page, detail, case)
    assert [entry["person"]["number"] for entry in listened] == ["8001"]

    agent = await Staff.sign_in(stack.url, "8001")
    sound = load_bytes(await agent.audio(recording["id"]))
    assert hearing.tone_seconds(sound, AGENT_HZ) > 2
    assert hearing.tone_seconds(sound, CALLER_HZ) > 2
    assert len(await listened_to(administrator, recording["id"])) == 2


async def the_case_has_it_too(page: Page, detail: Locator, case: str) -> None:
    """A case that was filed in a call shows the call's recording."""
    await detail.get_by_role("link").filter(has_text=case).click()
    filed = page.get_by_role("complementary").filter(has=page.get_by_role("heading", name="录音"))
    await expect(filed.get_by_role("button", name="播放", exact=True)).to_be_visible()


async def listened_to(administrator: Staff, recording: str) -> list[dict[str, Any]]:
    answer = await administrator.get("/api/audit?action=recording.listened")
    return [entry for entry in answer.body["items"] if entry["object_id"] == recording]


async def test_a_call_outlives_a_reload_and_moves_to_a_second_tab(
    stack: Stack, carrier: Carrier
) -> None:
    citizen = "13800000062"
    async with b.chromium() as chromium, at_desk(stack, chromium) as page:
        async with talking(carrier, page, citizen) as talk:
            await sheet(page).get_by_label("标题").fill("写到一半")
            await page.reload()
            await b.attached_again(page)
            await talk.both_hear()
            await expect(sheet(page).get_by_label("标题")).to_have_value("写到一半")

            second = await page.context.new_page()
            await second.goto(page.url)
            await b.attached_again(second)
            await expect(elsewhere(page)).to_be_visible()
            await talk.both_hear(second)

            await page.get_by_role("button", name="在此继续").click()
            await b.attached_again(page)
            await expect(elsewhere(second)).to_be_visible()
            await talk.both_hear()
            await b.hang_up(page)
            await talk.caller.ended()
        [record] = await records_of(await Staff.sign_in(stack.url, "8001"), citizen)
    assert record["outcome"] == "answered"
    assert record["ended_by"] == "agent"
    assert [event["kind"] for event in record["events"]].count("attached") == 3


@pytest.mark.parametrize("how", ["crashed", "closed"])
async def test_a_tab_that_is_gone_for_good_leaves_music_until_another_has_the_call(
    stack: Stack, carrier: Carrier, how: str
) -> None:
    """It took the call over, and says no goodbye: the exchange keeps a leg that nobody is on."""
    citizen = "13800000067" if how == "crashed" else "13800000068"
    async with b.chromium() as chromium, at_desk(stack, chromium) as page:
        async with talking(carrier, page, citizen) as talk:
            second = await page.context.new_page()
            await second.goto(page.url)
            await b.attached_again(second)
            await talk.both_hear(second)
            gone = talk.ear.now()
            if how == "crashed":
                with suppress(PlaywrightError):
                    await second.goto("chrome://crash", timeout=2000)
            else:
                await second.close()
            await talk.ear.until_music(since=gone + 0.5)

            await page.get_by_role("button", name="在此继续").click()
            await b.attached_again(page)
            await talk.both_hear()
            await b.hang_up(page)
            await talk.caller.ended()
        [record] = await records_of(await Staff.sign_in(stack.url, "8001"), citizen)
    assert (record["outcome"], record["ended_by"]) == ("answered", "agent")
    kinds = [event["kind"] for event in record["events"]]
    assert kinds.count("detached") == 1
    assert "attached" in kinds[kinds.index("detached") :]
    assert len(record["recording_items"]) == 1


def elsewhere(page: Page) -> Locator:
    """A page that has lost its telephone to another one says so."""
    return page.get_by_role("alert").filter(has_text="此账号已在另一窗口使用")


@pytest.mark.parametrize("what", ["switchboard", "network"])
async def test_a_lost_connection_costs_neither_call_nor_draft(
    stack: Stack, carrier: Carrier, what: str
) -> None:
    citizen = "13800000063" if what == "switchboard" else "13800000064"
    async with b.chromium() as chromium, at_desk(stack, chromium) as page:
        network = Network(page.context)
        await network.lay()
        await page.reload()
        async with talking(carrier, page, citizen) as talk:
            title = sheet(page).get_by_label("标题")
            await title.fill("断线前写的")
            if what == "switchboard":
                pid = stack.kill("switchboard")
            else:
                await network.cut()
            await expect(page.get_by_text("正在重新连接… 电话不受影响")).to_be_visible()
            await title.press_sequentially("，断线时写的")
            if what == "network":
                await network.mend()
            else:
                await asyncio.to_thread(stack.wait_restarted, "switchboard", pid)
            await b.attached_again(page)
            await talk.both_hear()
            await expect(title).to_have_value("断线前写的，断线时写的")
            await b.hold(page)
            await b.take_back(page)
            await b.hang_up(page)
            await talk.caller.ended()
        [record] = await records_of(await Staff.sign_in(stack.url, "8001"), citizen)
    assert record["outcome"] == "answered"
    assert len(record["recording_items"]) == 1


async def test_every_letter_from_the_ring_on_stands_in_the_draft_of_the_call(
    stack: Stack, carrier: Carrier
) -> None:
    """Also while the caller is told who serves them, which this queue lets its agents cut."""
    citizen = "13800000069"
    await set_queue(stack, may_cut_announcement=True)
    async with b.chromium() as chromium, at_desk(stack, chromium) as page:
        await b.go_ready(page)
        caller = await calls_in(carrier, citizen)
        ear = Ear(caller)
        try:
            await b.ringing(page)
            await sheet(page).get_by_label("标题").click()
            await page.keyboard.type("路灯")
            await page.keyboard.press("F2")
            await page.keyboard.type("不亮", delay=100)
            await expect(b.call_bar(page)).to_contain_text("接通，正在报工号")
            await page.keyboard.type("三天了", delay=100)
            cut = ear.now()
            await page.keyboard.press("F2")
            await ear.until_tone(AGENT_HZ, since=cut)
            await b.until_heard(page, CALLER_HZ)
            await page.keyboard.type("，请修", delay=100)
            title = sheet(page).get_by_label("标题")
            await expect(title).to_have_value("路灯不亮三天了，请修")
            await expect(title).to_be_focused()
            await expect(page.locator(".draft-tabs li")).to_have_count(1)
            await expect(page.locator(".draft-tabs li")).to_contain_text("来自通话")
            await b.hang_up(page)
            await caller.ended()
            await it_came_to(page, "骚扰")
        finally:
            await set_queue(stack, may_cut_announcement=False)
            await caller.hangup()
    [record] = await records_of(await Staff.sign_in(stack.url, "8001"), citizen)
    assert record["disposition"]["code"] == "nuisance"
    assert record["outcome"] == "answered"


async def it_came_to(page: Page, word: str) -> None:
    """Who goes ready after a call without a case is asked once, and is ready with the answer."""
    await page.keyboard.press("F8")
    dialog = page.get_by_role("dialog", name="这通电话的结束方式")
    await dialog.get_by_role("button", name=word).click()
    await b.state_is(page, "示闲")
    await expect(dialog).to_be_hidden()


async def set_queue(stack: Stack, **settings: bool) -> None:
    administrator = await Staff.sign_in(stack.url, "9000")
    [queue] = (await administrator.get("/api/queues")).body
    given = {key: value for key, value in queue.items() if key not in ("code", "agents")}
    answer = await administrator.put(f"/api/queues/{queue['code']}", {**given, **settings})
    assert answer.status == 200, answer.body


async def test_the_second_of_two_editors_chooses(stack: Stack) -> None:
    writer = await Staff.sign_in(stack.url, "8100")
    case = {"type": "help", "title": "原来的标题", "content": "原来的内容"}
    opened = (await writer.post("/api/cases", case)).body["case"]

    async def saved() -> tuple[str, str]:
        body = (await writer.get(f"/api/cases/{opened['id']}")).body
        return body["title"], body["content"]

    async with (
        b.chromium() as chromium,
        at_desk(stack, chromium, "8001") as first,
        at_desk(stack, chromium, "8002") as second,
    ):
        for page in (first, second):
            await page.goto(f"{stack.url}/desk/cases/{opened['id']}")
            await page.get_by_role("button", name="修改").click()
        await field(first, "标题").fill("第一位改的标题")
        await first.keyboard.press("Control+Enter")
        await expect(first.get_by_text("已保存").first).to_be_visible()

        await field(second, "标题").fill("第二位改的标题")
        await field(second, "内容").fill("第二位补的内容")
        await second.keyboard.press("Control+Enter")
        dialog = second.get_by_role("dialog", name="工单已被他人修改")
        await expect(dialog).to_contain_text("第一位改的标题")
        await expect(dialog).to_contain_text("第二位改的标题")
        assert await saved() == ("第一位改的标题", "原来的内容")

        await choose(dialog, "标题", "采用对方的")
        await dialog.get_by_role("button", name="按所选保存").click()
        await expect(dialog).to_be_hidden()

        async def both() -> bool:
            return await saved() == ("第一位改的标题", "第二位补的内容")

        await eventually(both, "both changes in the case")
