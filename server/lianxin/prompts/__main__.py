"""``python -m lianxin.prompts``: render, check, compose or install the shipped prompts."""
# ruff: noqa: T201 - a command for people answers by printing

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from lianxin.env import load_env
from lianxin.prompts import catalogue
from lianxin.prompts.catalogue import PROMPTS, Prompt


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 0, or 1 when ``--check`` found something."""
    options = _parser().parse_args(arguments)
    if options.command == "install":
        return _install(options.sounds)
    if options.command == "hold":
        return _compose()
    return _check() if options.check else _render(options.names)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m lianxin.prompts", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    render = commands.add_parser("render", help="speak what is new or changed, or what is named")
    render.add_argument("names", nargs="*", metavar="ID", help="main_menu or shifan/welcome")
    render.add_argument("--check", action="store_true", help="only compare texts and files")
    commands.add_parser("hold", help="compose the hold music again")
    install = commands.add_parser("install", help="copy the prompts for Asterisk")
    install.add_argument("sounds", nargs="?", type=Path, default=None, help="the sounds folder")
    return parser


def _check() -> int:
    prompts = catalogue.load()
    found = [fault for prompt in prompts for fault in catalogue.faults(prompt)]
    found += catalogue.strays(prompts)
    for fault in found:
        print(fault)
    print(f"{len(prompts)} prompts, {len(found)} faults")
    return 1 if found else 0


def _render(names: Sequence[str]) -> int:
    from lianxin.prompts.rendering import render  # needs the extra only when it speaks

    prompts = catalogue.load()
    unknown = [name for name in names if not any(_is_named(p, [name]) for p in prompts)]
    if unknown:
        print(f"not in {catalogue.CATALOGUE.name}: {', '.join(unknown)}", file=sys.stderr)
        return 1
    for index, prompt in enumerate(prompts):
        if _is_named(prompt, names) or (not names and catalogue.faults(prompt)):
            prompts[index] = render(prompt)
            catalogue.save(prompts)  # at once: a broken run keeps what it has made
            print(f"{prompt.name}  {prompts[index].seconds:.2f} s", flush=True)
    return 0


def _is_named(prompt: Prompt, names: Sequence[str]) -> bool:
    return prompt.id in names or prompt.name in names


def _compose() -> int:
    from lianxin.prompts.hold import tune
    from lianxin.speech.sound import write_wav

    (PROMPTS / "hold").mkdir(exist_ok=True)
    write_wav(PROMPTS / "hold" / "calm.wav", tune())
    return 0


def _install(sounds: Path | None) -> int:
    from lianxin.prompts.install import install

    target = sounds or load_env().sounds
    print(f"{install(target)} prompts installed in {target}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
