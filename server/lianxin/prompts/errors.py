"""Business errors of prompts."""

from __future__ import annotations

from lianxin.centres.errors import Problem


class PromptCodeTaken(Problem):
    code, status = "prompt.code_taken", 409
    fields = ("code",)
    zh = "编号“{prompt}”已经有语音使用。"
    en = "There is a prompt with the id {prompt} already."


class PromptInUse(Problem):
    code, status = "prompt.in_use", 409
    zh = "流程 {flows} 正在使用这条语音，不能删除。"
    en = "The prompt is used by {flows} and cannot be deleted."


class PromptConflict(Problem):
    """``details``: version, by and at as they are now."""

    code, status = "prompt.conflict", 409
    zh = "这条语音已被 {by} 修改。您填写的内容还在，请比较后再保存。"
    en = "{by} has changed the prompt. What you typed is kept; compare before you save."


class NoSuchVersion(Problem):
    code, status = "prompt.no_such_version", 404
    zh = "没有这个版本。"
    en = "There is no such version."


class VersionNotReady(Problem):
    code, status = "prompt.version_not_ready", 409
    zh = "这个版本还不能播放。"
    en = "This version cannot be played yet."


class NoSpeech(Problem):
    code, status = "prompt.no_speech", 409
    zh = "没有安装语音合成，请上传音频或录音。"
    en = "No speech engine is installed. Upload audio or record it."


class NoVoice(Problem):
    code, status = "prompt.no_voice", 422
    fields = ("voice",)
    zh = "没有这个语言的合成音。"
    en = "There is no voice for this language."


class PromptAudioMissing(Problem):
    code, status = "prompt.audio_missing", 404
    zh = "这条语音还没有声音。"
    en = "The prompt has no sound yet."
