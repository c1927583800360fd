"""Audio of many calls through one socket: a tone out of each telephone, packets counted.

The far end sends every call's audio from a port of its own, by which the calls are told
apart. Arrival is stamped by the kernel, so that a busy bench does not make the figures worse.
"""

from __future__ import annotations

import asyncio
import contextlib
import math
import socket
import struct
import time
from collections.abc import Callable
from dataclasses import dataclass, field

_FRAME = 160  # samples of 20 ms
_GROUPS = 4  # legs are spread over the 20 ms
_TICK = 0.02 / _GROUPS
_STAMP = 35  # SO_TIMESTAMPNS of Linux on x86-64, which Python does not name
_HEADER = struct.Struct("!BBHII")
_STAMP_FORMAT = struct.Struct("ll")
_ALAW, _EVENT = 8, 101
_KEYS = "0123456789*#ABCD"
_KEY_FRAMES, _KEY_ENDS = 5, 3
_BUFFER = 8 * 1024 * 1024

#: Sound begins at 1 % of full scale (-40 dB).
_LOUD_FROM = 328


def encode_alaw(sample: int) -> int:
    """One 16-bit sample as G.711 A-law.

    >>> encode_alaw(0), encode_alaw(32767)
    (213, 170)
    """
    sign = 0x80 if sample >= 0 else 0
    magnitude = min(sample if sample >= 0 else -sample - 1, 32635) >> 3
    exponent = max(0, magnitude.bit_length() - 5)
    mantissa = magnitude >> (exponent or 1) & 0x0F
    return (sign | exponent << 4 | mantissa) ^ 0x55


def decode_alaw(code: int) -> int:
    """The 16-bit sample of an A-law octet."""
    code ^= 0x55
    exponent, mantissa = code >> 4 & 7, code & 0x0F
    magnitude = mantissa * 16 + 8 if not exponent else (mantissa * 16 + 264) << (exponent - 1)
    return magnitude if code & 0x80 else -magnitude


_IS_LOUD = bytes(abs(decode_alaw(code)) >= _LOUD_FROM for code in range(256))


def tone(hertz: int) -> bytes:
    """20 ms of a tone whose period fits into them: a multiple of 50 Hz."""
    angles = (2 * math.pi * hertz * index / 8000 for index in range(_FRAME))
    return bytes(encode_alaw(round(8000 * math.sin(angle))) for angle in angles)


@dataclass(eq=False)
class Leg:
    """One call's audio. Times are seconds since the epoch; 0 is not yet."""

    ssrc: int
    voice: bytes  # 20 ms that are said again and again
    far: tuple[str, int] = ("", 0)
    received: int = 0
    first_at: float = 0.0
    sound_at: float = 0.0
    heard: bytearray = field(default_factory=bytearray)  # A-law
    sequence: int = 0
    clock: int = 0
    keys: list[tuple[int, int]] = field(default_factory=list)  # (event, frames sent)

    def press(self, key: str) -> None:
        self.keys.append((_KEYS.index(key), 0))

    def frame(self) -> bytes:
        """The next 20 ms."""
        self.sequence = self.sequence + 1 & 0xFFFF
        if self.keys:
            return self._key_frame()
        self.clock = self.clock + _FRAME & 0xFFFFFFFF
        return _HEADER.pack(0x80, _ALAW, self.sequence, self.clock, self.ssrc) + self.voice

    def _key_frame(self) -> bytes:
        """A key is one event that grows; its clock stands still until it is over."""
        event, sent = self.keys[0]
        ending = sent >= _KEY_FRAMES
        kind = _EVENT | (0x80 if sent == 0 else 0)
        header = _HEADER.pack(0x80, kind, self.sequence, self.clock, self.ssrc)
        length = min(sent + 1, _KEY_FRAMES) * _FRAME
        self.keys[0] = (event, sent + 1)
        if sent + 1 == _KEY_FRAMES + _KEY_ENDS:
            self.keys.pop(0)
            self.clock = self.clock + length & 0xFFFFFFFF
        return header + struct.pack("!BBH", event, (0x80 if ending else 0) | 10, length)


class Media:
    """The audio socket of one group of telephones. ``unknown`` is asked to read the SIP."""

    def __init__(self, host: str, unknown: Callable[[], None]) -> None:
        self.host = host
        self._unknown = unknown
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _BUFFER)
        self._socket.setsockopt(socket.SOL_SOCKET, _STAMP, 1)
        self._socket.setblocking(False)
        self._socket.bind((host, 0))
        self.port: int = self._socket.getsockname()[1]
        self._legs: dict[int, Leg] = {}
        self._groups: list[set[Leg]] = [set() for _ in range(_GROUPS)]
        self._count = 0
        self._sender: asyncio.Task[None] | None = None

    def start(self) -> None:
        asyncio.get_running_loop().add_reader(self._socket, self._read)
        self._sender = asyncio.create_task(self._send(), name="rtp")

    async def stop(self) -> None:
        asyncio.get_running_loop().remove_reader(self._socket)
        if self._sender is not None:
            self._sender.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._sender
        self._socket.close()

    def new_leg(self, voice: bytes) -> Leg:
        """A leg that neither hears nor says anything before ``connect``."""
        self._count += 1
        return Leg(self._count, voice)

    def connect(self, leg: Leg, far: tuple[str, int]) -> None:
        """The far end's audio address is known: begin."""
        leg.far = far
        self._legs[far[1]] = leg
        self._groups[leg.ssrc % _GROUPS].add(leg)

    def disconnect(self, leg: Leg) -> None:
        self._groups[leg.ssrc % _GROUPS].discard(leg)
        if self._legs.get(leg.far[1]) is leg:
            del self._legs[leg.far[1]]

    async def _send(self) -> None:
        due, turn = time.monotonic(), 0
        while True:
            for leg in self._groups[turn]:
                with contextlib.suppress(BlockingIOError, ConnectionRefusedError):
                    self._socket.sendto(leg.frame(), leg.far)
            turn = (turn + 1) % _GROUPS
            due += _TICK
            await asyncio.sleep(max(0.0, due - time.monotonic()))

    def _read(self) -> None:
        """Take what is there, but not for so long that nobody else gets a turn."""
        for _ in range(200):
            try:
                packet, extra, _, address = self._socket.recvmsg(512, 64)
            except (BlockingIOError, ConnectionRefusedError):
                return
            leg = self._legs.get(address[1])
            if leg is None:
                self._unknown()  # the answer that tells whose this is may wait beside
                leg = self._legs.get(address[1])
            if leg is not None:
                self._hear(leg, packet, extra)

    @staticmethod
    def _hear(leg: Leg, packet: bytes, extra: list[tuple[int, int, bytes]]) -> None:
        leg.received += 1
        if not leg.sound_at:
            seconds, nanoseconds = _STAMP_FORMAT.unpack(extra[0][2])
            at = seconds + nanoseconds / 1e9
            leg.first_at = leg.first_at or at
            if 1 in packet[12:].translate(_IS_LOUD):
                leg.sound_at = at
        leg.heard += packet[12:]
