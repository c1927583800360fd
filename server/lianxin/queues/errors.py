"""Business errors of queues."""

from __future__ import annotations

from lianxin.centres.errors import Problem


class QueueConflict(Problem):
    """``details``: ``version`` and ``by``, ``at`` of the newer one."""

    code, status = "queue.version_conflict", 409
    zh = "队列已被 {by} 修改，请核对后再保存。"
    en = "The queue was changed by {by}. Compare both before you save."
