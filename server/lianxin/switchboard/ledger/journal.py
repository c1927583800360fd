"""The switchboard's memory on disk: what happened, and what every live call looks like now.

Three kinds of lines go into one append-only file, in the order in which they happened:

* ledger entries (``calls.events.Entry``), which the shipper brings to PostgreSQL,
* what agents do (``agents.changes.AgentChange``), which it brings there as well, and
* checkpoints: the newest state of one call or one agent, from which a restarted
  switchboard goes on. A checkpoint of ``None`` means that the thing is over.

A line is written by one unbuffered ``write`` before the command that follows from it
is sent, so that kill -9 loses nothing. A crash of the whole machine may lose what the
kernel had not yet written.

The file is cut into segments. A new segment begins with all live checkpoints, so a segment
can be deleted as soon as all its entries are shipped.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from lianxin.agents.changes import AgentChange
from lianxin.calls.events import Entry

log = logging.getLogger(__name__)

SEGMENT_BYTES = 8 * 1024 * 1024


class _Line(msgspec.Struct, omit_defaults=True):
    """One line of the file: an entry, or a checkpoint under its key; an agent's with what they
    did."""

    entry: Entry | None = None
    agent: AgentChange | None = None
    key: str | None = None
    checkpoint: dict[str, Any] | None = msgspec.field(default=None, name="card")  # its old name


class Position(msgspec.Struct, frozen=True, order=True):
    """A place in the journal: all before it has been dealt with."""

    segment: int
    offset: int


class Journal:
    """Appends lines; owned by the event loop's thread. Reading is done by ``Reader``."""

    def __init__(self, folder: Path, segment_bytes: int = SEGMENT_BYTES) -> None:
        self.folder = folder
        self.checkpoints: dict[str, dict[str, Any]] = {}
        self.seqs: dict[str, int] = {}  # the last of each call's entries that were found
        self._segment_bytes = segment_bytes
        self._encoder = msgspec.json.Encoder()
        self._file: int
        self._number: int
        self._size: int
        folder.mkdir(parents=True, exist_ok=True)
        existing = segments(folder)
        for number in existing:
            self._replay(number)
        self._open((existing[-1] if existing else 0) + 1)

    def write(
        self, *entries: Entry, key: str = "", checkpoint: dict[str, Any] | None = None
    ) -> None:
        """Add entries to the ledger. The checkpoint stands in the last one's line: both are
        there, or neither is."""
        lines = [_Line(entry) for entry in entries]
        if checkpoint is not None:
            lines[-1] = _Line(entries[-1], key=key, checkpoint=checkpoint)
        self._append(*lines)

    def keep(
        self, key: str, checkpoint: dict[str, Any] | None, agent: AgentChange | None = None
    ) -> None:
        """Replace the checkpoint under ``key``; ``None`` forgets it. ``agent``: what it tells."""
        if agent is None and self.checkpoints.get(key) == checkpoint:
            return
        self._append(_Line(key=key, checkpoint=checkpoint, agent=agent))

    def restore(self, kind: str, take: Callable[[str, dict[str, Any]], None]) -> list[str]:
        """Give ``take`` each checkpoint under ``kind:…``, with what follows the colon.

        One that it cannot read, whatever it raises, is logged and passed over: one thing's must
        not keep the switchboard from all the others. Gives those.
        """
        unreadable: list[str] = []
        for key, kept in tuple(self.checkpoints.items()):
            of, _, id = key.partition(":")
            if of != kind:
                continue
            try:
                take(id, kept)
            except Exception:
                log.exception("the checkpoint %s cannot be read", key)
                unreadable.append(id)
        return unreadable

    def position(self) -> Position:
        """The end of what has been written so far."""
        return Position(self._number, self._size)

    def close(self) -> None:
        os.close(self._file)

    def _append(self, *lines: _Line) -> None:
        data = self._encoder.encode_lines(lines)
        written = os.write(self._file, data)
        if written != len(data):  # a full disk: never leave half a line behind
            os.ftruncate(self._file, self._size)
            raise OSError("the journal's disk is full")
        self._size += written
        for line in lines:  # only what is on the disk; the next segment begins with it
            if line.key is not None:
                self._set(line.key, line.checkpoint)
        if self._size >= self._segment_bytes:
            self._begin_segment()

    def _begin_segment(self) -> None:
        """On a full disk the old segment goes on: one without its checkpoints would lose calls."""
        old, number, size = self._file, self._number, self._size
        try:
            self._open(number + 1)
        except OSError as error:
            log.error("%s: no new segment: %s", self.folder, error)
            segment_path(self.folder, number + 1).unlink(missing_ok=True)
            self._file, self._number, self._size = old, number, size
        else:
            os.close(old)

    def _open(self, number: int) -> None:
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
        file = os.open(segment_path(self.folder, number), flags, 0o600)
        lines = (_Line(key=key, checkpoint=value) for key, value in self.checkpoints.items())
        head = self._encoder.encode_lines(list(lines))
        try:
            if os.write(file, head) != len(head):
                raise OSError("the journal's disk is full")
        except OSError:
            os.close(file)
            raise
        self._file, self._number, self._size = file, number, len(head)

    def _replay(self, number: int) -> None:
        for line, _ in read_lines(segment_path(self.folder, number), 0):
            if line.entry is not None:
                self.seqs[line.entry.call] = line.entry.seq
            if line.key is not None:
                self._set(line.key, line.checkpoint)

    def _set(self, key: str, checkpoint: dict[str, Any] | None) -> None:
        if checkpoint is None:
            self.checkpoints.pop(key, None)
        else:
            self.checkpoints[key] = checkpoint


