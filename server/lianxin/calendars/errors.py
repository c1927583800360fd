"""Business errors of calendars."""

from __future__ import annotations

from typing import Literal

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


FileFault = Literal[
    "too_large",
    "syntax",
    "unknown_key",
    "missing",
    "year",
    "text",
    "date",
    "weekday",
    "span",
    "tables",
    "count",
    "other_year",
    "twice",
    "asked_year",
]

#: What is wrong in a file of holidays, in Chinese and English.
_WRONG: dict[FileFault, tuple[str, str]] = {
    "too_large": ("文件超过 64 kB", "the file has more than 64 kB"),
    "syntax": ("不是有效的 TOML", "this is no TOML"),
    "unknown_key": ("没有“{value}”这个键", "there is no key “{value}”"),
    "missing": ("缺少“{value}”", "“{value}” is missing"),
    "year": ("年份应为 2000 至 2100 的整数", "the year is a whole number from 2000 to 2100"),
    "text": ("应为文字，最多 {value} 字", "this is a text of {value} letters at most"),
    "date": (
        "“{value}”不是日期，应写成 2026-01-01，不加引号",
        "“{value}” is no date: write 2026-01-01, without quotes",
    ),
    "weekday": (
        "“{value}”不是星期，应为 mon、tue、wed、thu、fri、sat、sun 之一",
        "“{value}” is no weekday: mon, tue, wed, thu, fri, sat or sun",
    ),
    "span": (
        "{value}：止于开始之前，或超过 31 天",
        "{value}: it ends before it begins, or has more than 31 days",
    ),
    "tables": ("应写成 [[{value}]] 表", "this is written as tables, [[{value}]]"),
    "count": ("有 {value} 个日子，应为 1 至 120 个", "it has {value} days, not 1 to 120"),
    "other_year": ("{value} 不在这一年", "{value} is in another year"),
    "twice": ("{value} 出现两次", "{value} is there twice"),
    "asked_year": (
        "文件的年份不是所选的年份（{value}）",
        "the file is of another year than the one that is shown ({value})",
    ),
}


class BadHolidayFile(Problem):
    """``details``: ``fault``, the place of what is wrong (``holiday[0].to``); ``reason``, a
    ``FileFault``; ``value``; ``line``, where the entry begins, None when it is not known."""

    code, status = "calendar.bad_file", 422
    fields = ("file",)
    zh = "节假日文件有误：{where}{wrong}。"
    en = "This is no file of holidays: {where}{wrong}."

    def sentence(self, language: str) -> str:
        english = language.startswith("en")
        said, line = self.details, self.details.get("line")
        wrong = _WRONG[said["reason"]][english].format(value=said["value"])
        place = said["fault"].split(" ")[0] if said["reason"] not in _WHOLE else ""
        if english:
            parts = [f"line {line}" if line else "", place]
            where = ", ".join(filter(None, parts))
            return self.en.format(where=f"{where}: " if where else "", wrong=wrong)
        parts = [f"第 {line} 行" if line else "", place]
        where = " ".join(filter(None, parts))
        return self.zh.format(where=f"{where}：" if where else "", wrong=wrong)


#: Faults of the whole file: their place is said by the sentence.
_WHOLE = frozenset({"too_large", "syntax", "count"})
