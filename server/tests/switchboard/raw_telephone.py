"""A telephone of raw SIP and RTP at the carrier's address, for what no proper one would send."""

from __future__ import annotations

import asyncio
import re
import secrets
import socket
import struct
from dataclasses import dataclass, field

ADDRESS = "127.0.0.2"
ANSWER_SECONDS = 3
ALAW, EVENTS = 8, 101  # payload types
SILENCE = b"\xd5" * 160


class Datagrams(asyncio.DatagramProtocol):
    """What came, as it comes."""

    def __init__(self) -> None:
        self.came: asyncio.Queue[bytes] = asyncio.Queue()

    def datagram_received(self, data: bytes, addr: object) -> None:
        self.came.put_nowait(data)


async def opened() -> tuple[asyncio.DatagramTransport, Datagrams, int]:
    """A socket at the carrier's address, what comes to it, and its port."""
    loop = asyncio.get_running_loop()
    transport, datagrams = await loop.create_datagram_endpoint(
        Datagrams, local_addr=(ADDRESS, 0), family=socket.AF_INET
    )
    return transport, datagrams, transport.get_extra_info("sockname")[1]


@dataclass
class RawTelephone:
    """One call to ``port`` of the exchange. ``async with`` it."""

    port: int
    caller: str = "13800000451"
    _sequence: int = 0
    _contact: str = ""
    _to: str = ""
    _rtp_to: tuple[str, int] = ("", 0)
    _packets: int = 0
    _call: str = field(default_factory=lambda: secrets.token_hex(8))

    async def __aenter__(self) -> RawTelephone:
        self._sip, self._messages, self._sip_port = await opened()
        self._rtp, _, self._rtp_port = await opened()
        return self

    async def __aexit__(self, *_: object) -> None:
        self._sip.close()
        self._rtp.close()

    async def invite(self, target: str, patience: float = ANSWER_SECONDS) -> int:
        """Dial the Request-URI ``target``, whose host is filled in; the final status."""
        self._contact = target.replace("HOST", f"127.0.0.1:{self.port}")
        self._to = f"<{self._contact}>"
        body = (
            f"v=0\r\no=- 1 1 IN IP4 {ADDRESS}\r\ns=-\r\nc=IN IP4 {ADDRESS}\r\nt=0 0\r\n"
            f"m=audio {self._rtp_port} RTP/AVP {ALAW} {EVENTS}\r\na=rtpmap:{ALAW} PCMA/8000\r\n"
            f"a=rtpmap:{EVENTS} telephone-event/8000\r\na=fmtp:{EVENTS} 0-15\r\n"
        )
        branch = self.send("INVITE", body, "application/sdp")
        answer = await self._answer("INVITE", patience)
        assert answer is not None, "no answer to the INVITE"
        status = int(answer.split()[1])
        self._to = _header(answer, "To")
        if status == 200:
            self._contact = _header(answer, "Contact").strip("<>").split(">")[0]
            media = re.search(r"c=IN IP4 (\S+).*m=audio (\d+)", answer, re.DOTALL)
            assert media is not None
            self._rtp_to = (media[1], int(media[2]))
        self.send("ACK", sequence=self._sequence, branch="" if status == 200 else branch)
        return status

    async def request(
        self, method: str, body: str = "", type: str = "", *headers: str,
        patience: float = ANSWER_SECONDS,
    ) -> int:  # fmt: skip
        """Send one request within the call; the final status, 0 when there was no answer."""
        self.send(method, body, type, *headers)
        answer = await self._answer(method, patience)
        return int(answer.split()[1]) if answer is not None else 0

    def send(
        self, method: str, body: str = "", type: str = "", *headers: str,
        sequence: int = 0, branch: str = "",
    ) -> str:  # fmt: skip
        """Send a request; its branch."""
        self._sequence += 0 if sequence else 1
        branch = branch or f"z9hG4bK{secrets.token_hex(6)}"
        lines = [
            f"{method} {self._contact} SIP/2.0",
            f"Via: SIP/2.0/UDP {ADDRESS}:{self._sip_port};branch={branch};rport",
            f"From: <sip:{self.caller}@{ADDRESS}>;tag=1",
            f"To: {self._to}",
            f"Call-ID: {self._call}",
            f"CSeq: {sequence or self._sequence} {method}",
            f"Contact: <sip:{self.caller}@{ADDRESS}:{self._sip_port}>",
            "Max-Forwards: 70",
            *headers,
            *([f"Content-Type: {type}"] if body else []),
            f"Content-Length: {len(body)}",
        ]
        text = "\r\n".join(lines) + "\r\n\r\n" + body
        self._sip.sendto(text.encode(), ("127.0.0.1", self.port))
        return branch

    async def _answer(self, method: str, patience: float = ANSWER_SECONDS) -> str | None:
        """The final answer to the last ``method``; None when none came in time."""
        try:
            async with asyncio.timeout(patience):
                while True:
                    text = (await self._messages.came.get()).decode()
                    words = text.split(maxsplit=2)
                    ours = _header(text, "CSeq").endswith(f" {method}")
                    if words[0] == "SIP/2.0" and words[1] >= "200" and ours:
                        return text
        except TimeoutError:
            return None

    async def press(self, digit: int, *, growing: bool, milliseconds: int = 160) -> None:
        """RFC 4733. ``growing``: with a time stamp of its own in each packet of the press."""
        start = 160 * self._packets
        steps = milliseconds // 20
        lengths = [*((each, False) for each in range(1, steps + 1)), *[(steps, True)] * 3]
        for number, (length, end) in enumerate(lengths):
            event = struct.pack("!BBH", digit, 0x8A if end else 0x0A, 160 * length)
            stamp = start + (160 * number if growing else 0)
            self._packet(EVENTS, event, stamp, marker=number == 0)
            await asyncio.sleep(0.02)

    async def silence(self, seconds: float) -> None:
        for _ in range(int(seconds * 50)):
            self._packet(ALAW, SILENCE, 160 * self._packets)
            await asyncio.sleep(0.02)

    def _packet(self, type: int, payload: bytes, stamp: int, *, marker: bool = False) -> None:
        self._packets += 1
        head = struct.pack("!BBHII", 0x80, type | 0x80 * marker, self._packets & 0xFFFF, stamp, 7)
        self._rtp.sendto(head + payload, self._rtp_to)


def _header(text: str, name: str) -> str:
    found = re.search(rf"^{name}:\s*(.*?)\r?$", text, re.MULTILINE | re.IGNORECASE)
    return found[1] if found else ""
