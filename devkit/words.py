"""One word for one thing: identifiers that were replaced do not come back.

``python -m devkit.words``; the words are in ``old_words.toml``.
"""

from __future__ import annotations

import re
import sys
import tokenize
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from devkit.paths import REPOSITORY
from devkit.say import line

LIST = Path(__file__).with_name("old_words.toml")
_FOLDERS = ("server", "devkit", "bench", "web/apps", "web/packages")
_NOT_OURS = frozenset({"node_modules", "dist", "migrations"})
#: Comments, strings and templates of TypeScript, in which any word may stand.
_PROSE = re.compile(
    r"//[^\n]*|/\*.*?\*/|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`",
    re.DOTALL,
)
_WORD = re.compile(r"[A-Za-z_$][\w$]*")


@dataclass(frozen=True)
class Rule:
    """Old words with the new one of each, and the folders in which they are refused."""

    words: Mapping[str, str]
    folders: tuple[str, ...]


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
    everywhere = Rule(data["words"], _FOLDERS)
    return [everywhere, *(Rule(each["words"], tuple(each["in"])) for each in data.get("only", ()))]


def find(root: Path, rules: list[Rule]) -> Iterator[Found]:
    """Every old word that is an identifier, in the order of the rules and files."""
    for rule in rules:
        for folder in rule.folders:
            for file in _sources(root / folder):
                for number, word in _identifiers(file):
                    if word in rule.words:
                        yield Found(file.relative_to(root), number, word, rule.words[word])


def _sources(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise FileNotFoundError(f"{folder}, which {LIST.name} names, is not there")
    kinds = ("*.py", "*.ts", "*.tsx")
    files = (file for kind in kinds for file in folder.rglob(kind))
    return sorted(file for file in files if _NOT_OURS.isdisjoint(file.parts))


def _identifiers(file: Path) -> Iterator[tuple[int, str]]:
    if file.suffix == ".py":
        with file.open("rb") as source:
            for token in tokenize.tokenize(source.readline):
                if token.type == tokenize.NAME:
                    yield token.start[0], token.string
        return
    text = _PROSE.sub(_blank, file.read_text("utf-8"))
    for number, content in enumerate(text.splitlines(), 1):
        yield from ((number, found[0]) for found in _WORD.finditer(content))


def _blank(prose: re.Match[str]) -> str:
    return "\n" * prose[0].count("\n")


def main() -> int:
    """Print the old words that are there; 1 when any is."""
    found = list(find(REPOSITORY, rules(LIST.read_text("utf-8"))))
    for each in found:
        line(f"{each.file}:{each.line}: {each.old} is called {each.new} now (docs/glossary.md)")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
