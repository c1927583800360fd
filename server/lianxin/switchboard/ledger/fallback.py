"""Messages that the dialplan took while no switchboard was there, brought into the ledger.

A file's name says who called what when. Its call and recording ids follow from that
name, and a checkpoint holds it until its entries are in the journal: importing the same file
again after a crash gives the same rows.
"""

from __future__ import annotations

import hashlib
import logging
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from uuid import UUID

from lianxin.calls.events import Entry, Kind
from lianxin.lines.plan import LinePlan
from lianxin.rules import q850
from lianxin.rules.telephones import dialled
from lianxin.switchboard.ledger.journal import Journal
from lianxin.switchboard.ledger.store import NothingRecorded, Stored, keep

log = logging.getLogger(__name__)

#: A file that has not grown for so long is complete.
QUIET_SECONDS = 4
#: What the dialplan writes as the call begins, and what is written over from the beep on.
NO_BEEP_YET = b"\n"

#: When, what, and its data: an entry that has no number yet.
Step = tuple[float, Kind, Mapping[str, Any]]

#: How a call ends whose caller hangs up.
_HUNG_UP: Mapping[str, Any] = {"by": "caller", "cause": q850.NORMAL}

_NAME = re.compile(r"(?P<epoch>\d+)-(?P<channel>[\d.]+)-(?P<caller>[\d+]*)-(?P<called>[\d+]*)")


@dataclass(frozen=True)
class Message:
    """One file of the spool."""

    file: Path
    epoch: int
    channel: str
    caller: str
    called: str

    @property
    def call(self) -> UUID:
        return _id(self.epoch, f"call {self.file.stem}")

    @property
    def recording(self) -> UUID:
        return _id(self.epoch, f"recording {self.file.stem}")


def read_name(file: Path) -> Message | None:
    """``1764000000-1764000000.7-13800000001-12345.wav``; None for anything else."""
    match = _NAME.fullmatch(file.stem)
    if match is None:
        return None
    return Message(file, int(match["epoch"]), match["channel"], match["caller"], match["called"])


def any_message(folder: Path) -> bool:
    """Whether it is worth a closer look. A folder that is not there holds none."""
    return next(folder.glob("*.wav"), None) is not None


def complete(folder: Path, now: float, live_channels: Collection[str]) -> Iterator[Message]:
    """The messages that nobody is speaking any more."""
    for file in sorted(folder.glob("*.wav")):
        message = read_name(file)
        if message is None:
            log.error("%s is not a message's name; it stays where it is", file.name)
        elif message.channel not in live_channels and now - file.stat().st_mtime > QUIET_SECONDS:
            yield message


def bring_in(message: Message, line: LinePlan, journal: Journal, store: Path, ended: float) -> None:
    """Move the audio into the store and write the call's whole ledger at once."""
    key = f"fallback:{message.file.name}"
    # Of an import that was interrupted: its file may be in the store already.
    kept = journal.checkpoints.get(key) or {
        "file": str(message.file),
        "recorded": came_to_the_beep(message.file),
    }
    journal.keep(key, kept)
    recorded = bool(kept.get("recorded", True))  # a version before did not say
    what: Stored | NothingRecorded
    try:
        what = keep(message.recording, message.file, store)
    except NothingRecorded as nothing:
        if recorded:
            log.warning("%s holds no words", message.file.name)
        what = nothing
    for entry in entries(message, line, what, ended, recorded=recorded):
        journal.write(entry)
    journal.keep(key, None)


def came_to_the_beep(file: Path) -> bool:
    """Whether anything was recorded, be it nothing: who hung up before has said no words that
    could be lost."""
    if not file.exists():
        return True
    with file.open("rb") as content:
        return content.read(len(NO_BEEP_YET) + 1) != NO_BEEP_YET


def entries(
    message: Message,
    line: LinePlan,
    what: Stored | NothingRecorded,
    ended: float,
    *,
    recorded: bool = True,
) -> list[Entry]:
    """What happened in that call, as far as its file tells. ``recorded``: it came to the beep."""
    message = replace(message, caller=dialled(message.caller, line.area_code))
    began: Step = (
        float(message.epoch),
        "started",
        {
            "line": line.number,
            "caller": message.caller,
            "source": "carrier",
            "flow_version": line.flow_version,
            "channel": message.channel,
        },
    )
    stored = isinstance(what, Stored)
    cut = isinstance(what, Stored) and what.cut  # nobody closed it: Asterisk died, or its disk
    end = {"by": "system", "cause": q850.TEMPORARY_FAILURE} if cut else _HUNG_UP
    over: Step = (ended, "ended", {"outcome": "fallback", **end})
    words = _words(message, what, ended) if recorded or stored else []
    call = str(message.call)
    return [
        Entry(call, seq, line.centre, at, kind, dict(data))
        for seq, (at, kind, data) in enumerate([began, *words, over], 1)
    ]


def _words(message: Message, what: Stored | NothingRecorded, ended: float) -> list[Step]:
    """What became of the recording."""
    recording = str(message.recording)
    named = {"recording": recording, "kind": "fallback", "name": recording}
    steps: list[Step] = [(float(message.epoch), "recording", named)]
    if isinstance(what, NothingRecorded):
        return [*steps, (ended, "lost", {"recording": recording, "reason": what.reason})]
    case = {"recording": recording, "case_kind": "message", "caller": message.caller}
    return [
        *steps,
        (ended, "stored", {"recording": recording, **what.facts()}),
        (ended, "case", case),
    ]


def _id(epoch: int, text: str) -> UUID:
    """A UUIDv7 of that second whose random part is made of ``text``."""
    tail = int.from_bytes(hashlib.sha256(text.encode()).digest()[:10])
    value = (epoch * 1000) << 80 | 7 << 76 | (tail >> 2) & ((1 << 76) - 1)
    value = value & ~(3 << 62) | 2 << 62
    return UUID(int=value)
