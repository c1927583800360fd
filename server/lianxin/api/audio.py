"""Sending a recording, whole or the range that a player asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.http import HttpResponseBase, StreamingHttpResponse

from lianxin.calls.actions import miss_recording
from lianxin.calls.errors import BadRange, RecordingMissing
from lianxin.calls.models import Recording
from lianxin.centres.access import Actor

_RANGE = re.compile(r"bytes=(\d*)-(\d*)")
_CHUNK = 64 * 1024


def begins(header: str) -> bool:
    """Whether a request plays from the beginning: a player's later ranges are the same play."""
    return not header or re.match(r"bytes=0+-", header) is not None


def span(header: str, size: int) -> tuple[int, int] | None:
    """First and last byte that ``header`` asks for; ``None``: the whole. Raises ``BadRange``."""
    match = _RANGE.fullmatch(header.replace(" ", ""))
    if match is None or match.groups() == ("", ""):
        return None  # several ranges, or none that we know: RFC 9110 lets us send all
    first, last = match.groups()
    if not first:
        start, end = max(0, size - int(last)), size - 1
    else:
        start, end = int(first), min(int(last) if last else size - 1, size - 1)
    if start > end:
        raise BadRange(size=size)
    return start, end


def respond(who: Actor, recording: Recording, header: str) -> HttpResponseBase:
    """The response with the sound of ``recording``. Raises ``BadRange``, and ``RecordingMissing``
    with an alarm."""
    path = _path(recording)
    if path is None:
        miss_recording(who, recording)
        raise RecordingMissing
    return send(path, header)


def send(path: Path, header: str) -> HttpResponseBase:
    """The response with a WAV file, or the range of it that ``header`` asks for.

    Raises ``BadRange``.
    """
    size = path.stat().st_size
    part = span(header, size)
    start, end = part or (0, size - 1)
    response = StreamingHttpResponse(
        _read(path, start, end - start + 1),
        status=206 if part else 200,
        content_type="audio/wav",
    )
    response["Content-Length"] = str(end - start + 1)
    response["Accept-Ranges"] = "bytes"
    response["Cache-Control"] = "private, no-store"
    if part:
        response["Content-Range"] = f"bytes {start}-{end}/{size}"
    return response


def _path(recording: Recording) -> Path | None:
    store: Path = settings.ENV.store
    path = (store / recording.path).resolve()
    return path if path.is_relative_to(store.resolve()) and path.is_file() else None


def _read(path: Path, start: int, left: int) -> Iterator[bytes]:
    with path.open("rb") as file:
        file.seek(start)
        while left > 0 and (chunk := file.read(min(_CHUNK, left))):
            left -= len(chunk)
            yield chunk
