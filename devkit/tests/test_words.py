"""Old words are found where they are identifiers, and nowhere else."""

from __future__ import annotations

from pathlib import Path

from devkit.words import find, rules

LIST = """
[words]
Tape = "Recorder"

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
