"""What is filed in a call of the mayor's mailbox is as confidential as the call.

Whichever comes first: a case that is filed in a call takes the call's secrecy, and a call that
becomes confidential takes its cases with it. Both lock the call's row, so that none slips through.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db.models import F, Q

from lianxin.calls.models import Call
from lianxin.cases.errors import NobodyReads
from lianxin.cases.models import Case
from lianxin.centres import audit
from lianxin.centres.access import CONFIDENTIAL, MAILBOX, Actor, Secrecy
from lianxin.centres.locks import Turn, advisory_lock
from lianxin.centres.queries import somebody_holds
from lianxin.notices.outbox import withhold


def secrecy_in(call: Call, wanted: Secrecy) -> Secrecy:
    """The secrecy of what is filed in ``call`` and would be ``wanted`` elsewhere. The row of
    ``call`` must be locked."""
    return CONFIDENTIAL if call.secrecy == CONFIDENTIAL else wanted


def check_somebody_reads(who: Actor) -> None:
    """Raise ``NobodyReads`` where a case that ``who`` makes confidential would be read by nobody.

    In the turn of people: the last reader does not go while it is asked. What comes of the mailbox
    itself is confidential whoever is there.
    """
    if who.confidential:
        return
    advisory_lock(Turn.PEOPLE, str(who.centre))
    if not somebody_holds(who, MAILBOX):
        raise NobodyReads


def follow_calls(calls: Collection[str], **_: Any) -> None:
    """Make confidential what was filed in ``calls``, which have become so, in their transaction.

    The agent who took the call goes on reading their own case. Where somebody other than its
    opener has chosen the secrecy, that holds.
    """
    chosen_by_others = ~Q(secrecy_by=None) & ~Q(secrecy_by=F("created_by"))
    rows = Case.objects.select_for_update(of=("self",)).select_related("call")
    rows = rows.filter(call_id__in=calls).exclude(secrecy=CONFIDENTIAL).exclude(chosen_by_others)
    for case in rows.order_by("pk"):
        before, taken_by = case.secrecy, case.call.agent_id if case.call else None
        case.secrecy = CONFIDENTIAL
        case.secrecy_by_id = case.created_by_id if case.created_by_id == taken_by else None
        case.version += 1
        case.save(update_fields=["secrecy", "secrecy_by", "version", "updated_at"])
        withhold(case.pk)
        old, new = {"secrecy": before}, {"secrecy": CONFIDENTIAL}
        audit.note_system(case.centre_id, "case.changed", "case", case.pk, before=old, after=new)
