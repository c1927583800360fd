"""The simulator and the exchange are one: saved scenarios give the same transcript both ways."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from devkit.carrier.carrier import Carrier
from tests.city import City
from tests.stack import Stack
from tests.stories.air import in_plans, own_tone, say
from tests.stories.both_ways import BothWays
from tests.stories.conftest import Telephones
from tests.stories.floor import on_duty
from tests.stories.flows import drawn, published
from tests.stories.staff import Staff
from tests.stories.test_death import nothing_left
from tests.stories.whereabouts import Whereabouts

pytestmark = pytest.mark.timeout(240)

#: Scenarios that are played at the same time: a small machine hears their beginnings, too.
AT_ONCE = 6

TONES = {
    f"tone_both_{name}": 500.0 + 110 * n
    for n, name in enumerate(
        (
            *("main", "more", "ask", "large", "small", "shut", "inner", "nobody", "busy"),
            *("words", "filed", "lost", "due", "spoken", "late"),
        )
    )
}


def tone(name: str) -> list[str]:
    return [f"tone_both_{name}"]


def says(name: str, then: str) -> dict[str, Any]:
    return say(f"tone_both_{name}", then)


def nodes(poll: str, connection: str) -> dict[str, Any]:
    """A flow with a node of nearly every type."""
    patient = {"timeout_seconds": 20, "otherwise": "bye"}
    question = {"code": "agree", "prompts": tone("ask"), "choices": {"1": "1", "2": "2"}}
    return {
        "main": {
            "type": "menu", "prompts": tone("main"), **patient,
            "keys": {
                "1": "number", "2": "day", "3": "inner", "4": "agents", "5": "far", "6": "words",
                "7": "file", "8": "status", "9": "more",
            },
        },
        "number": {
            "type": "collect", "prompts": tone("ask"), "into": "typed", "ok": "double",
            "failed": "main", "minimum": 2, "maximum": 2, "timeout_seconds": 20,
        },
        "double": {
            "type": "set",
            "values": [{"variable": "twice", "value": "number(typed) * 2"}],
            "next": "size",
        },
        "size": {
            "type": "branch", "ways": [{"when": "twice > 50", "to": "large"}],
            "otherwise": "small",
        },
        "large": says("large", "main"),
        "small": says("small", "main"),
        "day": {"type": "hours", "calendar": "both-open", "open": "night", "closed": "main"},
        "night": {"type": "hours", "calendar": "both-shut", "open": "main", "closed": "shut"},
        "shut": says("shut", "jump"),
        "jump": {"type": "goto", "to": "main"},
        "inner": {"type": "subflow", "flow": "both-inner", "next": "main"},
        "agents": {
            "type": "queue", "queue": "general", "nobody": "nobody", "timeout": "nobody",
            "after": "main",
        },
        "nobody": says("nobody", "main"),
        "far": {
            "type": "transfer", "numbers": ["2041"], "after": "main", "failed": "main",
            "busy": "busy",
        },
        "busy": says("busy", "main"),
        "words": {
            "type": "record", "kind": "complaint", "prompts": tone("words"),
            "confirm": True, "silence_seconds": 10,
            "done": "main", "empty": "main",
        },
        "file": {
            "type": "case_open", "kind": "complaint", "title": "{typed} 号", "content": "按键登记",
            "done": "filed",
        },
        "filed": says("filed", "main"),
        "status": {"type": "case_status", "reply": True, "next": "main", "failed": "main"},
        "more": {
            "type": "menu", "prompts": tone("more"), **patient,
            "keys": {
                "1": "poll", "2": "bill", "3": "gone", "4": "tongue", "5": "rate", "6": "pause",
                "7": "tree", "8": "hasty", "9": "bye",
            },
        },
        "poll": {
            "type": "poll", "poll": poll, "questions": [question], "done": "more",
            "voted": "more", "closed": "more",
        },
        "bill": {
            "type": "http", "connection": connection, "path": "/bill",
            "pick": {"due": "data.due"}, "ok": "amount", "error": "lost",
        },
        "amount": {
            "type": "speak", "value": "due", "kind": "money", "after_prompts": tone("due"),
            "next": "more",
        },
        "gone": {
            "type": "http", "connection": connection, "path": "/missing",
            "pick": {"due": "data.nothing"}, "ok": "amount", "error": "lost",
        },
        "lost": says("lost", "more"),
        "tongue": {
            "type": "language", "prompts": tone("ask"), "keys": {"1": "zh", "2": "en"},
            "heard_in": ["zh"], "offer": "always", "timeout_seconds": 20, "next": "more",
        },
        "rate": {
            "type": "survey", "prompts": tone("ask"), "timeout_seconds": 20, "done": "more",
            "none": "more",
        },
        "pause": {"type": "wait", "seconds": 1, "next": "spoken"},
        "spoken": {"type": "say", "prompts": [*tone("spoken"), "$typed:digits"], "next": "more"},
        "tree": {"type": "knowledge", "done": "more", "unknown": "more", "timeout_seconds": 20},
        "hasty": {
            "type": "menu", "prompts": tone("late"), "keys": {"1": "main"}, "tries": 2,
            "timeout_seconds": 1, "otherwise": "more",
        },
        "bye": {"type": "hang_up"},
    }  # fmt: skip


INNER: dict[str, Any] = {
    "choice": {
        "type": "menu", "prompts": tone("inner"), "keys": {"1": "back"}, "timeout_seconds": 20,
        "otherwise": "back",
    },
    "back": {"type": "return"},
}  # fmt: skip


def shelf(parent: str, *items: str) -> dict[str, Any]:
    """What the knowledge answers for one of its levels, or for an entry."""
    shown = [{"code": code, "prompt": "", "text": code, "leaf": False} for code in items]
    text = "" if items else "一段正文"
    about = {"title": "", "title_prompt": "", "prompt": "", "text": text, "page": 0, "pages": 1}
    return {"outcome": "ok", "values": {**about, "items": shown, "parent": parent}}


#: The made-up city's way to 夜间施工噪声: laws, city rules, the entry.
SHELVES = (
    shelf("", "law", "duty"),
    shelf("", "law-labour", "law-city"),
    shelf("law", "law-noise", "law-dogs"),
    shelf("law-city"),
)


def keys(*pressed: str) -> list[dict[str, Any]]:
    """Press; ``.`` lets the next thing happen."""
    return [{"do": "wait"} if key == "." else {"do": "key", "key": key} for key in pressed]


def scenarios(case: tuple[str, str], connection: str) -> dict[str, list[dict[str, Any]]]:
    number, code = case
    end = keys("9", "9")
    return {
        "a number, a sum, a choice": [*keys("1", "42", ".", "1", "11", ".", "0"), *end],
        "hours, and a jump": [*keys("2", "."), *end],
        "a flow in the flow": [*keys("3", "5", "1"), *end],
        "nobody is on duty": [*keys("4", "."), *end],
        "a telephone that is busy": [
            *keys("5"), {"do": "dial", "result": "busy"}, *keys("."), *end,
        ],
        "words that are kept": [
            *keys("6", "#"), {"do": "speak", "seconds": 3}, *keys("#", "1", "#"), *end,
        ],
        "words that are not confirmed": [
            *keys("6", "#"), {"do": "speak", "seconds": 3}, *keys("#"), {"do": "hang_up"},
        ],
        "a case by keys": [*keys("1", "42", ".", "7", "#", "."), *end],
        "the state of a case": [*keys("8", f"{number}#", f"{code}#", "#"), *end],
        "a wrong number of a case": [*keys("8", "123#"), {"do": "hang_up"}],
        "a poll": keys("9", "1", "1", ".", "9"),
        "a bill, and one that is not there": keys("9", "2", ".", "3", ".", "9"),
        "a language and a mark": keys("9", "4", "2", "5", "5", ".", "9"),
        "a pause, and what was typed": keys("1", "42", ".", "9", "6", ".", ".", "9"),
        "the knowledge": keys("9", "7", "1", "2", "1", "#", "#", "#", "#", "9"),
        "nothing is pressed": keys("9", "8", ".", ".", ".", ".", "9"),
    }  # fmt: skip


async def keep(staff: Staff, flow: str, setup: Mapping[str, Any], name: str, steps: Any) -> None:
    """Save a scenario with the transcript that the simulator gives."""
    spec = (await staff.get(f"/api/flows/{flow}")).body["draft"]["spec"]
    asked = {"spec": spec, "setup": setup, "steps": steps}
    played = await staff.post(f"/api/flows/{flow}/simulate", asked)
    assert played.status == 200, played.body
    kept = {"name": name, "setup": setup, "steps": steps, "expected": played.body["transcript"]}
    answer = await staff.post(f"/api/flows/{flow}/scenarios", kept)
    assert answer.status == 201, answer.body


@pytest.fixture
async def city() -> AsyncIterator[City]:
    city = City()
    await city.start()
    yield city
    await city.stop()


async def world(staff: Staff, city: City) -> dict[str, Any]:
    """What the flow names, in the centre; and the same for the simulator."""
    always = {
        day: [["00:00", "24:00"]] for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    }
    for code, week in (("both-open", always), ("both-shut", {})):
        made = {"code": code, "name": code, "week": week, "keeps_holidays": False}
        assert (await staff.post("/api/calendars", made)).status == 201
    base = {"code": "both", "name": "both", "kind": "http", "base_url": city.url}
    assert (await staff.post("/api/connections", base)).status == 201
    now = datetime.now(UTC)
    choices = [{"key": "1", "text": "是"}, {"key": "2", "text": "否"}]
    poll = {
        "code": "both", "title": "两种走法", "opens_at": now.isoformat(),
        "closes_at": (now + timedelta(days=2)).isoformat(),
        "questions": [{"code": "agree", "text": "同意吗", "choices": choices}],
    }  # fmt: skip
    assert (await staff.post("/api/polls", poll)).status == 201
    return {
        "at": now.isoformat(),
        "on_duty": {"general": 0},
        "answers": {
            "http": [
                {"outcome": "ok", "values": {"due": "42.50"}},
                {"outcome": "error", "values": {"reason": "missing"}},
            ],
            "case_reply": {"outcome": "told", "values": {"state": "accepted"}},
            "knowledge": [*SHELVES, SHELVES[2], SHELVES[1], SHELVES[0]],
        },
    }


async def case_of(stack: Stack) -> tuple[str, str]:
    """Number and code of a case that an agent has filed."""
    agent = await Staff.sign_in(stack.url, "8001")
    draft = {"type": "consultation", "title": "x", "content": "y", "phone": "13800007799"}
    opened = await agent.post("/api/cases", draft)
    assert opened.status == 201, opened.body
    return opened.body["case"]["number"], opened.body["code"]


async def test_scenarios_of_every_node_give_the_same_transcript_on_the_exchange(
    stack: Stack, carrier: Carrier, where: Whereabouts, city: City
) -> None:
    staff = await Staff.sign_in(stack.url, "9000")
    for name, hertz in TONES.items():
        own_tone(stack, "shifan", name, hertz, 0.7)
    setup = await world(staff, city)
    await drawn(staff, "both-inner", INNER, "subflow")
    await published(stack, staff, "both-inner")
    await drawn(staff, "both", nodes("both", "both"))
    for name, steps in scenarios(await case_of(stack), "both").items():
        await keep(staff, "both", setup, name, steps)
    await published(stack, staff, "both", "7701")
    ways = BothWays(stack, carrier, where, staff, flow="both", line="7701", tones=TONES)
    ways.rings("2041")
    kept = (await staff.get("/api/flows/both/scenarios")).body
    assert len(kept) == 16
    turn = asyncio.Semaphore(AT_ONCE)

    async def play(n: int) -> list[str]:
        async with turn:
            return await ways.differences(kept[n], f"138000077{n:02}")

    played = await asyncio.gather(*(play(n) for n in range(len(kept))))
    differences = [line for lines in played for line in lines]
    assert not differences, "\n".join(differences)
    await nothing_left(stack)


@pytest.mark.parametrize(
    ("template", "line"), [("article", "7702"), ("direct", "7703"), ("night", "7704")]
)
async def test_the_scenarios_of_a_template_give_the_same_transcript_on_the_exchange(
    stack: Stack,
    carrier: Carrier,
    where: Whereabouts,
    telephones: Telephones,
    template: str,
    line: str,
) -> None:
    staff = await Staff.sign_in(stack.url, "9000")
    code = f"both-{template}"
    new = {"code": code, "name": code, "template": template}
    assert (await staff.post("/api/flows", new)).status == 201
    await published(stack, staff, code, line)
    kept = (await staff.get(f"/api/flows/{code}/scenarios")).body
    assert kept
    await give_bell(stack, staff, code, line, kept)
    differences: list[str] = []
    alone = [each for each in kept if not needs_agent(each)]
    ways = BothWays(stack, carrier, where, staff, flow=code, line=line)
    ways.rings("13900000001")
    for n, each in enumerate(alone):
        differences += await ways.differences(each, f"13800{line}{n:02}")
    telephones.give("8001", "1001")
    for n, each in enumerate(each for each in kept if needs_agent(each)):
        async with on_duty(stack, "8001") as [page]:
            ways = BothWays(stack, carrier, where, staff, flow=code, line=line, page=page)
            differences += await ways.differences(each, f"13801{line}{n:02}")
            await page.until(lambda: page.call is None)
    assert not differences, "\n".join(differences)
    await nothing_left(stack)


async def give_bell(
    stack: Stack, staff: Staff, flow: str, line: str, kept: list[dict[str, Any]]
) -> None:
    """The line has the night bell of the scenarios, where they have one."""
    given: dict[str, Any] = kept[0]["setup"].get("variables", {})
    if "night_bell" in given:
        lines = (await staff.get("/api/lines")).body
        (version,) = (each["version"] for each in lines if each["number"] == line)
        plan = {
            "version": version, "name": flow, "flow": flow,
            "night_bell": given["night_bell"].split(","),
            "night_bell_seconds": given["night_bell_seconds"],
        }  # fmt: skip
        assert (await staff.put(f"/api/lines/{line}", plan)).status == 200
        await in_plans(
            stack,
            lambda plans: any(x["number"] == line and x["night_bell"] for x in plans["lines"]),
        )


def needs_agent(scenario: Mapping[str, Any]) -> bool:
    return any(step["do"].startswith("agent") for step in scenario["steps"])
