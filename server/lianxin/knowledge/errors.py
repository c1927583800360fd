"""Business errors of the knowledge."""

from __future__ import annotations

from lianxin.centres.errors import Problem


class KnowledgeCodeTaken(Problem):
    """``details``: ``code``."""

    code, status = "knowledge.code_taken", 409
    fields = ("code",)
    zh = "编码 {code} 已被使用。"
    en = "The code {code} is taken."


class KnowledgeConflict(Problem):
    """``details``: ``version`` and ``by``, ``at`` of the newer one."""

    code, status = "knowledge.version_conflict", 409
    zh = "条目已被 {by} 修改，请核对后再保存。您填写的内容没有丢失。"
    en = "The entry was changed by {by}. Compare before you save; nothing you typed is lost."


class KnowledgeLoop(Problem):
    code, status = "knowledge.loop", 422
    fields = ("parent",)
    zh = "条目不能放在它自己或它的下级之下。"
    en = "An entry cannot stand below itself."


class KnowledgeTooDeep(Problem):
    """``details``: ``most``."""

    code, status = "knowledge.too_deep", 422
    fields = ("parent",)
    zh = "知识树最多 {most} 级。"
    en = "The tree has at most {most} levels."


class KnowledgeFull(Problem):
    """``details``: ``most``."""

    code, status = "knowledge.full", 422
    zh = "知识条目最多 {most} 条。"
    en = "There are at most {most} entries."


class UnknownParent(Problem):
    """``details``: ``parent``."""

    code, status = "knowledge.unknown_parent", 422
    fields = ("parent",)
    zh = "没有编码为 {parent} 的上级条目。"
    en = "There is no entry {parent} to stand below."


class HasChildren(Problem):
    code, status = "knowledge.has_children", 409
    zh = "请先删除或移走下级条目。"
    en = "Remove or move the entries below it first."


class NoTitle(Problem):
    code, status = "knowledge.no_title", 422
    fields = ("titles.zh",)
    zh = "请填写中文标题。"
    en = "A Chinese title is needed."


class BadDays(Problem):
    code, status = "knowledge.days", 422
    fields = ("effective_to",)
    zh = "失效日期不能早于生效日期。"
    en = "The last day cannot be before the first."


class ImportRefused(Problem):
    """``details.faults``: ``[{"row", "field", "fault", "value"}]``; nothing was imported."""

    code, status = "knowledge.import_refused", 422
    zh = "文件中有 {count} 处错误，没有导入任何内容。"
    en = "The file has {count} mistakes. Nothing was imported."


class KnowledgeSearchTooShort(Problem):
    code, status = "knowledge.search_too_short", 400
    zh = "请至少输入两个字进行搜索。"
    en = "Type at least two characters to search."
