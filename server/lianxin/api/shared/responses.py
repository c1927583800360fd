"""Refusals that several features answer with."""

from __future__ import annotations

from lianxin.api.base import ErrorAnswer

FLOW_REFUSALS = {
    400: ErrorAnswer,
    401: ErrorAnswer,
    403: ErrorAnswer,
    404: ErrorAnswer,
    409: ErrorAnswer,
    413: ErrorAnswer,
    422: ErrorAnswer,
}
