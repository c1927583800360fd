"""Which file a caller hears, and that the next call hears a new one."""

from __future__ import annotations

from pathlib import Path

import pytest

from lianxin.lines.plan import PromptPlan
from lianxin.rules.flow.effects import Digits, Prompt, Text
from lianxin.rules.values import Language
from lianxin.speech.files import key_of, path_of
from lianxin.switchboard.snapshot.sounds import SoundBook

OWN_EN = "shifan/en/welcome.2.wav"
OWN_ZH = "shifan/zh/welcome.1.wav"
SHIPPED_EN = "en/welcome.wav"
SHIPPED_ZH = "zh/welcome.wav"


def put(folder: Path, *paths: str) -> None:
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).touch()


def own(path: str, centre: str = "shifan") -> PromptPlan:
    language, name = path.split("/")[1:]
    return PromptPlan(1, centre, language, name.split(".")[0], path)


@pytest.mark.parametrize("language", ["en", "yue"])
def test_own_then_shipped_then_both_in_mandarin(tmp_path: Path, language: Language) -> None:
    book = SoundBook(tmp_path, tmp_path)
    order = [OWN_EN, SHIPPED_EN] if language == "en" else []
    order += [OWN_ZH, SHIPPED_ZH]
    put(tmp_path, *order)
    book.use([own(OWN_EN), own(OWN_ZH)])
    for path in order:
        heard = book.now.media("shifan", [Prompt("welcome")], language)
        assert heard == [f"sound:{tmp_path / path.removesuffix('.wav')}"]
        (tmp_path / path).unlink()
        if path in (SHIPPED_EN, SHIPPED_ZH):
            book.use([own(OWN_EN), own(OWN_ZH)])
    assert book.now.media("shifan", [Prompt("welcome")], language)[0].endswith("/zh/welcome")


def test_a_centre_hears_its_own_and_nobody_elses(tmp_path: Path) -> None:
    book = SoundBook(tmp_path, tmp_path)
    put(tmp_path, OWN_ZH, SHIPPED_ZH)
    book.use([own(OWN_ZH)])
    assert book.now.media("shifan", [Prompt("welcome")], "zh")[0].endswith("shifan/zh/welcome.1")
    assert book.now.media("shixian", [Prompt("welcome")], "zh")[0].endswith("/zh/welcome")


def test_what_was_given_back_is_not_heard_any_more(tmp_path: Path) -> None:
    book = SoundBook(tmp_path, tmp_path)
    put(tmp_path, OWN_ZH, SHIPPED_ZH)
    book.use([own(OWN_ZH)])
    book.use([])
    assert book.now.media("shifan", [Prompt("welcome")], "zh")[0].endswith("/zh/welcome")


def test_a_call_hears_to_its_end_what_was_when_it_began(tmp_path: Path) -> None:
    book = SoundBook(tmp_path, tmp_path)
    put(tmp_path, OWN_ZH, SHIPPED_ZH)
    book.use([own(OWN_ZH)])
    of_call = book.now
    book.use([])
    assert of_call.media("shifan", [Prompt("welcome")], "zh")[0].endswith("shifan/zh/welcome.1")
    assert book.now.media("shifan", [Prompt("welcome")], "zh")[0].endswith("/zh/welcome")


def test_a_text_is_heard_in_its_language_then_in_mandarin_then_its_stand_in(
    tmp_path: Path,
) -> None:
    book = SoundBook(tmp_path, tmp_path)
    put(tmp_path, SHIPPED_ZH)
    text = Text("12345", instead="welcome")
    assert book.now.media("shifan", [text], "en") == [f"sound:{tmp_path}/zh/welcome"]
    for language in ("zh", "en"):
        path = path_of("shifan", key_of("12345", language))
        put(tmp_path, path)
        heard = book.now.media("shifan", [text], "en")
        assert heard == [f"sound:{tmp_path / path.removesuffix('.wav')}"]
    assert book.now.reads("shifan", text, "en")
    assert not book.now.reads("shixian", text, "en")
    assert not book.now.reads("shifan", Text("12346"), "en")


def test_digits_are_read_one_by_one(tmp_path: Path) -> None:
    put(tmp_path, "zh/d1.wav", "zh/d2.wav", "en/d1.wav")
    heard = SoundBook(tmp_path, tmp_path).now.media("shifan", [Digits("1-2")], "en")
    assert heard == [f"sound:{tmp_path}/en/d1", f"sound:{tmp_path}/zh/d2"]
