"""The templates that every centre has until it writes its own under the same code."""

from __future__ import annotations

SHIPPED: dict[str, dict[str, str]] = {
    "case_opened": {
        "zh": "【{centre}】您的诉求已受理，工单编号 {number}。请凭查询码拨打热线或登录网站查询。",
        "en": "[{centre}] Your case {number} is accepted. Ask about it with your query code.",
    },
    "knowledge": {
        "zh": "【{centre}】{title}：{body}",
        "en": "[{centre}] {title}: {body}",
    },
    "message": {"zh": "【{centre}】{text}", "en": "[{centre}] {text}"},
}

NAMES: dict[str, str] = {
    "case_opened": "工单受理告知",
    "knowledge": "知识条目",
    "message": "自由文本",
}

#: What each of them is given to say, by the names that stand in braces.
GIVEN: dict[str, tuple[str, ...]] = {
    "case_opened": ("number",),
    "knowledge": ("title", "body"),
    "message": ("text",),
}
