"""Polls: what citizens vote on by telephone."""

from __future__ import annotations

import csv
import io

from django.http import HttpResponse
from ninja import Query, Router, Status

from lianxin.api.base import REFUSALS, Listing, Page, SignedInRequest, page
from lianxin.api.polls import mappers, schemas
from lianxin.polls import actions, queries

router = Router(tags=["polls"])


@router.get("/polls", response={200: Page[schemas.PollRead], **REFUSALS}, operation_id="list_polls")
def list_polls(request: SignedInRequest, wanted: Query[Listing]) -> Page[schemas.PollRead]:
    """Polls, the one that begins last first."""
    part = queries.polls(request.auth, **wanted.dict())
    return page(part, [mappers.poll(row) for row in part.items])


@router.post("/polls", response={201: schemas.PollRead, **REFUSALS}, operation_id="make_poll")
def make_poll(request: SignedInRequest, new: schemas.PollCreate) -> Status[schemas.PollRead]:
    """Make a poll."""
    return Status(201, mappers.poll(actions.make(request.auth, mappers.poll_draft(new))))


@router.get(
    "/polls/{code}", response={200: schemas.PollTurnout, **REFUSALS}, operation_id="read_poll"
)
def read_poll(request: SignedInRequest, code: str) -> schemas.PollTurnout:
    """One poll, and how many voted on which day."""
    days = [
        schemas.TurnoutDay(day=day, votes=votes) for day, votes in queries.days(request.auth, code)
    ]
    return schemas.PollTurnout(poll=mappers.poll(queries.poll(request.auth, code)), days=days)


@router.put(
    "/polls/{code}", response={200: schemas.PollRead, **REFUSALS}, operation_id="change_poll"
)
def change_poll(
    request: SignedInRequest, code: str, change: schemas.PollUpdate
) -> schemas.PollRead:
    """Change a poll; what was voted on stays as it was voted on."""
    return mappers.poll(
        actions.change(request.auth, code, change.version, mappers.poll_draft(change))
    )


@router.delete("/polls/{code}", response={204: None, **REFUSALS}, operation_id="remove_poll")
def remove_poll(request: SignedInRequest, code: str) -> Status[None]:
    """Remove a poll that nobody has voted in."""
    actions.remove(request.auth, code)
    return Status(204, None)


@router.get(
    "/polls/{code}/results",
    response={200: schemas.PollResults, **REFUSALS},
    operation_id="poll_results",
)
def poll_results(request: SignedInRequest, code: str) -> schemas.PollResults:
    """What was voted. 409 ``poll.results_later`` before the end. Noted."""
    poll, found = queries.results(request.auth, code)
    return schemas.PollResults(
        poll=mappers.poll(poll), tallies=[schemas.TallyRead(**vars(each)) for each in found]
    )


@router.get("/polls/{code}/results.csv", operation_id="poll_results_csv", include_in_schema=False)
def poll_results_csv(request: SignedInRequest, code: str) -> HttpResponse:
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


def _cell(text: str) -> str:
    """A text that a spreadsheet would take for a formula is kept one."""
    return f"'{text}" if text[:1] in "=+-@\t\r" else text
