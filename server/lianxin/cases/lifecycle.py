"""A case moves by events. Which leads where, ``rules.lifecycle`` says; who may, ``access``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from lianxin.cases import events, queries
from lianxin.cases.access import check_does
from lianxin.cases.errors import NoReply, VersionConflict
from lianxin.cases.events import Cause
from lianxin.cases.models import Case
from lianxin.cases.notices import notify_of_event
from lianxin.centres import audit
from lianxin.centres.access import Actor
from lianxin.centres.versions import check_version
from lianxin.rules.lifecycle import CASE, REPLY_NEEDED, CaseEvent


def transition(
    who: Actor,
    case_id: UUID,
    version: int,
    event: CaseEvent,
    reason: str = "",
    data: Mapping[str, Any] | None = None,
    *,
    request_id: str = "",
) -> Case:
    """Let ``event`` happen to a case that was read at ``version``.

    With the same ``request_id`` again: the case as it is, and nothing happens. Raises
    ``IllegalState`` when the event cannot happen now, ``NoReply`` when only an approved reply may
    bring it about and none holds, ``ReasonMissing``, ``VersionConflict``, ``RequestReused``,
    ``NotFound``, ``NotAllowed``.
    """
    allowed_by = check_does(who, event)
    cause = Cause(allowed_by, who.person, reason.strip(), data or {}, request_id)
    with who.scope():
        case = queries.locked(who, case_id)
        if events.happened_already(case, event, cause):
            return case
        check_version(case, version, VersionConflict, {})
        _check_reply(case, event)
        before = case.state
        events.happen(case, event, cause)
        touch(who, case)
        notify_of_event(case, event, who.person, cause.reason)
        states = {"before": {"state": before}, "after": {"state": case.state}}
        audit.note(who, "case.changed", "case", case.pk, event=event, **states)
        return queries.written(case.pk)


def _check_reply(case: Case, event: CaseEvent) -> None:
    # What cannot happen in this state at all is told by its state, not by the reply it lacks.
    needed = event in REPLY_NEEDED and event in CASE[case.state]
    if needed and queries.approved_reply(case) is None:
        raise NoReply(event=event)


def touch(who: Actor, case: Case) -> None:
    """Save a case that ``who`` has changed, as its next version."""
    case.version += 1
    case.updated_by_id = who.person
    case.save()
