"""``python -m lianxin.speech``: say a sentence, or read a text aloud, into a file."""
# ruff: noqa: T201 - a command for people answers by printing

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lianxin.speech.files import VOICES

if TYPE_CHECKING:
    from lianxin.speech.sound import Samples


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 0, or 1 when nothing could be said."""
    options = _parser().parse_args(arguments)
    if options.command == "say":
        return _say(options.text, options.voice, options.speed, options.to)
    return _read(options.voice, options.speed, options.to)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m lianxin.speech", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    say = commands.add_parser("say", help="speak a text into a file")
    say.add_argument("text")
    read = commands.add_parser("read", help="read a long text from the input into a file")
    for each, voice in ((say, "zm_yunyang"), (read, VOICES["zh"])):
        each.add_argument("--voice", default=voice)
        each.add_argument("--speed", type=float, default=1.0)
        each.add_argument("--to", type=Path, required=True, metavar="FILE.wav")
    return parser


def _say(text: str, voice: str, speed: float, file: Path) -> int:
    from lianxin.speech.rendering import say  # needs the extra only when it speaks

    return _write(lambda: say(text, voice, speed), file)


def _read(voice: str, speed: float, file: Path) -> int:
    from lianxin.speech.rendering import read

    os.nice(10)  # calls on the same machine go first
    text = sys.stdin.buffer.read().decode()
    return _write(lambda: read(text, voice, speed), file)


def _write(make: Callable[[], Samples], file: Path) -> int:
    from lianxin.speech.sound import RATE, write_wav

    try:
        samples = make()
    except (ValueError, RuntimeError) as error:
        print(error, file=sys.stderr)
        return 1
    write_wav(file, samples)
    print(f"{file}  {len(samples) / RATE:.2f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
