"""Every shipped prompt can be played, understood and told apart from one that is out of date."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import soundfile

from lianxin.flows import codec
from lianxin.prompts import catalogue, hold
from lianxin.prompts.catalogue import BEEP, PROMPTS, Prompt
from lianxin.prompts.install import install
from lianxin.rules.speaking import PARTS
from lianxin.rules.values import Language
from lianxin.speech import english, sound
from lianxin.speech.normalise import spell, spoken

SHIPPED = catalogue.load()
#: A row without a hash is a sentence that still waits to be spoken.
WITH_SOUND = [prompt for prompt in SHIPPED if prompt.sha256]
SPOKEN = [prompt for prompt in WITH_SOUND if prompt.voice != BEEP]

VOICES = sorted((Path(__file__).parents[1] / "voices").glob("*.wav"))


TEMPLATES = PROMPTS.parents[1] / "flows" / "templates"


def name(prompt: Prompt) -> str:
    return prompt.name


@pytest.mark.parametrize("prompt", WITH_SOUND, ids=name)
def test_the_file_says_what_the_catalogue_says(prompt: Prompt) -> None:
    assert catalogue.faults(prompt) == []


def test_no_file_is_shipped_without_its_text() -> None:
    assert catalogue.strays(SHIPPED) == []


def test_the_flows_find_every_prompt_that_they_play() -> None:
    flows = (codec.read(json.loads(file.read_text("utf-8"))) for file in TEMPLATES.glob("*.json"))
    needed = {prompt for flow in flows for prompt in flow.prompts()}
    for language in ("zh", "en"):
        assert needed <= {prompt.id for prompt in SHIPPED if prompt.folder == language}


@pytest.mark.parametrize("prompt", SPOKEN, ids=name)
def test_a_prompt_is_heard_well(prompt: Prompt) -> None:
    measured = sound.measure(sound.read_wav(prompt.path))
    assert measured.level == pytest.approx(sound.LEVEL_DB, abs=1.0)
    assert measured.peak < -0.9
    assert measured.clipped == 0
    assert measured.lead < 0.15
    assert 0.02 <= measured.tail < 0.4
    assert measured.seconds == pytest.approx(prompt.seconds, abs=0.001)


@pytest.mark.parametrize("prompt", SPOKEN, ids=name)
def test_a_prompt_is_as_long_as_its_words(prompt: Prompt) -> None:
    if prompt.voice.startswith("a"):
        letters = len(re.findall(r"[a-z]", english.spoken(prompt.text.lower())))
        assert 0.035 * letters < prompt.seconds < 0.11 * letters + 0.8
        return
    syllables = len(re.findall(r"[\u4e00-\u9fff]", spoken(prompt.text)))
    assert 0.15 * syllables < prompt.seconds < 0.32 * syllables + 0.8


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_digits_are_complete_and_of_one_length(language: str) -> None:
    own = [prompt for prompt in SPOKEN if prompt.folder == language]
    digits = [prompt for prompt in own if re.fullmatch(r"d[0-9]", prompt.id)]
    assert sorted(prompt.id for prompt in digits) == [f"d{digit}" for digit in range(10)]
    lengths = [prompt.seconds for prompt in digits]
    assert max(lengths) - min(lengths) < 0.1
    assert max(lengths) < 0.9


def test_the_beep_is_a_tone_of_one_kilohertz() -> None:
    beep = sound.read_wav(PROMPTS / "zh" / "beep.wav")
    spectrum = np.abs(np.fft.rfft(beep))
    assert np.argmax(spectrum) * sound.RATE / len(beep) == pytest.approx(1000, abs=5)


def test_the_hold_music_goes_round_without_a_click() -> None:
    music = sound.read_wav(PROMPTS / "hold" / "calm.wav")
    assert len(music) == hold.SECONDS * sound.RATE
    assert sound.voice_level(music) == pytest.approx(10 ** (hold.LEVEL_DB / 20), rel=0.02)
    steps = np.abs(np.diff(music))
    assert abs(music[0] - music[-1]) <= np.max(steps)
    assert np.max(np.abs(music)) < 0.5
    assert np.min(sound.frame_levels(music)) > 0  # never silent: a caller would hang up


@pytest.mark.parametrize("file", VOICES, ids=lambda file: file.stem)
def test_the_callers_for_tests_can_be_heard(file: Path) -> None:
    measured = sound.measure(sound.read_wav(file))
    assert measured.level == pytest.approx(sound.LEVEL_DB, abs=1.0)
    assert measured.clipped == 0


def test_numbers_are_read_as_a_hotline_reads_them() -> None:
    assert spell("8001") == "八零零幺"
    assert spoken("请拨打12345") == "请拨打一二三四五"
    assert spoken("人工服务请按1，返回请按#") == "人工服务请按一，返回请按井号键"
    assert spoken("工号 8001 为您服务") == "工号八零零幺为您服务"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_word_of_spoken_values_is_recorded(language: Language) -> None:
    shipped = {prompt.id: prompt for prompt in WITH_SOUND if prompt.folder == language}
    assert PARTS[language].items() <= {id: prompt.text for id, prompt in shipped.items()}.items()
    assert {prompt.id for prompt in shipped.values() if prompt.part} == set(PARTS[language])


def test_english_figures_are_read_one_by_one() -> None:
    assert english.spoken("Dial 12345, then press # or 0.") == (
        "Dial one two three four five, then press pound or zero."
    )


def test_every_flow_speaks_english_where_it_speaks_mandarin() -> None:
    ids = {
        language: {prompt.id for prompt in WITH_SOUND if prompt.folder == language}
        for language in ("zh", "en")
    }
    assert ids["zh"] - set(PARTS["zh"]) <= ids["en"]


def test_a_changed_text_is_found() -> None:
    changed = replace(SHIPPED[0], text=SHIPPED[0].text + "谢谢。")
    assert catalogue.faults(changed) == [f"{changed.name}: was changed and not rendered again"]


def test_a_changed_file_is_found() -> None:
    changed = replace(SHIPPED[0], sha256=hashlib.sha256(b"").hexdigest())
    assert "not the one that was rendered" in catalogue.faults(changed)[0]


def test_a_catalogue_comes_back_as_it_was_written(tmp_path: Path) -> None:
    file = tmp_path / "prompts.toml"
    catalogue.save(SHIPPED, file)
    assert catalogue.load(file) == SHIPPED


def test_a_wrong_catalogue_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "prompts.toml"
    catalogue.save([SHIPPED[0], SHIPPED[0]], file)
    with pytest.raises(ValueError, match="more than once"):
        catalogue.load(file)
    file.write_text('[[prompt]]\nid = "a"\nfolder = "zh"\ntext = "好"\nvolume = 3\n', "utf-8")
    with pytest.raises(ValueError, match="volume"):
        catalogue.load(file)


def test_installing_copies_what_is_new_and_nothing_else(tmp_path: Path) -> None:
    everything = len(WITH_SOUND) + 1  # and the hold music
    assert install(tmp_path) == everything
    assert install(tmp_path) == 0
    damaged = tmp_path / "zh" / "goodbye.wav"
    damaged.write_bytes(b"")
    assert install(tmp_path) == 1
    shipped = PROMPTS / "zh" / "goodbye.wav"
    assert damaged.read_bytes() == shipped.read_bytes()
    assert not list(tmp_path.glob("*/.*"))


def test_the_a_law_copy_is_the_same_sound(tmp_path: Path) -> None:
    install(tmp_path)
    coded, _ = soundfile.read(
        tmp_path / "zh" / "d8.alaw", format="RAW", subtype="ALAW", samplerate=8000, channels=1
    )
    plain = sound.read_wav(tmp_path / "zh" / "d8.wav")
    assert len(coded) == len(plain)
    assert np.corrcoef(coded, plain)[0, 1] > 0.999
