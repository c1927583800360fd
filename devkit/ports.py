"""Ports: which ones an installation needs, and a clear word when one is taken."""

from __future__ import annotations

import socket
from collections.abc import Iterable
from pathlib import Path

from devkit.say import Stop
from lianxin.env import Env

_DEFAULT_BASE = 12345
_RTP_DEFAULT, _RTP_STEP, _RTP_SLOTS = 20000, 4000, 10


def rtp_base(base: int) -> int:
    """The first RTP port of the installation whose ports begin at ``base``.

    >>> rtp_base(12345)
    20000
    """
    if base == _DEFAULT_BASE:
        return _RTP_DEFAULT
    return _RTP_DEFAULT + _RTP_STEP * (1 + base // 10 % _RTP_SLOTS)


def refuse_taken(env: Env, parts: Iterable[str]) -> None:
    """Raise ``Stop`` when a port that one of ``parts`` needs is in use."""
    ports = env.ports
    needed = {
        "postgres": ((socket.SOCK_STREAM, ports.postgres),),
        "asterisk": (
            (socket.SOCK_STREAM, ports.asterisk_http),
            (socket.SOCK_DGRAM, ports.asterisk_sip),
        ),
        "switchboard": ((socket.SOCK_STREAM, ports.live),),
        "web": ((socket.SOCK_STREAM, ports.web),),
    }
    for part in parts:
        for kind, port in needed.get(part, ()):
            if _is_taken(kind, port):
                word = "UDP port" if kind == socket.SOCK_DGRAM else "port"
                raise Stop(
                    f"The {word} {port}, which {part} needs, is taken{_by_whom(port)}. Stop what "
                    "uses it, or choose seven other ports in a row: "
                    "LIANXIN_PORT_BASE=23450 ./dev up"
                )


def _is_taken(kind: int, port: int) -> bool:
    with socket.socket(socket.AF_INET, kind) as probe:
        if kind == socket.SOCK_STREAM:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return True
    return False


def _by_whom(port: int) -> str:
    """Name the process that listens on a TCP port, where this user may see it."""
    inodes = {
        words[9]
        for name in ("tcp", "tcp6", "udp")
        for words in map(str.split, _lines(Path("/proc/net") / name))
        if words[1].endswith(f":{port:04X}")
    }
    for process in Path("/proc").glob("[0-9]*"):
        if _holds(process, inodes):
            return f" by process {process.name} ({_lines(process / 'comm', skip=0)[0]})"
    return ""


def _holds(process: Path, inodes: set[str]) -> bool:
    wanted = {f"socket:[{inode}]" for inode in inodes}
    try:
        return any(_target(link) in wanted for link in (process / "fd").iterdir())
    except OSError:  # another account's process, or one that has just ended
        return False


def _target(link: Path) -> str:
    try:
        return str(link.readlink())
    except OSError:
        return ""


def _lines(path: Path, skip: int = 1) -> list[str]:
    try:
        return path.read_text().splitlines()[skip:] or ["unknown"] * (1 - skip)
    except OSError:
        return ["unknown"] * (1 - skip)
