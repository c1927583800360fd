"""Business errors of polls."""

from __future__ import annotations

from lianxin.centres.errors import Problem


class PollCodeTaken(Problem):
    """``details``: ``code``."""

    code, status = "poll.code_taken", 409
    fields = ("code",)
    zh = "编码 {code} 已被使用。"
    en = "The code {code} is taken."


class PollTimes(Problem):
    code, status = "poll.times", 422
    fields = ("closes_at",)
    zh = "结束时间应晚于开始时间。"
    en = "The poll must end after it begins."


class PollConflict(Problem):
    """``details``: ``version`` and ``by``, ``at`` of the newer one."""

    code, status = "poll.version_conflict", 409
    zh = "民意调查已被 {by} 修改，请刷新后再保存。"
    en = "The poll was changed by {by}. Reload it before you save."


class PollBegun(Problem):
    """What was voted on is not changed under the voters; the end may be moved until it came."""

    code, status = "poll.begun", 409
    zh = "已有市民投票，题目、编码和开始时间不能再修改。"
    en = "Citizens have voted: questions, code and beginning can no longer be changed."


class PollClosed(Problem):
    code, status = "poll.closed", 409
    zh = "民意调查已经结束，不能再修改。"
    en = "The poll is over and can no longer be changed."


class ResultsLater(Problem):
    """``details``: ``closes_at``."""

    code, status = "poll.results_later", 409
    zh = "结果在民意调查结束后公布。"
    en = "Results are shown after the poll has ended."


class SurveyTooLong(Problem):
    """``details``: ``most``."""

    code, status = "survey.too_long", 422
    zh = "所选时间段的结果超过 {most} 条，请缩短时间段。"
    en = "There are more than {most} results in this period. Choose a shorter one."
