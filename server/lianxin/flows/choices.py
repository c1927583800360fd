"""The few words that columns of flows hold."""

from __future__ import annotations

from typing import Literal

#: A line begins in a flow; a subflow stands in other flows.
FlowKind = Literal["flow", "subflow"]

#: ``editing`` → ``review`` (somebody asks for it) → ``approved``; every change leads back.
DraftState = Literal["editing", "review", "approved"]

ReviewAct = Literal["request", "approve", "return"]

#: Of a version: what callers hear now, what they will, what was called off, what was.
VersionState = Literal["in_force", "scheduled", "cancelled", "past"]
