"""Messages that the dialplan took alone."""

from __future__ import annotations

import os
import wave
from pathlib import Path

import pytest

from lianxin.lines.plan import LinePlan
from lianxin.switchboard.ledger.fallback import (
    NO_BEEP_YET,
    Message,
    any_message,
    bring_in,
    complete,
    entries,
    read_name,
)
from lianxin.switchboard.ledger.journal import Journal, Reader
from lianxin.switchboard.ledger.store import NothingRecorded

LINE = LinePlan("12345", "示范市", 1, "shifan", 7, {})
NAME = "1764000000-1764000000.7-13800000001-12345.wav"


def speak(file: Path, seconds: float) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(file), "wb") as audio:
        audio.setnchannels(1)
        audio.setsampwidth(2)
        audio.setframerate(8000)
        audio.writeframes(b"\x10\x10" * int(8000 * seconds))
    os.utime(file, (1_764_000_010, 1_764_000_010))
    return file


def kinds(folder: Path) -> list[str]:
    return [each.kind for each in Reader(folder).read(100)[0]]


def test_the_name_tells_who_called_what_when(tmp_path: Path) -> None:
    message = read_name(tmp_path / NAME)
    assert message is not None
    assert (message.caller, message.called, message.epoch) == ("13800000001", "12345", 1764000000)
    assert message.call.version == 7
    withheld = read_name(tmp_path / "1764000000-1764000000.7--12345.wav")
    assert withheld is not None
    assert withheld.caller == ""


def test_a_spool_that_is_not_there_holds_no_message(tmp_path: Path) -> None:
    assert not any_message(tmp_path / "nowhere")
    (tmp_path / "1-1.1-1-1.wav").touch()
    assert any_message(tmp_path)


def test_a_foreign_file_stays_where_it_is(tmp_path: Path) -> None:
    speak(tmp_path / "notes.wav", 1)
    assert list(complete(tmp_path, 1_764_000_100, ())) == []


def test_a_message_that_is_still_spoken_waits(tmp_path: Path) -> None:
    speak(tmp_path / NAME, 1)
    assert list(complete(tmp_path, 1_764_000_100, {"1764000000.7"})) == []
    assert list(complete(tmp_path, 1_764_000_011, ())) == []
    assert len(list(complete(tmp_path, 1_764_000_100, ()))) == 1


def test_one_message_becomes_one_ledger_with_a_case(tmp_path: Path) -> None:
    message = read_name(speak(tmp_path / "fallback" / NAME, 2))
    assert message is not None
    journal = Journal(tmp_path / "journal")
    bring_in(message, LINE, journal, tmp_path / "store", ended=1_764_000_010)
    assert kinds(tmp_path / "journal") == ["started", "recording", "stored", "case", "ended"]
    assert not message.file.exists()
    assert journal.checkpoints == {}


def test_an_interrupted_import_gives_the_same_rows(tmp_path: Path) -> None:
    message = read_name(speak(tmp_path / "fallback" / NAME, 2))
    assert message is not None
    journal = Journal(tmp_path / "journal")
    bring_in(message, LINE, journal, tmp_path / "store", ended=1_764_000_010)
    bring_in(message, LINE, journal, tmp_path / "store", ended=1_764_000_010)
    all_entries, _ = Reader(tmp_path / "journal").read(100)
    assert all_entries[:5] == all_entries[5:]


def before_the_beep(folder: Path) -> Message:
    """What the dialplan has written when the apology begins."""
    folder.mkdir(parents=True)
    (folder / NAME).write_bytes(NO_BEEP_YET)
    message = read_name(folder / NAME)
    assert message is not None
    return message


def test_who_hangs_up_before_the_beep_has_a_call_and_no_recording(tmp_path: Path) -> None:
    message = before_the_beep(tmp_path / "fallback")
    journal = Journal(tmp_path / "journal")
    bring_in(message, LINE, journal, tmp_path / "store", ended=1_764_000_010)
    assert kinds(tmp_path / "journal") == ["started", "ended"]
    assert not message.file.exists()
    assert journal.checkpoints == {}


@pytest.mark.parametrize("content", [b"", b"\0" * 4000], ids=["empty", "garbage"])
def test_words_that_were_recorded_and_are_not_there_are_lost(
    tmp_path: Path, content: bytes
) -> None:
    message = before_the_beep(tmp_path / "fallback")
    message.file.write_bytes(content)
    journal = Journal(tmp_path / "journal")
    bring_in(message, LINE, journal, tmp_path / "store", ended=1_764_000_010)
    assert kinds(tmp_path / "journal") == ["started", "recording", "lost", "ended"]


def test_an_interrupted_import_remembers_that_there_was_no_beep(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    message = before_the_beep(tmp_path / "fallback")
    journal = Journal(tmp_path / "journal")

    def killed(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(journal, "write", killed)
        with pytest.raises(KeyboardInterrupt):
            bring_in(message, LINE, journal, tmp_path / "store", ended=1_764_000_010)
    assert not message.file.exists()
    bring_in(message, LINE, journal, tmp_path / "store", ended=1_764_000_010)
    assert kinds(tmp_path / "journal") == ["started", "ended"]


def test_an_import_that_a_version_before_began_is_finished(tmp_path: Path) -> None:
    message = before_the_beep(tmp_path / "fallback")
    journal = Journal(tmp_path / "journal")
    journal.keep(f"fallback:{NAME}", {"file": str(message.file)})
    message.file.unlink()
    bring_in(message, LINE, journal, tmp_path / "store", ended=1_764_000_010)
    assert kinds(tmp_path / "journal") == ["started", "recording", "lost", "ended"]


def test_an_empty_message_is_a_call_without_words(tmp_path: Path) -> None:
    message = read_name(speak(tmp_path / NAME, 0))
    assert message is not None
    assert [each.kind for each in entries(message, LINE, NothingRecorded(), 1_764_000_001)] == [
        "started",
        "recording",
        "lost",
        "ended",
    ]


@pytest.mark.parametrize(("cut", "end"), [(False, ("caller", 16)), (True, ("system", 41))])
def test_a_message_that_asterisks_death_cut_was_not_ended_by_its_caller(
    tmp_path: Path, cut: bool, end: tuple[str, int]
) -> None:
    file = speak(tmp_path / "fallback" / NAME, 2)
    if cut:  # the sizes are written as the file is closed
        with file.open("r+b") as audio:
            audio.seek(40)
            audio.write(bytes(4))
    message = read_name(file)
    assert message is not None
    bring_in(message, LINE, Journal(tmp_path / "journal"), tmp_path / "store", ended=1_764_000_010)
    [ended] = [e for e in Reader(tmp_path / "journal").read(100)[0] if e.kind == "ended"]
    assert (ended.data["by"], ended.data["cause"]) == end
