"""Recordings that are none: nothing is made of them, and nothing else suffers."""

from __future__ import annotations

import shutil
import struct
import wave
from pathlib import Path
from uuid import UUID

import pytest
from uuid_utils import uuid7

from lianxin.switchboard.ledger.store import NothingRecorded, Unreadable, keep, mend
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


WHOLE = audio(1)  # a second, as Asterisk closes it
SAMPLES = WHOLE[44:]
NAMES = b"LIST" + struct.pack("<I", 10) + b"INFOISFT\0\0"


def wave_of(
    samples: bytes = SAMPLES,
    *,
    riff: int | None = None,
    data: int | None = None,
    before: bytes = b"",
    format: bytes = WHOLE[12:36],
) -> bytes:
    """A file with the sizes ``riff`` and ``data`` in its header, else the right ones."""
    rest = format + before + b"data" + struct.pack("<I", len(samples) if data is None else data)
    whole = b"WAVE" + rest + samples
    return b"RIFF" + struct.pack("<I", len(whole) if riff is None else riff) + whole


def format_of(tag: int = 1, channels: int = 1, rate: int = 8000, bits: int = 16) -> bytes:
    frame = channels * bits // 8
    sound = struct.pack("<HHIIHH", tag, channels, rate, rate * frame, frame, bits)
    return b"fmt " + struct.pack("<I", len(sound)) + sound


#: What a writer that died, a full disk or a hand at the file leaves, and how many of the samples
#: there are in it.
DAMAGED = {
    "never closed": (wave_of(riff=0, data=0), 8000),
    "never closed, half a sample": (wave_of(SAMPLES[:-1], riff=0, data=0), 7999),
    "cut off": (WHOLE[:-4001], 5999),
    "cut off after the first sample": (WHOLE[:46], 1),
    "stopped early: its sizes were of an earlier moment": (wave_of(riff=324, data=288), 8000),
    "the samples said to be longer than any file": (wave_of(data=0xFFFFFFFF), 8000),
    "names before the samples, never closed": (wave_of(riff=0, data=0, before=NAMES), 8000),
    "names before the samples, cut off": (wave_of(before=NAMES)[:-1000], 7500),
    "a header of zeros": (bytes(44) + SAMPLES, 8000),
    "a header of zeros, half a sample": (bytes(44) + SAMPLES[:-1], 7999),
    "a closed header of zeros": (bytes(4) + WHOLE[4:8] + bytes(32) + WHOLE[40:], 8000),
    "no format in the header": (wave_of(format=b"fmt " + struct.pack("<I", 16) + bytes(16)), 8000),
    "another first letter": (b"X" + WHOLE[1:], 8000),
}


@pytest.mark.parametrize("damage", DAMAGED)
def test_what_was_written_before_the_writer_died_is_kept_and_said_to_end_early(
    tmp_path: Path, damage: str
) -> None:
    content, there = DAMAGED[damage]
    recording, source = UUID(str(uuid7())), tmp_path / "source.wav"
    source.write_bytes(content)
    stored = keep(recording, source, tmp_path / "store")
    assert (stored.cut, stored.milliseconds) == (True, there * 1000 // 8000)
    assert stored.facts()["ends_early"] is True
    kept = tmp_path / "store" / stored.path
    assert stored.bytes == kept.stat().st_size
    assert int.from_bytes(kept.read_bytes()[4:8], "little") == stored.bytes - 8
    with wave.open(str(kept)) as heard:
        assert (heard.getframerate(), heard.getnchannels(), heard.getsampwidth()) == (8000, 1, 2)
        assert heard.getnframes() == there
        assert heard.readframes(there) == SAMPLES[: 2 * there]
    assert keep(recording, source, tmp_path / "store") == stored  # a restart asks again


#: Nobody can know what of them is sound, or as what it would have to be heard.
UNREADABLE = {
    "zeros": bytes(5000),
    "emptied while it was written, and written on": bytes(9000) + SAMPLES,
    "A-law": wave_of(format=format_of(tag=6, bits=8)),
    "never closed A-law": wave_of(riff=0, data=0, format=format_of(tag=6, bits=8)),
    "A-law behind names": wave_of(before=NAMES, format=format_of(tag=6, bits=8)),
}


@pytest.mark.parametrize("content", UNREADABLE.values(), ids=UNREADABLE)
def test_what_nobody_can_read_is_put_aside_as_it_is_and_not_called_empty(
    tmp_path: Path, content: bytes
) -> None:
    recording, source = UUID(str(uuid7())), tmp_path / "source.wav"
    source.write_bytes(content)
    for _ in range(2):  # a restarted switchboard asks again
        with pytest.raises(Unreadable) as refused:
            keep(recording, source, tmp_path / "store")
        assert refused.value.reason == "unreadable"
    [aside] = tmp_path.rglob("*.unreadable")
    assert aside.read_bytes() == content


@pytest.mark.parametrize(
    "content",
    [wave_of(b""), wave_of(b"", riff=0, data=0), wave_of(b"", before=NAMES), WHOLE[:45], WHOLE[:30],
     wave_of(b"x", before=NAMES), b"\n"],
)  # fmt: skip
def test_a_header_alone_is_empty(tmp_path: Path, content: bytes) -> None:
    source = tmp_path / "source.wav"
    source.write_bytes(content)
    with pytest.raises(NothingRecorded) as nothing:
        keep(UUID(str(uuid7())), source, tmp_path / "store")
    assert nothing.value.reason == "empty"
    assert not [file for file in tmp_path.rglob("*") if file.is_file()]


def test_stereo_of_another_rate_is_measured_by_its_own(tmp_path: Path) -> None:
    source = tmp_path / "source.wav"
    source.write_bytes(wave_of(format=format_of(channels=2, rate=16000), riff=0, data=0))
    stored = keep(UUID(str(uuid7())), source, tmp_path / "store")
    assert (stored.milliseconds, stored.cut) == (250, True)


def test_a_damaged_file_is_mended_by_whoever_comes_after_one_who_died_in_it(tmp_path: Path) -> None:
    file, marker = tmp_path / "a.wav", tmp_path / "a.cut"
    file.write_bytes(wave_of(riff=0, data=0))  # the header was made anew, and then: killed
    marker.touch()
    assert mend(file, marker).size == len(SAMPLES)
    assert file.read_bytes() == WHOLE


def test_a_recording_that_was_closed_on_a_full_disk_ends_early(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Asterisk closes it in good order when it cannot write on."""
    recording, source = UUID(str(uuid7())), tmp_path / "source.wav"
    source.write_bytes(WHOLE)
    usage = shutil.disk_usage(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=4096))
        stored = keep(recording, source, tmp_path / "store")
    assert (stored.cut, stored.milliseconds) == (True, 1000)
    assert keep(recording, source, tmp_path / "store") == stored  # asked again, with room again


def test_nothing_is_said_of_the_end_of_a_whole_recording(tmp_path: Path) -> None:
    source = tmp_path / "source.wav"
    source.write_bytes(audio(1))
    stored = keep(UUID(str(uuid7())), source, tmp_path / "store")
    assert not stored.cut
    assert "ends_early" not in stored.facts()
    assert source.parent.joinpath("store", stored.path).read_bytes() == audio(1)
