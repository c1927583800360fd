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
