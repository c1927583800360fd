"""Business errors of dispositions."""

from __future__ import annotations

from lianxin.centres.errors import Problem


class CodeTaken(Problem):
    code, status = "disposition.code_taken", 409
    fields = ("code",)
    zh = "结束方式代码 {disposition} 已被使用。"
    en = "The disposition code {disposition} is in use already."


class DispositionConflict(Problem):
    """``details``: ``version`` and ``by``, ``at`` of the newer one."""

    code, status = "disposition.version_conflict", 409
    zh = "结束方式已被 {by} 修改，请核对后再保存。"
    en = "The disposition was changed by {by}. Compare both before you save."


class ListFull(Problem):
    """``details.most``: how many a centre may have, with the archived ones."""

    code, status = "disposition.full", 409
    zh = "一个中心最多有 {most} 个结束方式。"
    en = "A centre has {most} dispositions at most."
