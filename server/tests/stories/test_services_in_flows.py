"""A citizen asks the machine: a bill by HTTP, the knowledge three levels deep, a poll."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from devkit.carrier.call import Call, NotAnswered
from devkit.carrier.carrier import Carrier
from tests.stack import Stack
from tests.stories.conftest import eventually
from tests.stories.staff import Staff
from tests.stories.whereabouts import Whereabouts

pytestmark = pytest.mark.timeout(180)

#: A line of this story's own: the others' callers go on hearing what they know.
LINE, CALLER = "12391", "13800000391"


class Water(ThreadingHTTPServer):
    """The water works: ``amount`` is what everybody owes."""

    def __init__(self) -> None:
        self.amount = 0.0
        super().__init__(("127.0.0.1", 0), _Bill)


class _Bill(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        assert isinstance(self.server, Water)
        body = json.dumps({"data": {"amount": self.server.amount}}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture
def water() -> Iterator[Water]:
    server = Water()
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def flow(poll: str) -> dict[str, Any]:
    """The bill, then the knowledge, then the poll."""
    questions = [
        {"code": "agree", "prompts": ["poll_voted"], "choices": {"1": "1", "2": "2", "3": "3"}},
        {
            "code": "wish",
            "prompts": ["poll_voted"],
            "choices": {"1": "1", "2": "2", "3": "3"},
            "multiple": True,
        },
    ]
    return {
        "spec": 2,
        "id": "asked",
        "title": "查询",
        "start": "bill",
        "nodes": {
            "bill": {
                "type": "http",
                "connection": "water-story",
                "path": "/bill",
                "pick": {"amount": "data.amount"},
                "ok": "owes",
                "error": "end",
            },
            "owes": {
                "type": "branch",
                "ways": [{"when": "amount > 0", "to": "due"}],
                "otherwise": "nothing",
            },
            "due": {"type": "say", "prompts": ["$amount:money"], "next": "tree"},
            "nothing": {"type": "say", "prompts": ["goodbye"], "next": "tree"},
            "tree": {"type": "knowledge", "done": "vote", "unknown": "end"},
            "vote": {
                "type": "poll",
                "poll": poll,
                "questions": questions,
                "done": "end",
                "voted": "end",
                "closed": "end",
            },
            "end": {"type": "hang_up", "prompts": ["goodbye"]},
        },
    }


async def published(
    staff: Staff, spec: dict[str, Any], code: str = "asked", number: str = LINE
) -> None:
    """The line ``number`` of a story runs ``spec``."""
    name = spec["title"]
    await staff.post("/api/flows", {"code": code, "name": name, "template": "empty"})
    draft = (await staff.get(f"/api/flows/{code}")).body["draft"]
    drawn = {"version": draft["version"], "spec": spec, "layout": {}}
    saved = await staff.put(f"/api/flows/{code}/draft", drawn)
    assert saved.status == 200, saved.body
    done = await staff.post(
        f"/api/flows/{code}/publish",
        {"version": saved.body["version"], "note": "故事", "reason": "故事"},
    )
    assert done.status < 300, done.body
    line = await staff.post("/api/lines", {"number": number, "name": name, "flow": code})
    assert line.status < 300, line.body


async def answered_by(carrier: Carrier, line: str, caller: str) -> Call | None:
    """A call of the line; None while the switchboard does not know the line yet."""
    call = await carrier.dial(line, caller=caller)
    try:
        await call.answered()
    except NotAnswered:
        return None
    return call


async def walked(
    staff: Staff, carrier: Carrier, where: Whereabouts, keys: tuple[str, ...]
) -> list[Any]:
    """Call and press each of ``keys`` when it is asked for, up to the end; the call's path."""
    caller = CALLER
    call: Call = await eventually(lambda: answered_by(carrier, LINE, caller), f"line {LINE}")
    await where.answer(call, *keys)
    await call.ended(60)

    async def recorded() -> Any:
        items = (await staff.get(f"/api/calls?caller={caller}")).body["items"]
        return items[0]["id"] if items and items[0]["ended_at"] else None

    known = await eventually(recorded, f"the call of {caller}")
    events = (await staff.get(f"/api/calls/{known}")).body["events"]
    return [
        (each["data"]["node"], each["data"]["what"], each["data"]["detail"])
        for each in events
        if each["kind"] == "node"
    ]


def nodes_of(path: list[Any]) -> list[str]:
    return [node for node, what, _ in path if what == "entered"]


async def test_a_citizen_asks_hears_and_votes(
    stack: Stack, carrier: Carrier, where: Whereabouts, water: Water
) -> None:
    staff = await Staff.sign_in(stack.url, "9000")
    made = await staff.post(
        "/api/connections",
        {
            "code": "water-story",
            "name": "水务",
            "kind": "http",
            "base_url": f"http://127.0.0.1:{water.server_port}",
        },
    )
    assert made.status == 201, made.body
    await published(staff, flow("green"))

    before = (await staff.get("/api/polls/green")).body["poll"]["turnout"]
    # 法律法规 → 城市管理 → 夜间施工噪声, up again to the top and out, then 赞成 and two wishes.
    path = await walked(
        staff, carrier, where, ("1", "2", "1", "#", "#", "#", "#", "1", "2", "3", "#")
    )
    assert nodes_of(path)[:4] == ["bill", "owes", "nothing", "tree"]
    assert "vote" in nodes_of(path)

    async def counted() -> bool:
        found = (await staff.get("/api/polls/green")).body["poll"]["turnout"]
        return bool(found == before + 1)

    await eventually(counted, "the vote")
    later = await staff.get("/api/polls/green/results")
    assert later.body["error"]["code"] == "poll.results_later"

    water.amount = 42.5  # what the service says changes what is spoken
    path = await walked(staff, carrier, where, ("#",))
    assert nodes_of(path)[:4] == ["bill", "owes", "due", "tree"]
    assert "vote" in nodes_of(path), "this number has voted, and goes on"
    assert (await staff.get("/api/polls/green")).body["poll"]["turnout"] == before + 1
