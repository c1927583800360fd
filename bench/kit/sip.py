"""SIP over UDP as far as a load of telephones needs it: texts in, texts out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

#: A-law, and keys as RFC 4733 events.
_SDP = (
    "v=0\r\no=bench 1 1 IN IP4 {host}\r\ns=-\r\nc=IN IP4 {host}\r\nt=0 0\r\n"
    "m=audio {port} RTP/AVP 8 101\r\na=rtpmap:8 PCMA/8000\r\n"
    "a=rtpmap:101 telephone-event/8000\r\na=fmtp:101 0-15\r\na=ptime:20\r\na=sendrecv\r\n"
)
_MEDIA = re.compile(r"^m=audio (\d+) ", re.MULTILINE)
_TARGET = re.compile(r"<(sip:[^>]+)>")
_USER = re.compile(r"sip:([^@;>]+)@")


@dataclass(frozen=True)
class Message:
    """One request or response. Header names are in lower case; Via may be there often."""

    first: str
    headers: dict[str, str]
    vias: tuple[str, ...]
    body: str

    @property
    def status(self) -> int:
        """The status of a response, 0 for a request."""
        return int(self.first.split(" ", 2)[1]) if self.first.startswith("SIP/2.0 ") else 0

    @property
    def method(self) -> str:
        """Of a request its own, of a response that of its request."""
        if self.status:
            return self.headers["cseq"].rpartition(" ")[2]
        return self.first.partition(" ")[0]

    @property
    def call_id(self) -> str:
        return self.headers["call-id"]

    @property
    def user(self) -> str:
        """Who is asked for: the user part of a request's address."""
        found = _USER.search(self.first)
        return found[1] if found else ""

    @property
    def contact(self) -> str:
        found = _TARGET.search(self.headers.get("contact", ""))
        return found[1] if found else ""

    @property
    def media_port(self) -> int | None:
        """Where the far end wants its audio."""
        found = _MEDIA.search(self.body)
        return int(found[1]) if found else None


def parse(data: bytes) -> Message:
    """Raise ``ValueError`` for what is no SIP message."""
    head, _, body = data.decode("utf-8", "replace").partition("\r\n\r\n")
    first, *lines = head.split("\r\n")
    headers: dict[str, str] = {}
    vias = []
    for line in lines:
        name, colon, value = line.partition(":")
        if not colon:
            raise ValueError(f"not a header: {line!r}")
        if name.lower() == "via":
            vias.append(value.strip())
        headers.setdefault(name.strip().lower(), value.strip())
    if not {"call-id", "cseq", "from", "to"} <= headers.keys():
        raise ValueError(f"headers are missing: {first!r}")
    return Message(first, headers, tuple(vias), body)


def sdp(host: str, port: int) -> str:
    return _SDP.format(host=host, port=port)


def request(first: str, headers: dict[str, str], body: str = "") -> bytes:
    """``first`` without the version: ``INVITE sip:12345@127.0.0.1:12348``."""
    lines = [f"{first} SIP/2.0", *(f"{name}: {value}" for name, value in headers.items())]
    return _whole(lines, body)


def response(message: Message, status: str, tag: str, contact: str, body: str = "") -> bytes:
    """Answer a request; ``tag`` becomes ours where the far end has given us none yet."""
    to = message.headers["to"]
    if ";tag=" not in to and not status.startswith("100"):
        to = f"{to};tag={tag}"
    lines = [f"SIP/2.0 {status}", *(f"Via: {via}" for via in message.vias)]
    lines += [f"From: {message.headers['from']}", f"To: {to}"]
    lines += [f"Call-ID: {message.call_id}", f"CSeq: {message.headers['cseq']}"]
    lines += [f"Contact: <{contact}>"]
    return _whole(lines, body)


def _whole(lines: list[str], body: str) -> bytes:
    if body:
        lines.append("Content-Type: application/sdp")
    lines.append(f"Content-Length: {len(body.encode())}")
    return ("\r\n".join(lines) + "\r\n\r\n" + body).encode()


@dataclass
class Dialog:
    """One side of a call: what its requests carry."""

    call_id: str
    local: str  # our From or To, with our tag
    remote: str  # theirs, with their tag once it is known
    target: str  # where our requests go to
    via: str
    contact: str
    sequence: int = field(default=0)

    def request(self, method: str, branch: str, body: str = "", sequence: int = 0) -> bytes:
        """The next request; an ACK repeats the ``sequence`` of what it acknowledges."""
        if not sequence:
            self.sequence += 1
        headers = {
            "Via": f"{self.via};branch=z9hG4bK{branch};rport",
            "From": self.local,
            "To": self.remote,
            "Call-ID": self.call_id,
            "CSeq": f"{sequence or self.sequence} {method}",
            "Contact": f"<{self.contact}>",
            "Max-Forwards": "70",
        }
        return request(f"{method} {self.target}", headers, body)
