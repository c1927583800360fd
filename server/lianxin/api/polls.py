"""Polls, and what citizens answered after their calls."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime
from typing import Annotated, Literal

from django.http import HttpResponse
from ninja import Query, Router, Status
from pydantic import AwareDatetime, Field, StringConstraints, model_validator

from lianxin.api.base import Asked, ErrorAnswer, Given, Page, Taken, page
from lianxin.api.forms import Listing, Period
from lianxin.api.shapes import Agent
from lianxin.api.shaping import agent
from lianxin.polls import actions, queries, surveys
from lianxin.polls.models import Poll, SurveyAnswer, Withheld

router = Router(tags=["polls"])

_REFUSALS = {
    401: ErrorAnswer,
    403: ErrorAnswer,
    404: ErrorAnswer,
    409: ErrorAnswer,
    422: ErrorAnswer,
}

Code = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]{0,31}$")]
Words = Annotated[str, StringConstraints(min_length=1, max_length=200)]


class PollChoice(Taken):
    """``key``: what the flow's node counts, by rule the key itself."""

    key: Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,7}$")]
    text: Words


class PollQuestion(Taken):
    """A choice of keys, or with ``multiple`` several, ended by #."""

    code: Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,31}$")]
    text: Words
    multiple: bool = False
    choices: Annotated[list[PollChoice], Field(min_length=2, max_length=9)]

    @model_validator(mode="after")
    def _keys_once(self) -> PollQuestion:
        keys = [choice.key for choice in self.choices]
        if len(set(keys)) != len(keys):
            raise ValueError("each key once")
        return self


class PollSheet(Taken):
    code: Code
    title: Annotated[str, StringConstraints(min_length=1, max_length=120)]
    opens_at: AwareDatetime
    closes_at: AwareDatetime
    withheld: Withheld = "refused"
    questions: Annotated[list[PollQuestion], Field(min_length=1, max_length=20)]

    @model_validator(mode="after")
    def _codes_once(self) -> PollSheet:
        codes = [question.code for question in self.questions]
        if len(set(codes)) != len(codes):
            raise ValueError("each question's code once")
        return self


class PollChange(PollSheet):
    """``version`` is that of the poll that was read."""

    version: Annotated[int, Field(ge=1)]


class PollChoiceShown(Given):
    key: str
    text: str


class PollQuestionShown(Given):
    code: str
    text: str
    multiple: bool
    choices: list[PollChoiceShown]


class PollShown(Given):
    """``turnout``: how many numbers have voted. What they voted is told after the end."""

    code: str
    title: str
    opens_at: datetime
    closes_at: datetime
    withheld: Withheld
    questions: list[PollQuestionShown]
    turnout: int
    version: int
    updated_at: datetime
    updated_by: Agent | None


class TurnoutDay(Given):
    day: date
    votes: int


class PollDetail(Given):
    poll: PollShown
    days: list[TurnoutDay]


class TallyShown(Given):
    question: str
    choice: str
    text: str
    votes: int
    voters: int


class PollResults(Given):
    poll: PollShown
    tallies: list[TallyShown]


class SurveyFilter(Period):
    agent: Annotated[str, StringConstraints(max_length=12)] | None = None


class SurveyPeriod(Taken):
    since: Annotated[AwareDatetime, Field(alias="from")]
    until: Annotated[AwareDatetime, Field(alias="to")]


class SurveyItem(Given):
    id: int
    at: datetime
    call: str
    agent: Agent | None
    question: str
    score: int


class SurveyMean(Given):
    day: date
    agent: str
    name: str
    question: str
    answers: int
    mean: float


@router.get("/polls", response={200: Page[PollShown], **_REFUSALS}, operation_id="list_polls")
def list_polls(request: Asked, wanted: Query[Listing]) -> Page[PollShown]:
    """Polls, the one that begins last first."""
    part = queries.polls(request.auth, **wanted.dict())
    return page(part, [_shown(row) for row in part.items])


@router.post("/polls", response={201: PollShown, **_REFUSALS}, operation_id="make_poll")
def make_poll(request: Asked, new: PollSheet) -> Status[PollShown]:
    """Make a poll."""
    return Status(201, _shown(actions.make(request.auth, _sheet(new))))


