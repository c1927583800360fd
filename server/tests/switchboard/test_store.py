"""Recordings that are none: nothing is made of them, and nothing else suffers."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from uuid_utils import uuid7

from lianxin.switchboard.ledger.store import NothingRecorded, keep


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
