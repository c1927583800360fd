"""supervisord around one installation: it starts the programs and restarts what dies."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import xmlrpc.client
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from supervisor.xmlrpc import SupervisorTransport

from devkit.paths import REPOSITORY
from devkit.programs import Program
from devkit.say import Stop
from lianxin.asterisk.conf import socket_folder
from lianxin.env import Env

_HEAD = """\
[unix_http_server]
file={socket}
chmod=0700

[supervisord]
nodaemon=true
umask=077
directory={repository}
logfile={log}/supervisord.log
logfile_maxbytes=5MB
logfile_backups=1
pidfile={run}/supervisord.pid
childlogdir={log}
minfds=4096
{user}
[rpcinterface:supervisor]
supervisor.rpcinterface_factory=supervisor.rpcinterface:make_main_rpcinterface

[supervisorctl]
serverurl=unix://{socket}
"""
_PROGRAM = """
[program:{name}]
command={command}
autostart=false
autorestart=true
startsecs=1
startretries=10000
stopsignal={stop}
stopwaitsecs={stop_seconds}
stopasgroup={group}
killasgroup={group}
redirect_stderr=true
stdout_logfile={log}/{name}.log
stdout_logfile_maxbytes=20MB
stdout_logfile_backups=3
"""

#: Supervisors that this very process started, by their socket: to be reaped when they end.
_children: dict[Path, subprocess.Popen[bytes]] = {}


@dataclass(frozen=True)
class State:
    """One program as the supervisor sees it: ``RUNNING``, ``BACKOFF``, ``STOPPED``, …"""

    name: str
    state: str
    pid: int
    seconds: int  # since it was started


def render(env: Env, programs: Sequence[Program]) -> str:
    """Write supervisord's configuration."""
    places = {
        "socket": socket_folder(env) / "supervisor.sock",
        "run": env.var / "run",
        "log": env.var / "log",
        "repository": REPOSITORY,
    }
    escaped = {key: _escape(str(path)) for key, path in places.items()}
    user = "user=root\n" if os.geteuid() == 0 else ""
    parts = [_HEAD.format(**escaped, user=user)]
    parts += [
        _PROGRAM.format(
            name=program.name,
            command=_escape(" ".join(_quote(word) for word in program.command)),
            stop=program.stop,
            stop_seconds=program.stop_seconds,
            group=str(program.whole_group).lower(),
            log=escaped["log"],
        )
        for program in programs
    ]
    return "".join(parts)


def _escape(text: str) -> str:
    return text.replace("%", "%%")


def _quote(word: str) -> str:
    return f'"{word}"' if " " in word or ";" in word else word


class Supervisor:
    """The supervisor of one installation, whether it runs or not."""

    def __init__(self, env: Env) -> None:
        self._env = env
        self._socket = socket_folder(env) / "supervisor.sock"
        self._log = env.var / "log" / "supervisord.out"

    def is_up(self) -> bool:
        try:
            return bool(self._call("supervisor.getState")["statecode"] == 1)
        except (OSError, xmlrpc.client.Error):
            return False

    def start(self, programs: Sequence[Program], environment: dict[str, str]) -> None:
        """Start supervisord itself, apart from this terminal; no program is started yet."""
        run = self._env.var / "run"
        for folder in (run, self._env.var / "log", self._socket.parent):
            folder.mkdir(parents=True, exist_ok=True)
        configuration = run / "supervisord.conf"
        configuration.write_text(render(self._env, programs), "utf-8")
        command = [
            sys.executable, "-W", "ignore", "-m", "devkit.supervisord", "-c",
            str(configuration),
        ]  # fmt: skip
        with self._log.open("wb") as log:
            process = subprocess.Popen(
                command,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        _children[self._socket] = process
        deadline = time.monotonic() + 15
        while not self.is_up():
            if process.poll() is not None or time.monotonic() > deadline:
                tail = self._log.read_text("utf-8", "replace").strip().splitlines()[-1:]
                raise Stop(f"The supervisor did not start: {' '.join(tail)} ({self._log})")
            time.sleep(0.05)

    def start_program(self, name: str) -> None:
        """Start one program; no error when it runs already."""
        try:
            self._call("supervisor.startProcess", name, False)
        except xmlrpc.client.Fault as fault:
            if fault.faultCode != 60:  # ALREADY_STARTED
                raise Stop(f"{name} did not start: {fault.faultString}") from fault

    def stop_program(self, name: str) -> None:
        """Stop one program and wait until it has ended."""
        try:
            self._call("supervisor.stopProcess", name, True)
        except xmlrpc.client.Fault as fault:
            if fault.faultCode != 70:  # NOT_RUNNING
                raise

    def states(self) -> list[State]:
        """All programs, in the order of their names."""
        listed = self._call("supervisor.getAllProcessInfo")
        return [
            State(one["name"], one["statename"], one["pid"], max(0, one["now"] - one["start"]))
            for one in listed
        ]

    def pid(self) -> int:
        """The supervisor's own process id."""
        return int(self._call("supervisor.getPID"))

    def shut_down(self, stop_order: Sequence[str], seconds: float = 60.0) -> None:
        """Stop the programs one after another, then the supervisor; wait for its end."""
        known = {state.name for state in self.states()}
        pid = self.pid()
        for name in stop_order:
            if name in known:
                self.stop_program(name)
        self._call("supervisor.shutdown")
        deadline = time.monotonic() + seconds
        child = _children.pop(self._socket, None)
        while _is_alive(pid):
            if time.monotonic() > deadline:
                raise Stop(f"The supervisor (process {pid}) does not end: see {self._log}")
            time.sleep(0.05)
        if child is not None:
            child.wait()

    def _call(self, method: str, *arguments: Any) -> Any:
        transport = SupervisorTransport(None, None, f"unix://{self._socket}")
        with xmlrpc.client.ServerProxy("http://localhost", transport=transport) as proxy:
            return getattr(proxy, method)(*arguments)


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{pid}/stat")
    try:
        return stat.read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
