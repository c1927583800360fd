"""What processes cost, from /proc: CPU time used so far, memory held now."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

_TICK_MS = 1000 / os.sysconf("SC_CLK_TCK")
_PROC = Path("/proc")
#: The number of a field of /proc/PID/stat after the name in brackets, from 0.
_PARENT, _USER, _SYSTEM = 1, 11, 12


@dataclass(frozen=True)
class Memory:
    """MiB. ``own``: shared pages counted by share (PSS); ``resident``: each in full (RSS)."""

    own: float
    resident: float


def _stat(pid: int) -> list[str]:
    return (_PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()


def cpu_ms(pid: int) -> float:
    """User and system time of all threads of a process, the ended ones included."""
    fields = _stat(pid)
    return (int(fields[_USER]) + int(fields[_SYSTEM])) * _TICK_MS


def family(pid: int) -> list[int]:
    """A process and all that came of it and are alive."""
    parents: dict[int, list[int]] = {}
    for path in _PROC.glob("[0-9]*"):
        try:
            parents.setdefault(int(_stat(int(path.name))[_PARENT]), []).append(int(path.name))
        except OSError:
            continue
    found = [pid]
    for one in found:
        found += parents.get(one, [])
    return found


def memory(pid: int) -> Memory:
    """Of a process and all that came of it."""
    own = resident = 0.0
    for one in family(pid):
        try:
            text = (_PROC / str(one) / "smaps_rollup").read_text()
        except OSError:
            continue
        for line in text.splitlines():
            if line.startswith("Pss:"):
                own += int(line.split()[1]) / 1024
            elif line.startswith("Rss:"):
                resident += int(line.split()[1]) / 1024
    return Memory(round(own, 1), round(resident, 1))


def load() -> float:
    """Runnable processes of the whole machine, mean of the last minute."""
    return os.getloadavg()[0]
