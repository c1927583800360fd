"""Any sound file becomes a prompt, and what is none is refused with what is wrong with it."""

from __future__ import annotations

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
