"""Old words are found where they are identifiers, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from devkit.words import find, rules

LIST = """
[words]
Tape = "Recorder"

[names]
asked = "lookups"

[[only]]
words = { card = "checkpoint" }
in = ["server/lianxin/switchboard"]
reason = "elsewhere it is a card"
"""


def test_an_identifier_is_found_and_a_sentence_is_not(tmp_path: Path) -> None:
    room = tmp_path / "server" / "lianxin" / "switchboard"
    room.mkdir(parents=True)
    (room / "a.py").write_text('"""A Tape."""\n# card\nclass Tape:\n    card = "card"\n')
    (tmp_path / "server" / "b.py").write_text("card = 1\nTapes = 2\n")
    for folder in ("devkit", "bench", "web/apps", "web/packages"):
        (tmp_path / folder).mkdir(parents=True)
    page = tmp_path / "web" / "apps" / "page.tsx"
    page.write_text('/* Tape\n */\nconst a = <Tape text="Tape" />; // Tape\n')
    found = [(str(each.file), each.line, each.old) for each in find(tmp_path, rules(LIST))]
    assert found == [
        ("server/lianxin/switchboard/a.py", 3, "Tape"),
        ("web/apps/page.tsx", 3, "Tape"),
        ("server/lianxin/switchboard/a.py", 4, "card"),
    ]


def _room(root: Path) -> Path:
    for folder in ("server/lianxin/switchboard", "devkit", "bench", "web/apps", "web/packages"):
        (root / folder).mkdir(parents=True)
    return root / "web" / "apps"


@pytest.mark.parametrize(
    "source",
    [
        "const a = `of ${Tape}`;",
        "const a = `of ${() => { return { b: Tape }; }} and ${`inner`}`;",
        "const a = <p>the citizen's {Tape} isn't</p>;",
        "const a: List<Tape> = b < c;",
    ],
)
def test_an_old_word_is_found_in(tmp_path: Path, source: str) -> None:
    (_room(tmp_path) / "page.tsx").write_text(source)
    assert [each.old for each in find(tmp_path, rules(LIST))] == ["Tape"]


@pytest.mark.parametrize(
    "source",
    [
        "const a = `a Tape ${b} and Tape`;",
        "const a = `${`Tape`} Tape`;",
        "const a = <p>the citizen's Tape {b} Tape isn't</p>;",
        "const a = 'Tape' + \"it's a Tape\"; // Tape's",
    ],
)
def test_a_sentence_is_none_in(tmp_path: Path, source: str) -> None:
    (_room(tmp_path) / "page.tsx").write_text(source)
    assert list(find(tmp_path, rules(LIST))) == []


def test_an_expression_in_an_f_string_is_code(tmp_path: Path) -> None:
    _room(tmp_path)
    (tmp_path / "server" / "a.py").write_text('a = f"Tape {b}"\nc = f"{Tape} {d.Tape}"\n')
    assert [(each.line, each.old) for each in find(tmp_path, rules(LIST))] == [(2, "Tape")] * 2


def test_names_of_files_and_folders_are_looked_at(tmp_path: Path) -> None:
    room = _room(tmp_path)
    (room / "asked").mkdir()
    for name in ("asked/a.ts", "test_asked.py", "tasked.ts", "asked.css"):
        (room / name).write_text("")
    assert {str(each.file.relative_to("web/apps")) for each in find(tmp_path, rules(LIST))} == {
        "asked/a.ts",
        "test_asked.py",
        "asked.css",
    }
