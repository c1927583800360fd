"""Which container a sound file is, and the file as a decoder takes it.

What programs and archives put before the sound, and a header that decoders read differently,
are taken away here: the decoder is given nothing that it would stumble over.
"""

from __future__ import annotations

import struct

#: Where the sign stands, the sign, and the decoder's name of the container.
_SIGNS = (
    (8, b"WAVE", "wav"),
    (8, b"AIFF", "aiff"),
    (8, b"AIFC", "aiff"),
    (4, b"ftyp", "mov"),
    (0, b"OggS", "ogg"),
    (0, b"\x1a\x45\xdf\xa3", "matroska"),
    (0, b"fLaC", "flac"),
    (0, b"#!AMR", "amr"),
    (0, b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", "asf"),
)
_TAG_HEAD = 10  # bytes of ID3v2 before its frames
_PCM, _EXTENSIBLE = 1, 0xFFFE
#: The sizes of samples that a decoder of PCM knows, in bytes.
_SAMPLE_BYTES = (2, 3, 4)


def opened(data: bytes) -> tuple[str, bytes] | None:
    """The container by its first bytes, and the file from there on; None: none that is taken."""
    sound = _past_tags(data)
    name = container_of(sound)
    if name is None:  # recorders leave a place for a tag empty
        sound = _past_tags(sound.lstrip(b"\0"))
        name = container_of(sound)
    if name is None:  # a tag that lies about its length: the decoder may look for itself
        return ("mp3", data) if data[:3] == b"ID3" else None
    return name, _whole_samples(sound) if name == "wav" else sound


def container_of(data: bytes) -> str | None:
    """Tell the container by its first bytes; ``None``: none that is taken."""
    for place, sign, name in _SIGNS:
        if data[place : place + len(sign)] == sign:
            return name
    if len(data) > 1 and data[0] == 0xFF and data[1] & 0xE0 == 0xE0:  # a frame of MPEG sound
        return "aac" if data[1] & 0x06 == 0 else "mp3"
    return None


def _past_tags(data: bytes) -> bytes:
    """Without ID3 in front, of which there may be several: the sound behind says what it is."""
    while data[:3] == b"ID3" and len(data) > _TAG_HEAD:
        sizes = data[6:_TAG_HEAD]
        if max(sizes) >= 1 << 7:  # no size of a tag
            break
        length = sum(each << shift for each, shift in zip(sizes, (21, 14, 7, 0), strict=True))
        footer = _TAG_HEAD if data[5] & 0x10 else 0
        data = data[_TAG_HEAD + length + footer :].lstrip(b"\0")
    return data


def _whole_samples(data: bytes) -> bytes:
    """Let WAVE_FORMAT_EXTENSIBLE with 24 bits in 32 say 32: the valid bits are the upper ones, and
    the decoder takes their number for the size of a sample."""
    at = data.find(b"fmt ", 12, 4096)
    if at < 0 or len(data) < at + 8 + 40:
        return data
    form, channels, _, _, align, _, _, valid = struct.unpack_from("<HHIIHHHH", data, at + 8)
    (kind,) = struct.unpack_from("<H", data, at + 8 + 24)
    if form != _EXTENSIBLE or kind != _PCM or not channels or align % channels:
        return data
    size = align // channels
    if size not in _SAMPLE_BYTES or valid >= size * 8:
        return data
    mended = bytearray(data)
    struct.pack_into("<H", mended, at + 8 + 14, size * 8)
    struct.pack_into("<H", mended, at + 8 + 18, size * 8)
    return bytes(mended)
