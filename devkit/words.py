"""One word for one thing: identifiers that were replaced do not come back.

``python -m devkit.words``; the words are in ``old_words.toml``.
"""

from __future__ import annotations

import ast
import re
import sys
import tokenize
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from devkit.paths import REPOSITORY
from devkit.say import line

LIST = Path(__file__).with_name("old_words.toml")
_FOLDERS = ("server", "devkit", "bench", "web/apps", "web/packages")
_NOT_OURS = frozenset({"node_modules", "dist", "migrations"})
#: In TypeScript: comments and strings, in which any word may stand, and what a template is made of.
#: An apostrophe behind a letter opens no string: it is one of a sentence in JSX.
_TOKEN = re.compile(
    r"//[^\n]*|/\*.*?\*/|\"(?:\\.|[^\"\\\n])*\"|(?<![\w$])'(?:\\.|[^'\\\n])*'|[`{}]",
    re.DOTALL,
)
#: The text of a template as far as its end or the next expression.
_TEMPLATE = re.compile(r"(?:\\.|\$(?!\{)|[^`\\$])*(?:`|\$\{|\Z)", re.DOTALL)
#: A sentence between two tags of JSX. A type's argument (``List<Name>``) stands behind a letter.
_JSX_TEXT = re.compile(
    r"((?<![\w$)\]])</?[\w.]*(?:\s[^<>]*)?>)([^<>{}=;():]*)(?=[<{])|(\})([^<>{}=;():]*)(?=</)"
)
_F_STRING = re.compile(r"[rR]?[fF][rR]?['\"]")
_WORD = re.compile(r"[A-Za-z_$][\w$]*")


@dataclass(frozen=True)
class Rule:
    """Old words with the new one of each, and the folders in which they are refused."""

    words: Mapping[str, str]
    folders: tuple[str, ...]
    names: bool = False  # of files and folders alone, by their parts: ``asked`` in asked.css


@dataclass(frozen=True)
class Found:
    """An old word in a file of the repository."""

    file: Path
    line: int
    old: str
    new: str


def rules(text: str) -> list[Rule]:
    """Read ``old_words.toml``."""
    data = tomllib.loads(text)
    return [
        Rule(data["words"], _FOLDERS),
        Rule(data.get("names", {}), _FOLDERS, names=True),
        *(Rule(each["words"], tuple(each["in"])) for each in data.get("only", ())),
    ]


def find(root: Path, rules: list[Rule]) -> Iterator[Found]:
    """Every old word that is an identifier, in the order of the rules and files."""
    identifiers = cache(_identifiers)  # more than one rule looks into most files
    for rule in rules:
        for folder in rule.folders:
            for file in _sources(root / folder):
                path = file.relative_to(root)
                for number, word in _parts(path) if rule.names else identifiers(file):
                    if word in rule.words:
                        yield Found(path, number, word, rule.words[word])


def _parts(path: Path) -> Iterator[tuple[int, str]]:
    yield from ((1, word) for word in re.split(r"[/._-]", str(path)))


def _sources(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise FileNotFoundError(f"{folder}, which {LIST.name} names, is not there")
    kinds = ("*.py", "*.ts", "*.tsx", "*.css")
    files = (file for kind in kinds for file in folder.rglob(kind))
    return sorted(file for file in files if _NOT_OURS.isdisjoint(file.parts))


def _identifiers(file: Path) -> tuple[tuple[int, str], ...]:
    if file.suffix == ".py":
        with file.open("rb") as source:
            return tuple(_of_python(source.readline))
    if file.suffix == ".css":
        return ()
    return tuple(_of_typescript(file.read_text("utf-8")))


def _of_python(lines: Callable[[], bytes]) -> Iterator[tuple[int, str]]:
    for token in tokenize.tokenize(lines):
        if token.type == tokenize.NAME:
            yield token.start[0], token.string
        elif token.type == tokenize.STRING and _F_STRING.match(token.string):
            # Until Python 3.12 an f-string is one token with its expressions.
            for node in ast.walk(ast.parse(token.string, mode="eval")):
                if isinstance(node, ast.Name):
                    yield token.start[0], node.id
                elif isinstance(node, ast.Attribute):
                    yield token.start[0], node.attr


def _of_typescript(source: str) -> Iterator[tuple[int, str]]:
    code = _JSX_TEXT.sub(_only_tag, _without_prose(source))
    for number, content in enumerate(code.splitlines(), 1):
        yield from ((number, found[0]) for found in _WORD.finditer(content))


def _without_prose(source: str) -> str:
    """Only the line breaks of comments, strings and templates stay; ``${…}`` is code."""
    kept: list[str] = []
    open_braces: list[int] = []  # of each expression in a template that we are in
    at = 0
    while found := _TOKEN.search(source, at):
        kept.append(source[at : found.start()])
        mark, at = found[0], found.end()
        ends = mark == "}" and open_braces and not open_braces[-1]
        if mark == "`" or ends:
            if ends:
                open_braces.pop()
            text = next(_TEMPLATE.finditer(source, at))  # one there is: it ends with the source
            kept.append(_lines(text[0]) + " ")
            at = text.end()
            if text[0].endswith("${"):
                open_braces.append(0)
        elif mark in "{}":
            kept.append(mark)
            if open_braces:
                open_braces[-1] += 1 if mark == "{" else -1
        else:
            kept.append(_lines(mark))
    return "".join((*kept, source[at:]))


def _only_tag(found: re.Match[str]) -> str:
    return (found[1] or found[3]) + _lines(found[2] or found[4] or "")


def _lines(prose: str) -> str:
    return "\n" * prose.count("\n")


def main() -> int:
    """Print the old words that are there; 1 when any is."""
    found = list(find(REPOSITORY, rules(LIST.read_text("utf-8"))))
    for each in found:
        line(f"{each.file}:{each.line}: {each.old} is called {each.new} now (docs/glossary.md)")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
