"""The newest open case of a calling number, for who knows its code."""

from __future__ import annotations

from lianxin.cases import codes
from lianxin.cases.errors import Refused, UnknownNumber
from lianxin.cases.models import Case
from lianxin.cases.status import Told, check_lock, refuse, told
from lianxin.centres.isolation import scope
from lianxin.centres.locks import Turn, advisory_lock
from lianxin.rules.lifecycle import OVER

#: Of a caller's open cases the newest few are tried: a family may share a telephone.
MOST_CASES = 5


def tell_case_of(centre_id: int, caller: str, code: str) -> Told:
    """The state of the newest open case of ``caller`` that ``code`` belongs to.

    Wrong codes are counted for the newest case, and lock it for this caller as they do in
    ``tell_state``. Raises a ``Refused``; a withheld number has no cases.
    """
    if not caller:
        raise UnknownNumber
    refused: Refused
    with scope(centre_id):
        rows = Case.objects.filter(phone=caller[:32]).exclude(state__in=OVER)
        cases = list(rows.order_by("-created_at", "-pk")[:MOST_CASES])
        if not cases:
            raise UnknownNumber
        newest = cases[0]
        # One after the other, and the lock of the newest holds for all: no guess goes around it.
        advisory_lock(Turn.CODE, newest.number)
        check_lock(newest.number, caller)
        for case in cases:
            if codes.fits(case.number, code.strip(), case.code_hash):
                return told(centre_id, case, caller)
        refused = refuse(centre_id, newest, newest.number, caller)
    raise refused  # outside of the scope: the attempt must be kept
