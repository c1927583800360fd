"""What is sent, of which event of a case, and the words that every centre has until it writes its
own under the same code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

#: What happens to a case of which its citizen may be told.
CaseNoticeEvent = Literal[
    "opened",
    "dispatched",
    "replied",  # a reply was approved, also of a case that is over
    "closed",
    "rejected",
    "reopened",
]
#: "": of no case.
NoticeEvent = Literal["", CaseNoticeEvent]
#: What carries a notice.
NoticeWay = Literal["sms"]
#: ``skipped``: nothing was sent, and ``last_error`` says why.
NoticeState = Literal["waiting", "sent", "failed", "skipped"]
#: Why a citizen is told nothing.
Skipped = Literal[
    "no_number",
    "fixed_line",  # a telephone that takes no short messages
    "confidential",  # whoever holds the telephone must not learn that its owner has asked
]

EVENTS: tuple[CaseNoticeEvent, ...] = get_args(CaseNoticeEvent)
WAYS: tuple[NoticeWay, ...] = get_args(NoticeWay)

#: What a notice of any event of a case is given to say.
OF_CASES = ("number", "title", "date")


@dataclass(frozen=True)
class ShippedRule:
    """What is sent of an event until a centre says otherwise; ``given``: the names that stand in
    braces."""

    on: bool
    template: str
    given: tuple[str, ...]


RULES: Mapping[CaseNoticeEvent, ShippedRule] = {
    "opened": ShippedRule(True, "case_opened", OF_CASES),
    # Cities differ: some tell of each step, most of the ends only.
    "dispatched": ShippedRule(False, "case_dispatched", OF_CASES),
    "replied": ShippedRule(True, "case_replied", (*OF_CASES, "reply")),
    "closed": ShippedRule(True, "case_closed", (*OF_CASES, "reply")),
    "rejected": ShippedRule(True, "case_rejected", (*OF_CASES, "reason")),
    "reopened": ShippedRule(False, "case_reopened", (*OF_CASES, "reason")),
}

#: None of those of a case says what it is about: a telephone lies on a table. What was replied is
#: for who knows the query code; a centre that wants it in the message writes ``{reply}``.
SHIPPED: dict[str, dict[str, str]] = {
    "case_opened": {
        "zh": "【{centre}】您的诉求已受理，工单编号 {number}。请凭查询码拨打热线或登录网站查询。",
        "en": "[{centre}] Your case {number} is accepted. Ask about it with your query code.",
    },
    "case_dispatched": {
        "zh": "【{centre}】您的诉求 {number} 已转交承办单位办理。",
        "en": "[{centre}] Your case {number} was passed on to the department that deals with it.",
    },
    "case_replied": {
        "zh": "【{centre}】您的诉求 {number} 已有答复，请凭查询码拨打热线或登录网站查看。",
        "en": "[{centre}] Your case {number} has its reply. Read it with your query code.",
    },
    "case_closed": {
        "zh": "【{centre}】您的诉求 {number} 已于 {date} 办结，可凭查询码拨打热线或登录网站查看。",
        "en": "[{centre}] Your case {number} was closed on {date}. "
        "Read the result with your query code.",
    },
    "case_rejected": {
        "zh": "【{centre}】您的诉求 {number} 未予受理，原因：{reason}",
        "en": "[{centre}] Your case {number} was not accepted: {reason}",
    },
    "case_reopened": {
        "zh": "【{centre}】您的诉求 {number} 已重新办理，请留意后续通知。",
        "en": "[{centre}] Your case {number} is being worked on again.",
    },
    "knowledge": {
        "zh": "【{centre}】{title}：{body}",
        "en": "[{centre}] {title}: {body}",
    },
    "message": {"zh": "【{centre}】{text}", "en": "[{centre}] {text}"},
}

NAMES: dict[str, str] = {
    "case_opened": "工单受理告知",
    "case_dispatched": "工单转办告知",
    "case_replied": "工单答复告知",
    "case_closed": "工单办结告知",
    "case_rejected": "不予受理告知",
    "case_reopened": "工单重办告知",
    "knowledge": "知识条目",
    "message": "自由文本",
}

#: What each of them is given to say, by the names that stand in braces.
GIVEN: dict[str, tuple[str, ...]] = {
    **{rule.template: rule.given for rule in RULES.values()},
    "knowledge": ("title", "body"),
    "message": ("text",),
}
