"""The city's services misbehave, all at once: each caller goes on in time, and nobody else
notices. What a service says is what the next caller hears."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from itertools import pairwise
from typing import Any

import pytest

from devkit.carrier import hearing
from devkit.carrier.call import Call
from devkit.carrier.carrier import Carrier
from devkit.carrier.hearing import Sound
from lianxin.rules.flow.effects import Value
from lianxin.rules.speaking import spell
from tests.city import City
from tests.stack import Stack
from tests.stories.air import BYE, publish, record_of, say, ship_tones
from tests.stories.ear import found
from tests.stories.staff import Staff
from tests.stories.test_death import nothing_left
from tests.stories.whereabouts import Whereabouts

pytestmark = pytest.mark.timeout(120)

#: How long a node of these flows waits for its answer; and what the test allows beyond it.
PATIENCE, MARGIN = 2.0, 1.5

#: By the key that a caller presses: the path, or the statement, and what is wrong with it.
BAD: dict[str, tuple[str, str]] = {
    "1": ("/hang", "timeout"),
    "2": ("/500", "status_500"),
    "3": ("/large", "too_large"),
    "4": ("/stream", "too_large"),
    "5": ("/wrong", "not_json"),
    "6": ("/missing", "missing"),
    "7": ("/cut", "unreachable"),
    "8": ("slow", "timeout"),
    "9": ("slower", "timeout"),
}

#: What callers hear by the reason in the variable ``error``.
REASONS = {
    reason: 500.0 + 120 * n
    for n, reason in enumerate(dict.fromkeys(reason for _, reason in BAD.values()))
}
MENU, OTHER, STEP, STRIDE = 400.0, 1900.0, 2100.0, 2300.0

#: Many sentences, one after another: each must follow when the one before is over.
SENTENCES = 26
SENTENCE_SECONDS = 0.5

CUSTOMER = "story_customer"


@pytest.fixture
async def city() -> AsyncIterator[City]:
    city = City()
    await city.start()
    yield city
    await city.stop()


@pytest.fixture
async def staff(stack: Stack) -> Staff:
    """The administrator; PostgreSQL has a table of the customer's, and a reader of it."""
    stack.sql(
        f"DROP TABLE IF EXISTS {CUSTOMER}_bills;"
        f" DROP ROLE IF EXISTS {CUSTOMER}; CREATE ROLE {CUSTOMER} LOGIN PASSWORD '{CUSTOMER}';"
        f" CREATE TABLE {CUSTOMER}_bills (account text, due numeric);"
        f" INSERT INTO {CUSTOMER}_bills VALUES ('1001', 68);"
        f" GRANT SELECT ON {CUSTOMER}_bills TO {CUSTOMER}"
    )
    return await Staff.sign_in(stack.url, "9000")


async def connect(staff: Staff, code: str, **settings: Any) -> str:
    """Make the connection ``code`` anew."""
    found = await staff.get(f"/api/connections/{code}")
    sheet = {"code": code, "name": code, **settings}
    if found.status == 200:
        version = found.body["version"]
        answer = await staff.put(f"/api/connections/{code}", {**sheet, "version": version})
    else:
        answer = await staff.post("/api/connections", sheet)
    assert answer.status < 300, answer.body
    return code


async def to_service(staff: Staff, city: City, code: str) -> str:
    return await connect(staff, code, kind="http", base_url=city.url)


async def to_database(staff: Staff, stack: Stack, code: str, seconds: float) -> str:
    statements = {
        "bill": f"SELECT due FROM {CUSTOMER}_bills WHERE account = %(account)s",
        "slow": "SELECT pg_sleep(30) AS due",
    }
    where = {"host": "127.0.0.1", "port": stack.env.ports.postgres, "database": "lianxin"}
    who = {"user": CUSTOMER, "password": CUSTOMER, "tls": False, "seconds": seconds}
    queries = [{"code": name, "sql": sql} for name, sql in statements.items()]
    return await connect(staff, code, kind="postgresql", queries=queries, **where, **who)


