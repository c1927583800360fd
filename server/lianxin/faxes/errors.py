"""Business errors of faxes."""

from __future__ import annotations

from lianxin.centres.errors import Problem


class FaxNotOver(Problem):
    code, status = "fax.not_over", 409
    zh = "只有发送失败或已取消的传真可以重新发送。"
    en = "Only a fax that failed or was cancelled can be sent again."


class FaxNotWaiting(Problem):
    code, status = "fax.not_waiting", 409
    zh = "只有等待发送的传真可以取消。"
    en = "Only a fax that waits can be cancelled."
