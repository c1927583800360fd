"""The programs of one installation, in the order in which they start."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from devkit import account
from devkit.paths import REPOSITORY
from lianxin.env import Env


@dataclass(frozen=True)
class Program:
    """One supervised process. ``stop`` is the signal that ends it in good order."""

    name: str
    command: tuple[str, ...]
    title: str
    stop: str = "TERM"
    stop_seconds: int = 10
    whole_group: bool = False  # it has children that must not outlive it


def programs(env: Env, own_postgres: bool = True, own_asterisk: bool = True) -> list[Program]:
    """List them. An engine of the operator's own is not among them."""
    listed = [
        Program("switchboard", _python("-m", "lianxin.switchboard"), "switchboard"),
        Program("web", _web(env), "web server", whole_group=True),
        Program(
            "worker",
            _python("-m", "lianxin.config.manage", "worker"),
            "worker",
        ),
    ]
    if own_asterisk:
        listed.insert(0, _asterisk(env))
    if own_postgres:
        listed.insert(0, _postgres(env))
    return listed


def asterisk_tree(env: Env) -> Path:
    return env.engines / "asterisk"


def postgres_program(env: Env, name: str) -> str:
    """The path of one of PostgreSQL's programs."""
    return str(postgres_programs(env) / name)


def postgres_programs(env: Env) -> Path:
    return env.engines / "postgres" / "bin"


def _postgres(env: Env) -> Program:
    data = env.var / "postgres"
    command = (
        *account.drop_to(data, postgres_programs(env)),
        postgres_program(env, "postgres"),
        "-D",
        str(data),
    )
    return Program("postgres", command, "PostgreSQL", stop="INT", stop_seconds=30)


def _asterisk(env: Env) -> Program:
    configuration = env.var / "asterisk" / "etc" / "asterisk.conf"
    program = asterisk_tree(env) / "bin" / "asterisk"
    return Program("asterisk", (str(program), "-f", "-C", str(configuration)), "Asterisk")


def _web(env: Env) -> tuple[str, ...]:
    return web_command(env.ports.web)


def web_command(port: int) -> tuple[str, ...]:
    """Web on loopback. Heads that are not sent in time are cut off by granian, bodies by
    ``config/asgi.py``, which has the threads."""
    granian = str(Path(sys.prefix) / "bin" / "granian")
    return (
        granian, "--interface", "asginl", "--host", "127.0.0.1", "--port", str(port),
        "--workers", "2", "--no-ws", "--respawn-failed-workers", "--backpressure", "1024",
        "--backlog", "2048", "--http", "1", "--http1-header-read-timeout", "10000",
        "--working-dir", str(REPOSITORY / "server"), "lianxin.config.asgi:application",
    )  # fmt: skip


def _python(*words: str) -> tuple[str, ...]:
    return (str(Path(sys.prefix) / "bin" / "python"), *words)
