"""How people call what the audit trail and the alarms speak of by key.

Codes and numbers are given again, and things are renamed: an entry of the trail keeps the names
of its time beside the keys. One query for each kind of thing that is spoken of.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from uuid import UUID

from django.apps import apps

from lianxin.centres.models import Alarm, AuditEntry

#: Kind and key, as the trail writes them: ``("queue", "3")``.
Reference = tuple[str, str]
Names = Mapping[Reference, str]

#: For each kind: the model, its key, the columns that make its name, and the one of the code that
#: stands behind it, where two of a kind may have one name. By label: what is spoken of is of
#: folders above this one, and none of it is needed but its name.
_SOURCES: Mapping[str, tuple[str, str, tuple[str, ...], str]] = {
    "person": ("centres.Person", "pk", ("number", "name"), ""),
    "number": ("centres.Person", "number", ("number", "name"), ""),
    "centre": ("centres.Centre", "pk", ("name",), "code"),
    "queue": ("queues.Queue", "pk", ("name",), "code"),
    "disposition": ("dispositions.Disposition", "code", ("name_zh",), "code"),
    "line": ("lines.Line", "pk", ("number", "name"), ""),
    "line_number": ("lines.Line", "number", ("number", "name"), ""),
    "calendar": ("calendars.Calendar", "pk", ("name",), "code"),
    "calendar_code": ("calendars.Calendar", "code", ("name",), "code"),
    "flow": ("flows.Flow", "pk", ("name",), "code"),
    "flow_code": ("flows.Flow", "code", ("name",), "code"),
    # Not what a case says: an administrator need not be one of its readers.
    "case": ("cases.Case", "pk", ("number",), ""),
    "call": ("calls.Call", "pk", ("started_at",), ""),
    "recording": ("calls.Recording", "pk", ("began_at",), ""),
    "prompt": ("prompts.Prompt", "pk", ("code", "name"), ""),
    "connection": ("connections.Connection", "code", ("name",), "code"),
    "poll": ("polls.Poll", "code", ("title",), "code"),
    "knowledge": ("knowledge.KnowledgeEntry", "code", ("titles__zh",), "code"),
    "notice": ("notices.Notice", "pk", ("created_at",), ""),
    "fax": ("faxes.Fax", "pk", ("created_at",), ""),
}
#: What else data names: the field, the kind of thing whose key it holds.
_IN_DATA: Mapping[str, str] = {
    "flow": "flow_code",
    "night_flow": "flow_code",
    "emergency_flow": "flow_code",
    "calendar": "calendar_code",
    "connection": "connection",
    "recording": "recording",
    "disposition": "disposition",
}
#: A kind of thing that is named by another: the reply of a case by its case.
ALIKE: Mapping[str, str] = {"reply": "case"}
#: Acts of nobody who is signed in name their object by what was typed or dialled.
_BY_NUMBER: Mapping[str, str] = {"session.refused": "number", "web_call.granted": "line_number"}


def names_of(rows: Iterable[AuditEntry | Alarm]) -> Names:
    """Today's names of all that ``rows`` speak of, as far as it is there; in the caller's scope."""
    keys: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for kind, key in references(row):
            if kind in _SOURCES and key:
                keys[kind].add(key)
    names: dict[Reference, str] = {}
    for kind, wanted in keys.items():
        names.update(_read(kind, wanted))
    return names


def part_of(row: AuditEntry | Alarm, names: Names) -> dict[str, str]:
    """The ``names`` of what one row speaks of, by ``kind:key``; its object by its own kind."""
    known = {f"{kind}:{key}": names[kind, key] for kind, key in _in(row) if (kind, key) in names}
    name = names.get(_object(row))
    return known if name is None else {f"{row.object_type}:{row.object_id}": name, **known}


def references(row: AuditEntry | Alarm) -> list[Reference]:
    """All that one row speaks of, its object first."""
    return [_object(row), *_in(row)]


def _object(row: AuditEntry | Alarm) -> Reference:
    kind = _BY_NUMBER.get(row.action) if isinstance(row, AuditEntry) else None
    return kind or ALIKE.get(row.object_type, row.object_type), row.object_id


def _in(row: AuditEntry | Alarm) -> list[Reference]:
    data = row.data
    numbers = data.get("numbers")
    found = [("number", str(each)) for each in numbers] if isinstance(numbers, list) else []
    kind, _, key = str(data.get("about", "")).partition(" ")
    found.append((ALIKE.get(kind, kind), key))
    for part in (data, data.get("before"), data.get("after")):
        if isinstance(part, dict):
            found += [(_IN_DATA[name], str(part[name])) for name in _IN_DATA if part.get(name)]
    return found


def _read(kind: str, keys: set[str]) -> dict[Reference, str]:
    label, field, columns, code = _SOURCES[kind]
    model = apps.get_model(label)
    able = _ABLE[model._meta.pk.get_internal_type()] if field == "pk" else bool
    wanted = [key for key in keys if able(key)]
    rows = model._default_manager.filter(**{f"{field}__in": wanted})
    more = (code,) if code else ()
    return {
        (kind, str(key)): _name(words[: len(columns)], words[len(columns) :])
        for key, *words in rows.values_list(field, *columns, *more)
    }


def _name(words: list[Any], code: list[Any]) -> str:
    """`夜班流程 (night)`; a thing without a name goes by its code alone."""
    name = " ".join(_word(each) for each in words if each)
    return " ".join([name, *(f"({each})" for each in code)]) if name else "".join(code)


def _word(value: Any) -> str:
    return str(value.isoformat() if hasattr(value, "isoformat") else value)


def is_uuid(key: str) -> bool:
    """Whether ``key`` can be that of a row whose keys are UUIDs."""
    try:
        UUID(key)
    except ValueError:
        return False
    return True


def _is_number(key: str) -> bool:
    return key.isascii() and key.isdecimal() and len(key) < 19  # digits of a BIGINT


#: What can be a key: an alarm names a prompt by code and language, not by its row.
_ABLE: Mapping[str, Callable[[str], bool]] = {"BigAutoField": _is_number, "UUIDField": is_uuid}
