"""Counting: exactly what was voted, by question and choice, and how many took part."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from django.db.models import Count
from django.db.models.functions import TruncDate

from lianxin.polls.models import Poll, Vote, VoteChoice


@dataclass(frozen=True)
class Tally:
    """One choice. ``voters``: who answered its question at all."""

    question: str
    choice: str
    text: str
    votes: int
    voters: int


def tallies(poll: Poll) -> list[Tally]:
    """Every choice of every question, those with no votes too. In the caller's scope."""
    rows = VoteChoice.objects.filter(vote__poll=poll)
    votes = {
        (question, choice): count
        for question, choice, count in rows.values_list("question", "choice").annotate(Count("id"))
    }
    voters = dict(rows.values_list("question").annotate(Count("vote", distinct=True)))
    return [
        Tally(
            question["code"],
            choice["key"],
            choice["text"],
            votes.get((question["code"], choice["key"]), 0),
            voters.get(question["code"], 0),
        )
        for question in poll.questions
        for choice in question["choices"]
    ]


def turnout(poll: Poll, zone: str) -> list[tuple[date, int]]:
    """How many voted, by day of the centre's calendar. In the caller's scope."""
    day = TruncDate("at", tzinfo=ZoneInfo(zone))
    rows = Vote.objects.filter(poll=poll).values_list(day).annotate(Count("id")).order_by()
    return sorted((each, count) for each, count in rows)
