"""What a caller can be told of a queue: how long it usually takes, and who is there."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Collection

from lianxin.switchboard.acd.agent import Agent
from lianxin.switchboard.acd.queue_entry import QueueEntry
from lianxin.switchboard.acd.routing import may_take, of_centre

#: How many of a queue's last waits the next one is estimated by.
WAITS = 20


class Waits:
    """The last waits of each queue, in seconds."""

    def __init__(self) -> None:
        self._waits: defaultdict[tuple[int, str], deque[float]]
        self._waits = defaultdict(lambda: deque(maxlen=WAITS))

    def add(self, centre: int, queue: str, seconds: float) -> None:
        self._waits[centre, queue].append(seconds)

    def usual(self, centre: int, queue: str) -> float:
        """The mean of the last waits in seconds; 0 when there was none yet."""
        waits = self._waits.get((centre, queue))
        return sum(waits) / len(waits) if waits else 0.0


def anybody_on_duty(agents: Collection[Agent], entry: QueueEntry) -> bool:
    """Could anybody take this caller? Somebody on a break cannot (临时闭席)."""
    return any(
        _on_duty(agent) and may_take(agent, entry) for agent in of_centre(agents, entry.centre)
    )


def count_on_duty(agents: Collection[Agent], centre: int, queue: str) -> int:
    """How many serve this queue now, in a call or free for one."""
    return sum(
        _on_duty(agent) and queue in agent.plan.queues for agent in of_centre(agents, centre)
    )


def _on_duty(agent: Agent) -> bool:
    return agent.state not in ("offline", "not_ready")
