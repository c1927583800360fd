"""Cases."""

from __future__ import annotations

from uuid import UUID

from ninja import Query, Router, Status

from lianxin.api.base import Page, SignedInRequest, page, refusals
from lianxin.api.cases import mappers, schemas
from lianxin.api.shared.mappers import case
from lianxin.api.shared.schemas import CaseSummary
from lianxin.calls.queries import unreadable
from lianxin.cases import actions, events, lifecycle, queries, replies
from lianxin.cases.models import Case
from lianxin.centres.access import Actor
from lianxin.faxes import queries as faxes
from lianxin.notices.queries import of_case

router = Router(tags=["cases"])


_REFUSALS = refusals(400, 401, 403, 422)


def _detail(who: Actor, row: Case) -> schemas.CaseRead:
    recordings = queries.recordings(who, row)
    history = events.history(who, row)
    calls = {each.call_id for each in recordings} | ({row.call_id} if row.call_id else set())
    closed = unreadable(who, calls) | queries.calls_withheld_from(who, calls)
    sent = faxes.of_calls(who, calls - closed)
    notices = of_case(who, row.pk)
    return mappers.case_detail(
        who, row, recordings, replies.replies(who, row), history, sent, notices
    )


@router.get("/cases", response={200: Page[CaseSummary], **_REFUSALS}, operation_id="list_cases")
def list_cases(request: SignedInRequest, wanted: Query[schemas.CaseFilter]) -> Page[CaseSummary]:
    """Cases, newest first. ``total`` stops at 10001: there are more."""
    part = queries.cases(request.auth, **wanted.dict())
    return page(part, [case(row) for row in part.items])


@router.post(
    "/cases",
    response={201: schemas.CaseOpened, **_REFUSALS, **refusals(409)},
    operation_id="open_case",
)
def open_case(
    request: SignedInRequest,
    new: schemas.CaseCreate,
    idempotency_key: schemas.IdempotencyKey = "",
) -> Status[schemas.CaseOpened]:
    """Open a case. The same Idempotency-Key again answers with the same case, without its code."""
    case, code = actions.open_case(request.auth, actions.Draft(**new.dict()), idempotency_key)
    return Status(201, mappers.opened(_detail(request.auth, case), code))


@router.get(
    "/cases/{uuid:case_id}",
    response={200: schemas.CaseRead, **_REFUSALS, **refusals(404)},
    operation_id="read_case",
)
def read_case(request: SignedInRequest, case_id: UUID) -> schemas.CaseRead:
    """A case. Reading a confidential one is noted."""
    return _detail(request.auth, queries.case(request.auth, case_id))


@router.patch(
    "/cases/{uuid:case_id}",
    response={200: schemas.CaseRead, **_REFUSALS, **refusals(404, 409)},
    operation_id="change_case",
)
def change_case(
    request: SignedInRequest, case_id: UUID, change: schemas.CaseUpdate
) -> schemas.CaseRead:
    """Change the fields that are named; the state follows from events. 409
    ``case.version_conflict`` when somebody was faster: ``details`` then holds their ``version``,
    ``by``, ``at``, and ``fields`` with ``yours`` and ``theirs``."""
    values = change.dict(exclude_none=True)
    case = actions.change_case(request.auth, case_id, values.pop("version"), values)
    return _detail(request.auth, case)


@router.post(
    "/cases/{uuid:case_id}/events",
    response={200: schemas.CaseRead, **_REFUSALS, **refusals(404, 409)},
    operation_id="move_case",
)
def move_case(
    request: SignedInRequest,
    case_id: UUID,
    asked: schemas.CaseEventCreate,
    idempotency_key: schemas.IdempotencyKey = "",
) -> schemas.CaseRead:
    """Let an event happen to a case: one of its ``events_possible``. 409 ``case.illegal_state``
    when it cannot happen now, ``case.no_reply`` when it would tell of a reply and none is approved.
    The same Idempotency-Key again changes nothing more."""
    case = lifecycle.transition(
        request.auth,
        case_id,
        asked.version,
        asked.event,
        asked.reason,
        asked.data,
        request_id=idempotency_key,
    )
    return _detail(request.auth, case)


@router.put(
    "/cases/{uuid:case_id}/reply",
    response={200: schemas.CaseRead, **_REFUSALS, **refusals(404, 409)},
    operation_id="draft_reply",
)
def draft_reply(
    request: SignedInRequest, case_id: UUID, draft: schemas.ReplyDraft
) -> schemas.CaseRead:
    """Write the reply; the citizen is told it once it is approved."""
    text, language = draft.text, draft.language
    case = replies.draft_reply(request.auth, case_id, draft.version, text, language)
    return _detail(request.auth, case)


@router.post(
    "/cases/{uuid:case_id}/reply/approval",
    response={200: schemas.CaseRead, **_REFUSALS, **refusals(404, 409)},
    operation_id="approve_reply",
)
def approve_reply(
    request: SignedInRequest, case_id: UUID, approval: schemas.ReplyApproval
) -> schemas.CaseRead:
    """Tell the citizen the draft from now on: on the portal, and read aloud by telephone. For
    supervisors and administrators who may read the case."""
    return _detail(request.auth, replies.approve_reply(request.auth, case_id, approval.version))


@router.post(
    "/cases/{uuid:case_id}/code",
    response={200: schemas.CaseCode, **_REFUSALS, **refusals(404)},
    operation_id="issue_code",
)
def issue_code(request: SignedInRequest, case_id: UUID) -> schemas.CaseCode:
    """A new code for the citizen; the old one no longer works. Noted."""
    case, code = actions.issue_code(request.auth, case_id)
    return mappers.case_code(case, code)
