"""One WebSocket to the exchange: requests and answers by id, events into a queue.

REST goes over the event socket: one connection, in order, a third cheaper than HTTP.
"""

from __future__ import annotations

import asyncio
import base64
import logging
import socket
from collections import deque
from urllib.parse import quote, urlsplit

import msgspec
import picows
from picows import WSCloseCode, WSFrame, WSMsgType, WSTransport

from lianxin.switchboard.ari.errors import AriError, Gone, NotConnected, Timeout
from lianxin.switchboard.ari.model import EVENT_TYPES, Disconnected, Event, FromExchange
from lianxin.switchboard.ari.port import OnEvent, Refused

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


class _Response(msgspec.Struct, tag_field="type", tag="RESTResponse", gc=False):
    request_id: str
    status_code: int
    reason_phrase: str = ""
    message_body: str = ""


class _Refusal(msgspec.Struct, gc=False):
    message: str = ""


_encode = msgspec.json.Encoder().encode
_READ = EVENT_TYPES | {"RESTResponse"}
_head = msgspec.json.Decoder(_Head).decode
_frame = msgspec.json.Decoder(_Response | FromExchange).decode


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


#: How loud the log is of a command that nobody waits for; louder of all other failures.
_LEVELS: dict[type[AriError], int] = {Gone: logging.DEBUG, NotConnected: logging.INFO}


class _Pending:
    """A request that awaits its answer: by a future, or by nobody, who may want to hear of a
    refusal. Where nobody does, refusals are logged."""

    __slots__ = ("due", "future", "method", "refused", "uri")

    def __init__(
        self,
        method: str,
        uri: str,
        due: float,
        future: asyncio.Future[str] | None,
        refused: Refused | None,
    ) -> None:
        self.method = method
        self.uri = uri
        self.due = due
        self.future = future
        self.refused = refused

    @property
    def what(self) -> str:
        return f"{self.method} {self.uri}"

    def succeed(self, body: str) -> None:
        if self.future is not None and not self.future.done():
            self.future.set_result(body)

    def fail(self, error: AriError) -> None:
        if self.future is not None:
            if not self.future.done():
                self.future.set_exception(error)
        elif self.refused is not None:
            self.refused(error)
        else:
            log.log(_LEVELS.get(type(error), logging.WARNING), "ari: %s", error)


