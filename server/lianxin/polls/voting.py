"""Votes as the ledger tells them, and what a caller may do with a poll now.

A fact may come late (PostgreSQL was away) and, after a restart, twice: what counts is when
it was said, and each number counts once for each poll.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from django.utils import timezone
from django.utils.crypto import salted_hmac

from lianxin.centres.isolation import scope
from lianxin.polls.models import Poll, Vote, VoteChoice
from lianxin.polls.tallies import Tally, tallies

PollState = Literal["open", "voted", "closed", "unknown"]

MOST_CHOICES = 10


@dataclass(frozen=True)
class PollStatus:
    """``results``: only of a poll that is over. ``opens``: whether it has yet to begin."""

    state: PollState
    title: str = ""
    results: tuple[Tally, ...] = ()
    opens: bool = False


def voter_of(poll: int, number: str, call: UUID) -> str:
    """Who votes: a keyed hash, so that no list of numbers can be made of a poll.

    It differs from poll to poll. A number that is withheld is as good as the call.
    """
    who = number or f"call {call}"
    return salted_hmac("lianxin.poll.voter", f"{poll}:{who}", algorithm="sha256").hexdigest()


def poll_status(centre: int, code: str, number: str, call: UUID) -> PollStatus:
    """What the caller ``number`` ("" when withheld) of ``call`` can do with a poll now."""
    now = timezone.now()
    with scope(centre):
        poll = Poll.objects.filter(code=code).first()
        if poll is None:
            return PollStatus("unknown")
        if now >= poll.closes_at:
            return PollStatus("closed", poll.title, tuple(tallies(poll)))
        if now < poll.opens_at:
            return PollStatus("closed", poll.title, opens=True)
        if not number and poll.withheld == "refused":
            return PollStatus("closed", poll.title)
        voter = voter_of(poll.pk, number, call)
        # An earlier call has voted; this one may still be in the middle of it.
        voted = Vote.objects.filter(poll=poll, voter=voter).exclude(call=call).exists()
        return PollStatus("voted" if voted else "open", poll.title)


def count_vote(call: UUID, number: str, data: Mapping[str, Any], at: datetime) -> bool:
    """Write a vote down, in the scope of its centre. Whether anything was counted.

    ``data``: ``poll``, and either ``answers`` by question or one ``question`` with its
    ``choices``; choices are keys: ``"1,3"``. What the poll does not ask is passed over.
    """
    poll = Poll.objects.filter(code=str(data.get("poll") or "")).first()
    if poll is None or not poll.opens_at <= at < poll.closes_at:
        return False
    if not number and poll.withheld == "refused":
        return False
    answers = _valid(poll, _answers(data))
    if not answers:
        return False
    voter = voter_of(poll.pk, number, call)
    row = Vote(centre_id=poll.centre_id, poll=poll, voter=voter, call=call, at=at)
    Vote.objects.bulk_create([row], ignore_conflicts=True)
    vote = Vote.objects.select_for_update().get(poll=poll, voter=voter)
    if vote.call != call:
        return False  # the same number has voted in another call
    asked = set(VoteChoice.objects.filter(vote=vote).values_list("question", flat=True))
    fresh = [
        VoteChoice(centre_id=poll.centre_id, vote=vote, question=question, choice=choice)
        for question, choices in answers.items()
        if question not in asked
        for choice in choices
    ]
    VoteChoice.objects.bulk_create(fresh)
    return bool(fresh)


def _answers(data: Mapping[str, Any]) -> dict[str, list[str]]:
    """{question: keys}, however the flow said it."""
    if "question" in data:
        answers = {str(data["question"]): data.get("choices", data.get("choice"))}
    else:
        answers = {
            key.removeprefix("answers."): value
            for key, value in data.items()
            if key.startswith("answers.")
        }
    return {question: _keys(value) for question, value in answers.items()}


def _keys(value: Any) -> list[str]:
    parts = str("" if value is None else value).replace(" ", "").split(",")
    return list(dict.fromkeys(part for part in parts if part))[:MOST_CHOICES]


def _valid(poll: Poll, answers: dict[str, list[str]]) -> dict[str, list[str]]:
    """Only questions and choices of this poll, and of a single choice only the first."""
    valid = {}
    for question in poll.questions:
        keys = {choice["key"] for choice in question["choices"]}
        chosen = [key for key in answers.get(question["code"], []) if key in keys]
        if chosen:
            valid[question["code"]] = chosen if question.get("multiple") else chosen[:1]
    return valid
