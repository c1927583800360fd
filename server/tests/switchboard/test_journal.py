"""The journal survives what kills a process, and nothing in it is shipped twice or lost."""

from __future__ import annotations

import errno
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


class Disk:
    """Takes so many bytes of each write; None: all."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.takes: int | None = None
        self._write = os.write
        monkeypatch.setattr(os, "write", self.write)

    def write(self, file: int, data: bytes) -> int:
        if self.takes == 0:
            raise OSError(errno.ENOSPC, "no space left")
        return self._write(file, data[: self.takes])


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk(monkeypatch)


@pytest.mark.parametrize("takes", [0, 10])
def test_what_a_full_disk_does_not_take_is_written_when_it_does(
    tmp_path: Path, disk: Disk, takes: int
) -> None:
    journal = Journal(tmp_path)
    journal.write(entry(1))
    disk.takes = takes
    journal.write(entry(2), key="call:a", checkpoint={"state": "queued"})
    journal.keep("call:b", {"state": "queued"})
    journal.keep("call:b", {"state": "queued"})
    assert journal.checkpoints.keys() == {"call:a", "call:b"}
    assert shipped(tmp_path) == [1]
    disk.takes = None
    journal.keep("call:b", {"state": "queued"})  # nothing new, and nothing is lost
    journal.write(entry(3))
    assert shipped(tmp_path) == [2, 3]
    assert Journal(tmp_path).checkpoints == journal.checkpoints


def test_what_waits_is_written_at_the_end(tmp_path: Path, disk: Disk) -> None:
    journal = Journal(tmp_path)
    disk.takes = 0
    journal.write(entry(1))
    disk.takes = None
    journal.close()
    assert shipped(tmp_path) == [1]


def test_where_there_is_no_room_for_another_segment_this_one_goes_on(
    tmp_path: Path, disk: Disk
) -> None:
    """A segment that stood there without its checkpoints would let the older ones be deleted."""
    journal = Journal(tmp_path, segment_bytes=500)
    journal.keep("call:long", {"state": "talking", "words": "x" * 400})
    first = segments(tmp_path)
    disk.takes = 300  # an entry, and no checkpoint
    for seq in range(1, 4):
        journal.write(entry(seq))
    assert segments(tmp_path) == first
    assert shipped(tmp_path, limit=1000) == [1, 2, 3]
    disk.takes = None
    journal.write(entry(4))
    assert segments(tmp_path) != first
    assert shipped(tmp_path) == [4]
    assert Journal(tmp_path).checkpoints == journal.checkpoints