@router.get("/polls/{code}", response={200: PollDetail, **_REFUSALS}, operation_id="read_poll")
def read_poll(request: Asked, code: str) -> PollDetail:
    """One poll, and how many voted on which day."""
    days = [TurnoutDay(day=day, votes=votes) for day, votes in queries.days(request.auth, code)]
    return PollDetail(poll=_shown(queries.poll(request.auth, code)), days=days)


@router.put("/polls/{code}", response={200: PollShown, **_REFUSALS}, operation_id="change_poll")
def change_poll(request: Asked, code: str, change: PollChange) -> PollShown:
    """Change a poll; what was voted on stays as it was voted on."""
    return _shown(actions.change(request.auth, code, change.version, _sheet(change)))


@router.delete("/polls/{code}", response={204: None, **_REFUSALS}, operation_id="remove_poll")
def remove_poll(request: Asked, code: str) -> Status[None]:
    """Remove a poll that nobody has voted in."""
    actions.remove(request.auth, code)
    return Status(204, None)


@router.get(
    "/polls/{code}/results", response={200: PollResults, **_REFUSALS}, operation_id="poll_results"
)
def poll_results(request: Asked, code: str) -> PollResults:
    """What was voted. 409 ``poll.results_later`` before the end. Noted."""
    poll, found = queries.results(request.auth, code)
    return PollResults(poll=_shown(poll), tallies=[TallyShown(**vars(each)) for each in found])


@router.get("/polls/{code}/results.csv", operation_id="poll_results_csv", include_in_schema=False)
def poll_results_csv(request: Asked, code: str) -> HttpResponse:
    """The same as a file for spreadsheets."""
    poll, found = queries.results(request.auth, code)
    texts = {question["code"]: question["text"] for question in poll.questions}
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["题目", "选项", "内容", "票数", "答题人数"])
    for each in found:
        writer.writerow(
            [_cell(texts[each.question]), each.choice, _cell(each.text), each.votes, each.voters]
        )
    answer = HttpResponse("\ufeff" + out.getvalue(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{poll.code}.csv"'
    return answer


@router.get("/surveys", response={200: Page[SurveyItem], **_REFUSALS}, operation_id="list_surveys")
def list_surveys(request: Asked, wanted: Query[SurveyFilter]) -> Page[SurveyItem]:
    """Answers after calls, newest first. For supervisors."""
    part = surveys.answers(request.auth, **wanted.dict())
    return page(part, [_answer(row) for row in part.items])


@router.get(
    "/surveys/means", response={200: list[SurveyMean], **_REFUSALS}, operation_id="survey_means"
)
def survey_means(request: Asked, wanted: Query[SurveyPeriod]) -> list[SurveyMean]:
    """Means by day, agent and question. For supervisors."""
    means = surveys.means(request.auth, since=wanted.since, until=wanted.until)
    return [SurveyMean(**vars(each)) for each in means]


def _cell(text: str) -> str:
    """A text that a spreadsheet would take for a formula is kept one."""
    return f"'{text}" if text[:1] in "=+-@\t\r" else text


def _sheet(new: PollSheet) -> actions.Sheet:
    fields = new.dict(exclude={"version", "questions"})
    return actions.Sheet(**fields, questions=tuple(each.dict() for each in new.questions))


def _shown(row: Poll) -> PollShown:
    withheld: Literal["refused", "counted"] = "counted" if row.withheld == "counted" else "refused"
    return PollShown(
        code=row.code,
        title=row.title,
        opens_at=row.opens_at,
        closes_at=row.closes_at,
        withheld=withheld,
        questions=[PollQuestionShown(**each) for each in row.questions],
        turnout=getattr(row, "turnout", 0),
        version=row.version,
        updated_at=row.updated_at,
        updated_by=agent(row.updated_by),
    )


def _answer(row: SurveyAnswer) -> SurveyItem:
    return SurveyItem(
        id=row.pk,
        at=row.at,
        call=str(row.call),
        agent=agent(row.agent),
        question=row.question,
        score=row.score,
    )
