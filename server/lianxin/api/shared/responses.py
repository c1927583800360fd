"""Refusals that several features answer with."""

from __future__ import annotations

from lianxin.api.base import refusals

FLOW_REFUSALS = refusals(400, 401, 403, 404, 409, 413, 422)
