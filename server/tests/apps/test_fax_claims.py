"""From the caller's wish to a claim: what the switchboard asks of the outbox of faxes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, cast
from uuid import uuid4

import pytest

from lianxin.calls.models import Call as CallRow
from lianxin.centres.access import Actor
from lianxin.centres.models import Centre
from lianxin.faxes.models import Fax
from lianxin.faxes.sending import Due
from lianxin.faxes.tasks import draw
from lianxin.knowledge import actions as knowledge
from lianxin.switchboard.fax.claims import FaxClaims
from lianxin.switchboard.fax.sending import Faxing
from lianxin.switchboard.lookups.call_facts import CallFacts
from lianxin.switchboard.lookups.database import fax_entry

pytestmark = pytest.mark.django_db

NOW = datetime(2099, 3, 2, 1, 0, tzinfo=UTC)  # all that was asked for today is due


class Held:
    """What is under way, and what was begun."""

    def __init__(self) -> None:
        self.taken: set[str] = set()
        self.begun: set[str] = set()
        self.due: list[Due] = []

    def begin(self, due: Due) -> None:
        self.due.append(due)

    def call_soon_threadsafe(self, act: Callable[[Due], None], due: Due) -> None:
        act(due)


def a_call(who: Actor, caller: str = "13800000001") -> CallFacts:
    return CallFacts(str(uuid4()), who.centre, "12345", "12345", caller, "carrier", "zh", "")


def guide(who: Actor, body: str = "带身份证办理。") -> None:
    draft = knowledge.EntryDraft(
        code="permit", titles={"zh": "居住证"}, bodies={"zh": body}, state="published"
    )
    knowledge.make(who, draft)


def wish(who: Actor, number: str = "88881234", caller: str = "13800000001") -> str:
    arguments = {"node": "permit", "way": "fax", "number": number}
    return fax_entry(a_call(who, caller), arguments)


def drawn(who: Actor) -> None:
    with who.scope():
        found = list(Fax.objects.filter(drawn=False).values_list("pk", flat=True))
    for fax in found:
        draw.func(centre=who.centre, fax=str(fax))


def claims(held: Held, *, lines: int = 2, may: bool = True) -> Callable[[], None]:
    made = FaxClaims("", cast(Faxing, held), lambda: may, lines, lambda: NOW)
    return lambda: made._poll(cast(Any, held), set())


def test_a_wish_is_written_down_once_and_told_why_not(who: Callable[[str], Actor]) -> None:
    me = who("9000")
    assert wish(me) == "refused", "there is no such entry"
    guide(me)
    call, arguments = a_call(me), {"node": "permit", "way": "fax", "number": "88881234"}
    assert [fax_entry(call, arguments) for _ in range(2)] == ["ok", "ok"]
    assert wish(me, "13800000001") == "bad_number"
    assert wish(me, "") == "bad_number", "a mobile telephone calls, and presses # alone"
    with me.scope():
        fax = Fax.objects.get()
    assert (fax.title, fax.line, fax.caller, fax.pages) == ("居住证", "12345", "13800000001", 1)
    Centre.objects.filter(pk=me.centre).update(functions_off=["fax"])
    assert wish(me, "88881235") == "refused"


def test_no_more_than_there_are_lines_for_and_none_while_nobody_could_dial(
    who: Callable[[str], Actor],
) -> None:
    me, held = who("9000"), Held()
    guide(me)
    for index in range(3):
        assert wish(me, f"8888123{index}", caller="") == "ok"
    drawn(me)
    claims(held, may=False)()
    assert held.due == []
    look = claims(held)
    look()
    assert [due.number for due in held.due] == ["88881230", "88881231"]
    held.taken.discard(held.due[0].call)
    with me.scope():
        CallRow.objects.create(id=held.due[0].call, centre_id=me.centre, started_at=NOW)
    look()
    assert [due.number for due in held.due] == ["88881230", "88881231", "88881232"]


def test_what_was_claimed_by_a_process_that_died_is_sent_by_the_next(
    who: Callable[[str], Actor],
) -> None:
    me, first, second = who("9000"), Held(), Held()
    guide(me)
    wish(me)
    drawn(me)
    claims(first)()
    claims(second)()
    [lost], [again] = first.due, second.due
    assert (lost.fax, lost.tries, again.tries) == (again.fax, 1, 1)
    assert lost.call != again.call


def test_a_centre_that_may_not_fax_any_more_sends_nothing(who: Callable[[str], Actor]) -> None:
    me, held = who("9000"), Held()
    guide(me)
    wish(me)
    drawn(me)
    Centre.objects.filter(pk=me.centre).update(functions_off=["fax"])
    claims(held)()
    assert held.due == []
