"""The header of a wav as its writer left it: closed, never closed, or damaged.

Asterisk writes the header of a recording as it begins, and both sizes when it closes the file:
they are 0 when it died, too much when the file was cut, and the whole header is missing when the
machine died before its first block was on the disk.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

#: As Asterisk records for us: 8000 samples a second, one channel, 16 bits.
_RATE, _WIDTH = 8000, 2
#: Where its samples begin.
HEADER_BYTES = 44
#: How far a header is read: other writers put names and remarks before the samples.
READ_BYTES = 4096
_PCM, _EXTENSIBLE = 1, 0xFFFE
#: What follows a damaged header is sound when there is any in so many bytes: a quarter of a second.
_SOON = _RATE * _WIDTH // 4


class NoWave(Exception):
    """It cannot be known what is in the file."""


class OtherFormat(NoWave):
    """It says what it is, and is no sequence of samples: A-law, for one."""


@dataclass(frozen=True)
class Header:
    """``begin``: where the samples begin; ``size``: how many bytes of them it says that there are.

    ``frame``: bytes of one moment in all channels; ``rate``: moments a second.
    """

    begin: int
    size: int
    frame: int
    rate: int

    def whole(self, file_bytes: int) -> int:
        """How many bytes of samples there are, without half a sample at the end."""
        there = max(0, file_bytes - self.begin)
        return there - there % self.frame

    def milliseconds(self, file_bytes: int) -> int:
        return self.whole(file_bytes) * 1000 // (self.frame * self.rate)


def read(head: bytes) -> Header:
    """Read the beginning of a file, ``READ_BYTES`` or all of it. Raise ``NoWave``."""
    if head[:4] != b"RIFF" or head[8:12] != b"WAVE":
        raise NoWave("no RIFF of waves")
    at, sound = 12, None
    while at + 8 <= len(head):
        name, size = struct.unpack_from("<4sI", head, at)
        at += 8
        if name == b"fmt ":
            sound = _sound(head[at : at + size])
        elif name == b"data":
            if sound is None:
                raise NoWave("samples of no format")
            frame, rate = sound
            return Header(at, size, frame, rate)
        at += size + size % 2
    raise NoWave("no samples")


def _sound(format: bytes) -> tuple[int, int]:
    """Bytes of one moment, moments a second."""
    if len(format) < 16:
        raise NoWave("half a format")
    tag, channels, rate, _, frame, bits = struct.unpack_from("<HHIIHH", format)
    if tag not in (0, _PCM, _EXTENSIBLE):
        raise OtherFormat(f"format {tag}")
    if not (1 <= channels <= 8 and 4000 <= rate <= 192_000 and bits in (8, 16, 24, 32)):
        raise NoWave(f"{channels} channels of {bits} bits at {rate} Hz")
    if frame != channels * bits // 8:
        raise NoWave(f"{frame} bytes for {channels} channels of {bits} bits")
    return frame, rate


def rebuilt(head: bytes) -> bytes:
    """The header that Asterisk had written, its sizes 0, in place of one that says nothing.

    Raise ``NoWave`` where no sound follows it, as in a file that was emptied while it was written
    and begins with a hole.
    """
    if not any(head[HEADER_BYTES : HEADER_BYTES + _SOON]):
        raise NoWave("no header, and no sound behind it")
    sound = struct.pack("<IHHIIHH", 16, _PCM, 1, _RATE, _RATE * _WIDTH, _WIDTH, 8 * _WIDTH)
    return b"RIFF" + bytes(4) + b"WAVEfmt " + sound + b"data" + bytes(4)
