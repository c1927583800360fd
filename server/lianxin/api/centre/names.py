"""How people call what the audit trail and the alarms speak of by key.

The trail keeps keys and codes, which stay true when a thing is renamed; a page of it is read with
today's names, by one query for each kind of thing that it speaks of.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db.models import Model

from lianxin.calendars.models import Calendar
from lianxin.calls.models import Recording
from lianxin.cases.access import readable
from lianxin.cases.models import Case
from lianxin.centres.access import Actor
from lianxin.centres.models import Alarm, AuditEntry, Centre, Person
from lianxin.connections.models import Connection
from lianxin.faxes.models import Fax
from lianxin.flows.models import Flow
from lianxin.knowledge.models import KnowledgeEntry
from lianxin.lines.models import Line
from lianxin.notices.models import Notice
from lianxin.polls.models import Poll
from lianxin.prompts.models import Prompt
from lianxin.queues.models import Queue

#: Kind and key, as the trail writes them: ``("queue", "3")``.
Reference = tuple[str, str]
Names = Mapping[Reference, str]

#: Of a case: what its fields held and hold.
_SAID = frozenset({"before", "after"})

#: For each kind: the model, its key, and the columns that make its name.
_SOURCES: Mapping[str, tuple[type[Model], str, tuple[str, ...]]] = {
    "person": (Person, "pk", ("number", "name")),
    "number": (Person, "number", ("number", "name")),
    "centre": (Centre, "pk", ("name",)),
    "queue": (Queue, "pk", ("name",)),
    "line": (Line, "pk", ("number", "name")),
    "line_number": (Line, "number", ("number", "name")),
    "calendar": (Calendar, "pk", ("name",)),
    "calendar_code": (Calendar, "code", ("name",)),
    "flow": (Flow, "pk", ("name",)),
    "flow_code": (Flow, "code", ("name",)),
    # Not what a case says: an administrator need not be one of its readers.
    "case": (Case, "pk", ("number",)),
    "recording": (Recording, "pk", ("began_at",)),
    "prompt": (Prompt, "pk", ("code", "name")),
    "connection": (Connection, "code", ("name",)),
    "poll": (Poll, "code", ("title",)),
    "knowledge": (KnowledgeEntry, "code", ("titles__zh",)),
    "notice": (Notice, "pk", ("created_at",)),
    "fax": (Fax, "pk", ("created_at",)),
}
#: What else data names: the field, the kind of thing whose key it holds.
_IN_DATA: Mapping[str, str] = {
    "flow": "flow_code",
    "night_flow": "flow_code",
    "emergency_flow": "flow_code",
    "calendar": "calendar_code",
    "connection": "connection",
    "recording": "recording",
}
#: A kind of thing that is named by another: the reply of a case by its case.
_ALIKE: Mapping[str, str] = {"reply": "case"}
#: Acts of nobody who is signed in name their object by what was typed or dialled.
_BY_NUMBER: Mapping[str, str] = {"session.refused": "number", "web_call.granted": "line_number"}


def names_of(who: Actor, rows: Iterable[AuditEntry | Alarm]) -> Names:
    """The names of all that ``rows`` speak of, as far as it is still there."""
    keys: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for kind, key in (_object(row), *_in(row)):
            if kind in _SOURCES and key:
                keys[kind].add(key)
    names: dict[Reference, str] = {}
    with who.scope():
        for kind, wanted in keys.items():
            names.update(_read(kind, wanted))
    return names


def withheld_from(who: Actor, rows: Iterable[AuditEntry]) -> frozenset[str]:
    """The ids of the cases among ``rows`` that ``who`` may not read: an administrator need not."""
    telling = [row for row in rows if row.object_type == "case" and not _SAID.isdisjoint(row.data)]
    cases = {row.object_id for row in telling if _is_uuid(row.object_id)}
    if not cases:
        return frozenset()
    with who.scope():
        found = Case.objects.filter(pk__in=cases).exclude(readable(who))
        return frozenset(str(key) for key in found.values_list("pk", flat=True))


def data_of(row: AuditEntry, withheld: Collection[str]) -> dict[str, Any]:
    """The data of a row, without what it says of a case that is ``withheld``."""
    left_out = _SAID if row.object_type == "case" and row.object_id in withheld else frozenset()
    return {name: value for name, value in row.data.items() if name not in left_out}


def part_of(row: AuditEntry | Alarm, names: Names) -> dict[str, str]:
    """The ``names`` of what one row speaks of, by ``kind:key``; its object by its own kind."""
    known = {f"{kind}:{key}": names[kind, key] for kind, key in _in(row) if (kind, key) in names}
    name = names.get(_object(row))
    return known if name is None else {f"{row.object_type}:{row.object_id}": name, **known}


def _object(row: AuditEntry | Alarm) -> Reference:
    kind = _BY_NUMBER.get(row.action) if isinstance(row, AuditEntry) else None
    return kind or _ALIKE.get(row.object_type, row.object_type), row.object_id


def _in(row: AuditEntry | Alarm) -> list[Reference]:
    data = row.data
    numbers = data.get("numbers")
    found = [("number", str(each)) for each in numbers] if isinstance(numbers, list) else []
    kind, _, key = str(data.get("about", "")).partition(" ")
    found.append((kind, key))
    for part in (data, data.get("before"), data.get("after")):
        if isinstance(part, dict):
            found += [(_IN_DATA[name], str(part[name])) for name in _IN_DATA if part.get(name)]
    return found


def _read(kind: str, keys: set[str]) -> dict[Reference, str]:
    model, field, columns = _SOURCES[kind]
    able = _ABLE[model._meta.pk.get_internal_type()] if field == "pk" else bool
    wanted = [key for key in keys if able(key)]
    rows = model._default_manager.filter(**{f"{field}__in": wanted}).values_list(field, *columns)
    return {(kind, str(key)): " ".join(_word(each) for each in name if each) for key, *name in rows}


def _word(value: Any) -> str:
    return str(value.isoformat() if hasattr(value, "isoformat") else value)


def _is_uuid(key: str) -> bool:
    try:
        UUID(key)
    except ValueError:
        return False
    return True


#: What can be a key: an alarm names a prompt by code and language, not by its row.
_ABLE: Mapping[str, Callable[[str], bool]] = {"BigAutoField": str.isdecimal, "UUIDField": _is_uuid}
