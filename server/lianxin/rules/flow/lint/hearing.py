"""What callers hear: missing prompts and languages, menus that are too long."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields

from lianxin.rules.flow.lint.drawing import Drawing, kind_of
from lianxin.rules.flow.lint.findings import Finding, finding
from lianxin.rules.flow.node import Node

#: Keys of a menu, and seconds of its prompts, that a caller can follow.
MAX_KEYS, MAX_SECONDS = 9, 30

#: In which language a prompt is heard that a language lacks: the first of these that it has.
_FALLBACKS = ("zh", "en", "yue")


def prompts(drawing: Drawing) -> Iterator[Finding]:
    library = drawing.environment.prompts
    if library is None:
        return
    for name, node in drawing.nodes.items():
        lacking: dict[tuple[str, str], list[str]] = {}
        for place, prompt in _spoken(name, node):
            recorded = library.get(prompt)
            if not recorded:
                yield finding("lint.prompt_missing", place, prompt=prompt)
                continue
            heard = next(each for each in (*_FALLBACKS, *recorded) if each in recorded)
            for language in drawing.languages:
                if language not in recorded:
                    lacking.setdefault((language, heard), []).append(prompt)
        for (lacked, instead), several in lacking.items():
            code = "lint.prompt_cantonese" if lacked == "yue" else "lint.prompt_language"
            data = {"language": lacked, "heard": instead, "prompts": sorted(set(several))}
            yield finding(code, f"nodes.{name}", **data)


def _spoken(name: str, node: Node) -> Iterator[tuple[str, str]]:
    """Every prompt of a node that it can play, with its place."""
    named = list(_of_fields(name, node))
    yield from ((place, word) for place, word in named if word[0] != "$")
    seen = {word for _, word in named}
    yield from (
        (f"nodes.{name}", word) for word in dict.fromkeys(node.speaks()) if word not in seen
    )


def _of_fields(name: str, node: Node) -> Iterator[tuple[str, str]]:
    silent = node.silent()
    for field in fields(node):
        value = getattr(node, field.name)
        place = f"nodes.{name}.{field.name}"
        if field.name in silent or not value:
            continue
        if field.name.endswith("prompts"):
            yield from ((f"{place}.{number}", word) for number, word in enumerate(value))
        elif field.name.endswith("prompt"):
            yield place, value


def menus(drawing: Drawing) -> Iterator[Finding]:
    for name, node in drawing.nodes.items():
        keys = getattr(node, "keys", ())
        if kind_of(node) in ("menu", "survey", "language") and len(keys) > MAX_KEYS:
            place = f"nodes.{name}.keys"
            yield finding("lint.menu_keys", place, count=len(keys), most=MAX_KEYS)
    library = drawing.environment.prompts or {}
    for name in drawing.of_type("menu"):
        words = getattr(drawing.nodes[name], "prompts", ())
        seconds = sum(_longest(library.get(word, {})) for word in words)
        if seconds > MAX_SECONDS:
            place = f"nodes.{name}.prompts"
            yield finding("lint.menu_long", place, seconds=round(seconds), most=MAX_SECONDS)


def _longest(recorded: Mapping[str, float]) -> float:
    return max(recorded.values(), default=0.0)


def recordings(drawing: Drawing) -> Iterator[Finding]:
    for name in drawing.of_type("record"):
        if getattr(drawing.nodes[name], "confirm", True) is False:
            yield finding("lint.record_unconfirmed", f"nodes.{name}.confirm")


def texts(drawing: Drawing) -> Iterator[Finding]:
    """Where callers hear nothing of a text because nothing can read it aloud."""
    if drawing.environment.speech is not False:
        return
    for name, node in drawing.nodes.items():
        if kind_of(node) == "knowledge" or getattr(node, "reply", False):
            yield finding("lint.text_unread", f"nodes.{name}")


CHECKS = (prompts, menus, recordings, texts)