class Wire(picows.WSListener):
    """An open socket. The last event is ``Disconnected``; a lost wire stays lost.

    Frames are read, and events heard, in the socket's own callbacks, without a task between.
    What is sent in one turn of the loop leaves as one: each frame alone would wake the
    exchange's reader, which costs both sides more than to read it.
    """

    def __init__(self) -> None:
        self._transport: WSTransport | None = None
        self._socket: socket.socket | None = None
        self._begun = bytearray()  # of a message that comes in several frames
        self._loop = asyncio.get_running_loop()
        self._pending: dict[str, _Pending] = {}
        self._clearing: asyncio.TimerHandle | None = None
        self._taken = 0  # places among the pending
        self._waiting: deque[asyncio.Future[None]] = deque()  # for a place
        self._counter = 0
        self._early: list[Event] = []  # that came before anybody listened
        self._on_event: OnEvent = self._early.append
        self._over: asyncio.Future[None] = self._loop.create_future()
        self._outgoing: list[bytes] = []
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
            self._flush()
            self._transport.send_close(WSCloseCode.OK)
            self._transport.disconnect()
            await self._transport.wait_disconnected()

    # --- events

    async def listen(self, on_event: OnEvent) -> None:
        """See ``port.Exchange.listen``."""
        self._on_event = on_event
        for event in self._early:
            self._deliver(event)
        self._early.clear()
        try:
            await self._over
        finally:
            self._on_event = _no_matter

    def _deliver(self, event: Event) -> None:
        try:
            self._on_event(event)
        except Exception as error:  # it is for who listens, not for the socket
            if not self._over.done():
                self._over.set_exception(error)
        if isinstance(event, Disconnected) and not self._over.done():
            self._over.set_result(None)

    # --- requests

    async def request(self, method: str, uri: str, body: str, seconds: float) -> str:
        """Send and await the answer's body. Cancelling it is safe: a late answer is dropped."""
        await self._place(method, uri, seconds)
        future: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        request_id = self._enter(_Pending(method, uri, self._due(seconds), future, None))
        try:
            self._send(request_id, method, uri, body)
            return await future
        finally:
            self._leave(request_id)

    async def send(
        self, method: str, uri: str, body: str, seconds: float, refused: Refused | None = None
    ) -> None:
        """Send, and do not wait. What goes wrong is told to ``refused``, on the loop; or logged."""
        pending = _Pending(method, uri, 0.0, None, refused)
        try:
            await self._place(method, uri, seconds)
            pending.due = self._due(seconds)
            self._send(self._enter(pending), method, uri, body)
        except (Timeout, NotConnected) as error:
            pending.fail(error)

    async def _place(self, method: str, uri: str, seconds: float) -> None:
        """Wait until fewer than ``IN_FLIGHT`` requests are under way."""
        if self._taken < IN_FLIGHT:
            self._taken += 1
            return
        place = self._loop.create_future()
        self._waiting.append(place)
        try:
            async with asyncio.timeout(seconds):
                await place
        except BaseException as error:
            if place.done() and not place.cancelled():  # it came at the same moment
                self._give_place()
            if isinstance(error, TimeoutError):
                raise Timeout(0, f"not sent within {seconds} s ({method} {uri})") from None
            raise

    def _give_place(self) -> None:
        """To who has waited longest."""
        while self._waiting:
            place = self._waiting.popleft()
            if not place.done():
                place.set_result(None)
                return
        self._taken -= 1

    def _due(self, seconds: float) -> float:
        return self._loop.time() + seconds

    def _enter(self, pending: _Pending) -> str:
        self._counter += 1
        request_id = str(self._counter)
        self._pending[request_id] = pending
        if self._clearing is None:
            self._clearing = self._loop.call_at(pending.due, self._clear)
        return request_id

    def _clear(self) -> None:
        """Give up what got no answer in time. One timer for all: a timer for each request costs
        more than the request."""
        now = self._loop.time()
        for request_id in [id for id, each in self._pending.items() if each.due <= now]:
            pending = self._leave(request_id)
            if pending is not None:
                pending.fail(Timeout(0, f"no answer in time ({pending.what})"))
        next_due = min((each.due for each in self._pending.values()), default=None)
        self._clearing = self._loop.call_at(next_due, self._clear) if next_due else None

    def _leave(self, request_id: str) -> _Pending | None:
        pending = self._pending.pop(request_id, None)
        if pending is not None:
            self._give_place()
        return pending

    def _send(self, request_id: str, method: str, uri: str, body: str) -> None:
        if self.lost or self._transport is None:
            self._leave(request_id)
            raise NotConnected(0, f"socket lost ({method} {uri})")
        content = "application/json" if body else ""
        self._outgoing.append(_encode(_Request("", request_id, method, uri, content, body)))
        if len(self._outgoing) == 1:
            self._loop.call_soon(self._flush)

    def _flush(self) -> None:
        frames, self._outgoing = self._outgoing, []
        if self.lost or self._transport is None:
            return  # who waits for an answer was told
        together = len(frames) > 1 and self._socket is not None
        if together:
            self._cork(1)
        for frame in frames:
            self._transport.send(WSMsgType.TEXT, frame)
        if together:
            self._cork(0)

    def _cork(self, on: int) -> None:
        """Let the kernel gather what is sent until it is taken out."""
        if self._socket is not None:
            self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_CORK, on)

    # --- what arrives

    def on_ws_connected(self, transport: WSTransport) -> None:
        self._transport = transport
        self._socket = transport.underlying_transport.get_extra_info("socket")

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
            message = _frame(frame)
        except msgspec.MsgspecError as error:
            if not _is_foreign(frame):
                log.error("ari: cannot read %r: %s", frame[:300], error)
            return
        if isinstance(message, _Response):
            self._answer(message)
        else:
            self._deliver(message)

    def _answer(self, response: _Response) -> None:
        pending = self._leave(response.request_id)
        if pending is None:
            return  # given up before
        status = response.status_code
        if 200 <= status < 300:
            pending.succeed(response.message_body)
        else:
            reason, body = response.reason_phrase, response.message_body
            pending.fail(refusal(status, reason, body, pending.what))

    def _lose(self, reason: str) -> None:
        self.lost = True
        if self._clearing is not None:
            self._clearing.cancel()
        for request_id in list(self._pending):
            pending = self._leave(request_id)
            if pending is not None:
                pending.fail(NotConnected(0, f"socket lost ({pending.what})"))
        self._deliver(Disconnected(reason))


def _is_foreign(frame: bytes) -> bool:
    """Whether it is an event that nobody reads; what is no JSON object is none."""
    try:
        return _head(frame).type not in _READ
    except msgspec.MsgspecError:
        return False


def _no_matter(_: Event) -> None:
    pass
