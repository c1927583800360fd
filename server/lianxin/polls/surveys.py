"""满意度: answers after a call, from the ledger; means by agent and by day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Avg, Count
from django.db.models.functions import TruncDate

from lianxin.centres.access import SUPERVISOR, Actor, need_function
from lianxin.centres.models import Person
from lianxin.centres.paging import Slice, cut, narrowed
from lianxin.polls.errors import SurveyTooLong
from lianxin.polls.models import SurveyAnswer

MOST_SCORE = 9
#: Rows of a summary: agents times days.
MOST_ROWS = 2000


@dataclass(frozen=True)
class Mean:
    """``agent``: 工号 and name, "" for answers to calls that no agent took."""

    day: date
    agent: str
    name: str
    question: str
    answers: int
    mean: float


def keep_answer(
    centre: int, call: UUID, data: Mapping[str, Any], agent: str | None, at: datetime
) -> bool:
    """Write an answer down, in the scope of its centre. The first to a question counts.

    ``data``: ``question`` and ``answer``, a digit. ``agent``: 工号, or None.
    """
    score = _score(data)
    if score is None:
        return False
    person = Person.objects.filter(number=agent).first() if agent else None
    row = SurveyAnswer(
        centre_id=centre,
        call=call,
        question=str(data.get("question") or "satisfaction")[:32],
        score=score,
        agent=person,
        at=at,
    )
    known = SurveyAnswer.objects.filter(call=call, question=row.question).exists()
    if not known:
        SurveyAnswer.objects.bulk_create([row], ignore_conflicts=True)
    return not known


def answers(
    who: Actor,
    *,
    agent: str | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
    cursor: str | None = None,
    limit: int = 50,
) -> Slice[SurveyAnswer]:
    """Answers, newest first. For supervisors."""
    _check(who)
    with who.scope():
        rows = SurveyAnswer.objects.select_related("agent")
        wanted = narrowed(rows, agent__number=agent, at__gte=since, at__lt=until)
        return cut(wanted, "at", cursor, limit)


def means(who: Actor, *, since: datetime, until: datetime) -> list[Mean]:
    """The mean of each question by day and agent, the latest day first. For supervisors.

    Raises ``SurveyTooLong`` for a period of more than ``MOST_ROWS`` means: a part of them would
    be taken for the whole.
    """
    _check(who)
    day = TruncDate("at", tzinfo=ZoneInfo(who.zone))
    with who.scope():
        rows = (
            SurveyAnswer.objects.filter(at__gte=since, at__lt=until)
            .annotate(day=day)
            .values_list("day", "agent__number", "agent__name", "question")
            .annotate(Count("id"), Avg("score"))
            .order_by("-day", "agent__number", "question")[: MOST_ROWS + 1]
        )
        if len(rows) > MOST_ROWS:
            raise SurveyTooLong(most=MOST_ROWS)
        return [
            Mean(day_, number or "", name or "", question, count, float(mean))
            for day_, number, name, question, count, mean in rows
        ]


def _check(who: Actor) -> None:
    need_function(who, "surveys")
    who.need(SUPERVISOR)


def _score(data: Mapping[str, Any]) -> int | None:
    try:
        score = int(data.get("answer", ""))
    except (TypeError, ValueError):
        return None
    return score if 0 <= score <= MOST_SCORE else None
