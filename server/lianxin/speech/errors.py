"""Business errors of sound that somebody sends, and of texts that no voice can read."""

from __future__ import annotations

from typing import ClassVar

from lianxin.centres.errors import Problem
from lianxin.speech.unsaid import CODE, signs_of

_REASONS = {
    "empty": ("文件是空的", "The file is empty"),
    "unknown_format": (
        "无法识别格式，请使用 wav、mp3、m4a、aac、ogg、opus、webm、flac、amr 或 wma",
        "Its format is not known; use wav, mp3, m4a, aac, ogg, opus, webm, flac, amr or wma",
    ),
    "no_sound": ("文件中没有声音", "The file holds no sound track"),
    "broken": ("文件已损坏", "The file is damaged"),
    "too_short": ("声音太短", "The sound is too short"),
    "silent": ("只有静音", "There is nothing but silence"),
}


class AudioUnreadable(Problem):
    """``reason``: empty, unknown_format, no_sound, broken, too_short or silent."""

    code, status = "prompt.audio_unreadable", 422
    fields = ("file",)
    zh = "不能使用这个音频。"
    en = "This audio cannot be used."

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(reason=reason, detail=detail)

    def sentence(self, language: str) -> str:
        """Say what is wrong with it as well."""
        zh, en = _REASONS[self.details["reason"]]
        said = f" {en}." if language.startswith("en") else f"{zh}。"
        return super().sentence(language) + said


class AudioTooLarge(Problem):
    code, status = "prompt.audio_too_large", 413
    fields = ("file",)
    zh = "音频文件不能超过 {megabytes} MB。"
    en = "The audio file may have {megabytes} MB at most."


class AudioTooLong(Problem):
    code, status = "prompt.audio_too_long", 422
    fields = ("file",)
    zh = "语音不能超过 {minutes} 分钟。"
    en = "A prompt may last {minutes} minutes at most."


class BadTrim(Problem):
    code, status = "prompt.bad_trim", 422
    fields = ("start", "end")
    zh = "裁剪的起止时间不正确。"
    en = "The ends of the cut are not right."


class TextHasNoSound(Problem):
    """``signs``: what is to be written otherwise, with blanks between."""

    code: ClassVar[str] = CODE
    status: ClassVar[int] = 422
    zh = "“{signs}”没有读音，来电者听不到这段文字，请改写。"
    en = "No voice has a sound for {signs}, so nobody hears the text. Write it otherwise."


def reason_in(reason: str, language: str) -> str:
    """Why a text is not read aloud, as it is told in ``language``."""
    signs = signs_of(reason)
    return TextHasNoSound(signs=signs).sentence(language) if signs else reason
