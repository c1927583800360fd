"""The names in braces that a template may hold. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lianxin.notices.choices import GIVEN

#: What every notice knows.
OF_ALL = ("centre",)
#: A name in braces, or what was meant as one: open, closed only, or in full-width braces.
_BRACED = re.compile(r"[{｛][^{}｛｝\n]{0,40}[}｝]?|[}｝]")
_NAME = re.compile(r"\{([a-z][a-z0-9_]*)\}")


def known(code: str) -> tuple[str, ...]:
    """The names that a notice of template ``code`` knows.

    Nothing that the system sends uses a template of the centre's own making: it may name all.
    """
    given = GIVEN.get(code) or tuple(dict.fromkeys(name for row in GIVEN.values() for name in row))
    return (*OF_ALL, *given)


def faulty(text: str, names: Iterable[str]) -> list[str]:
    """What in ``text`` stands in braces, and is none of ``names``: as it was written."""
    allowed = set(names)
    found = [
        part
        for part in _BRACED.findall(text)
        if not (name := _NAME.fullmatch(part)) or name[1] not in allowed
    ]
    return list(dict.fromkeys(found))
