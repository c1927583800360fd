"""The events of a case: written here only, and the case's state is folded from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from django.utils import timezone

from lianxin.cases.access import check_reads
from lianxin.cases.choices import Ground
from lianxin.cases.errors import IllegalState, ReasonMissing, RequestReused
from lianxin.cases.models import Case, CaseEvent
from lianxin.centres.access import Actor
from lianxin.rules import lifecycle
from lianxin.rules.lifecycle import CASE_OPENED, REASON_NEEDED, CaseState, IllegalMove, case_next


@dataclass(frozen=True)
class Cause:
    """Why something happens to a case: what allows it, who did it, what they said.

    ``by``: a person's key, None for nobody who is signed in. ``request_id``: the same for each
    try of one request, "" when it has none.
    """

    allowed_by: Ground
    by: int | None = None
    reason: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)
    request_id: str = ""


def begin(case: Case, cause: Cause) -> None:
    """Write the first event of a case that has just been made, in the scope of its making."""
    _add(case, 1, "opened", "", cause, at=case.created_at)


def happen(case: Case, event: lifecycle.CaseEvent, cause: Cause) -> None:
    """Let ``event`` happen to ``case``, and give its state what follows from it.

    The caller has locked the case, and saves it. Raises ``IllegalState``, ``ReasonMissing``.
    """
    before = case.state
    try:
        after = case_next(before, event)
    except IllegalMove as error:
        possible = sorted(lifecycle.CASE[before])
        raise IllegalState(state=before, wanted=event, possible=possible) from error
    if event in REASON_NEEDED and not cause.reason:
        raise ReasonMissing(event=event)
    number = _next_number(case)
    case.state = after
    _add(case, number, event, before, cause)


def happened_already(case: Case, event: lifecycle.CaseEvent, cause: Cause) -> bool:
    """Whether this very request has been done before. Raises ``RequestReused``."""
    if not cause.request_id:
        return False
    rows = CaseEvent.objects.filter(case=case, by_id=cause.by, request_id=cause.request_id)
    known = rows.first()
    if known is None:
        return False
    if (known.event, known.reason, known.data) != (event, cause.reason, dict(cause.data)):
        raise RequestReused
    return True


def history(who: Actor, case: Case) -> list[CaseEvent]:
    """What happened to a case that ``who`` has read, in the order in which it did."""
    check_reads(who)
    with who.scope():
        return list(CaseEvent.objects.filter(case=case).order_by("number").select_related("by"))


def _next_number(case: Case) -> int:
    last = CaseEvent.objects.filter(case=case).order_by("-number").first()
    if last is None:
        return _begin_late(case) + 1
    if last.after == case.state:
        return last.number + 1
    # A process of the version before histories has moved it meanwhile, and wrote no event.
    _add(case, last.number + 1, "migrated", last.after, Cause("migration"))
    return last.number + 2


def _begin_late(case: Case) -> int:
    """Begin the history of a case that has none: a process of the version before histories was
    still running when it opened the case. As the migration does; gives the last number."""
    begin(case, Cause("migration", case.created_by_id))
    if case.state == CASE_OPENED:
        return 1
    _add(case, 2, "migrated", CASE_OPENED, Cause("migration"))
    return 2


def _add(
    case: Case,
    number: int,
    event: lifecycle.CaseHistoryEvent,
    before: CaseState | Literal[""],
    cause: Cause,
    at: datetime | None = None,
) -> None:
    CaseEvent.objects.create(
        centre_id=case.centre_id,
        case=case,
        number=number,
        at=at or timezone.now(),
        by_id=cause.by,
        event=event,
        before=before,
        after=case.state if before else CASE_OPENED,
        reason=cause.reason,
        allowed_by=cause.allowed_by,
        data=dict(cause.data),
        request_id=cause.request_id,
    )
