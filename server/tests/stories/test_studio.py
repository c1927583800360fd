"""A prompt is spoken into the telephone by a code of the page, and the next caller hears it."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.async_api import Page, expect

from devkit.carrier import hearing
from devkit.carrier.call import Call
from devkit.carrier.carrier import Carrier
from tests.stack import Stack
from tests.stories.air import BYE, hears, in_plans, own_tone, publish, say, ship_tones
from tests.stories.browser import at_centre, chromium, person
from tests.stories.conftest import tone_file
from tests.stories.ear import found, load_bytes
from tests.stories.staff import PASSWORD, Staff
from tests.stories.whereabouts import Whereabouts

pytestmark = pytest.mark.timeout(120)

#: The line where prompts are spoken, and one whose callers hear the prompt.
STUDIO, LINE = "7601", "7602"
PROMPT = "story_spoken"
OLD_HZ, NEW_HZ, REFUSED_HZ = 700.0, 900.0, 1500.0


async def lines(stack: Stack) -> None:
    ship_tones(stack, {"tone_refused": REFUSED_HZ})
    if not stack.sql("SELECT 1 FROM prompts_prompt WHERE code = %s", PROMPT):
        own_tone(stack, "shifan", PROMPT, OLD_HZ)
    studio = {"type": "studio", "done": "bye", "failed": "refused"}
    await publish(
        stack, STUDIO, {"studio": studio, "refused": say("tone_refused", "bye"), "bye": BYE}
    )
    menu = {"type": "menu", "prompts": [PROMPT], "keys": {"1": "main"}, "timeout_seconds": 60}
    await publish(stack, LINE, {"main": {**menu, "otherwise": "bye"}, "bye": BYE})


async def open_prompt(page: Page, stack: Stack) -> None:
    """Sign in as the flow editor and open the prompt."""
    address = f"{stack.url}/desk/prompts/{PROMPT}"
    await at_centre(page, stack.url, "shifan")
    await page.goto(address)
    await page.get_by_label("工号").fill("9200")
    await page.get_by_label("密码", exact=True).fill(PASSWORD)
    await page.get_by_role("button", name="登录", exact=True).click()
    await expect(page.get_by_role("heading", name="制作新版本")).to_be_visible()


async def ask_for_a_code(page: Page) -> str:
    await page.get_by_role("radio", name="电话").check()
    await page.get_by_role("button", name="获取编码").click()
    number, code = page.locator("dd.prompt-code").nth(0), page.locator("dd.prompt-code").nth(1)
    await expect(number).to_contain_text(STUDIO)
    return await code.inner_text()


async def types(call: Call, code: str) -> None:
    await call.keys(f"{code}#", gap=0.3)


async def speaks(stack: Stack, carrier: Carrier, where: Whereabouts, code: str) -> None:
    """Dial, type, speak, listen to it, keep it."""
    call = await carrier.dial(STUDIO, caller="13800007601")
    await call.answered()
    await where.stands(call.caller, "studio", "code")
    await types(call, code)
    await where.stands(call.caller, "studio", "intro")
    await call.keys("#")  # no need to hear it to its end
    await where.stands(call.caller, "studio", "recording")
    await call.play(tone_file(stack.env.var / "prompt.wav", NEW_HZ, 2))
    await call.keys("#")
    await where.stands(call.caller, "studio", "confirming")
    await call.keys("2")
    await hears(call, NEW_HZ)
    await call.keys("1")
    await where.stands(call.caller, "studio", "kept")
    await call.ended()


async def test_a_prompt_is_spoken_into_the_telephone_and_heard_by_the_next_caller(
    stack: Stack, carrier: Carrier, where: Whereabouts
) -> None:
    await lines(stack)
    switchboard = stack.pid("switchboard")
    early = await carrier.dial(LINE, caller="13800007602")
    await early.answered()
    begun = await hears(early, OLD_HZ)
    async with chromium() as browser:
        page = await (await person(browser)).new_page()
        await open_prompt(page, stack)
        await speaks(stack, carrier, where, await ask_for_a_code(page))

        row = page.get_by_role("listitem").filter(has_text="第 2 版")
        await expect(row).to_contain_text("电话", timeout=20_000)
        await row.get_by_role("button", name="第 2 版").click()
        await row.get_by_role("button", name="播放").click()
        await expect(row.get_by_role("button", name="暂停")).to_be_visible()
        await expect(row.get_by_role("button", name="播放")).to_be_visible()  # to its end
        await expect(row.get_by_role("alert")).to_have_count(0)
        await row.get_by_role("button", name="启用", exact=True).click()
        await expect(row.get_by_text("使用中")).to_be_visible()

    version = await version_of(stack, 2)
    sound = load_bytes((await version["staff"].get(version["url"])).body)
    assert hearing.tone_seconds(sound, NEW_HZ) > 1.5
    path = f"shifan/zh/{PROMPT}.2.wav"
    await in_plans(stack, lambda plans: any(each["path"] == path for each in plans["prompts"]))
    late = await carrier.dial(LINE, caller="13800007603")
    await late.answered()
    await hears(late, NEW_HZ)
    await early.keys("1")
    await hears(early, OLD_HZ, begun)  # as when its call began
    for call in (early, late):
        await call.hangup()
    assert hearing.tone_seconds(hearing.load(await early.heard()), NEW_HZ) == 0
    assert hearing.tone_seconds(hearing.load(await late.heard()), OLD_HZ) == 0
    assert stack.pid("switchboard") == switchboard


async def version_of(stack: Stack, number: int) -> dict[str, Any]:
    staff = await Staff.sign_in(stack.url, "9200")
    prompt = (await staff.get(f"/api/prompts/{PROMPT}")).body
    [version] = [each for each in prompt["versions"] if each["number"] == number]
    return {**version, "staff": staff}


async def test_codes_that_are_wrong_short_or_too_old_are_refused(
    stack: Stack, carrier: Carrier, where: Whereabouts
) -> None:
    await lines(stack)
    editor = await Staff.sign_in(stack.url, "9200")
    given = await editor.post(f"/api/prompts/{PROMPT}/zh/telephone")
    old = given.body["code"]
    stack.sql("UPDATE prompts_promptcode SET expires_at = now() - interval '1 second'")
    wrong = f"{(int(old) + 1) % 1_000_000:06}"
    call = await carrier.dial(STUDIO, caller="13800007604")
    await call.answered()
    for tries, code in enumerate((wrong, "12")):
        await where.stands(call.caller, "studio", "code", tries=tries)
        await types(call, code)
    await where.stands(call.caller, "studio", "code", tries=2)
    await where.until(call.caller, lambda walk: "wait" in walk.awaits, "has heard all")
    await types(call, old)
    await hears(call, REFUSED_HZ)
    await call.ended()
    assert where.of(call.caller).count("recording") == 0
    heard = hearing.load(await call.heard())
    assert found(heard, stack.env.sounds / "zh" / "studio_code_invalid.wav") is not None
