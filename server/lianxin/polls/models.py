"""Polls and the survey after a call: what citizens answered with their keys."""

from __future__ import annotations

from typing import ClassVar, Literal

from django.db import models

from lianxin.centres.choices import ChoiceField, held_to
from lianxin.centres.models import Centre, Person

#: What is done with a caller who withholds the number: nobody can tell whether they voted.
Withheld = Literal["refused", "counted"]


class Poll(models.Model):
    """民意调查. Voted on from ``opens_at`` until before ``closes_at``.

    ``questions``: ``[{"code", "text", "multiple", "choices": [{"key", "text"}]}]``.
    """

    centre = models.ForeignKey(Centre, models.PROTECT)
    code = models.CharField(max_length=32)
    title = models.CharField(max_length=120)
    opens_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    withheld: ChoiceField[Withheld] = models.CharField(max_length=16, default="refused")
    questions = models.JSONField(default=list)
    version = models.PositiveIntegerField(default=1)
    updated_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["centre", "code"], name="poll_code"),
            models.CheckConstraint(
                condition=models.Q(closes_at__gt=models.F("opens_at")), name="poll_times"
            ),
            *held_to("poll", withheld=Withheld),
        ]
        indexes: ClassVar = [
            models.Index(fields=["centre", "-opens_at", "-id"], name="poll_newest")
        ]

    def __str__(self) -> str:
        return self.code


class Vote(models.Model):
    """That a number has voted. ``voter`` is a keyed hash that differs from poll to poll.

    ``call`` is the call in which it was: the rest of its answers may follow.
    """

    centre = models.ForeignKey(Centre, models.PROTECT)
    poll = models.ForeignKey(Poll, models.PROTECT, related_name="votes")
    voter = models.CharField(max_length=64)
    call = models.UUIDField()
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["poll", "voter"], name="vote_once")
        ]
        indexes: ClassVar = [models.Index(fields=["centre", "poll", "at"], name="vote_turnout")]

    def __str__(self) -> str:
        return f"{self.poll_id} {self.at}"


class VoteChoice(models.Model):
    """One choice of a vote: a question with several choices has several rows."""

    centre = models.ForeignKey(Centre, models.PROTECT)
    vote = models.ForeignKey(Vote, models.CASCADE, related_name="choices")
    question = models.CharField(max_length=32)
    choice = models.CharField(max_length=8)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["vote", "question", "choice"], name="vote_choice_once")
        ]

    def __str__(self) -> str:
        return f"{self.question} {self.choice}"


class SurveyAnswer(models.Model):
    """满意度: what a caller answered after the call. ``agent``: who had talked with them."""

    centre = models.ForeignKey(Centre, models.PROTECT)
    call = models.UUIDField()
    question = models.CharField(max_length=32)
    score = models.PositiveSmallIntegerField()
    agent = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["centre", "call", "question"], name="survey_once")
        ]
        indexes: ClassVar = [models.Index(fields=["centre", "-at", "-id"], name="survey_newest")]

    def __str__(self) -> str:
        return f"{self.question} {self.score}"
