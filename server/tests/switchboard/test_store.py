"""Recordings that are none: nothing is made of them, and nothing else suffers."""

from __future__ import annotations

import wave
from pathlib import Path
from uuid import UUID

import pytest
from uuid_utils import uuid7

from lianxin.switchboard.ledger.store import NothingRecorded, keep
from tests.switchboard.test_archive import audio


def test_a_file_that_is_no_audio_is_put_aside(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    recording = UUID(str(uuid7()))
    source = tmp_path / "source.wav"
    source.write_bytes(b"\0" * 5000)  # truncated while it was written, and written on
    with pytest.raises(NothingRecorded):
        keep(recording, source, tmp_path)
    [aside] = tmp_path.rglob("*.unreadable")
    assert aside.stat().st_size == 5000
    assert "no audio" in caplog.text
    with pytest.raises(NothingRecorded):  # a restarted switchboard asks again
        keep(recording, source, tmp_path)


@pytest.mark.parametrize("size", [0, 1, 44])
def test_a_file_without_a_sample_is_nothing(tmp_path: Path, size: int) -> None:
    source = tmp_path / "source.wav"
    source.write_bytes(b"R" * size)
    with pytest.raises(NothingRecorded):
        keep(UUID(str(uuid7())), source, tmp_path)
    assert list(tmp_path.rglob("*.wav")) == []


def closed(content: bytes, sizes: bytes | None, drop: int = 0) -> bytes:
    """A file of a writer that wrote ``sizes`` (RIFF's, then the data's) or never came to it."""
    sizes = sizes or bytes(8)
    return (content[:4] + sizes[:4] + content[8:40] + sizes[4:] + content[44:])[
        : len(content) - drop
    ]


@pytest.mark.parametrize(
    ("sizes", "drop"),
    [
        (bytes(8), 0),
        (bytes(8), 1),
        (b"\xa4\x3e\0\0\x80\x3e\0\0", 4001),
        (b"\x44\1\0\0\x20\1\0\0", 0),
    ],
    ids=["never closed", "half a sample", "cut off", "stopped early"],
)
def test_what_was_written_before_the_writer_died_is_kept_and_said_to_end_early(
    tmp_path: Path, sizes: bytes, drop: int
) -> None:
    recording, source = UUID(str(uuid7())), tmp_path / "source.wav"
    whole = audio(1)
    source.write_bytes(closed(whole, sizes, drop))
    stored = keep(recording, source, tmp_path / "store")
    there = (len(whole) - drop - 44) // 2
    assert (stored.cut, stored.milliseconds) == (True, there * 1000 // 8000)
    assert stored.facts()["ends_early"] is True
    with wave.open(str(tmp_path / "store" / stored.path)) as heard:
        assert heard.getnframes() == there
        assert heard.readframes(there) == b"\x01\x02" * there
    assert keep(recording, source, tmp_path / "store") == stored  # a restart asks again


def test_nothing_is_said_of_the_end_of_a_whole_recording(tmp_path: Path) -> None:
    source = tmp_path / "source.wav"
    source.write_bytes(audio(1))
    stored = keep(UUID(str(uuid7())), source, tmp_path / "store")
    assert not stored.cut
    assert "ends_early" not in stored.facts()
    assert source.parent.joinpath("store", stored.path).read_bytes() == audio(1)
