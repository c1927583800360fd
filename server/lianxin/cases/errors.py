"""Business errors of cases."""

from __future__ import annotations

from typing import ClassVar

from lianxin.centres.errors import Problem
from lianxin.rules.flow.lookups import CaseRefusal


class VersionConflict(Problem):
    """``details``: ``version`` and ``by``, ``at`` of the newer one; ``fields``: both values."""

    code, status = "case.version_conflict", 409
    zh = "工单已被 {by} 修改，请核对后再保存。您填写的内容没有丢失。"
    en = "The case was changed by {by}. Compare before you save; nothing you typed is lost."


class IllegalState(Problem):
    """``details``: ``state``, the event that is ``wanted``, and the ``possible`` ones from here."""

    code, status = "case.illegal_state", 409
    zh = "工单目前的状态不能这样变更。"
    en = "This cannot happen to the case in the state that it is in."


class ReasonMissing(Problem):
    """``details``: ``event``."""

    code, status = "case.reason_missing", 422
    fields = ("reason",)
    zh = "请填写理由。"
    en = "Say why."


class StateByEvents(Problem):
    code, status = "case.state_by_events", 422
    zh = "工单的状态不能直接修改，请使用派单、办结等操作。"
    en = "The state of a case is not written: it follows from events, such as dispatching."


class NoReplyDraft(Problem):
    code, status = "case.no_reply_draft", 409
    zh = "没有待批准的答复，请先起草。"
    en = "There is no reply to approve. Write one first."


class NoReply(Problem):
    """``details``: ``event``, which only an approved reply may bring about."""

    code, status = "case.no_reply", 409
    zh = "没有已批准的答复，不能标为已答复。请先起草答复并由班长批准。"
    en = "No reply is approved. Write one and have it approved: that is what answers the case."


class ReplyTooEarly(Problem):
    """``details``: ``state``."""

    code, status = "case.reply_too_early", 409
    zh = "承办单位尚未签收，工单还不能答复。"
    en = "The department has not received the case yet: it cannot be replied to."


class RequestReused(Problem):
    code, status = "case.request_reused", 409
    zh = "同一请求编号被用于不同的内容，请刷新页面后重试。"
    en = "The same request key was used for something else. Reload the page and try again."


class NumbersUsedUp(Problem):
    """``details``: ``day``, whose 99999 numbers are all given."""

    code, status = "case.numbers_used_up", 409
    zh = "今天的工单编号已全部用完，请明天再登记。您填写的内容没有丢失。"
    en = "All case numbers of today are used up. Open it tomorrow; nothing you typed is lost."


class SearchTooShort(Problem):
    code, status = "case.search_too_short", 400
    zh = "请至少输入两个字进行搜索。"
    en = "Type at least two characters to search."


class SecrecyKept(Problem):
    code, status = "case.secrecy_kept", 403
    fields = ("secrecy",)
    zh = "保密工单只能由有市长信箱权限的人员降低密级。"
    en = "Only who may read the mayor's mailbox can make a confidential case less secret."


class NobodyReads(Problem):
    code, status = "case.nobody_reads", 409
    fields = ("secrecy",)
    zh = "本中心目前没有在用的、有市长信箱权限的人员，设为保密后将无人能够办理。请先由管理员授权。"
    en = (
        "Nobody at your centre may read the mayor's mailbox now, so nobody could work on a"
        " confidential case. Have an administrator give somebody that right first."
    )


class UnknownCall(Problem):
    code, status = "case.unknown_call", 422
    zh = "没有找到这通电话。"
    en = "There is no such call."


class CallOfOthers(Problem):
    code, status = "case.call_of_others", 403
    zh = "这通电话由其他座席接听，只有接听的座席和班长可以在其中登记工单。"
    en = "Another agent took this call: a case is filed in it by them, or by a supervisor."


class StatusRefused(Problem):
    """Base of what a citizen may be told instead of a state. ``reason`` is for the telephone."""

    reason: ClassVar[CaseRefusal] = "unknown"


class UnknownNumber(StatusRefused):
    code, status = "case.unknown_number", 404
    reason: ClassVar[CaseRefusal] = "unknown"
    zh = "没有找到这个工单编号，请核对后重新输入。"
    en = "There is no case with this number. Check it and try again."


class WrongCode(StatusRefused):
    code, status = "case.wrong_code", 403
    reason: ClassVar[CaseRefusal] = "wrong_code"
    zh = "工单编号或查询码不正确，请核对后重新输入。连续三次错误将暂停查询 30 分钟。"
    en = (
        "The number or its code is not right. After three wrong codes the query is locked for"
        " 30 minutes."
    )


class CodeLocked(StatusRefused):
    code, status = "case.code_locked", 429
    reason: ClassVar[CaseRefusal] = "locked"
    zh = "查询码错误次数过多，查询已暂停，请 {minutes} 分钟后再试，或拨打 12345。"
    en = "Too many wrong codes. Try again in {minutes} minutes, or call 12345."
