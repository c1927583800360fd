"""People from a spreadsheet: all of them or none, and what it would do before it is done.

Somebody who is there already is not changed by a file: their number is taken.
"""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from django.utils import timezone

from lianxin.centres import audit
from lianxin.centres.access import AGENT, Actor
from lianxin.centres.locks import Turn, advisory_lock
from lianxin.centres.models import Centre, Person
from lianxin.centres.people import file_rows
from lianxin.centres.people.actions import PersonDraft, enter, with_password
from lianxin.centres.people.errors import PeopleImportRefused
from lianxin.centres.people.file_rows import Column, Fault, FileRow, PeopleFile
from lianxin.rules import powers
from lianxin.rules.powers import Held

MOST_FAULTS = 100
#: Passwords that are hashed at once.
_HASHING = 4


@dataclass(frozen=True)
class Made:
    """Somebody who was taken on. ``password``: told this once; "": another gives one."""

    row: int
    number: str
    name: str
    password: str


def preview(who: Actor, text: str, columns: Mapping[str, Column] | None = None) -> PeopleFile:
    """Read ``text`` and say what would be made, and why not. Writes nothing. Needs ``add``."""
    who.need_act("add")
    with who.scope():
        return _checked(who, file_rows.read(text, columns))


def import_people(who: Actor, text: str, columns: Mapping[str, Column] | None = None) -> list[Made]:
    """Take on everybody in ``text``. Needs ``add``. Raises ``PeopleImportRefused``."""
    who.need_act("add")
    with who.scope():
        advisory_lock(Turn.PEOPLE, str(who.centre))
        file = _checked(who, file_rows.read(text, columns))
        if file.faults:
            faults = [vars(each) for each in file.faults[:MOST_FAULTS]]
            raise PeopleImportRefused(count=len(file.faults), faults=faults)
        drafts = [_draft(row) for row in file.rows]
        with ThreadPoolExecutor(_HASHING) as pool:  # argon2 leaves Python alone meanwhile
            people = list(pool.map(partial(with_password, who), drafts))
        for draft, (person, _) in zip(drafts, people, strict=True):
            enter(who, draft, person)
        made = [
            Made(row.row, row.number, row.name, password)
            for row, (_, password) in zip(file.rows, people, strict=True)
        ]
        audit.note(who, "person.imported", "centre", who.centre, **_in_trail(file))
        return made


def _in_trail(file: PeopleFile) -> dict[str, Any]:
    """What the trail keeps: who was taken on, and with what."""
    people = {
        row.number: {"roles": sorted(row.roles), "rights": sorted(row.rights)} for row in file.rows
    }
    return {"made": len(people), "numbers": list(people), "people": people}


def _draft(row: FileRow) -> PersonDraft:
    return PersonDraft(row.number, row.name, row.roles, row.rights, row.expires_on)


def _checked(who: Actor, file: PeopleFile) -> PeopleFile:
    """With what is wrong by what the centre has, and by what ``who`` may give."""
    numbers = [row.number for row in file.rows]
    taken = set(Person.objects.filter(number__in=numbers).values_list("number", flat=True))
    today = timezone.now().astimezone(ZoneInfo(who.zone)).date()
    faults = list(file.faults)
    for row in file.rows:
        if row.number in taken:
            faults.append(Fault(row.row, "number", "taken", row.number))
        if powers.is_over(row.expires_on, today):
            faults.append(Fault(row.row, "expires_on", "past", str(row.expires_on)))
        faults += _refused_gifts(who, row)
    faults += _lacking_room(who, sum(AGENT in row.roles for row in file.rows))
    return PeopleFile(file.columns, file.rows, tuple(faults))


def _refused_gifts(who: Actor, row: FileRow) -> list[Fault]:
    held = Held(row.roles, row.rights)
    if held == Held():
        return []
    why = powers.refusal("grant", who.held, Held(), who.separate, own=False)
    why = why or powers.refusal_to_give(who.held, Held(), held, who.separate)
    given = "roles" if row.roles else "rights"
    return [Fault(row.row, given, why)] if why else []


def _lacking_room(who: Actor, more: int) -> list[Fault]:
    most = Centre.objects.get(pk=who.centre).quota_agents
    have = Person.objects.filter(active=True, roles__contains=[AGENT]).count()
    full = more and most is not None and have + more > most
    return [Fault(0, "roles", "no_room", str(most))] if full else []
