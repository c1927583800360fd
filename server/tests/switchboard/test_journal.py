"""The journal survives what kills a process, and nothing in it is shipped twice or lost."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lianxin.calls.events import Entry
from lianxin.switchboard.ledger.journal import Journal, Reader, segment_path, segments


def entry(seq: int) -> Entry:
    return Entry("0199", seq, 1, 1_764_000_000.0 + seq, "node", {"node": "主菜单"})


def shipped(folder: Path, limit: int = 100) -> list[int]:
    reader = Reader(folder)
    entries, position = reader.read(limit)
    reader.mark(position)
    return [each.seq for each in entries]


def test_what_was_written_is_read_once_in_order(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    for seq in range(1, 6):
        journal.write(entry(seq))
    assert shipped(tmp_path, limit=3) == [1, 2, 3]
    assert shipped(tmp_path) == [4, 5]
    assert shipped(tmp_path) == []
    journal.write(entry(6))
    assert shipped(tmp_path) == [6]


def test_checkpoints_come_back_and_forgotten_ones_do_not(tmp_path: Path) -> None:
    first = Journal(tmp_path)
    first.keep("call:a", {"state": "queued"})
    first.keep("call:b", {"state": "queued"})
    first.keep("call:a", {"state": "talking"})
    first.keep("call:b", None)
    assert Journal(tmp_path).checkpoints == {"call:a": {"state": "talking"}}


def test_a_half_written_last_line_is_passed_over(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.write(entry(1))
    journal.close()
    with segment_path(tmp_path, segments(tmp_path)[-1]).open("ab") as file:
        file.write(b'{"entry":{"call":"0199","se')
    after = Journal(tmp_path)
    after.write(entry(2))
    assert shipped(tmp_path) == [1, 2]


def test_an_unreadable_line_does_not_hide_the_next(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    journal = Journal(tmp_path)
    with segment_path(tmp_path, segments(tmp_path)[-1]).open("ab") as file:
        file.write(b"\x00\x00 no json\n")
    journal.write(entry(1))
    assert shipped(tmp_path) == [1]
    assert "unreadable" in caplog.text


def test_shipped_segments_go_and_live_checkpoints_stay(tmp_path: Path) -> None:
    journal = Journal(tmp_path, segment_bytes=2000)
    journal.keep("call:long", {"state": "talking"})
    for seq in range(1, 101):
        journal.write(entry(seq))
    assert len(segments(tmp_path)) > 3
    assert shipped(tmp_path, limit=1000) == list(range(1, 101))
    assert len(segments(tmp_path)) == 1
    assert Journal(tmp_path).checkpoints == {"call:long": {"state": "talking"}}


def test_a_crash_before_the_mark_ships_again(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.write(entry(1))
    Reader(tmp_path).read(10)  # shipped, and killed before ``mark``
    assert shipped(tmp_path) == [1]


def test_what_a_full_disk_refused_is_not_taken_for_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = Journal(tmp_path)
    journal.keep("call:a", {"state": "queued"})

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", full)
        with pytest.raises(OSError, match="No space"):
            journal.keep("call:a", {"state": "talking"})
    assert journal.checkpoints == {"call:a": {"state": "queued"}}
    journal.keep("call:a", {"state": "talking"})  # so the next try writes it
    assert Journal(tmp_path).checkpoints == {"call:a": {"state": "talking"}}


def test_a_segment_that_cannot_be_begun_leaves_the_old_one_in_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = Journal(tmp_path, segment_bytes=1)
    write, left = os.write, [1]

    def full_after_one(file: int, data: bytes) -> int:
        if not left:
            raise OSError(28, "No space left on device")
        left.pop()
        return write(file, data)

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", full_after_one)
        journal.keep("call:a", {"state": "queued"})
    journal.write(entry(1))
    assert Journal(tmp_path).checkpoints == {"call:a": {"state": "queued"}}
    assert shipped(tmp_path) == [1]


def test_a_segment_without_room_for_its_checkpoints_is_not_begun(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would let the older ones, which hold them, be deleted."""
    journal = Journal(tmp_path, segment_bytes=500)
    journal.keep("call:long", {"state": "talking", "words": "x" * 400})
    first, write = segments(tmp_path), os.write
    with monkeypatch.context() as patched:
        patched.setattr(os, "write", lambda file, data: write(file, data[:300]))
        for seq in range(1, 4):
            journal.write(entry(seq))
    assert segments(tmp_path) == first
    assert shipped(tmp_path) == [1, 2, 3]
    journal.write(entry(4))
    assert segments(tmp_path) != first
    assert shipped(tmp_path) == [4]
    assert Journal(tmp_path).checkpoints == journal.checkpoints