class Reader:
    """Reads entries in order and remembers on disk how far they are shipped.

    Used by the shipper's thread only. ``done`` is written after the entries are in the
    database: a crash between the two ships them twice, which changes nothing there.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._mark = folder / "shipped"
        self.done = self._load()
        self.changes: list[AgentChange] = []  # of agents, among what was read last

    def read(self, limit: int) -> tuple[list[Entry], Position]:
        """Up to ``limit`` entries after ``done``, and the position behind them; what agents did
        among them is in ``changes``."""
        entries: list[Entry] = []
        self.changes = []
        position = self.done
        for number in segments(self._folder):
            if number < self.done.segment:
                continue
            start = self.done.offset if number == self.done.segment else 0
            position = Position(number, start)
            for line, end in read_lines(segment_path(self._folder, number), start):
                position = Position(number, end)
                if line.agent is not None:
                    self.changes.append(line.agent)
                if line.entry is not None:
                    entries.append(line.entry)
                if len(entries) >= limit:
                    return entries, position
        return entries, position

    def mark(self, position: Position) -> None:
        """All before ``position`` is safe in the database; drop segments before it."""
        temporary = self._mark.with_suffix(".new")
        temporary.write_bytes(msgspec.json.encode(position))
        temporary.replace(self._mark)
        self.done = position
        for number in segments(self._folder):
            if number < position.segment:
                segment_path(self._folder, number).unlink(missing_ok=True)

    def _load(self) -> Position:
        try:
            return msgspec.json.decode(self._mark.read_bytes(), type=Position)
        except (FileNotFoundError, msgspec.DecodeError):
            return Position(0, 0)


def segments(folder: Path) -> list[int]:
    """The numbers of the segments in ``folder``, oldest first."""
    return sorted(int(path.stem) for path in folder.glob("*.journal"))


def segment_path(folder: Path, number: int) -> Path:
    return folder / f"{number:08}.journal"


def read_lines(path: Path, offset: int) -> Iterator[tuple[_Line, int]]:
    """Whole lines from ``offset`` on, each with the offset behind it.

    A last line without its end is what a killed process left; it is not read.
    """
    decoder = msgspec.json.Decoder(_Line)
    with path.open("rb") as file:
        file.seek(offset)
        for raw in file:
            if not raw.endswith(b"\n"):
                return
            offset += len(raw)
            try:
                line = decoder.decode(raw)
            except msgspec.DecodeError:
                # In full: it may be an entry of a version that knows kinds which this one does not.
                text = "%s: the line before byte %d is unreadable and passed over: %r"
                log.error(text, path, offset, raw)
                continue
            yield line, offset
