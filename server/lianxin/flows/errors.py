"""Business errors of flows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol

from lianxin.centres.errors import Problem
from lianxin.flows.fault_words import said_in_chinese
from lianxin.flows.sentences import sentence


class Said(Protocol):
    """A fault, or a finding of lint."""

    @property
    def code(self) -> str: ...
    @property
    def place(self) -> str: ...
    @property
    def text(self) -> str: ...


def as_details(faults: Iterable[Said]) -> list[dict[str, Any]]:
    """Faults as ``details.faults`` holds them, in the reader's language."""
    return [
        {
            "code": each.code,
            "place": each.place,
            "text": sentence(each.code, each.text, getattr(each, "data", {})),
        }
        for each in faults
    ]


class BrokenFlow(Problem):
    """``details.faults``: [{code, place, text}], in the order in which they were found."""

    code, status = "flow.broken", 422
    zh = "流程有错误，请按列出的位置修改。"
    en = "The flow has faults. Mend it at the places that are listed."


class FlowCodeTaken(Problem):
    code, status = "flow.code_taken", 409
    fields = ("code",)
    zh = "流程代码 {code} 已被使用。"
    en = "There is a flow with the code {code} already."


class UnknownTemplate(Problem):
    code, status = "flow.template_unknown", 422
    fields = ("template",)
    zh = "没有这个模板。"
    en = "There is no such template."


class DraftConflict(Problem):
    """``details``: version, by, at, spec and layout as they are now."""

    code, status = "flow.draft_conflict", 409
    zh = "草稿已被 {by} 修改。请比较后合并或另存，您的内容不会丢失。"
    en = "The draft was changed by {by}. Merge or keep a copy; nothing you drew is lost."


class DraftTooLarge(Problem):
    """``details``: what (bytes, nodes, depth), is, most."""

    code, status = "flow.draft_too_large", 422
    zh = "流程过大：{what} 为 {is}，最多 {most}。"
    en = "The flow is too large: {what} is {is}, at most {most}."


class AlreadyPublished(Problem):
    """``details``: number, by ("8001 name"; "" for nobody) and at of the version that it is."""

    code, status = "flow.already_published", 409
    zh = "这一内容已由 {by} 发布为第 {number} 版，没有再发布一次。"
    en = "{by} has published this as version {number} already; it was not published again."


class WrongDraftState(Problem):
    """``details.state``: the state in which the draft is."""

    code, status = "flow.wrong_state", 409
    zh = "草稿当前的状态不能进行此操作。"
    en = "The draft is in a state in which this cannot be done."


class FlowInUse(Problem):
    """``details.by``: what uses it, as {kind, code}; ``codes``: the same in words."""

    code, status = "flow.in_use", 409
    zh = "{codes} 正在使用这个流程，不能归档。"
    en = "The flow is used by {codes} and cannot be put away."


class ScenariosFailing(Problem):
    """``details.failing``: [{flow, name}]. Publishing needs a reason."""

    code, status = "flow.scenarios_failing", 409
    zh = "有未通过的测试场景，请填写仍要发布的理由。"
    en = "Some scenarios fail. Say why it shall be published all the same."


class TimePast(Problem):
    code, status = "flow.time_past", 422
    fields = ("at",)
    zh = "生效时间必须晚于现在，且不超过一年。"
    en = "The time must be later than now, and within a year."


class SubflowNotScheduled(Problem):
    code, status = "flow.subflow_not_scheduled", 422
    fields = ("at",)
    zh = "子流程发布后立即生效，不能定时发布。"
    en = "A subflow comes into force when it is published; it cannot be scheduled."


class ScenarioNameTaken(Problem):
    code, status = "flow.scenario_name_taken", 409
    fields = ("name",)
    zh = "已有同名的测试场景。"
    en = "There is a scenario with this name already."


class TooManyScenarios(Problem):
    code, status = "flow.too_many_scenarios", 409
    zh = "一个流程最多 {most} 个测试场景。"
    en = "A flow has at most {most} scenarios."


class BadScenario(Problem):
    """``details``: place (``steps.3.seconds``) and text."""

    code, status = "flow.bad_scenario", 422
    zh = "测试场景不能播放：{place}{text}。"
    en = "The scenario cannot be played: {place} {text}."

    def sentence(self, language: str) -> str:
        if language.startswith("en"):
            return super().sentence(language)
        return self.zh.format_map(said_in_chinese(self.details))
