"""Business errors of notices."""

from __future__ import annotations

from lianxin.centres.errors import Problem


class TemplateTaken(Problem):
    """``details``: ``code``."""

    code, status = "notice.template_taken", 409
    zh = "编码 {code} 已被使用。"
    en = "The code {code} is taken."


class TemplateConflict(Problem):
    """``details``: ``version`` and ``by``, ``at`` of the newer one."""

    code, status = "notice.version_conflict", 409
    zh = "模板已被 {by} 修改，请刷新后再保存。"
    en = "The template was changed by {by}. Reload it before you save."


class BadPlaceholder(Problem):
    """``details``: ``placeholders`` as they were written, ``known``: the names that there are."""

    code, status = "notice.placeholder", 422
    zh = "模板中的 {written} 会原样或空白地发给市民。可用的只有：{choices}。"
    en = "{written} would be sent to citizens blank or as it stands. There are only: {choices}."


class UnfitTemplate(Problem):
    """``details``: ``placeholders`` as they are written in the template, ``known``: the names that
    there are at this event."""

    code, status = "notice.template_unfit", 422
    fields = ("template",)
    zh = "该模板中的 {written} 在此事件下没有内容，会空白地发给市民。可用的只有：{choices}。"
    en = "At this event {written} of the template is blank. There are only: {choices}."


class UnknownTemplate(Problem):
    """``details``: ``template``."""

    code, status = "notice.unknown_template", 422
    fields = ("template",)
    zh = "没有编码为 {template} 的模板。"
    en = "There is no template {template}."


class RuleConflict(Problem):
    """``details``: ``version`` and ``by``, ``at`` of the newer one."""

    code, status = "notice.rule_conflict", 409
    zh = "规则已被 {by} 修改，请核对后再保存。"
    en = "The rule was changed by {by}. Compare both before you save."


class GatewayConflict(Problem):
    """``details``: ``version`` and ``by``, ``at`` of the newer one."""

    code, status = "notice.gateway_conflict", 409
    zh = "发送设置已被 {by} 修改，请核对后再保存。"
    en = "The gateway was changed by {by}. Compare both before you save."


class UnknownGateway(Problem):
    """``details``: ``connection``."""

    code, status = "notice.unknown_gateway", 422
    fields = ("connection",)
    zh = "没有编码为 {connection} 的 HTTP 数据连接。"
    en = "There is no HTTP connection {connection}."


class NotFailed(Problem):
    code, status = "notice.not_failed", 409
    zh = "只有发送失败的通知可以重新发送。"
    en = "Only a notice that failed can be sent again."
