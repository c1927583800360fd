"""The table of business errors in docs/howto/api.md: ``manage errors`` prints it."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

from lianxin.centres.errors import Problem

#: What answers with errors, and so loads the files that define them.
_LOADED = ("lianxin.api.root", "lianxin.portal.views")


def errors(base: type[Problem] = Problem) -> Iterator[type[Problem]]:
    """Every business error of the program."""
    if "code" in vars(base) and base.code:
        yield base
    for child in base.__subclasses__():
        yield from errors(child)


def table() -> str:
    """The errors by code, as Markdown."""
    for module in _LOADED:
        import_module(module)
    rows = sorted((problem.code, problem.status, problem.en) for problem in errors())
    lines = (f"| `{code}` | {status} | {sentence} |" for code, status, sentence in rows)
    return "\n".join(("| code | status | in English |", "|---|---|---|", *lines))
