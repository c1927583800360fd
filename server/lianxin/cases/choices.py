"""The words that describe a case. Its states are in ``lianxin.rules.lifecycle``."""

from __future__ import annotations

from typing import Literal

CaseType = Literal[
    "consultation",  # 咨询
    "help",  # 求助
    "complaint",  # 投诉
    "report",  # 举报
    "suggestion",  # 建议
    "praise",  # 表扬
]
CaseSource = Literal["phone", "voicemail", "mailbox", "web"]
Urgency = Literal[
    "normal",  # 一般
    "urgent",  # 紧急
    "critical",  # 特急
]
#: Why something was allowed to happen to a case.
Ground = Literal[
    "role:agent",
    "role:supervisor",
    "role:administrator",
    "right:mailbox",
    "system",  # a caller, by speaking to the machine or by typing
    "migration",  # written afterwards, from what the case's row still said
]
