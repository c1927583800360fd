"""The most that a centre may have. The platform's operator sets it; actions that add ask here."""

from __future__ import annotations

from typing import Literal

from lianxin.centres.models import Centre
from lianxin.centres.problems import Problem

Quota = Literal["lines", "agents", "faxes"]


class QuotaFull(Problem):
    """``details``: ``quota`` (lines, agents, faxes of a day) and ``most``.

    Storage: ``prompts/actions.py``.
    """

    code, status = "quota.full", 409
    zh = "已达到本热线中心的配额上限（{most}），请联系平台运维。"
    en = "Your centre's quota is used up ({most}). Ask the platform's operator."


def need_room(centre_id: int, quota: Quota, have: int) -> None:
    """Raise ``QuotaFull`` when the centre has as many as it may. One at a time: must stand in
    the transaction that adds."""
    centre = Centre.objects.select_for_update().get(pk=centre_id)
    most = getattr(centre, f"quota_{quota}")
    if most is not None and have >= most:
        raise QuotaFull(quota=quota, most=most)
