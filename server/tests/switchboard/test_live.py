"""The browser's socket, spoken by hand: whatever comes in, the answer is clear."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import socket
from collections.abc import AsyncIterator, Callable, Collection, Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Any

import msgspec
import pytest
from django.conf import settings
from django.core import signing
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

from lianxin.live import messages as m
from lianxin.live import server as live
from lianxin.live.server import LiveServer, Page
from lianxin.live.tickets import (
    RESUME_SALT,
    TICKET_SALT,
    BadTicket,
    Identity,
    Tickets,
    issue_resume,
    issue_ticket,
    read_ticket,
)
from lianxin.live.traffic import PATH, ask_traffic

OWN_ORIGIN = "http://127.0.0.1:1234"
AGENT = Identity("agent", 1, 7, "8001", "agent 8001")


class Desk:
    """Stands behind the socket and notes what came through it."""

    def __init__(self) -> None:
        self.well = True
        self.pages: dict[int | None, Page] = {}
        self.heard: list[m.Command] = []
        self.gone = asyncio.Event()

    async def connected(self, page: Page) -> m.Welcome:
        await asyncio.sleep(0)
        older = self.pages.get(page.identity.person)
        if older is not None:
            older.send(m.Replaced())
            older.close(4409, "live.replaced")
        self.pages[page.identity.person] = page
        return m.Welcome("agent", 0, issue_resume(page.identity), None, None, [], None)

    def command(self, page: Page, command: m.Command) -> None:
        self.heard.append(command)
        page.send(m.Refused("live.not_now", type(command).__name__))

    def disconnected(self, page: Page) -> None:
        if self.pages.get(page.identity.person) is page:
            self.gone.set()

    def healthy(self) -> bool:
        return self.well

    def traffic(self, versions: Collection[int]) -> Mapping[int, Mapping[str, int]]:
        return {version: {"menu": 2} for version in versions}


class Live:
    """A running server and the way to it."""

    def __init__(self, desk: Desk, port: int) -> None:
        self.desk = desk
        self.port = port
        self.url = f"ws://127.0.0.1:{port}/live"

    async def refuse(self, greeting: str) -> tuple[dict[str, Any], int | None]:
        """What a page hears that greets like this, and the code with which it is closed."""
        async with connect(self.url) as page:
            await page.send(greeting)
            answer = json.loads(await page.recv())
            with suppress(ConnectionClosed):
                await page.recv()
            return answer, page.close_code

    async def still_serves(self) -> None:
        async with connect(self.url) as page:
            assert (await greet(page))["type"] == "welcome"


async def greet(page: ClientConnection) -> dict[str, Any]:
    await page.send(json.dumps({"type": "hello", "ticket": issue_ticket(AGENT)}))
    answer: dict[str, Any] = json.loads(await page.recv())
    return answer


@pytest.fixture
async def served() -> AsyncIterator[Live]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    desk = Desk()
    server = LiveServer(desk, port, [OWN_ORIGIN])
    await server.start()
    try:
        yield Live(desk, port)
    finally:
        await server.stop()


@pytest.fixture(autouse=True)
def hearing(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "lianxin.live")


def signed(kind: str, salt: str) -> str:
    """Something that we have signed, and that is no identity."""
    return signing.dumps({"kind": kind}, salt=salt)


def hello(**fields: str) -> str:
    return json.dumps({"type": "hello", **fields})


async def test_web_asks_where_callers_stand(served: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    ports = replace(settings.ENV.ports, live=served.port)
    monkeypatch.setattr(settings, "ENV", replace(settings.ENV, ports=ports))
    assert await asyncio.to_thread(ask_traffic, (7, 8)) == {7: {"menu": 2}, 8: {"menu": 2}}


async def test_nobody_else_asks_where_callers_stand(served: Live) -> None:
    for token in ("", "7", signing.dumps([7], salt=TICKET_SALT)):
        with pytest.raises(InvalidStatus) as refused:
            async with connect(f"ws://127.0.0.1:{served.port}{PATH}{token}"):
                pass
        assert refused.value.response.status_code == 403


async def test_a_page_is_welcomed_and_comes_back_with_its_token(served: Live) -> None:
    async with connect(served.url, origin=OWN_ORIGIN) as page:  # type: ignore[arg-type]
        welcome = await greet(page)
    async with connect(served.url) as page:
        await page.send(hello(resume=welcome["resume"]))
        assert json.loads(await page.recv())["type"] == "welcome"
        await page.send('{"type": "ready"}')
        assert json.loads(await page.recv())["code"] == "live.not_now"
    assert served.desk.heard == [m.Ready()]


@pytest.mark.parametrize(
    ("greeting", "code", "closed"),
    [
        # made when they are sent: a ticket is good for a minute, collecting tests takes longer
        (lambda: hello(ticket="nonsense"), "live.ticket_invalid", 4401),
        (lambda: hello(resume="nonsense"), "live.ticket_invalid", 4401),
        (hello, "live.ticket_invalid", 4401),
        (lambda: hello(ticket=issue_ticket(AGENT) + "x"), "live.ticket_invalid", 4401),
        # a ticket is no resume token, and the other way round
        (lambda: hello(resume=signed("agent", TICKET_SALT)), "live.ticket_invalid", 4401),
        (lambda: hello(ticket=signed("agent", RESUME_SALT)), "live.ticket_invalid", 4401),
        # signed by us, but of no shape
        (lambda: hello(ticket=signed("king", TICKET_SALT)), "live.ticket_invalid", 4401),
        ('{"type": "ready"}', "live.hello_expected", 4401),
        ("{", "live.bad_message", 4400),
        ("[]", "live.bad_message", 4400),
        ('{"type": "fly"}', "live.bad_message", 4400),
        ('{"type": "hello", "ticket": 7}', "live.bad_message", 4400),
        ("", "live.bad_message", 4400),
    ],
)  # fmt: skip
async def test_a_bad_greeting_is_refused(
    served: Live,
    caplog: pytest.LogCaptureFixture,
    greeting: Callable[[], str] | str,
    code: str,
    closed: int,
) -> None:
    text = greeting if isinstance(greeting, str) else greeting()
    answer, close_code = await served.refuse(text)
    assert (answer["type"], answer["code"], answer["command"]) == ("refused", code, "hello")
    assert close_code == closed
    assert code in caplog.text
    assert served.desk.pages == {}
    await served.still_serves()


async def test_an_expired_ticket_is_refused(
    served: Live, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("lianxin.live.tickets.TICKET_SECONDS", -1)
    answer, closed = await served.refuse(hello(ticket=issue_ticket(AGENT)))
    assert (answer["code"], closed) == ("live.ticket_expired", 4401)
    assert "live.ticket_expired" in caplog.text


async def test_a_page_that_says_nothing_is_sent_away(
    served: Live, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "HELLO_SECONDS", 0.05)
    async with connect(served.url) as page:
        assert json.loads(await page.recv())["code"] == "live.hello_expected"


async def test_an_unreadable_message_is_refused_and_the_page_stays(
    served: Live, caplog: pytest.LogCaptureFixture
) -> None:
    async with connect(served.url) as page:
        await greet(page)
        for bad in ("{", b"\xff\xfe", '{"type": "hold"}', '{"type": "hold", "call": 1}'):
            await page.send(bad)
            assert json.loads(await page.recv())["code"] == "live.bad_message"
        await page.send('{"type": "ready"}')
        assert json.loads(await page.recv())["code"] == "live.not_now"
    assert "unreadable" in caplog.text


async def test_too_long_a_message_ends_the_connection(
    served: Live, caplog: pytest.LogCaptureFixture
) -> None:
    async with connect(served.url) as page:
        await greet(page)
        await page.send("x" * (live.MESSAGE_BYTES + 1))
        with pytest.raises(ConnectionClosed):
            await page.recv()
        assert page.close_code == 1009
    await asyncio.wait_for(served.desk.gone.wait(), 5)
    assert "broke off" in caplog.text
    await served.still_serves()


async def test_half_a_frame_and_then_nothing(
    served: Live, caplog: pytest.LogCaptureFixture
) -> None:
    async with connect(served.url) as page:
        await greet(page)
        # a masked text frame that announces 100 bytes and brings three
        page.transport.write(bytes([0x81, 0x80 | 100]) + os.urandom(4) + b"abc")
        await asyncio.sleep(0)
        page.transport.abort()
    await asyncio.wait_for(served.desk.gone.wait(), 5)
    assert served.desk.heard == []
    assert "broke off" in caplog.text
    await served.still_serves()


async def test_half_a_handshake(served: Live) -> None:
    _, writer = await asyncio.open_connection("127.0.0.1", served.port)
    writer.write(b"GET /live HTTP/1.1\r\nHost: x\r\nUpgr")
    await writer.drain()
    writer.close()
    await served.still_serves()


async def test_a_page_of_another_site_is_refused(
    served: Live, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(InvalidStatus) as refusal:
        await connect(served.url, origin="https://evil.example")  # type: ignore[arg-type]
    assert refusal.value.response.status_code == 403
    assert refusal.value.response.body == b"live.foreign_origin\n"
    assert "evil.example" in caplog.text


async def test_a_page_that_does_not_read_is_closed(served: Live) -> None:
    async with connect(served.url, max_queue=1) as page:
        await greet(page)
        behind = served.desk.pages[AGENT.person]
        notice = m.RecordChanged("call", "x" * 8000)
        for _ in range(4000):
            behind.send(notice)  # never waits, never grows without end
        assert behind._closing is not None
        with suppress(ConnectionClosed):
            while True:  # what was on the way
                await page.recv()
        assert (page.close_code, page.close_reason) == (4408, "live.too_slow")
    await served.still_serves()


async def test_a_second_page_replaces_the_first(served: Live) -> None:
    async with connect(served.url) as first, connect(served.url) as second:
        await greet(first)
        await greet(second)
        assert json.loads(await first.recv())["type"] == "replaced"
        with pytest.raises(ConnectionClosed):
            await first.recv()
        assert first.close_code == 4409
        await second.send('{"type": "ready"}')
        assert json.loads(await second.recv())["code"] == "live.not_now"


@pytest.mark.parametrize("well", [True, False])
async def test_the_health_check_says_how_it_is(served: Live, well: bool) -> None:
    served.desk.well = well
    reader, writer = await asyncio.open_connection("127.0.0.1", served.port)
    writer.write(b"GET /health HTTP/1.1\r\nHost: x\r\n\r\n")
    assert (b" 200 " if well else b" 503 ") in await reader.readline()
    writer.close()


def test_no_ticket_is_read_from_any_text() -> None:
    for text in ("", "::", "a:b:c", "\0", "é" * 50):
        with pytest.raises(BadTicket):
            read_ticket(text)


def test_what_is_told_is_what_the_contract_says() -> None:
    told = json.loads(msgspec.json.encode(m.Refused("live.not_now", "hold")))
    assert told == {"type": "refused", "code": "live.not_now", "command": "hold", "detail": ""}


def test_a_ticket_is_taken_once() -> None:
    now = [0.0]
    tickets = Tickets(lambda: now[0])
    one, two = issue_ticket(AGENT), issue_ticket(AGENT)
    assert one != two  # of the same second
    assert tickets.take(one) == tickets.take(two) == AGENT
    for now[0] in (1.0, 60.0):
        with pytest.raises(BadTicket, match=r"live\.ticket_used"):
            tickets.take(one)
