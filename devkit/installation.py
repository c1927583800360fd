"""One installation: its files, and its parts started, watched and stopped.

``python -m devkit.installation start|stop|status [part …] [--var DIR] [--port-base N]``
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from devkit import database, health, ports, secrets_file
from devkit.engines.catalogue import RUNTIME
from devkit.engines.get import Engines
from devkit.paths import ENGINES_LOCK, REPOSITORY, SERVER
from devkit.programs import Program, asterisk_tree, programs
from devkit.say import Progress, Stop, line, step
from devkit.supervise import State, Supervisor
from lianxin.asterisk import conf as asterisk_conf
from lianxin.env import Env, load_env, read_env_file
from lianxin.prompts.install import install as install_prompts

DEFAULT_BASE = 12345
_PORTS = ("LIANXIN_PORT_BASE", "LIANXIN_RTP_BASE")


class Installation:
    """The installation in ``var``. Nothing is written before ``prepare``."""

    def __init__(self, var: Path, base: int | None = None) -> None:
        file = read_env_file(var / "lianxin.env")
        kept = file.get("LIANXIN_PORT_BASE", os.environ.get("LIANXIN_PORT_BASE", DEFAULT_BASE))
        self.base = int(base if base is not None else kept)
        self._values = {
            **os.environ,
            "LIANXIN_VAR": str(var),
            "LIANXIN_PORT_BASE": str(self.base),
            "LIANXIN_RTP_BASE": str(ports.rtp_base(self.base)),
        }

    @property
    def env(self) -> Env:
        return load_env(self._values)

    @property
    def supervisor(self) -> Supervisor:
        return Supervisor(self.env)

    @property
    def values(self) -> Mapping[str, str]:
        """All settings: the file's, then the environment's."""
        return {**read_env_file(self.env.var / "lianxin.env"), **self._values}

    @property
    def environment(self) -> dict[str, str]:
        """What a process of this installation finds in its environment."""
        python_path = os.pathsep.join((str(SERVER), str(REPOSITORY)))
        return {
            **os.environ,
            **{name: self._values[name] for name in ("LIANXIN_VAR", *_PORTS)},
            "LIANXIN_ENGINES": str(self.env.engines),
            "DJANGO_SETTINGS_MODULE": "lianxin.config.settings",
            "PYTHONPATH": python_path,
            "PYTHONUNBUFFERED": "1",
        }

    @property
    def programs(self) -> list[Program]:
        values = self.values
        return programs(
            self.env,
            own_postgres="LIANXIN_DATABASE_URL" not in values,
            own_asterisk="LIANXIN_ASTERISK_URL" not in values,
        )

    def make_secrets(self) -> None:
        """Make ``lianxin.env``; what is in it already is kept."""
        settings = {name: self._values[name] for name in _PORTS}
        secrets_file.ensure(self.env.var / "lianxin.env", settings)

    def prepare(self) -> None:
        """Make the secrets, the folders and the configuration files."""
        self.make_secrets()
        env = self.env
        env.store.mkdir(parents=True, exist_ok=True)
        asterisk_conf.make_folders(env)
        asterisk_conf.render(
            env, self.values, env.var / "asterisk" / "etc", asterisk_tree(env).resolve()
        )
        install_prompts(env.sounds)

    def unpack(self, name: str, progress: Progress) -> None:
        """Make sure that an engine of our own, or the font, is unpacked."""
        own = {program.name for program in self.programs}
        if "LIANXIN_FAX_FONT" not in self.values:
            own.add("font")
        if name in own:
            Engines(self.env.engines, ENGINES_LOCK).provide(name, progress)

    def start_supervisor(self) -> None:
        """Start the supervisor, when it is not up; refuse when a port is taken."""
        if self.supervisor.is_up():
            return
        own = [program.name for program in self.programs]
        ports.refuse_taken(self.env, own)
        if "postgres" in own:
            database.prepare(self.env, self.values["LIANXIN_DB_SUPERUSER_PASSWORD"])
        self.supervisor.start(self.programs, self.environment)

    def launch(self, *names: str) -> None:
        """Start parts without waiting for them; an operator's own engine runs already."""
        own = {program.name for program in self.programs}
        for name in names:
            if name in own:
                self.supervisor.start_program(name)

    def start(self, name: str, progress: Progress) -> None:
        """Start one part and wait until it is healthy."""
        self.launch(name)
        health.wait(self.env, self.supervisor, name, progress)
        if name == "postgres" and "LIANXIN_DATABASE_URL" not in self.values:
            database.ensure_roles(self.env, self.values["LIANXIN_DB_SUPERUSER_PASSWORD"])

    def has_new_configuration(self) -> bool:
        """Whether Asterisk runs with an older configuration than ``prepare`` has written."""
        began = next((time.time() - s.seconds for s in self.states() if s.name == "asterisk"), None)
        files = (self.env.var / "asterisk" / "etc").glob("*.conf")
        return began is not None and any(file.stat().st_mtime > began for file in files)

    def stop(self) -> None:
        """Stop everything, in the reverse order of the start."""
        if self.supervisor.is_up():
            order = [program.name for program in reversed(self.programs)]
            self.supervisor.shut_down(order)

    def states(self) -> list[State]:
        """The parts in the order of their start; none when nothing runs."""
        if not self.supervisor.is_up():
            return []
        order = [program.name for program in self.programs]
        return sorted(self.supervisor.states(), key=lambda state: order.index(state.name))


def _start(installation: Installation, parts: Sequence[str]) -> None:
    for name in RUNTIME:
        if name in parts:
            with step(f"unpack {name}") as progress:
                installation.unpack(name, progress)
    installation.prepare()
    installation.start_supervisor()
    for name in parts:
        with step(f"start {name}") as progress:
            installation.start(name, progress)


def main(words: list[str] | None = None) -> int:
    """Run one command on one installation."""
    parser = argparse.ArgumentParser(prog="python -m devkit.installation", description=__doc__)
    parser.add_argument("command", choices=("start", "stop", "status"))
    parser.add_argument("part", nargs="*")
    parser.add_argument("--var", type=Path, default=load_env().var)
    parser.add_argument("--port-base", type=int)
    options = parser.parse_args(words)
    installation = Installation(options.var.resolve(), options.port_base)
    try:
        if options.command == "start":
            parts = options.part or [program.name for program in installation.programs]
            _start(installation, parts)
        elif options.command == "stop" and options.part:
            for name in options.part:
                installation.supervisor.stop_program(name)
        elif options.command == "stop":
            installation.stop()
        for state in installation.states():
            line(f"  {state.name:<12} {state.state:<9} pid {state.pid}")
    except Stop as stop:
        line(f"\n{stop}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