def http(connection: str, path: str) -> dict[str, Any]:
    node = {"type": "http", "path": path, "pick": {"due": "data.due"}}
    if path == "/missing":
        node["pick"] = {"due": "data.nothing"}
    return {**node, **look_up(connection)}


def sql(connection: str, query: str) -> dict[str, Any]:
    parameters = {"account": "1001"} if query == "bill" else {}
    node = {"type": "sql", "query": query, "parameters": parameters, "pick": {"due": "due"}}
    return {**node, **look_up(connection), "none": "other"}


def look_up(connection: str) -> dict[str, Any]:
    return {
        "connection": connection, "timeout_seconds": PATIENCE, "ok": "told", "error": "why",
    }  # fmt: skip


async def bad_line(stack: Stack, staff: Staff, city: City, number: str) -> None:
    """A key for everything that is wrong, 0 and # for what is right. Each has a connection of
    its own: of one that fails, others are not told."""
    nodes: dict[str, Any] = {}
    for key, (what, _) in BAD.items():
        if what.startswith("/"):
            nodes[f"ask{key}"] = http(await to_service(staff, city, f"bad-{key}"), what)
    # One is ended by the server of the database, the other by the time of the node.
    nodes["ask8"] = sql(await to_database(staff, stack, "bad-8", 1), "slow")
    nodes["ask9"] = sql(await to_database(staff, stack, "bad-9", 10), "slow")
    nodes |= await good_nodes(stack, staff, city)
    keys = {key: f"ask{key}" for key in BAD} | {"0": "bill", "*": "account"}
    menu = {"type": "menu", "prompts": ["tone_menu"], "keys": keys, "timeout_seconds": 30}
    ways = [{"when": f"error == '{reason}'", "to": reason} for reason in REASONS]
    nodes |= {reason: say(f"tone_{reason}", "bye") for reason in REASONS}
    nodes |= {"why": {"type": "branch", "ways": ways, "otherwise": "other"}}
    await publish(stack, number, {"main": {**menu, "otherwise": "bye"}, **nodes, **ENDS})


ENDS: dict[str, Any] = {
    "told": {"type": "say", "prompts": ["$due:money", "tone_menu"], "next": "bye"},
    "other": say("tone_other", "bye"),
    "bye": BYE,
}


async def good_nodes(stack: Stack, staff: Staff, city: City) -> dict[str, Any]:
    """They answer at once; their patience is for a machine that is busy with other stories."""
    bill = http(await to_service(staff, city, "good-service"), "/bill")
    account = sql(await to_database(staff, stack, "good-database", 4), "bill")
    patient = {"timeout_seconds": 8}
    return {"bill": {**bill, **patient}, "account": {**account, **patient}}


async def plain_line(stack: Stack, number: str) -> None:
    """Sentences, one after another, two tones in turn."""
    names = [f"s{n}" for n in range(SENTENCES)]
    tones = ("tone_step", "tone_stride")
    steps = {name: say(tones[n % 2], [*names, "bye"][n + 1]) for n, name in enumerate(names)}
    await publish(stack, number, {**steps, "bye": BYE})


def ship(stack: Stack) -> None:
    tones = {"tone_menu": MENU, "tone_other": OTHER}
    ship_tones(stack, tones | {f"tone_{reason}": hertz for reason, hertz in REASONS.items()})
    ship_tones(stack, {"tone_step": STEP, "tone_stride": STRIDE}, SENTENCE_SECONDS)


async def looks_up(carrier: Carrier, where: Whereabouts, line: str, key: str) -> Call:
    """A caller who presses ``key`` and listens to the end."""
    caller = f"138{line}{ord(key):04}"
    call = await carrier.dial(line, caller=caller)
    await call.answered()
    await where.press(call, ("main", key))
    await call.ended(30)
    return call


def says(stack: Stack, sound: Sound, yuan: str) -> bool:
    """Whether the amount is spoken: all of its words, in their order."""
    since = 0.0
    for part in spell(Value("money", yuan), "zh"):
        word = found(sound.part(since), stack.env.sounds / "zh" / f"{part}.wav")
        if word is None:
            return False
        since += word.start
    return True


