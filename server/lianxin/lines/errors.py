"""Business errors of lines."""

from __future__ import annotations

from lianxin.centres.errors import Problem


class NumberTaken(Problem):
    code, status = "line.number_taken", 409
    fields = ("number",)
    zh = "号码 {number} 已被使用。"
    en = "The number {number} is in use already."


class UnknownFlow(Problem):
    code, status = "line.unknown_flow", 422
    zh = "没有流程 {flow}。"
    en = "There is no flow {flow}."


class UnknownCalendar(Problem):
    code, status = "line.unknown_calendar", 422
    fields = ("calendar",)
    zh = "没有日历 {calendar}。"
    en = "There is no calendar {calendar}."


class LineConflict(Problem):
    """``details``: ``version`` and ``by``, ``at`` of the newer one."""

    code, status = "line.version_conflict", 409
    zh = "线路已被 {by} 修改，请核对后再保存。"
    en = "The line was changed by {by}. Compare both before you save."


class LineInEmergency(Problem):
    code, status = "line.in_emergency", 409
    zh = "线路正在应急，请先结束应急再停用。"
    en = "The line is in emergency mode. End that before closing it."


class OutboundConflict(Problem):
    """``details``: ``version`` and ``by``, ``at`` of the newer one."""

    code, status = "outbound.version_conflict", 409
    zh = "外呼规则已被 {by} 修改，请核对后再保存。"
    en = "The rule of outbound numbers was changed by {by}. Compare both before you save."
