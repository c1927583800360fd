"""Texts that were written for the eye, as a voice is given them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import lianxin.demo
from lianxin.rules.aloud import reply_aloud
from lianxin.rules.values import Language
from lianxin.speech.texts import BREATH, sentences, unsayable

_PHRASES = Path(__file__).parent / "aloud"
_DEMO = Path(lianxin.demo.__file__).with_name("knowledge.json")


def _phrases(language: str) -> list[tuple[str, str]]:
    lines = (_PHRASES / f"{language}.tsv").read_text("utf-8").splitlines()
    return [(written, said) for written, _, said in (line.partition("\t") for line in lines)]


@pytest.mark.parametrize(("written", "said"), _phrases("zh"))
def test_phrases_of_offices_are_read_as_people_read_them(written: str, said: str) -> None:
    assert "".join(sentences(written, "zh")) == said
    assert unsayable(written, "zh") == ()


@pytest.mark.parametrize(("written", "said"), _phrases("en"))
def test_english_phrases_are_read_as_people_read_them(written: str, said: str) -> None:
    assert " ".join(sentences(written, "en")) == said
    assert unsayable(written, "en") == ()


@pytest.mark.parametrize(
    ("text", "language", "signs"),
    [
        ("受理😀中✓", "zh", ("😀", "✓")),
        ("日本語です", "zh", ("で", "す")),
        ("Привет", "zh", ("П", "р", "и", "в", "е", "т")),
        ("☎12345☎", "zh", ("☎",)),
        ("長15″", "zh", ("″",)),
        ("\ue000", "zh", ("\ue000",)),
        ("the 示 office ✓", "en", ("示", "✓")),
        ("李䶮、𠮷田、㐂", "zh", ()),
        ("●一★二→三【四】", "zh", ()),
        ("[Shifan](/ʃˈiˌfɑn/) – a city", "en", ()),
    ],
)
def test_what_has_no_sound_is_named(text: str, language: Language, signs: tuple[str, ...]) -> None:
    assert unsayable(text, language) == signs


def test_every_shipped_entry_can_be_said() -> None:
    for entry in json.loads(_DEMO.read_text("utf-8")):
        for field, text in entry.items():
            if field.startswith(("title_", "body_")):
                assert unsayable(text, field[-2:]) == (), entry["code"]


@given(st.text(max_size=300), st.sampled_from(("zh", "en")))
def test_no_figure_is_left_to_the_voice(text: str, language: Language) -> None:
    assert not re.search("[0-9]", "".join(sentences(text, language)))
    assert unsayable(text, language) == unsayable(text, language)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("30 日内答复", "三十日内答复"),
        ("2 个工作日、3-5 个工作日", "两个工作日、三至五个工作日"),
        ("2026年3月1日起", "二零二六年三月一日起"),
        ("2026-03-01 08:30 前", "二零二六年三月一日八点三十分前"),
        ("第12条", "第十二条"),
        ("罚款500元至2,000元", "罚款五百元至两千元"),
        ("￥12.50", "十二元五角"),
        ("下降12.5%", "下降百分之十二点五"),
        ("拨打12345、12315或110", "拨打一二三四五、幺二三幺五或幺幺零"),
        ("110米长", "一百一十米长"),
        ("电话021-55500001", "电话零二幺，五五五零零零零幺"),
        ("手机13800000001", "手机幺三八零零零零零零零幺"),
        ("请按1，按 2", "请按一，按二"),
        ("气温 38℃", "气温三十八摄氏度"),
    ],
)
def test_figures_are_read_as_people_read_them(written: str, said: str) -> None:
    assert "".join(sentences(written, "zh")) == said


def test_english_counts_and_spells() -> None:
    read = " ".join(sentences("Call 12345. It takes 15 working days (free).", "en"))
    assert read.startswith("Call one two three four five.")
    assert "fifteen working days" in read
    assert "(" not in read


def test_sentences_are_cut_where_a_voice_breathes() -> None:
    assert sentences("先备案。再结算！好吗？\n第二段", "zh") == [
        "先备案。",
        "再结算！",
        "好吗？",
        "第二段",
    ]
    long = "请准备劳动合同、考勤记录和工资条，" * 8
    assert all(len(piece) <= BREATH["zh"] for piece in sentences(long, "zh"))


@given(st.text(max_size=600), st.sampled_from(("zh", "en", "yue")))
def test_any_text_is_cut_into_pieces_that_the_model_takes(text: str, language: Language) -> None:
    for piece in sentences(text, language):
        assert 0 < len(piece) <= BREATH[language]


@given(st.text("路灯已经修好请放心。，", max_size=400))
def test_no_words_are_lost(text: str) -> None:
    kept = "".join(sentences(text, "zh"))
    assert [c for c in kept if c not in "。，"] == [c for c in text if c not in "。，"]


def test_a_reply_is_announced_in_its_own_language() -> None:
    assert reply_aloud("已修好。", "zh") == "承办单位的答复是：已修好。"
    assert reply_aloud("Mended.", "en") == "The department's reply is: Mended."
