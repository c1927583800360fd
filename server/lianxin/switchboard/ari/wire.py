"""One WebSocket to the exchange: requests and answers by id, events into a queue.

REST goes over the event socket: one connection, in order, a third cheaper than HTTP.
"""

from __future__ import annotations

import asyncio
import base64
import logging
from collections import deque
from urllib.parse import quote, urlsplit

import msgspec
import picows
from picows import WSCloseCode, WSFrame, WSMsgType, WSTransport

from lianxin.switchboard.ari.errors import AriError, Gone, NotConnected, Timeout
from lianxin.switchboard.ari.model import EVENT_TYPES, Disconnected, Event, FromExchange

log = logging.getLogger(__name__)

#: Requests that may await their answer at once; the next one waits for a place.
IN_FLIGHT = 64
#: Seconds until the socket is open, until a silent exchange is given up.
OPEN_SECONDS = 5.0
PING_SECONDS = 5.0
SILENT_SECONDS = 5.0  # after an unanswered ping
#: The longest answer, in bytes: a list of thousands of channels.
LONGEST = 1 << 26


class _Request(msgspec.Struct, tag_field="type", tag="RESTRequest", gc=False):
    transaction_id: str
    request_id: str
    method: str
    uri: str
    content_type: str
    message_body: str


class _Head(msgspec.Struct, gc=False):
    type: str


class _Response(msgspec.Struct, gc=False):
    request_id: str
    status_code: int
    reason_phrase: str = ""
    message_body: str = ""


class _Refusal(msgspec.Struct, gc=False):
    message: str = ""


_encode = msgspec.json.Encoder().encode
_head = msgspec.json.Decoder(_Head).decode
_response = msgspec.json.Decoder(_Response).decode
_event = msgspec.json.Decoder(FromExchange).decode


def encode_body(fields: object) -> str:
    return _encode(fields).decode()


def authorization(user: str, password: str) -> str:
    return "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()


def socket_address(url: str, application: str) -> str:
    """``http://host:port`` becomes ``ws://host:port/ari/events?app=…``."""
    parts = urlsplit(url)
    scheme = {"http": "ws", "https": "wss"}[parts.scheme]
    path = parts.path.rstrip("/")
    return f"{scheme}://{parts.netloc}{path}/ari/events?app={quote(application, safe='')}"


def refusal(status: int, reason: str, body: str, what: str) -> AriError:
    """Turn an answer that is not 2xx into the exception for it."""
    try:
        message = msgspec.json.decode(body, type=_Refusal).message or reason
    except msgspec.MsgspecError:
        message = reason
    # A bridge says 400 for a channel that is no longer there.
    gone = status == 404 or (status == 400 and message == "Channel not found")
    return (Gone if gone else AriError)(status, f"{message} ({what})")


class _Pending:
    """A request that awaits its answer. Without a future nobody does: refusals are logged."""

    __slots__ = ("future", "what")

    def __init__(self, what: str, future: asyncio.Future[str] | None) -> None:
        self.what = what
        self.future = future


