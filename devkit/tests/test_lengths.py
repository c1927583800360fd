"""Files that are too long are named."""

from __future__ import annotations

from pathlib import Path

from devkit.lengths import MOST, too_long


def test_a_file_that_is_too_long_is_named_with_its_lines(tmp_path: Path) -> None:
    for folder in ("server/migrations", "devkit", "bench"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "bench" / "fits.py").write_text("x = 1\n" * MOST)
    (tmp_path / "devkit" / "long.py").write_text("x = 1\n" * (MOST + 1))
    (tmp_path / "server" / "migrations" / "0001.py").write_text("x = 1\n" * 2 * MOST)
    assert list(too_long(tmp_path)) == [(Path("devkit/long.py"), MOST + 1)]
