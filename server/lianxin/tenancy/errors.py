"""Business errors of the making of a centre."""

from __future__ import annotations

from lianxin.centres.errors import Problem


class CentreTaken(Problem):
    code, status = "centre.taken", 409
    fields = ("code", "city_code")
    zh = "中心代码 {centre} 或城市代码 {city_code} 已被使用。"
    en = "The code {centre} or the city code {city_code} is in use already."


class CentreConflict(Problem):
    """``details``: ``version`` and ``at`` of the newer one; ``by`` is "", see ``Centre``."""

    code, status = "centre.version_conflict", 409
    zh = "中心已被他人修改，请核对后再保存。"
    en = "Somebody else changed the centre. Compare both before you save."


class BadCentre(Problem):
    """``details.field``: which one."""

    code, status = "centre.invalid", 422
    zh = "填写有误：{field}。"
    en = "This is not valid: {field}."


class NotSeparate(Problem):
    """``details.numbers``: 工号 of people who are several administrators in one."""

    code, status = "centre.not_separate", 409
    zh = "须先有互不兼任的系统管理员、安全管理员（长期有效）和审计管理员；兼任者：{numbers}。"
    en = (
        "First appoint an active system, security and audit administrator, of whom none is another"
        " and the security administrator has no expiry date. Several in one: {numbers}."
    )
