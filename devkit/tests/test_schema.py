"""When migrations and the made-up city are passed over."""

from __future__ import annotations

from pathlib import Path

from devkit import schema
from lianxin.env import web_threads


def _sources(root: Path) -> tuple[Path, Path]:
    (root / "calls" / "migrations").mkdir(parents=True)
    (root / "calls" / "migrations" / "0001_initial.py").write_text("first")
    lock = root.parent / "runtime.txt"
    lock.write_text("django==1")
    return root, lock


def test_what_tables_follow_from_changes_the_digest(tmp_path: Path) -> None:
    root, lock = _sources(tmp_path / "lianxin")
    seen = [schema.digest(root, lock)]
    (root / "calls" / "migrations" / "0001_initial.py").write_text("second")
    seen.append(schema.digest(root, lock))
    (root / "calls" / "migrations" / "0002_more.py").write_text("")
    seen.append(schema.digest(root, lock))
    lock.write_text("django==2")
    seen.append(schema.digest(root, lock))
    assert len(set(seen)) == 4


def test_other_files_do_not(tmp_path: Path) -> None:
    root, lock = _sources(tmp_path / "lianxin")
    before = schema.digest(root, lock)
    (root / "calls" / "locale.mo").write_bytes(b"x")
    (root / "calls" / "__pycache__").mkdir()
    (root / "calls" / "__pycache__" / "x.pyc").write_bytes(b"x")
    assert schema.digest(root, lock) == before


def test_web_asks_for_no_more_threads_than_its_cores_can_use() -> None:
    assert [web_threads(cores) for cores in (1, 2, 4, 64)] == [3, 5, 8, 8]
