"""Reads of flows. They stand in the caller's scope."""

from __future__ import annotations

from datetime import datetime

from lianxin.flows.models import FlowVersion


def published(at: datetime | None = None) -> dict[int, FlowVersion]:
    """The newest version of each flow of the centre whose scope is open, by flow.

    ``at``: now, unless another moment is asked about.
    """
    rows = FlowVersion.objects.order_by("flow_id", "-number").distinct("flow_id")
    if at is not None:
        rows = rows.filter(published_at__lte=at)
    return {row.flow_id: row for row in rows}
