"""``./dev call NUMBER``: one scripted telephone call, with a timed transcript."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import signal
import socket
import sys
from collections.abc import Coroutine, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import soundfile

from devkit.carrier import hearing
from devkit.carrier.call import Call, Moment, NotAnswered
from devkit.carrier.carrier import Carrier
from devkit.carrier.process import CarrierError, folder_of
from lianxin.env import REPOSITORY, Env, load_env

_VOICES = REPOSITORY / "server" / "tests" / "voices"
_PAUSE_SECONDS = 6.0  # between two tellings of who waits for an agent
_POLITE_SECONDS = 40.0  # how long a prompt is listened to before we speak all the same
#: So long nothing must be heard before we hang up. A message ends after some four seconds of
#: silence, and then its number is read out; a menu that waits for a key begins again after six.
_DONE_SECONDS, _PATIENT_SECONDS = 5.5, 120.0

_WORDS = {
    "dialled": "dialled",
    "ringing": "it rings",
    "progress": "early media",
    "answered": "answered",
    "key": "key",
    "saying": "we speak",
    "said": "we are done speaking",
    "ended": "call ended",
    "came": "call came in",
}


def main(argv: Sequence[str]) -> int:
    """Exit code 0: the call was answered. 1: it was not, or could not be placed."""
    options = _parser().parse_args(argv)
    env = load_env()
    try:
        return asyncio.run(until_told(_run(env, options)))
    except CarrierError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except asyncio.CancelledError:
        return 143


async def until_told(work: Coroutine[Any, Any, int]) -> int:
    """Do it; SIGTERM and a closed terminal end it in order: hung up, the carrier stopped."""
    task = asyncio.ensure_future(work)
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGHUP):
        loop.add_signal_handler(number, task.cancel)
    return await task


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="./dev call",
        description="Call Lianxin from the simulated carrier. Without options: a citizen who "
        "asks for an agent, waits and talks.",
    )
    parser.add_argument("number", nargs="?", default="12345", help="the number to dial")
    parser.add_argument("--keys", metavar="2,2,1", help="keys to press, in order")
    parser.add_argument("--gap", type=float, default=1.5, help="seconds before each key")
    parser.add_argument(
        "--say", type=Path, metavar="WAV", help="what to say after the keys (8 kHz, one channel)"
    )
    parser.add_argument("--save", type=Path, metavar="WAV", help="where to keep what was heard")
    parser.add_argument("--caller", default="13800000001", help="the calling number")
    parser.add_argument(
        "--wait", type=float, metavar="SECONDS",
        help="stay so long after the last word (else until nothing is heard any more; "
        "300 when waiting for an agent)",
    )  # fmt: skip
    parser.add_argument("--repeat", type=int, default=1, help="so many calls, one after another")
    return parser


async def _run(env: Env, options: argparse.Namespace) -> int:
    _check(env, options)
    answered = True
    async with Carrier(env) as carrier:
        for index in range(options.repeat):
            if options.repeat > 1:
                print(f"--- call {index + 1} of {options.repeat}")
            answered &= await _one(env, carrier, options, index)
        await carrier.others_are_done()
    return 0 if answered else 1


def _check(env: Env, options: argparse.Namespace) -> None:
    if options.say is not None and not options.say.is_file():
        raise CarrierError(f"There is no file {options.say}.")
    with socket.socket() as probe:
        probe.settimeout(1.0)
        if probe.connect_ex(("127.0.0.1", env.ports.asterisk_http)):
            raise CarrierError(
                f"Lianxin's telephone exchange does not answer on port {env.ports.asterisk_http}: "
                "run ./dev up first (in another window), or see ./dev status."
            )


async def _one(env: Env, carrier: Carrier, options: argparse.Namespace, index: int) -> bool:
    call = await carrier.dial(options.number, options.caller)
    for moment in call.timeline:
        _print(moment)
    call.on_moment = _print
    answered = True
    try:
        await call.answered()
        await _talk(env, call, options)
        if call.end is None:
            await call.hangup()
    except (NotAnswered, TimeoutError) as error:
        answered = False
        print(f"         {error}")
        if call.end is None:
            await call.hangup()
    await _report(call, _numbered(options.save, index))
    return answered


async def _talk(env: Env, call: Call, options: argparse.Namespace) -> None:
    waits_for_agent = options.keys is None and options.say is None
    keys = "1" if waits_for_agent else (options.keys or "")
    for key in keys.replace(",", "").replace(" ", ""):
        if await _over(call, options.gap):
            return
        await call.keys(key)
    if waits_for_agent:
        await _wait_and_talk(env, call, 300.0 if options.wait is None else options.wait)
        return
    if options.say is not None:
        with contextlib.suppress(TimeoutError):
            await call.quiet(0.8, limit=_POLITE_SECONDS)
        if call.end is None:
            await call.play(options.say)
    if options.wait is not None:
        await _over(call, options.wait)
    else:
        with contextlib.suppress(TimeoutError):
            await call.quiet(_DONE_SECONDS, limit=_PATIENT_SECONDS)


async def _wait_and_talk(env: Env, call: Call, seconds: float) -> None:
    """Tell the story again and again: whoever takes the call hears it."""
    story = _story(env)
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            while not await _over(call, _PAUSE_SECONDS):
                await call.play(story)


async def _over(call: Call, seconds: float) -> bool:
    """Wait, but not past the end of the call. True when it is over."""
    with contextlib.suppress(TimeoutError):
        await call.ended(seconds)
    return call.end is not None


def _story(env: Env) -> Path:
    """A citizen's voice if there is one, else a little tune."""
    voices = sorted(_VOICES.glob("*.wav"))
    if voices:
        return voices[0]
    path = folder_of(env) / "tune.wav"
    rate = 8000
    time = np.arange(rate // 4) / rate
    notes = [0.2 * np.sin(2 * np.pi * hertz * time) for hertz in (523, 587, 659, 698, 784, 659)]
    soundfile.write(path, np.concatenate(notes), rate, subtype="PCM_16")
    return path


def _numbered(path: Path | None, index: int) -> Path | None:
    return path.with_stem(f"{path.stem}-{index + 1}") if path is not None and index else path


def _print(moment: Moment) -> None:
    print(f"{moment.at:8.2f}  {_WORDS[moment.what]} {moment.detail}".rstrip(), flush=True)


async def _report(call: Call, save: Path | None) -> None:
    path = await call.heard(save)
    sound = hearing.load(path)
    spans = hearing.sounding(sound)
    total = sum(span.seconds for span in spans)
    print(f"What was heard ({total:.1f} s of {sound.seconds:.1f} s were not silent): {path}")
    for span in spans:
        start, end = span.start + call.heard_from, span.end + call.heard_from
        level = hearing.level_db(sound.part(span.start, span.end))
        print(f"{start:8.2f}  sound until {end:.2f} ({level:.0f} dB)")
