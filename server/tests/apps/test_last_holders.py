"""Somebody stays who may give rights, and somebody who reads the mayor's mailbox."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from lianxin.centres.access import Actor
from lianxin.centres.models import Person
from lianxin.centres.people.errors import LastGranter, LastReader
from tests.apps.people_acts import change, switch, today

pytestmark = pytest.mark.django_db
People = Callable[[str], Actor]


def test_the_last_who_may_give_rights_stays(who: People) -> None:
    """Two who act at once are as one who acts on what was: the later is refused."""
    admin = who("9000")
    change(admin, "8100", roles=frozenset({"administrator"}))
    second = who("8100")
    with admin.scope():
        Person.objects.filter(number__in=["9001", "9000"]).update(active=False)
    acts: tuple[Callable[[], Any], ...] = (
        lambda: switch(admin, "8100", on=False),
        lambda: change(admin, "8100", roles=frozenset({"supervisor"})),
        lambda: change(admin, "8100", expires_on=today(30)),
    )
    for act in acts:
        with pytest.raises(LastGranter):
            act()
    assert switch(second, "9000", on=True).active
    assert change(admin, "8100", expires_on=today(30)).expires_on == today(30)


def test_the_last_who_reads_the_mailbox_stays(who: People) -> None:
    """Who would take it from them reads it too: for a while, or since a moment ago."""
    admin = replace(who("9000"), rights=frozenset({"mailbox"}))
    with admin.scope():
        Person.objects.filter(number="8101").update(rights=[])
    acts: tuple[Callable[[], Any], ...] = (
        lambda: switch(admin, "9100", on=False),
        lambda: change(admin, "9100", rights=frozenset()),
        lambda: change(admin, "9100", expires_on=today(30)),
    )
    for act in acts:
        with pytest.raises(LastReader):
            act()
    assert change(admin, "9100", name="李办").name == "李办"
    change(admin, "8001", rights=frozenset({"mailbox"}))
    for act in acts[1:]:
        act()
