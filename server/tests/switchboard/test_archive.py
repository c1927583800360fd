"""Finished recordings find their way into the store, from this machine or from another."""

from __future__ import annotations

import io
import wave
from pathlib import Path
from typing import cast
from uuid import UUID

import pytest
from uuid_utils import uuid7

from lianxin.switchboard.ari import Exchange, Gone
from lianxin.switchboard.ledger.records import Archive
from lianxin.switchboard.ledger.store import NothingRecorded, place


def audio(seconds: float) -> bytes:
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(b"\x01\x02" * int(8000 * seconds))
    return buffer.getvalue()


class Elsewhere:
    """An exchange whose recordings are not on this machine's disk."""

    def __init__(self, kept: dict[str, bytes]) -> None:
        self.kept = kept

    async def download_recording(self, name: str) -> bytes:
        if name not in self.kept:
            raise Gone(404, name)
        return self.kept[name]

    async def delete_stored_recording(self, name: str, *, no_wait: bool = False) -> None:
        del self.kept[name]


def archive(folder: Path, kept: dict[str, bytes] | None = None) -> Archive:
    exchange = cast(Exchange, Elsewhere(kept if kept is not None else {}))
    return Archive(exchange, folder / "recording", folder / "store")


def new() -> UUID:
    return UUID(str(uuid7()))


async def test_a_local_recording_is_moved_and_measured_and_again_the_same(tmp_path: Path) -> None:
    recording = new()
    source = tmp_path / "recording" / f"{recording}.wav"
    source.parent.mkdir()
    source.write_bytes(audio(1.5))
    first = await archive(tmp_path).keep(recording)
    assert (first.milliseconds, first.path) == (1500, place(recording))
    assert not source.exists()
    assert await archive(tmp_path).keep(recording) == first


async def test_a_recording_on_another_machine_is_fetched_and_deleted_there(tmp_path: Path) -> None:
    recording = new()
    kept = {str(recording): audio(2)}
    stored = await archive(tmp_path, kept).keep(recording)
    assert stored.milliseconds == 2000
    assert (tmp_path / "store" / stored.path).exists()
    assert kept == {}


@pytest.mark.parametrize("content", [None, b"", audio(0)], ids=["missing", "0 bytes", "header"])
async def test_no_audio_is_said_so(tmp_path: Path, content: bytes | None) -> None:
    recording = new()
    if content is not None:
        source = tmp_path / "recording" / f"{recording}.wav"
        source.parent.mkdir()
        source.write_bytes(content)
    with pytest.raises(NothingRecorded):
        await archive(tmp_path).keep(recording)
