"""The operations of the prompt library, for the tests of all operations."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from lianxin.centres.access import Actor
from lianxin.prompts import actions
from lianxin.prompts.catalogue import PROMPTS

#: What each writes into the trail; None: it changes and betrays nothing.
OPERATIONS: dict[str, str | None] = {
    "list_prompts": None,
    "read_prompt_studio": None,
    "create_prompt": "prompt.created",
    "read_prompt": None,
    "change_prompt": "prompt.changed",
    "remove_prompt": "prompt.removed",
    "read_prompt_audio": None,
    "upload_prompt_audio": "prompt.audio_added",
    "speak_prompt": "prompt.spoken",
    "give_prompt_code": "prompt.code_given",
    "choose_prompt_version": "prompt.made_current",
    "read_prompt_version_audio": None,
    "trim_prompt_version": "prompt.audio_added",
}

VOICE = "zf_xiaobei"


def prepare(who: Actor, code: str = "lunch_break", name: str = "午休") -> None:
    """A prompt of the centre's own with one version."""
    actions.create_prompt(who, code, name, "", {"zh": name})
    actions.add_audio(who, code, "zh", _sound(), "upload", name)


def _sound() -> bytes:
    return (PROMPTS / "zh" / "goodbye.wav").read_bytes()


def form() -> tuple[bytes, str]:
    """A sound file as a browser sends it: the body and its content type."""
    file = SimpleUploadedFile("voice.wav", _sound(), content_type="audio/wav")
    return encode_multipart(BOUNDARY, {"file": file}), MULTIPART_CONTENT


def requests() -> dict[str, tuple[str, str, str, Any]]:
    """Number of who asks, method, path and body for each operation."""
    one = "/api/prompts/lunch_break"
    spoken = {"version": 0, "text": "午休时间。", "voice": VOICE}
    return {
        "list_prompts": ("9000", "GET", "/api/prompts", None),
        "read_prompt_studio": ("9000", "GET", "/api/prompt-studio", None),
        "create_prompt": ("9000", "POST", "/api/prompts", {"code": "late", "name": "x"}),
        "read_prompt": ("9000", "GET", one, None),
        "change_prompt": ("9000", "PATCH", one, {"version": 0, "name": "y"}),
        "remove_prompt": ("9000", "DELETE", one, None),
        "read_prompt_audio": ("9000", "GET", "/api/prompts/goodbye/zh/audio", None),
        "upload_prompt_audio": ("9000", "POST", f"{one}/zh/audio", form()),
        "speak_prompt": ("9000", "POST", f"{one}/zh/speech", spoken),
        "give_prompt_code": ("9000", "POST", f"{one}/zh/telephone", None),
        "choose_prompt_version": ("9000", "PUT", f"{one}/zh/current", {"number": 1}),
        "read_prompt_version_audio": ("9000", "GET", f"{one}/zh/versions/1/audio", None),
        "trim_prompt_version": (
            *("9000", "POST", f"{one}/zh/versions/1/trim"),
            {"start": 0.0, "end": 0.5},
        ),
    }
