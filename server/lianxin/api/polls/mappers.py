"""Between polls and their shapes in the API."""

from __future__ import annotations

from lianxin.api.polls import schemas
from lianxin.api.shared.mappers import agent
from lianxin.polls import actions
from lianxin.polls.models import Poll


def poll_draft(new: schemas.PollCreate) -> actions.PollDraft:
    fields = new.dict(exclude={"version", "questions"})
    return actions.PollDraft(**fields, questions=tuple(each.dict() for each in new.questions))


def poll(row: Poll) -> schemas.PollRead:
    return schemas.PollRead(
        code=row.code,
        title=row.title,
        opens_at=row.opens_at,
        closes_at=row.closes_at,
        withheld=row.withheld,
        questions=[schemas.PollQuestionRead(**each) for each in row.questions],
        turnout=getattr(row, "turnout", 0),
        version=row.version,
        updated_at=row.updated_at,
        updated_by=agent(row.updated_by),
    )
