"""Business errors of calls and recordings."""

from __future__ import annotations

from lianxin.centres.errors import Problem


class RecordingNotReady(Problem):
    code, status = "recording.not_ready", 409
    zh = "录音尚未保存完毕，请稍后再听。"
    en = "The recording is still being saved. Try again shortly."


class RecordingLost(Problem):
    code, status = "recording.lost", 410
    zh = "这段录音没有能够保存下来。"
    en = "This recording could not be kept."


class RecordingMissing(Problem):
    code, status = "recording.file_missing", 500
    zh = "录音文件不在存储中，已通知管理员。"
    en = "The recording's file is not in the store. The administrator has been told."


class UnknownDisposition(Problem):
    code, status = "call.unknown_disposition", 422
    fields = ("disposition",)
    zh = "没有可用的结束方式 {disposition}。"
    en = "There is no disposition {disposition} that can be given."


class BadRange(Problem):
    code, status = "recording.bad_range", 416
    zh = "请求的录音区间不存在。"
    en = "The recording has no such range."