class Wire(picows.WSListener):
    """An open socket. ``events`` ends with ``Disconnected``; a lost wire stays lost.

    Frames are read and written in the socket's own callbacks, without a task between: at
    some twenty frames a call that is a third of what the switchboard costs.
    """

    def __init__(self) -> None:
        self._transport: WSTransport | None = None
        self._begun = bytearray()  # of a message that comes in several frames
        self._pending: dict[str, _Pending] = {}
        self._places = asyncio.Semaphore(IN_FLIGHT)
        self._counter = 0
        self._events: deque[Event] = deque()
        self._arrived = asyncio.Event()
        self._why = ""
        self.lost = False

    @classmethod
    async def open(cls, url: str, user: str, password: str, application: str) -> Wire:
        """Raises ``NotConnected`` with a reason for people."""
        try:
            _, wire = await picows.ws_connect(
                cls,
                socket_address(url, application),
                extra_headers={"Authorization": authorization(user, password)},
                websocket_handshake_timeout=OPEN_SECONDS,
                max_frame_size=LONGEST,
                enable_auto_ping=True,
                auto_ping_idle_timeout=PING_SECONDS,
                auto_ping_reply_timeout=SILENT_SECONDS,
            )
        except picows.WSHandshakeError as refused:
            status = int(refused.response.status) if refused.response is not None else 0
            why = "user or password refused" if status in (401, 403) else f"answered {status}"
            raise NotConnected(status, f"{url}: {why}") from refused
        except (OSError, TimeoutError, picows.WSError) as error:
            raise NotConnected(0, f"{url}: {str(error) or type(error).__name__}") from error
        if not isinstance(wire, cls):
            raise TypeError(f"the socket's listener is a {type(wire).__name__}")
        return wire

    async def close(self) -> None:
        if self._transport is not None:
            self._transport.send_close(WSCloseCode.OK)
            self._transport.disconnect()
            await self._transport.wait_disconnected()

    # --- events

    async def next_event(self) -> Event | None:
        """The next event, none after ``Disconnected`` was taken."""
        while not self._events:
            if self.lost:
                return None
            self._arrived.clear()
            await self._arrived.wait()
        return self._events.popleft()

    # --- requests

    async def request(self, method: str, uri: str, body: str, seconds: float) -> str:
        """Send and await the answer's body. Cancelling it is safe: a late answer is dropped."""
        try:
            async with asyncio.timeout(seconds):
                await self._places.acquire()
                future: asyncio.Future[str] = asyncio.get_running_loop().create_future()
                request_id = self._enter(method, uri, future)
                try:
                    self._send(request_id, method, uri, body)
                    return await future
                finally:
                    self._leave(request_id)
        except TimeoutError:
            raise Timeout(0, f"no answer within {seconds} s ({method} {uri})") from None

    async def cast(self, method: str, uri: str, body: str, seconds: float) -> None:
        """Send; log what goes wrong."""
        try:
            if self._places.locked():
                async with asyncio.timeout(seconds):
                    await self._places.acquire()
            else:
                await self._places.acquire()
            self._send(self._enter(method, uri, None), method, uri, body)
        except TimeoutError:
            log.warning("ari: not sent within %s s: %s %s", seconds, method, uri)
        except NotConnected as error:
            log.info("ari: %s (%s %s)", error, method, uri)

    def _enter(self, method: str, uri: str, future: asyncio.Future[str] | None) -> str:
        self._counter += 1
        request_id = str(self._counter)
        self._pending[request_id] = _Pending(f"{method} {uri}", future)
        return request_id

    def _leave(self, request_id: str) -> _Pending | None:
        pending = self._pending.pop(request_id, None)
        if pending is not None:
            self._places.release()
        return pending

    def _send(self, request_id: str, method: str, uri: str, body: str) -> None:
        if self.lost or self._transport is None:
            self._leave(request_id)
            raise NotConnected(0, f"socket lost ({method} {uri})")
        content = "application/json" if body else ""
        frame = _encode(_Request("", request_id, method, uri, content, body))
        self._transport.send(WSMsgType.TEXT, frame)

    # --- what arrives

    def on_ws_connected(self, transport: WSTransport) -> None:
        self._transport = transport

    def on_ws_frame(self, transport: WSTransport, frame: WSFrame) -> None:
        if frame.msg_type == WSMsgType.CLOSE:
            self._why = f"closed by the exchange: {frame.get_close_code()}"
            transport.disconnect()
        elif frame.msg_type in (WSMsgType.TEXT, WSMsgType.BINARY, WSMsgType.CONTINUATION):
            if frame.fin and not self._begun:
                self._take(frame.get_payload_as_bytes())
                return
            self._begun += frame.get_payload_as_bytes()
            if frame.fin:
                whole, self._begun = bytes(self._begun), bytearray()
                self._take(whole)

    def on_ws_disconnected(self, transport: WSTransport) -> None:  # noqa: ARG002 - picows calls it
        self._lose(self._why or "the socket was closed")

    def _take(self, frame: bytes) -> None:
        try:
            kind = _head(frame).type
            if kind == "RESTResponse":
                self._answer(_response(frame))
            elif kind in EVENT_TYPES:
                self._events.append(_event(frame))
                self._arrived.set()
        except msgspec.MsgspecError as error:
            log.error("ari: cannot read %r: %s", frame[:300], error)

    def _answer(self, response: _Response) -> None:
        pending = self._leave(response.request_id)
        if pending is None:
            return  # given up before
        status, future = response.status_code, pending.future
        if 200 <= status < 300:
            if future is not None and not future.done():
                future.set_result(response.message_body)
            return
        error = refusal(status, response.reason_phrase, response.message_body, pending.what)
        if future is None:
            log.log(logging.DEBUG if isinstance(error, Gone) else logging.WARNING, "ari: %s", error)
        elif not future.done():
            future.set_exception(error)

    def _lose(self, reason: str) -> None:
        self.lost = True
        for request_id in list(self._pending):
            pending = self._leave(request_id)
            if pending is not None and pending.future is not None and not pending.future.done():
                pending.future.set_exception(NotConnected(0, f"socket lost ({pending.what})"))
        self._events.append(Disconnected(reason))
        self._arrived.set()