async def seconds_of_look_up(stack: Stack, call: Call) -> float:
    """By the ledger: from the question to the answer."""
    record = await record_of(stack, call.caller)
    rows = stack.sql(
        "SELECT data->>'what', extract(epoch FROM at)::float FROM calls_callevent"
        " WHERE call_id = %s AND kind = 'node' AND data->>'what' IN ('asked', 'told')",
        record["id"],
    )
    times = dict(rows)
    return float(times["told"] - times["asked"])


async def test_services_that_misbehave_hold_up_nobody(
    stack: Stack, carrier: Carrier, where: Whereabouts, staff: Staff, city: City
) -> None:
    ship(stack)
    await bad_line(stack, staff, city, "7501")
    await plain_line(stack, "7502")

    async def listens(n: int) -> Call:
        call = await carrier.dial("7502", caller=f"13875020{n:02}")
        await call.answered()
        await call.ended(60)
        return call

    plain = [asyncio.create_task(listens(n)) for n in range(2)]
    await where.stands("1387502000", "s1")
    asked = [asyncio.create_task(looks_up(carrier, where, "7501", key)) for key in BAD]
    told = {key: asyncio.create_task(looks_up(carrier, where, "7501", key)) for key in ("0", "*")}
    calls = dict(zip(BAD, await asyncio.gather(*asked), strict=True))
    wrong = []
    for key, call in calls.items():
        what, reason = BAD[key]
        heard = hearing.load(await call.heard())
        tones = [
            name for name, hertz in REASONS.items() if hearing.tone_seconds(heard, hertz) > 0.4
        ]
        seconds = await seconds_of_look_up(stack, call)
        if tones != [reason] or seconds > PATIENCE + MARGIN:
            wrong.append(f"{what}: {tones} for {reason} after {seconds:.2f} s")
    assert wrong == []
    for key, yuan in (("0", "42.50"), ("*", "68")):
        call = await told[key]
        assert says(stack, hearing.load(await call.heard()), yuan), key
        assert await seconds_of_look_up(stack, call) < PATIENCE
    for task in plain:
        assert silences(hearing.load(await (await task).heard())) == []
    await nothing_left(stack)


def silences(sound: Sound) -> list[float]:
    """The pauses between sentences that are longer than a service is waited for."""
    spans = sorted(
        (span.start, span.end)
        for hertz in (STEP, STRIDE)
        for span in hearing.tone_spans(sound, hertz)
    )
    gaps = [then[0] - before[1] for before, then in pairwise(spans)]
    return [gap for gap in gaps if gap > PATIENCE / 2]


async def test_what_the_city_changes_is_what_the_next_caller_hears(
    stack: Stack, carrier: Carrier, where: Whereabouts, staff: Staff, city: City
) -> None:
    ship(stack)
    keys = {"0": "bill", "*": "account"}
    menu = {"type": "menu", "prompts": ["tone_menu"], "keys": keys, "otherwise": "bye"}
    nodes = {"main": menu, **await good_nodes(stack, staff, city), **ENDS, "why": ENDS["other"]}
    await publish(stack, "7503", nodes)

    async def hear(key: str, yuan: str) -> Sound:
        """What a caller is told, who is told it whole."""
        call = await looks_up(carrier, where, "7503", key)
        sound = hearing.load(await call.heard())
        spans = [(round(each.start, 2), round(each.end, 2)) for each in hearing.sounding(sound)]
        assert says(stack, sound, yuan), f"{call.caller}: {sound.seconds:.2f} s, sound at {spans}"
        return sound

    async def hear_both(bill: str, account: str) -> tuple[Sound, Sound]:
        return await asyncio.gather(hear("0", bill), hear("*", account))

    await hear_both("42.50", "68")
    city.due = "7.00"
    stack.sql(f"UPDATE {CUSTOMER}_bills SET due = 90.30")
    service, database = await hear_both("7.00", "90.30")
    assert not says(stack, service, "42.50")
    assert not says(stack, database, "68")
