"""Whether a word was heard: with a packet that came late it was, with a part missing not."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from devkit.carrier import hearing
from devkit.carrier.hearing import Samples, Sound
from lianxin.prompts.catalogue import PROMPTS
from tests.stories.ear import RATE, found

PACKET = RATE // 50
WORD = PROMPTS / "zh" / "w_jiao.wav"  # the shortest of an amount
SILENCE = np.zeros(RATE // 2)


@pytest.fixture(scope="module")
def word() -> Samples:
    return hearing.load(WORD).samples


def heard(*parts: Samples) -> Sound:
    return Sound(np.concatenate((SILENCE, *parts, SILENCE)), RATE)


def test_a_word_is_where_it_begins(word: Samples) -> None:
    span = found(heard(word), WORD)
    assert span is not None
    assert span.start == pytest.approx(len(SILENCE) / RATE)


@pytest.mark.parametrize("at_ms", range(60, 400, 34))
def test_a_packet_that_came_late_leaves_the_word_whole(word: Samples, at_ms: int) -> None:
    at = at_ms * RATE // 1000
    assert found(heard(word[:at], np.zeros(PACKET), word[at:]), WORD) is not None


def test_what_is_missing_is_missed(word: Samples) -> None:
    loud = slice(150 * RATE // 1000, 250 * RATE // 1000)
    rest = np.concatenate((word[: loud.start], word[loud.stop :]))
    gap = word.copy()
    gap[loud] = 0
    assert found(heard(rest), WORD) is None
    assert found(heard(gap), WORD) is None


@pytest.mark.parametrize("other", ["n9", "n6", "n5", "w_yuan", "w_fen"])
def test_another_word_is_none(other: str) -> None:
    path = Path(WORD).with_name(f"{other}.wav")
    assert found(heard(hearing.load(path).samples), WORD) is None
