"""The automatic service on the real exchange: what is said, sent, promised and survived there."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from devkit import database
from devkit.carrier import hearing
from devkit.carrier.call import Call
from devkit.carrier.carrier import Carrier
from lianxin.rules.telephones import e164
from tests.stack import Stack
from tests.stories.air import BYE, hears, kinds, publish, record_of, say, ship_tones
from tests.stories.conftest import AGENT_HZ, CALLER_HZ, Telephones, eventually, tone_file
from tests.stories.ear import Ear
from tests.stories.floor import LivePage, on_duty
from tests.stories.test_death import nothing_left

pytestmark = pytest.mark.timeout(150)

TONES = {
    "tone_main": 400.0,
    "tone_info": 560.0,
    "tone_words": 720.0,
    "tone_confirm": 1160.0,
    "tone_thanks": 1320.0,
    "tone_line": 1480.0,
    "tone_promise": 1640.0,
    "tone_failed": 1800.0,
    "tone_closed": 1960.0,
}

WORDS = {
    "type": "record", "kind": "message", "prompts": ["tone_words"], "hint_prompt": "tone_words",
    "confirm": True, "confirm_prompt": "tone_confirm", "thanks_prompt": "tone_thanks",
    "empty_prompt": "tone_failed", "silence_seconds": 10, "done": "main", "empty": "main",
}  # fmt: skip

FLOW: dict[str, Any] = {
    "main": {
        "type": "menu", "prompts": ["tone_main"], "timeout_seconds": 15, "otherwise": "bye",
        "keys": {"1": "info", "2": "words", "3": "line", "4": "far", "6": "poll", "9": "bye"},
    },
    "info": say("tone_info", "main"),
    "words": WORDS,
    "line": {
        "type": "queue", "queue": "general", "prompts": ["tone_line"], "nobody": "failed",
        "timeout": "failed", "after": "main", "callback_key": "5", "callback": "promise",
        "keys": {"2": "words"},
    },
    "far": {"type": "transfer", "numbers": ["2031"], "after": "main", "failed": "failed"},
    "poll": {
        "type": "poll", "poll": "parks", "done": "main", "voted": "main", "closed": "main",
        "unknown": "shut",
        "questions": [{"code": "q1", "prompts": ["tone_info"], "choices": {"1": "1", "2": "2"}}],
    },
    "shut": say("tone_closed", "main"),
    "again": {"type": "return"},
    "promise": say("tone_promise", "bye"),
    "failed": say("tone_failed", "main"),
    "bye": BYE,
}  # fmt: skip


@pytest.fixture
async def line(stack: Stack) -> str:
    ship_tones(stack, TONES, seconds=0.7)
    nodes = {**FLOW, "words": {**WORDS, "done": "again"}}
    await publish(stack, "7301", FLOW)
    await publish(stack, "7302", nodes)
    return "7301"


async def dial(carrier: Carrier, line: str, caller: str) -> Call:
    call = await carrier.dial(line, caller=caller)
    await call.answered()
    return call


async def speak(stack: Stack, call: Call, hertz: float, seconds: float = 2.0) -> None:
    file = stack.env.var / f"said-{hertz:.0f}-{seconds:g}.wav"
    await call.play(tone_file(file, hertz, seconds))


async def listens(stack: Stack, caller: str, times: int = 1) -> None:
    """Wait until the caller is asked for their words for so many times: the beep begins."""

    async def begun() -> bool:
        [(recordings,)] = await asyncio.to_thread(
            stack.sql,
            "SELECT count(*) FROM calls_callevent e JOIN calls_call c ON c.id = e.call_id"
            " WHERE c.caller = %s AND e.kind = 'recording' AND e.data->>'kind' = 'message'",
            e164(caller),
        )
        return bool(recordings >= times)

    await eventually(begun, f"recording {times} of {caller}")


async def test_callers_hear_themselves_and_say_it_anew(
    stack: Stack, carrier: Carrier, line: str
) -> None:
    first, second = 880.0, 1000.0
    caller = await dial(carrier, line, "13800007301")
    at = await hears(caller, TONES["tone_main"])
    await caller.keys("2")
    at = await hears(caller, TONES["tone_words"], at)
    await listens(stack, "13800007301")
    await speak(stack, caller, first)
    await caller.keys("#")
    at = await hears(caller, TONES["tone_confirm"], at)
    await caller.keys("2")  # 听一遍
    at = await hears(caller, first, at, seconds=1.0)
    at = await hears(caller, TONES["tone_confirm"], at)
    await caller.keys("3")  # 重录
    await listens(stack, "13800007301", times=2)
    await speak(stack, caller, second)
    await caller.keys("#")
    at = await hears(caller, TONES["tone_confirm"], at)
    await caller.keys("1")
    await hears(caller, TONES["tone_thanks"], at)
    await caller.hangup()

    record = await record_of(stack, "13800007301")
    assert record["outcome"] == "message"
    cases = [data["recording"] for kind, data in record["events"] if kind == "case"]
    [(path,)] = stack.sql("SELECT path FROM calls_recording WHERE id = %s", cases[0])
    assert len(cases) == 1
    sound = hearing.load(stack.env.store / path)
    assert hearing.tone_seconds(sound, second) > 1
    assert hearing.tone_seconds(sound, first) == 0


# --- agent, automatic, message and back


@asynccontextmanager
async def agent(stack: Stack, telephones: Telephones) -> AsyncIterator[LivePage]:
    telephones.give("8001", "1001")
    async with on_duty(stack, "8001") as [page]:
        yield page


async def talks(page: LivePage) -> str:
    await page.until(lambda: page.call is not None and page.call["phase"] == "talking")
    assert page.call is not None
    return str(page.call["id"])


async def test_agent_automatic_message_and_back_in_one_call(
    stack: Stack, carrier: Carrier, telephones: Telephones, line: str
) -> None:
    del line
    async with agent(stack, telephones) as page:
        caller = await dial(carrier, "7302", "13800007302")
        await hears(caller, TONES["tone_main"])
        await caller.keys("3")
        call = await talks(page)
        for times in (1, 2):
            at = await hears(caller, AGENT_HZ, Ear(caller).now())
            await page.say("send_to", call=call, node="words")
            await page.until(lambda: page.state == "wrap_up")
            at = await hears(caller, TONES["tone_words"], at)
            await listens(stack, "13800007302", times=times)
            await speak(stack, caller, CALLER_HZ)
            await caller.keys("#")
            await hears(caller, TONES["tone_confirm"], at)
            await caller.keys("1")
            await hears(caller, TONES["tone_thanks"], at)
            await page.ready()
            assert await talks(page) == call
        await hears(caller, AGENT_HZ, Ear(caller).now())
        await caller.hangup()
        await page.until(lambda: page.state == "wrap_up")
    record = await record_of(stack, "13800007302")
    told = kinds(record)
    assert record["id"] == call
    assert record["outcome"] == "answered"
    assert (told.count("sent_to"), told.count("talking"), told.count("case")) == (2, 3, 2)
    made = sorted(kind for kind, _, _, _ in record["recordings"])
    assert made == [*["conversation"] * 3, *["message"] * 2]
    assert {state for _, state, _, _ in record["recordings"]} == {"stored"}
    await nothing_left(stack)


# --- the place is kept


async def test_a_citizen_who_hung_up_is_called_in_turn(
    stack: Stack, carrier: Carrier, telephones: Telephones, line: str
) -> None:
    came: list[Call] = []

    async def citizen(call: Call) -> None:
        came.append(call)
        await call.answer()
        await call.play(f"tone:{CALLER_HZ}/3600000", wait=False)
        await call.ended(60)

    carrier.answer("13800007303", citizen)
    async with agent(stack, telephones) as page:
        first = await dial(carrier, line, "13800007300")
        await hears(first, TONES["tone_main"])
        await first.keys("3")
        call = await talks(page)
        second = await dial(carrier, line, "13800007303")
        await hears(second, TONES["tone_main"])
        await second.keys("3")
        await hears(second, TONES["tone_line"])
        await second.keys("5")
        await second.keys("1")
        await hears(second, TONES["tone_promise"])
        await second.ended()
        pid = stack.kill("switchboard")  # the place survives
        await asyncio.to_thread(stack.wait_restarted, "switchboard", pid)
        await page.until(lambda: page.call is not None)
        await page.say("hang_up", call=call)
        await page.until(lambda: page.state == "wrap_up")
        await first.hangup()
        await page.ready()
        back = await talks(page)
        assert page.call is not None
        assert (page.call["source"], page.call["caller"]) == ("callback", "13800007303")
        await hears(came[0], AGENT_HZ)
        await hears(telephones.answered[-1], CALLER_HZ)
        await page.say("hang_up", call=back)
        await page.until(lambda: page.state == "wrap_up")
        await hears(came[0], TONES["tone_main"])  # the flow goes on after the agent
        await came[0].hangup()
    record = await record_of(stack, "13800007303", id=back)
    assert record["outcome"] == "answered"
    [origin] = [data["callback_of"] for kind, data in record["events"] if kind == "started"]
    [(outcome,)] = stack.sql("SELECT outcome FROM calls_call WHERE id = %s", origin)
    assert outcome == "place_kept"
    await nothing_left(stack)


async def test_a_caller_who_hangs_up_at_the_beep_has_left_no_message(
    stack: Stack, carrier: Carrier, line: str
) -> None:
    """The recording is kept with the call; nobody is asked to hear it, and no case is made."""
    number = "13800007341"
    call = await dial(carrier, line, number)
    await hears(call, TONES["tone_main"])
    await call.keys("2")
    await hears(call, TONES["tone_words"])
    await listens(stack, number)
    await call.hangup()
    record = await record_of(stack, number)
    assert "case" not in kinds(record)
    assert "message" not in [data.get("outcome") for _, data in record["events"]]
    rows = stack.sql(
        "SELECT r.state, r.lost_reason FROM calls_recording r JOIN calls_call c ON c.id = r.call_id"
        " WHERE c.caller = %s",
        e164(number),
    )
    assert rows in ([("stored", "no_words")], [("lost", "no_words")])
    await nothing_left(stack)


# --- kill -9


async def test_callers_go_on_from_where_they_stood(
    stack: Stack, carrier: Carrier, line: str
) -> None:
    """One in a menu, one who speaks, one whose look-up hangs."""
    numbers = [f"1380000732{n}" for n in range(3)]
    menu, words, asker = await asyncio.gather(*(dial(carrier, line, each) for each in numbers))
    for call in (menu, words, asker):
        await hears(call, TONES["tone_main"])
    await words.keys("2")
    at = await hears(words, TONES["tone_words"])
    await listens(stack, numbers[1])
    await words.play(f"tone:{CALLER_HZ}/3600000", wait=False)
    await asyncio.sleep(2)  # the scenario: they speak for so long, and it must be kept
    password = stack.installation.values["LIANXIN_DB_SUPERUSER_PASSWORD"]
    with database.superuser(stack.env, password, "lianxin") as connection:
        connection.autocommit = False
        connection.execute("LOCK TABLE polls_poll IN ACCESS EXCLUSIVE MODE")
        await asker.keys("6")
        await eventually(lambda: asked(stack, numbers[2]), "the look-up")
        pid = stack.kill("switchboard")
        await asyncio.to_thread(stack.wait_restarted, "switchboard", pid)
        returned = asyncio.get_running_loop().time()
        await menu.keys("1")
        await hears(menu, TONES["tone_info"])
        assert asyncio.get_running_loop().time() - returned < 5 + 2  # written in pieces of 2 s
        await hears(asker, TONES["tone_closed"])  # asked again, and not answered again
    await words.keys("#")
    await hears(words, TONES["tone_confirm"], at)
    await words.hangup()
    await menu.hangup()
    await asker.hangup()

    record = await record_of(stack, "13800007321")
    assert kinds(record).count("case") == 1
    [(_, _, path, _)] = record["recordings"]
    assert hearing.tone_seconds(hearing.load(stack.env.store / path), CALLER_HZ) >= 3.5
    assert kinds(await record_of(stack, numbers[0])).count("ended") == 1
    steps = [
        data for kind, data in (await record_of(stack, numbers[2]))["events"] if kind == "node"
    ]
    looked_up = [each["detail"] for each in steps if each["what"] in ("asked", "told")]
    assert looked_up == ["poll", "poll", "poll:unavailable"]
    await nothing_left(stack)


async def asked(stack: Stack, caller: str) -> bool:
    """A look-up of this caller is under way."""
    rows = await asyncio.to_thread(
        stack.sql,
        "SELECT 1 FROM calls_callevent e JOIN calls_call c ON c.id = e.call_id"
        " WHERE c.caller = %s AND e.kind = 'node' AND e.data->>'what' = 'asked'",
        e164(caller),
    )
    return bool(rows)
