"""The dispositions that a centre begins with. Pure: the migration for older ones takes them too."""

from __future__ import annotations

from typing import NamedTuple


class Shipped(NamedTuple):
    code: str
    zh: str
    en: str


#: In the order in which they are offered.
SHIPPED = (
    Shipped("answered", "咨询已答复", "Question answered"),
    Shipped("case_status", "查询办理进度", "Told how a case stands"),
    Shipped("referred", "非受理范围已引导", "Not ours, told where to turn"),
    Shipped("wrong_number", "误拨", "Wrong number"),
    Shipped("silent", "无声", "Nobody spoke"),
    Shipped("nuisance", "骚扰", "Nuisance"),
    Shipped("cut_off", "通话中断", "Cut off"),
)
