"""The socket server: who connects, what they say, and what they are told.

It knows pages and messages, not calls: what a command does is the ``AgentGateway``'s business.
A page that reads too slowly or says something unreadable is told so and closed; it
comes back and gets a fresh snapshot.
"""

from __future__ import annotations

import asyncio
import http
import logging
from collections.abc import Collection, Mapping
from typing import Protocol

import msgspec
from websockets.asyncio.server import Server, ServerConnection, serve
from websockets.exceptions import ConnectionClosed
from websockets.http11 import Request, Response

from lianxin.live import traffic
from lianxin.live.messages import Command, Hello, Notice, Refused, Welcome
from lianxin.live.tickets import BadTicket, Identity, Tickets, read_resume

log = logging.getLogger(__name__)

HELLO_SECONDS = 5
MESSAGE_BYTES = 16 * 1024
OUTBOX = 256
#: Close codes of our own: what the page should do differs.
BAD_TICKET, TOO_SLOW, BAD_MESSAGE = 4401, 4408, 4400


#: A notice as it goes over the socket.
encode = msgspec.json.Encoder().encode


class Page:
    """One connected browser page."""

    def __init__(self, identity: Identity, socket: ServerConnection) -> None:
        self.identity = identity
        self._socket = socket
        self._outbox: asyncio.Queue[bytes] = asyncio.Queue(OUTBOX)
        self._closing: asyncio.Task[None] | None = None

    def send(self, notice: Notice) -> None:
        """Queue a message for the page; never waits."""
        self.send_encoded(encode(notice))

    def send_encoded(self, notice: bytes) -> None:
        """The same for what many pages are told: it is encoded once."""
        try:
            self._outbox.put_nowait(notice)
        except asyncio.QueueFull:
            self.close(TOO_SLOW, "live.too_slow")

    def close(self, code: int, reason: str) -> None:
        if self._closing is None:
            self._closing = asyncio.create_task(self._socket.close(code, reason))

    async def write(self) -> None:
        """Send what is queued until the connection ends."""
        while True:
            await self._socket.send(await self._outbox.get(), text=True)


class Gateway(Protocol):
    """What stands behind the socket: the switchboard, or a test's own."""

    async def connected(self, page: Page) -> Welcome: ...

    def command(self, page: Page, command: Command) -> None: ...

    def disconnected(self, page: Page) -> None: ...

    def healthy(self) -> bool: ...

    def traffic(self, versions: Collection[int]) -> Mapping[int, Mapping[str, int]]: ...


class LiveServer:
    """Listens for pages on loopback; a reverse proxy stands in front in production."""

    def __init__(self, gateway: Gateway, port: int, origins: Collection[str]) -> None:
        self._gateway = gateway
        self._port = port
        self._origins = frozenset(origins)
        self._decoder = msgspec.json.Decoder(Command)
        self._server: Server | None = None
        self._tickets = Tickets()

    async def start(self) -> None:
        self._server = await serve(
            self._serve,
            "127.0.0.1",
            self._port,
            max_size=MESSAGE_BYTES,
            ping_interval=5,
            ping_timeout=10,
            process_request=self._before,
            compression=None,
        )

    async def stop(self) -> None:
        if self._server is not None:
            self._server.close()
            await self._server.wait_closed()

    def _before(self, connection: ServerConnection, request: Request) -> Response | None:
        """Answer the health check; refuse pages of other sites."""
        if request.path == "/health":
            healthy = self._gateway.healthy()
            status = http.HTTPStatus.OK if healthy else http.HTTPStatus.SERVICE_UNAVAILABLE
            return connection.respond(status, "ok\n" if healthy else "no exchange\n")
        if request.path.startswith(traffic.PATH):
            return self._send_traffic(connection, request.path)
        origin = request.headers.get("Origin")
        if origin is not None and origin not in self._origins:
            log.warning("a page of %s was refused", origin)
            return connection.respond(http.HTTPStatus.FORBIDDEN, "live.foreign_origin\n")
        return None

    def _send_traffic(self, connection: ServerConnection, path: str) -> Response:
        versions = traffic.asked_versions(path)
        if versions is None:
            return connection.respond(http.HTTPStatus.FORBIDDEN, "live.not_signed\n")
        callers = encode(self._gateway.traffic(versions)).decode()
        return connection.respond(http.HTTPStatus.OK, callers)

    async def _serve(self, socket: ServerConnection) -> None:
        try:
            page = await self._greet(socket)
        except ConnectionClosed as error:
            log.info("somebody left without a greeting: %s", error)
            return
        if page is None:
            return
        writing = asyncio.create_task(page.write())
        try:
            async for raw in socket:
                self._take(page, raw)
        except ConnectionClosed as error:
            log.info(
                "the page of %s %s broke off: %s", page.identity.kind, page.identity.number, error
            )
        finally:
            writing.cancel()
            self._gateway.disconnected(page)
            await asyncio.gather(writing, return_exceptions=True)

    async def _greet(self, socket: ServerConnection) -> Page | None:
        """Wait for ``Hello``, check it, answer ``Welcome``; None when it was refused."""
        try:
            async with asyncio.timeout(HELLO_SECONDS):
                raw = await socket.recv()
        except TimeoutError:
            await self._refuse(socket, "live.hello_expected", "nothing was said", BAD_TICKET)
            return None
        try:
            hello = self._decoder.decode(raw)
            if not isinstance(hello, Hello):
                raise BadTicket("live.hello_expected")
            identity = self._whose(hello)
        except msgspec.DecodeError as error:
            await self._refuse(socket, "live.bad_message", str(error), BAD_MESSAGE)
            return None
        except BadTicket as error:
            await self._refuse(socket, error.code, "", BAD_TICKET)
            return None
        page = Page(identity, socket)
        try:
            page.send(await self._gateway.connected(page))
        except BadTicket as error:
            await self._refuse(socket, error.code, "", BAD_TICKET)
            return None
        return page

    def _whose(self, hello: Hello) -> Identity:
        return read_resume(hello.resume) if hello.resume else self._tickets.take(hello.ticket)

    async def _refuse(self, socket: ServerConnection, code: str, detail: str, close: int) -> None:
        log.info("a page was refused: %s %s", code, detail)
        refusal = Refused(code=code, command="hello", detail=detail)
        await socket.send(msgspec.json.encode(refusal).decode())
        await socket.close(close, code)

    def _take(self, page: Page, raw: str | bytes) -> None:
        try:
            command = self._decoder.decode(raw)
        except msgspec.DecodeError as error:
            log.warning("unreadable message from %s: %s", page.identity.number, error)
            page.send(Refused(code="live.bad_message", command="", detail=str(error)))
        else:
            self._gateway.command(page, command)
