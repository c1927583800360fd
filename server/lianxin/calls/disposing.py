"""结束方式: what a call came to that became no case, as those say who took it."""

from __future__ import annotations

from uuid import UUID

from django.utils import timezone

from lianxin.calls.access import check_reads, readable
from lianxin.calls.errors import UnknownDisposition
from lianxin.calls.models import Call, CallDisposition
from lianxin.calls.queries import agents_of
from lianxin.centres import audit
from lianxin.centres.access import SUPERVISOR, Actor
from lianxin.centres.errors import NotAllowed, NotFound
from lianxin.dispositions.models import Disposition


def dispose(who: Actor, call_id: UUID, code: str | None) -> None:
    """Give a call the disposition ``code`` instead of whichever it had; None takes it away. The
    same again is no act. For agents who have talked in it, and supervisors.

    Raises ``NotFound``, ``NotAllowed``, ``UnknownDisposition`` (also for an archived one).
    """
    check_reads(who)
    with who.scope():
        calls = Call.objects.select_for_update(no_key=True, of=("self",))
        call = calls.filter(readable(who), pk=call_id).first()
        if call is None:
            raise NotFound
        _check_may(who, call)
        held = CallDisposition.objects.select_related("disposition").filter(call=call).first()
        before = held.disposition.code if held else None
        if code == before:
            return
        if code is None:
            CallDisposition.objects.filter(call=call).delete()
            audit.note(who, "call.disposition_taken", "call", call.pk, disposition=before)
            return
        CallDisposition.objects.update_or_create(
            call=call,
            defaults={
                "centre_id": who.centre,
                "disposition": _offered(code),
                "by_id": who.person,
                "at": timezone.now(),
            },
        )
        audit.note(who, "call.disposition_given", "call", call.pk, disposition=code)


def _check_may(who: Actor, call: Call) -> None:
    if not (who.has(SUPERVISOR) or who.person in agents_of(call)):
        raise NotAllowed


def _offered(code: str) -> Disposition:
    found = Disposition.objects.filter(code=code, archived=False).first()
    if found is None:
        raise UnknownDisposition(disposition=code)
    return found
