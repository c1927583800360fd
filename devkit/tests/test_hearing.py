"""What is made must be heard: tones, silence and holes of known length."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile

from devkit.carrier import hearing
from devkit.carrier.hearing import Sound

RATE = 8000


def sine(hertz: float, seconds: float, amplitude: float = 0.2) -> np.ndarray:
    return amplitude * np.sin(2 * np.pi * hertz * np.arange(round(seconds * RATE)) / RATE)


def silence(seconds: float) -> np.ndarray:
    return np.zeros(round(seconds * RATE))


def sound(*parts: np.ndarray) -> Sound:
    return Sound(np.concatenate(parts), RATE)


def test_tones_are_found_with_their_times() -> None:
    heard = hearing.tones(sound(silence(0.5), sine(450, 1), silence(0.3), sine(1004, 0.2)))

    assert [round(tone.hertz) for tone in heard] == [450, 1004]
    assert heard[0].start == pytest.approx(0.5, abs=0.03)
    assert heard[0].end == pytest.approx(1.5, abs=0.03)
    assert heard[1].seconds == pytest.approx(0.2, abs=0.05)


def test_two_tones_that_touch_are_two() -> None:
    heard = hearing.tones(sound(sine(440, 0.5), sine(520, 0.5)))
    assert [round(tone.hertz) for tone in heard] == [440, 520]


def test_noise_is_no_tone() -> None:
    noise = np.random.default_rng(1).normal(0, 0.1, RATE)
    assert hearing.tones(Sound(noise, RATE)) == []
    assert hearing.tone_seconds(Sound(noise, RATE), 1004) < 0.05


def test_a_tone_is_found_below_another() -> None:
    both = Sound(sine(600, 2) + np.concatenate((silence(1), sine(1004, 1, 0.05))), RATE)
    assert hearing.tone_seconds(both, 1004) == pytest.approx(1, abs=0.1)
    assert hearing.tone_seconds(both, 600) == pytest.approx(2, abs=0.1)
    assert hearing.tone_seconds(both, 1500) == 0


@pytest.mark.parametrize("milliseconds", [20, 60, 300])
def test_a_hole_has_its_length(milliseconds: int) -> None:
    broken = sound(sine(1004, 1), silence(milliseconds / 1000), sine(1004, 1))
    assert hearing.longest_gap_ms(broken) == pytest.approx(milliseconds, abs=5)


def test_a_whole_tone_has_no_hole() -> None:
    assert hearing.longest_gap_ms(sound(sine(440, 3, 0.02))) == 0


def test_holes_outside_of_the_part_do_not_count() -> None:
    heard = sound(silence(1), sine(440, 1), silence(1))
    assert hearing.longest_gap_ms(heard, start=1.05, end=1.95) == 0
    assert [round(hole.start, 2) for hole in hearing.dropouts(heard, start=1.5)] == [2.0]


def test_sound_and_silence_are_told_apart() -> None:
    heard = sound(silence(0.4), sine(300, 0.5), silence(0.1), sine(300, 0.5), silence(1))
    spans = hearing.sounding(heard)
    assert [(round(s.start, 2), round(s.end, 2)) for s in spans] == [(0.4, 1.5)]
    assert hearing.is_silent(heard.part(1.6))
    assert not hearing.is_silent(heard)


def test_level() -> None:
    assert hearing.level_db(sound(sine(1000, 1, 1.0))) == pytest.approx(-3.01, abs=0.01)
    assert hearing.level_db(Sound(np.zeros(0), RATE)) == pytest.approx(-180)


def test_a_wav_is_read(tmp_path: Path) -> None:
    path = tmp_path / "tone.wav"
    soundfile.write(path, sine(440, 1), RATE, subtype="PCM_16")
    assert [round(tone.hertz) for tone in hearing.tones(hearing.load(path))] == [440]
