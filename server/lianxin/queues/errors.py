"""Business errors of queues."""

from __future__ import annotations

from lianxin.centres.errors import Problem


class NoSuchAgents(Problem):
    """``details``: ``numbers`` of those who are no agents of the centre, or no more."""

    code, status = "queue.no_such_agents", 422
    fields = ("agents",)
    zh = "本中心没有工号为 {numbers} 的坐席。"
    en = "The centre has no agents {numbers}."


class QueueConflict(Problem):
    """``details``: ``version`` and ``by``, ``at`` of the newer one."""

    code, status = "queue.version_conflict", 409
    zh = "队列已被 {by} 修改，请核对后再保存。"
    en = "The queue was changed by {by}. Compare both before you save."
