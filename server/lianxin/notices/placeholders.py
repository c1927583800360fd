"""The names in braces that a template may hold. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lianxin.notices.choices import GIVEN, RULES, CaseNoticeEvent

#: What every notice knows.
OF_ALL = ("centre",)
#: A name in braces, or what was meant as one: open, closed only, or in full-width braces.
_BRACED = re.compile(r"[{｛][^{}｛｝\n]{0,40}[}｝]?|[}｝]")
_NAME = re.compile(r"\{([a-z][a-z0-9_]*)\}")


def known(code: str, events: Iterable[CaseNoticeEvent] = ()) -> tuple[str, ...]:
    """The names that a notice of template ``code`` knows, which is sent of ``events`` of cases.

    One of the centre's own making may name all, unless an event that it is sent of lacks it.
    """
    given = GIVEN.get(code) or tuple(dict.fromkeys(name for row in GIVEN.values() for name in row))
    lacking = {name for event in events for name in given if name not in RULES[event].given}
    return (*OF_ALL, *(name for name in given if name not in lacking))


def known_at(event: CaseNoticeEvent) -> tuple[str, ...]:
    """The names that a notice of an event of a case knows."""
    return (*OF_ALL, *RULES[event].given)


def faulty(text: str, names: Iterable[str]) -> list[str]:
    """What in ``text`` stands in braces, and is none of ``names``: as it was written."""
    allowed = set(names)
    found = [
        part
        for part in _BRACED.findall(text)
        if not (name := _NAME.fullmatch(part)) or name[1] not in allowed
    ]
    return list(dict.fromkeys(found))
