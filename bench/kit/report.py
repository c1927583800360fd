"""How a bench tells its result: a table for people, then one line of JSON."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Promise:
    """``value`` must not exceed ``limit``."""

    name: str
    value: float
    limit: float

    @property
    def holds(self) -> bool:
        return self.value <= self.limit


@dataclass
class Report:
    """What a bench has found. ``faults``: why the figures must not be believed."""

    bench: str
    figures: dict[str, Any] = field(default_factory=dict)
    promises: list[Promise] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    rows: list[tuple[str, str, str, str]] = field(default_factory=list)

    def row(self, what: str, ours: object = "", native: object = "", ratio: object = "") -> None:
        self.rows.append((what, _shown(ours), _shown(native), _shown(ratio)))

    @property
    def holds(self) -> bool:
        return not self.faults and all(promise.holds for promise in self.promises)

    def print(self) -> None:
        """The table, the promises, the faults; last the JSON object."""
        print()
        for line in _table([("", "ours", "native", "ratio"), *self.rows]):
            print(line)
        print()
        for promise in self.promises:
            word = "holds" if promise.holds else "DOES NOT HOLD"
            print(f"  {promise.name}: {promise.value:g} (at most {promise.limit:g}): {word}")
        for fault in self.faults:
            print(f"  FAULT: {fault}")
        print(json.dumps(self._object(), ensure_ascii=False), flush=True)

    def _object(self) -> dict[str, Any]:
        return {
            "bench": self.bench,
            "at": datetime.now(UTC).isoformat(timespec="seconds"),
            "machine": machine(),
            "figures": self.figures,
            "promise": [
                {"name": p.name, "value": p.value, "limit": p.limit, "holds": p.holds}
                for p in self.promises
            ],
            "faults": self.faults,
            "holds": self.holds,
        }


def machine() -> dict[str, Any]:
    """The size of this machine, and how busy it is with other things."""
    memory = next(
        int(line.split()[1]) / 1024 / 1024
        for line in Path("/proc/meminfo").read_text().splitlines()
        if line.startswith("MemTotal:")
    )
    return {
        "cores": len(os.sched_getaffinity(0)),
        "memory_gib": round(memory, 1),
        "load": round(os.getloadavg()[0], 2),
    }


def _shown(value: object) -> str:
    return f"{value:.2f}" if isinstance(value, float) else str(value)


def _table(rows: Sequence[tuple[str, ...]]) -> list[str]:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return [
        "  ".join(
            cell.ljust(width) if column == 0 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
