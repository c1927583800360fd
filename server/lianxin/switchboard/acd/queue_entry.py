"""Where a caller stands in a queue."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

EPOCH = datetime.fromtimestamp(0, UTC)


@dataclass(frozen=True)
class QueueEntry:
    """Where a caller stands: ``since`` is kept when they come back to the queue."""

    centre: int
    queue: str
    since: datetime
    priority: int = 0
    limit_seconds: int = 0  # 0: as long as it takes
    agents: tuple[str, ...] = ()  # 工号: only these; () is whoever serves the queue
    prefer: str = ""  # 工号: this agent first
    callback: bool = False  # nobody is on the line: the citizen is called back
    entered: datetime = EPOCH  # when they lined up, the last time: ``limit_seconds`` count from it
