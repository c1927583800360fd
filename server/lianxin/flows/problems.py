"""Business errors of flows."""

from __future__ import annotations

from lianxin.centres.problems import Problem


class BrokenFlow(Problem):
    """``details.faults``: what is wrong, in the order in which it was found."""

    code, status = "flow.broken", 422
    zh = "流程有错误，不能发布。"
    en = "The flow has faults and cannot be published."
