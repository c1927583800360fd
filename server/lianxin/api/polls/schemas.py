"""What the API takes and gives of polls."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

from pydantic import Field, StringConstraints, model_validator

from lianxin.api.base import ReadSchema, WriteSchema
from lianxin.api.fields import Code, Instant, Version, YesNo
from lianxin.api.shared.schemas import Agent
from lianxin.polls.models import Withheld

QuestionText = Annotated[str, StringConstraints(min_length=1, max_length=200)]


class PollChoice(WriteSchema):
    """``key``: what the flow's node counts, by rule the key itself."""

    key: Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,7}$")]
    text: QuestionText


class PollQuestion(WriteSchema):
    """A choice of keys, or with ``multiple`` several, ended by #."""

    code: Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,31}$")]
    text: QuestionText
    multiple: YesNo = False
    choices: Annotated[list[PollChoice], Field(min_length=2, max_length=9)]

    @model_validator(mode="after")
    def _keys_once(self) -> PollQuestion:
        keys = [choice.key for choice in self.choices]
        if len(set(keys)) != len(keys):
            raise ValueError("each key once")
        return self


class PollCreate(WriteSchema):
    code: Code
    title: Annotated[str, StringConstraints(min_length=1, max_length=120)]
    opens_at: Instant
    closes_at: Instant
    withheld: Withheld = "refused"
    questions: Annotated[list[PollQuestion], Field(min_length=1, max_length=20)]

    @model_validator(mode="after")
    def _codes_once(self) -> PollCreate:
        codes = [question.code for question in self.questions]
        if len(set(codes)) != len(codes):
            raise ValueError("each question's code once")
        return self


class PollUpdate(PollCreate):
    """``version`` is that of the poll that was read."""

    version: Version


class PollChoiceRead(ReadSchema):
    key: str
    text: str


class PollQuestionRead(ReadSchema):
    code: str
    text: str
    multiple: bool
    choices: list[PollChoiceRead]


class PollRead(ReadSchema):
    """``turnout``: how many numbers have voted. What they voted is told after the end."""

    code: str
    title: str
    opens_at: datetime
    closes_at: datetime
    withheld: Withheld
    questions: list[PollQuestionRead]
    turnout: int
    version: int
    updated_at: datetime
    updated_by: Agent | None


class TurnoutDay(ReadSchema):
    day: date
    votes: int


class PollTurnout(ReadSchema):
    poll: PollRead
    days: list[TurnoutDay]


class TallyRead(ReadSchema):
    question: str
    choice: str
    text: str
    votes: int
    voters: int


class PollResults(ReadSchema):
    poll: PollRead
    tallies: list[TallyRead]
