"""The glossary has each term once: a second row for it would be a second word."""

from __future__ import annotations

import re
from collections import Counter

from devkit.paths import REPOSITORY

_ROW = re.compile(r"^\| ([^|]+?) \| ([^|]+?) \|", re.MULTILINE)
_HEAD = ("中文", "---")


def test_every_term_stands_once() -> None:
    rows = _ROW.findall((REPOSITORY / "docs" / "glossary.md").read_text("utf-8"))
    terms = [term for term, _ in rows if term not in _HEAD and not term.startswith("-")]
    assert len(terms) > 100
    assert [term for term, times in Counter(terms).items() if times > 1] == []
