"""A carrier's telephones: callers that dial Lianxin, and agents that Lianxin dials.

One UDP socket carries the SIP of all calls, so that one trunk knows them by its address.
Times are seconds since the epoch, as the kernel stamps the audio with.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import socket
import time
import uuid
from collections import Counter
from dataclasses import dataclass, field
from typing import Any, Self

from bench.kit import rtp, sip

log = logging.getLogger(__name__)

HOST = "127.0.0.2"
CALLER_HERTZ, AGENT_HERTZ = 450, 1000
ANSWER_SECONDS = 0.1  # an agent takes the receiver
_REPEAT_SECONDS = (0.5, 1.0, 2.0, 4.0)  # after which a request is sent again
_BUFFER = 4 * 1024 * 1024
_DRAIN = 100


class Failed(Exception):
    """A call did not come about, or ended before its time; the message says how."""


@dataclass(eq=False)
class Telephone:
    """One call at one telephone. ``ended`` is set by whichever side hangs up first."""

    dialog: sip.Dialog
    leg: rtp.Leg
    number: str  # of the agent who is rung, or that the caller dialled
    invite: bytes = b""
    dialled_at: float = 0.0
    answered_at: float = 0.0
    answer: asyncio.Future[None] = field(
        default_factory=lambda: asyncio.get_running_loop().create_future()
    )
    ended: asyncio.Event = field(default_factory=asyncio.Event)
    last: bytes = b""  # what we said last to their INVITE
    asked: sip.Message | None = None  # their INVITE, until it is answered for good


class Telephones:
    """Both kinds. ``taken`` are the calls that were answered at the agents' side."""

    def __init__(self, port: int, exchange: tuple[str, int]) -> None:
        self.taken: list[Telephone] = []
        self.busiest: Counter[str] = Counter()  # most calls at once of each agent
        self._port = port
        self._exchange = exchange
        self._busy: Counter[str] = Counter()
        self._calls: dict[str, Telephone] = {}
        self._asides: set[asyncio.Task[None]] = set()
        self._voices = {hertz: rtp.tone(hertz) for hertz in (CALLER_HERTZ, AGENT_HERTZ)}
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _BUFFER)
        self._socket.setblocking(False)
        self._socket.bind((HOST, port))
        self._callers = rtp.Media(HOST, self._read)
        self._agents = rtp.Media(HOST, self._read)

    async def __aenter__(self) -> Self:
        asyncio.get_running_loop().add_reader(self._socket, self._read)
        self._callers.start()
        self._agents.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        for task in self._asides:
            task.cancel()
        await self._callers.stop()
        await self._agents.stop()
        asyncio.get_running_loop().remove_reader(self._socket)
        self._socket.close()

    def forget(self) -> None:
        """Begin to count the agents' calls anew."""
        self.taken = []
        self.busiest.clear()

    # --- callers

    async def dial(self, number: str, caller: str, patience: float = 10.0) -> Telephone:
        """Call ``number`` and wait for the answer. Raise ``Failed``."""
        id = uuid.uuid4().hex
        host, port = self._exchange
        dialog = sip.Dialog(
            call_id=f"{id}@{HOST}",
            local=f"<sip:{caller}@{HOST}>;tag=c{id[:8]}",
            remote=f"<sip:{number}@{host}>",
            target=f"sip:{number}@{host}:{port}",
            via=f"SIP/2.0/UDP {HOST}:{self._port}",
            contact=f"sip:{caller}@{HOST}:{self._port}",
        )
        leg = self._callers.new_leg(self._voices[CALLER_HERTZ])
        telephone = Telephone(dialog, leg, number)
        self._calls[dialog.call_id] = telephone
        body = sip.sdp(HOST, self._callers.port)
        telephone.invite = dialog.request("INVITE", f"i{id[:12]}", body)
        telephone.dialled_at = time.time()
        self._send(telephone.invite)
        try:
            await self._insist(telephone.invite, telephone.answer, patience)
        except (TimeoutError, Failed) as error:
            self._forget(telephone)
            raise Failed(str(error) or f"no answer within {patience:g} s") from None
        return telephone

    async def hang_up(self, telephone: Telephone, patience: float = 5.0) -> None:
        """Raise ``Failed`` when nobody confirms it, or the far end was first."""
        if telephone.ended.is_set():
            raise Failed("the far end hung up before its time")
        self._callers.disconnect(telephone.leg)
        bye = telephone.dialog.request("BYE", f"b{uuid.uuid4().hex[:12]}")
        self._send(bye)
        confirmed = asyncio.ensure_future(telephone.ended.wait())
        try:
            await self._insist(bye, confirmed, patience)
        except TimeoutError:
            raise Failed("nobody confirmed the end") from None
        finally:
            confirmed.cancel()
            self._forget(telephone)

    async def _insist(self, message: bytes, done: asyncio.Future[Any], patience: float) -> None:
        """Send again until ``done``, as SIP over UDP must."""
        async with asyncio.timeout(patience):
            for seconds in _REPEAT_SECONDS:
                await asyncio.wait([done], timeout=seconds)
                if done.done():
                    break
                self._send(message)
            await done

    def _forget(self, telephone: Telephone) -> None:
        self._callers.disconnect(telephone.leg)
        self._calls.pop(telephone.dialog.call_id, None)
        telephone.ended.set()

    # --- what arrives

    def _send(self, message: bytes) -> None:
        with contextlib.suppress(BlockingIOError):
            self._socket.sendto(message, self._exchange)

    def _read(self) -> None:
        for _ in range(_DRAIN):
            try:
                data, _ = self._socket.recvfrom(65535)
            except (BlockingIOError, ConnectionRefusedError):
                return
            try:
                message = sip.parse(data)
            except ValueError as error:
                log.warning("unreadable SIP: %s", error)
                continue
            if message.status:
                self._hear_response(message)
            else:
                self._hear_request(message)

    def _hear_response(self, message: sip.Message) -> None:
        telephone = self._calls.get(message.call_id)
        if telephone is None:
            return
        if message.method == "BYE":
            telephone.ended.set()
        elif message.method == "INVITE" and message.status >= 200:
            self._final(telephone, message)

    def _final(self, telephone: Telephone, message: sip.Message) -> None:
        """The answer to our INVITE, perhaps for the second time."""
        dialog = telephone.dialog
        dialog.remote = message.headers["to"]
        if message.status < 300:
            dialog.target = message.contact or dialog.target
        self._send(dialog.request("ACK", f"a{uuid.uuid4().hex[:12]}", sequence=1))
        if telephone.answer.done():
            return
        port = message.media_port
        if message.status >= 300 or port is None:
            telephone.answer.set_exception(Failed(f"refused: {message.first}"))
            return
        telephone.answered_at = time.time()
        self._callers.connect(telephone.leg, (self._exchange[0], port))
        telephone.answer.set_result(None)

    def _hear_request(self, message: sip.Message) -> None:
        telephone = self._calls.get(message.call_id)
        match message.method:
            case "INVITE" if telephone is None:
                self._ring(message)
            case "INVITE" | "UPDATE" if telephone is not None:
                self._again(telephone, message)
            case "ACK":
                pass
            case "BYE" | "CANCEL":
                self._over(telephone, message)
            case _:
                self._reply(message, "200 OK")

    def _reply(self, message: sip.Message, status: str, body: str = "") -> bytes:
        contact = f"sip:{message.user}@{HOST}:{self._port}"
        answer = sip.response(message, status, f"a{message.call_id[:12]}", contact, body)
        self._send(answer)
        return answer

    # --- agents

    def _ring(self, message: sip.Message) -> None:
        port = message.media_port
        if port is None:
            self._reply(message, "488 Not Acceptable Here")
            return
        dialog = sip.Dialog(
            call_id=message.call_id,
            local=message.headers["to"],
            remote=message.headers["from"],
            target=message.contact,
            via=f"SIP/2.0/UDP {HOST}:{self._port}",
            contact=f"sip:{message.user}@{HOST}:{self._port}",
        )
        leg = self._agents.new_leg(self._voices[AGENT_HERTZ])
        leg.far = (self._exchange[0], port)
        telephone = Telephone(dialog, leg, message.user, dialled_at=time.time(), asked=message)
        self._calls[message.call_id] = telephone
        telephone.last = self._reply(message, "180 Ringing")
        asyncio.get_running_loop().call_later(ANSWER_SECONDS, self._pick_up, telephone)

    def _pick_up(self, telephone: Telephone) -> None:
        if telephone.ended.is_set() or telephone.asked is None:
            return
        body = sip.sdp(HOST, self._agents.port)
        telephone.last = self._reply(telephone.asked, "200 OK", body)
        telephone.answered_at = time.time()
        self._agents.connect(telephone.leg, telephone.leg.far)
        self.taken.append(telephone)
        self._busy[telephone.number] += 1
        busy = self._busy[telephone.number]
        self.busiest[telephone.number] = max(self.busiest[telephone.number], busy)

    def _again(self, telephone: Telephone, message: sip.Message) -> None:
        """An INVITE that comes twice, or a later one that renews the session."""
        if ";tag=" not in message.headers["to"]:
            self._send(telephone.last)
            return
        media = self._agents if telephone.asked is not None else self._callers
        body = sip.sdp(HOST, media.port) if message.body or message.method == "INVITE" else ""
        self._reply(message, "200 OK", body)

    def _over(self, telephone: Telephone | None, message: sip.Message) -> None:
        self._reply(message, "200 OK")
        if telephone is None:
            return
        if message.method == "CANCEL" and telephone.asked is not None:
            self._reply(telephone.asked, "487 Request Terminated")
        if telephone.asked is not None:
            self._agents.disconnect(telephone.leg)
            self._calls.pop(message.call_id, None)
            if telephone.answered_at:
                self._busy[telephone.number] -= 1
        else:
            self._callers.disconnect(telephone.leg)
        telephone.ended.set()
