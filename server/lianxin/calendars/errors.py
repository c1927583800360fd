"""Business errors of calendars."""

from __future__ import annotations

from lianxin.centres.errors import Problem


class CodeTaken(Problem):
    code, status = "calendar.code_taken", 409
    fields = ("code",)
    zh = "日历代码 {calendar} 已被使用。"
    en = "The calendar code {calendar} is in use already."


class CalendarConflict(Problem):
    """``details``: ``version`` and ``by``, ``at`` of the newer one."""

    code, status = "calendar.version_conflict", 409
    zh = "日历已被 {by} 修改，请核对后再保存。"
    en = "The calendar was changed by {by}. Compare both before you save."


class CalendarInUse(Problem):
    """``details.lines``: the numbers that go by it."""

    code, status = "calendar.in_use", 409
    zh = "线路 {lines} 正在使用此日历，不能删除。"
    en = "The lines {lines} go by this calendar. It cannot be deleted."


class BadHours(Problem):
    """``details.fault``: the code of what is wrong; ``fields`` and the rest say where."""

    code, status = "calendar.bad_hours", 422
    zh = "时段有误：起始须早于结束，且时段之间不能重叠。"
    en = "The hours are not valid: each span must begin before it ends, and none may overlap."


class BadDay(Problem):
    code, status = "calendar.bad_day", 422
    fields = ("run_as",)
    zh = "日期有误：调休上班日须指明按星期几运行，或填写时段。"
    en = "The day is not valid: a make-up day names the weekday it runs as, or its own hours."


class DayTaken(Problem):
    """``details``: ``date``, ``kind`` and ``name`` of the day that is there."""

    code, status = "calendar.day_taken", 409
    fields = ("date",)
    zh = "{date} 已有同类的日子“{name}”。"
    en = "{date} has a day of this kind already: {name}."


class CalendarFull(Problem):
    """``details.most``: how many days it may hold."""

    code, status = "calendar.full", 409
    zh = "一个日历最多有 {most} 个特别的日子，请先删除过去的。"
    en = "A calendar holds {most} days of its own at most. Remove those that have passed."


class UnknownYear(Problem):
    """``details.shipped``: the years that are shipped."""

    code, status = "calendar.unknown_year", 404
    zh = "没有 {year} 年的节假日数据，请导入文件或逐日填写。"
    en = "The holidays of {year} are not known here. Import a file, or enter them by hand."


class BadHolidayFile(Problem):
    """``details.fault``: what is wrong, and where."""

    code, status = "calendar.bad_file", 422
    fields = ("file",)
    zh = "节假日文件有误（{fault}）。"
    en = "This is no file of holidays ({fault})."
