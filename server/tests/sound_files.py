"""Sound files of many kinds, made here: a voice-like tone between two pieces of silence."""

from __future__ import annotations

import io

import av
import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float64]

#: Container, codec and sampling rate by the ending that people know.
KINDS = {
    "wav": ("wav", "pcm_s16le", 44100),
    "mp3": ("mp3", "libmp3lame", 44100),
    "m4a": ("ipod", "aac", 48000),
    "aac": ("adts", "aac", 44100),
    "ogg": ("ogg", "vorbis", 44100),
    "opus": ("ogg", "libopus", 48000),
    "webm": ("webm", "libopus", 48000),
    "flac": ("flac", "flac", 32000),
    "amr": ("amr", "libopencore_amrnb", 8000),
    "wma": ("asf", "wmav2", 44100),
    "aiff": ("aiff", "pcm_s16be", 22050),
}


def tone(
    kind: str = "wav", seconds: float = 1.0, hertz: float = 700.0, silence: float = 0.5
) -> bytes:
    """``seconds`` of a tone of 700 Hz with ``silence`` before and after it, in two channels."""
    container, codec, rate = KINDS[kind]
    time = np.arange(int(seconds * rate)) / rate
    quiet = np.zeros(int(silence * rate))
    sound = np.concatenate([quiet, 0.3 * np.sin(2 * np.pi * hertz * time), quiet])
    return encoded(sound, container, codec, rate)


def encoded(sound: Samples, container: str, codec: str, rate: int) -> bytes:
    """``sound`` (floats in ±1) in a file."""
    layout = "mono" if codec.startswith("libopencore") else "stereo"
    file = io.BytesIO()
    with av.open(file, "w", format=container) as output:
        stream = output.add_stream(codec, rate=rate, layout=layout)
        assert isinstance(stream, av.AudioStream)
        if codec == "wmav2":
            stream.bit_rate = 96_000
        if codec == "vorbis":
            stream.codec_context.options = {"strict": "experimental"}
        pcm = (sound * 32767).astype(np.int16)
        rows = pcm if layout == "mono" else np.repeat(pcm, 2)
        frame = av.AudioFrame.from_ndarray(rows.reshape(1, -1), format="s16", layout=layout)
        frame.sample_rate = rate
        frame.pts = 0
        fit = av.AudioResampler(stream.format.name, layout, rate, stream.frame_size or 1024)
        for piece in [*fit.resample(frame), *fit.resample(None)]:
            output.mux(stream.encode(piece))
        output.mux(stream.encode(None))
    return file.getvalue()


def loudest_hertz(samples: Samples, rate: int = 8000) -> float:
    """The frequency that is heard most."""
    spectrum = np.abs(np.fft.rfft(samples))
    return float(np.argmax(spectrum) * rate / len(samples))
