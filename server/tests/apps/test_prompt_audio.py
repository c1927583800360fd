"""Any sound file becomes a prompt, and what is none is refused with what is wrong with it."""

from __future__ import annotations

import io
import struct

import av
import numpy as np
import pytest

from lianxin.speech import audio, sound
from lianxin.speech.errors import AudioTooLarge, AudioTooLong, AudioUnreadable, BadTrim
from tests.sound_files import KINDS, encoded, loudest_hertz, tone


@pytest.mark.parametrize("kind", KINDS)
def test_every_common_kind_is_converted_trimmed_and_levelled(kind: str) -> None:
    made = audio.make(audio.read(tone(kind)))
    assert loudest_hertz(made.samples) == pytest.approx(700, abs=5)
    assert made.level == pytest.approx(sound.LEVEL_DB, abs=0.5)
    assert made.seconds == pytest.approx(1.25, abs=0.1)
    measured = sound.measure(made.samples)
    assert measured.lead < 0.1
    assert 0.1 < measured.tail < 0.3
    assert len(made.peaks) == audio.PEAKS
    assert 0 <= min(made.peaks) < 5 < max(made.peaks) <= 100


TAG = b"ID3\x04\x00\x00\x00\x00\x01\x00" + bytes(128)


def wide(seconds: float = 1.0, rate: int = 16000) -> bytes:
    """WAVE_FORMAT_EXTENSIBLE: 24 bits in 32, the upper ones, in two channels."""
    time = np.arange(int(seconds * rate)) / rate
    values = (0.3 * np.sin(2 * np.pi * 700 * time) * 2**23).astype("<i4") << 8
    content = np.repeat(values, 2).astype("<i4").tobytes()
    guid = struct.pack("<H", 1) + bytes.fromhex("000000001000800000aa00389b71")
    form = struct.pack("<HHIIHHHHI", 0xFFFE, 2, rate, rate * 8, 8, 32, 22, 24, 3) + guid
    chunks = b"fmt " + struct.pack("<I", 40) + form + b"data" + struct.pack("<I", len(content))
    return b"RIFF" + struct.pack("<I", 4 + len(chunks) + len(content)) + b"WAVE" + chunks + content


def mono(seconds: float = 1.0) -> bytes:
    """An MP3 in one channel."""
    time = np.arange(int(seconds * 44100)) / 44100
    pcm = (0.3 * np.sin(2 * np.pi * 700 * time) * 32767).astype(np.int16).reshape(1, -1)
    file = io.BytesIO()
    with av.open(file, "w", format="mp3") as output:
        stream = output.add_stream("libmp3lame", rate=44100, layout="mono")
        assert isinstance(stream, av.AudioStream)
        frame = av.AudioFrame.from_ndarray(pcm, format="s16", layout="mono")
        frame.sample_rate, frame.pts = 44100, 0
        fit = av.AudioResampler(stream.format.name, "mono", 44100, stream.frame_size or 1024)
        for piece in [*fit.resample(frame), *fit.resample(None)]:
            output.mux(stream.encode(piece))
        output.mux(stream.encode(None))
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "seconds"),
    [
        pytest.param(TAG + tone("aac"), 1.25, id="ID3 before AAC"),
        pytest.param(TAG + TAG + tone("mp3"), 1.25, id="two tags"),
        pytest.param(bytes(1500) + tone("mp3"), 1.25, id="MP3 behind zero bytes"),
        pytest.param(bytes(1500) + TAG + bytes(99) + tone("aac"), 1.25, id="all of it"),
        pytest.param(mono() + tone("mp3", silence=0.0), 2.1, id="mono, then stereo"),
        pytest.param(wide(), 1.15, id="24 bits in 32"),
    ],
)
def test_what_programs_make_of_a_file_is_heard_all_the_same(data: bytes, seconds: float) -> None:
    made = audio.make(audio.read(data))
    assert loudest_hertz(made.samples) == pytest.approx(700, abs=5)
    assert made.level == pytest.approx(sound.LEVEL_DB, abs=0.5)
    assert made.seconds == pytest.approx(seconds, abs=0.2)


def test_only_what_stands_between_the_ends_is_kept() -> None:
    rate = 16000
    time = np.arange(rate) / rate
    both = np.concatenate([np.sin(2 * np.pi * hertz * time) / 3 for hertz in (500, 1500)])
    samples = audio.read(encoded(both, "wav", "pcm_s16le", rate))
    assert loudest_hertz(audio.make(samples, 0.0, 0.9).samples) == pytest.approx(500, abs=5)
    assert loudest_hertz(audio.make(samples, 1.1, None).samples) == pytest.approx(1500, abs=5)


@pytest.mark.parametrize("ends", [(1.0, 1.0), (2.0, 1.0), (-1.0, 1.0), (9.0, None), (0.0, 0.01)])
def test_ends_that_hold_nothing_are_refused(ends: tuple[float, float | None]) -> None:
    with pytest.raises(BadTrim):
        audio.make(audio.read(tone()), *ends)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"MZ" + bytes(4000), "unknown_format"),
        (b"#EXTM3U\nfile:///etc/passwd\n", "unknown_format"),
        (b"RIFF\xff\xff\xff\xffWAVE" + b"junk" * 100, "broken"),
        (b"ID3" + b"\xff" * 4000, "broken"),
        (b"OggS" + bytes(500), "broken"),
        (b"\x1a\x45\xdf\xa3" + bytes(500), "broken"),
        (tone("mp3")[:100], "broken"),
        (tone(seconds=0.0, silence=0.01), "too_short"),
    ],
)
def test_what_is_no_sound_is_refused_by_its_reason(data: bytes, reason: str) -> None:
    with pytest.raises(AudioUnreadable) as refused:
        audio.read(data)
    assert refused.value.details["reason"] == reason
    assert refused.value.sentence("zh") != refused.value.sentence("en")


def test_silence_is_no_prompt() -> None:
    samples = audio.read(tone(seconds=0.0, silence=1.0))
    with pytest.raises(AudioUnreadable) as refused:
        audio.make(samples)
    assert refused.value.details["reason"] == "silent"


def test_a_half_file_is_damaged() -> None:
    whole = tone("flac", seconds=4.0)
    with pytest.raises(AudioUnreadable) as refused:
        audio.read(whole[: len(whole) // 2])
    assert refused.value.details["reason"] == "broken"


def test_what_is_too_large_or_too_long_is_refused() -> None:
    with pytest.raises(AudioTooLarge):
        audio.read(bytes(audio.MAX_BYTES + 1))
    hour = encoded(np.zeros(8000 * 3600), "flac", "flac", 8000)
    assert len(hour) < audio.MAX_BYTES
    with pytest.raises(AudioTooLong):
        audio.read(hour)
