"""Business errors of prompts."""

from __future__ import annotations

from lianxin.centres.problems import Problem


class PromptCodeTaken(Problem):
    code, status = "prompt.code_taken", 409
    zh = "编号“{prompt}”已经有语音使用。"
    en = "There is a prompt with the id {prompt} already."


class PromptInUse(Problem):
    code, status = "prompt.in_use", 409
    zh = "流程 {flows} 正在使用这条语音，不能删除。"
    en = "The prompt is used by {flows} and cannot be deleted."


class NoSuchVersion(Problem):
    code, status = "prompt.no_such_version", 404
    zh = "没有这个版本。"
    en = "There is no such version."


class VersionNotReady(Problem):
    code, status = "prompt.version_not_ready", 409
    zh = "这个版本还不能播放。"
    en = "This version cannot be played yet."


class AudioUnreadable(Problem):
    """``reason``: empty, unknown_format, no_sound, broken, too_short or silent."""

    code, status = "prompt.audio_unreadable", 422
    zh = "不能使用这个音频。"
    en = "This audio cannot be used."

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(reason=reason, detail=detail)

    def sentence(self, language: str) -> str:
        """Say what is wrong with it as well."""
        zh, en = _REASONS[self.details["reason"]]
        said = f" {en}." if language.startswith("en") else f"{zh}。"
        return super().sentence(language) + said


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


class AudioTooLarge(Problem):
    code, status = "prompt.audio_too_large", 413
    zh = "音频文件不能超过 {megabytes} MB。"
    en = "The audio file may have {megabytes} MB at most."


class AudioTooLong(Problem):
    code, status = "prompt.audio_too_long", 422
    zh = "语音不能超过 {minutes} 分钟。"
    en = "A prompt may last {minutes} minutes at most."


class BadTrim(Problem):
    code, status = "prompt.bad_trim", 422
    zh = "裁剪的起止时间不正确。"
    en = "The ends of the cut are not right."


class StorageFull(Problem):
    code, status = "prompt.storage_full", 409
    zh = "语音已占用 {used} MB，超过本中心 {limit} MB 的限额。"
    en = "The prompts take {used} MB; the centre may use {limit} MB."


class NoSpeech(Problem):
    code, status = "prompt.no_speech", 409
    zh = "没有安装语音合成，请上传音频或录音。"
    en = "No speech engine is installed. Upload audio or record it."


class NoVoice(Problem):
    code, status = "prompt.no_voice", 422
    zh = "没有这个语言的合成音。"
    en = "There is no voice for this language."


class PromptAudioMissing(Problem):
    code, status = "prompt.audio_missing", 404
    zh = "这条语音还没有声音。"
    en = "The prompt has no sound yet."
