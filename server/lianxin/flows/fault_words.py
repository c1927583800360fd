"""What is wrong with a file or a scenario, in Chinese: the rules say it in English.

Words of the format itself (``case_open``) stay as they are written in the file.
"""

from __future__ import annotations

import re
from typing import Any

#: Sentences of ``rules.flow.simulator``, of ``flows.file_format`` and of Python's JSON reader.
_SENTENCES: tuple[tuple[str, str], ...] = (
    (r"must be one of (.+)", "应为以下之一：{0}"),
    (r"must be 1 to (\d+) of 0-9 \* #", "应为 1 至 {0} 个按键（0-9 * #）"),
    (r"must be a list of transcript lines", "应为记录行的列表"),
    (r"must be a list", "应为列表"),
    (r"must be an object", "应为对象"),
    (r"are (\d+); at most (\d+) are played", "共 {0} 步，最多播放 {1} 步"),
    (r"must be a text of at most (\d+) characters", "应为不超过 {0} 个字的文字"),
    (r"must be a text, a number, true, false or null", "应为文字、数字、true、false 或 null"),
    (r"must be ([\d.]+) to ([\d.]+) seconds", "应为 {0} 至 {1} 秒"),
    (r"must be a moment with a zone: (.+)", "应为带时区的时间，如 {0}"),
    (r"must be of the years (\d+) to (\d+)", "应在 {0} 年至 {1} 年之间"),
    (
        r"must be how many agents are on duty, or a list of their numbers",
        "应为在岗坐席的人数，或他们的工号列表",
    ),
    (r"is no calendar: .+", "不是有效的日历"),
    (r"must be texts by language", "应为各语言的文字"),
    (r"Expecting value", "此处缺少内容"),
    (r"Expecting property name enclosed in double quotes", "此处应为双引号中的名称"),
    (r"Expecting '(.)' delimiter", "此处应为“{0}”"),
    (r"Extra data", "内容结束后还有多余的文字"),
    (r"Unterminated string starting at", "文字缺少结尾的引号"),
    (r"Invalid control character at", "文字中有控制字符"),
    (r"Invalid \\(?:escape.*|uXXXX escape)", "转义写法不对"),
    (r"Illegal trailing comma before end of .+", "结尾多了一个逗号"),
)


def fault_in_chinese(text: str) -> str:
    """The Chinese of what is wrong; ``text`` itself where it has none."""
    for pattern, chinese in _SENTENCES:
        found = re.fullmatch(pattern, text)
        if found is not None:
            return chinese.format(*found.groups())
    return text


def place_in_chinese(place: str) -> str:
    """Where in a scenario it is: ``steps.3.seconds`` is in the fourth step."""
    head, _, rest = place.partition(".")
    number = rest.partition(".")[0]
    if head == "steps" and number.isdigit():
        return f"第 {int(number) + 1} 步"
    return {"steps": "步骤", "step": "步骤", "setup": "设置", "expected": "预期结果"}.get(
        head, place
    )


def said_in_chinese(details: dict[str, Any]) -> dict[str, Any]:
    """``details`` of a scenario's fault, as its Chinese sentence tells them."""
    place, text = str(details.get("place", "")), str(details.get("text", ""))
    return {**details, "place": place_in_chinese(place), "text": fault_in_chinese(text)}
