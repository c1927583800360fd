"""What callers of the made-up city can ask and answer: its knowledge and a poll."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.utils import timezone

from lianxin.centres.access import Actor
from lianxin.knowledge.importing import import_tree
from lianxin.knowledge.models import KnowledgeEntry
from lianxin.polls import actions as polls
from lianxin.polls.models import Poll

POLL = "green"
#: The poll that the shipped flows ask for.
OPINION = "opinion"
_KNOWLEDGE = Path(__file__).with_name("knowledge.json")


def load(who: Actor) -> None:
    """Make what is missing; leave what is there as it is. In the centre's scope."""
    if not KnowledgeEntry.objects.exists():
        import_tree(who, _KNOWLEDGE.read_text("utf-8"))
    for draft in (_poll(), _opinion()):
        if not Poll.objects.filter(code=draft.code).exists():
            polls.make(who, draft)


def _poll() -> polls.PollDraft:
    """One question of one choice and one of several, open for two months."""
    now = timezone.now().replace(minute=0, second=0, microsecond=0)
    return polls.PollDraft(
        code=POLL,
        title="街心公园改造意见",
        opens_at=now,
        closes_at=now + timedelta(days=60),
        withheld="refused",
        questions=(
            {
                "code": "agree",
                "text": "您是否赞成改造街心公园？",
                "multiple": False,
                "choices": [
                    {"key": "1", "text": "赞成"},
                    {"key": "2", "text": "反对"},
                    {"key": "3", "text": "无所谓"},
                ],
            },
            {
                "code": "wish",
                "text": "您希望公园里有什么？可选多项，按井号键结束。",
                "multiple": True,
                "choices": [
                    {"key": "1", "text": "健身器材"},
                    {"key": "2", "text": "儿童乐园"},
                    {"key": "3", "text": "更多座椅"},
                ],
            },
        ),
    )


def _opinion() -> polls.PollDraft:
    """What the shipped flows ask under 5: both questions as the callers hear them."""
    now = timezone.now().replace(minute=0, second=0, microsecond=0)
    service, wishes = ("满意", "一般", "不满意"), ("交通", "教育", "医疗", "环境", "住房")
    return polls.PollDraft(
        code=OPINION,
        title="政府热线服务意见",
        opens_at=now,
        closes_at=now + timedelta(days=60),
        withheld="refused",
        questions=(
            _question("service", "您对政府热线的服务是否满意？", service),
            _question("wishes", "您希望政府先办好哪些事？可选多项。", wishes, multiple=True),
        ),
    )


def _question(
    code: str, text: str, choices: Sequence[str], *, multiple: bool = False
) -> dict[str, Any]:
    keyed = [{"key": str(key), "text": choice} for key, choice in enumerate(choices, start=1)]
    return {"code": code, "text": text, "multiple": multiple, "choices": keyed}
