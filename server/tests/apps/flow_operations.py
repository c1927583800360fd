"""The API's operations on flows, for the test of the audit trail."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone

from lianxin.centres.access import Actor
from lianxin.flows import actions, drafting, scenarios
from lianxin.flows.authoring.checks import Checks

#: What each writes into the trail; None: it changes and betrays nothing.
OPERATIONS: dict[str, str | None] = {
    "list_flows": None,
    "create_flow": "flow.created",
    "read_vocabulary": None,
    "read_flow": None,
    "rename_flow": "flow.renamed",
    "delete_flow": "flow.deleted",
    "restore_flow": "flow.restored",
    "save_draft": "flow.draft_saved",
    "be_present": None,
    "review_draft": "flow.review_approved",
    "lint_flow": None,
    "publish_flow": "flow.published",
    "cancel_scheduled": "flow.schedule_cancelled",
    "list_versions": None,
    "read_version": None,
    "roll_back_flow": "flow.rolled_back",
    "compare_versions": None,
    "export_flow": "flow.exported",
    "import_flow": "flow.imported",
    "simulate_flow": None,
    "list_scenarios": None,
    "add_scenario": "flow.scenario_added",
    "run_scenarios": None,
    "change_scenario": "flow.scenario_changed",
    "delete_scenario": "flow.scenario_deleted",
    "read_traffic": None,
    "trace_call": None,
}

_NO_CALL = "00000000-0000-7000-8000-000000000000"
_HALL = "/api/flows/hall"

_SPEC = {"spec": 2, "id": "in", "title": "x", "start": "a", "nodes": {"a": {"type": "hang_up"}}}
_FILE = {
    "format": "lianxin.flow",
    "version": 1,
    "flow": {"code": "in", "name": "x", "spec": _SPEC},
}

_SETUP = {"at": "2026-02-13T09:00:00+08:00"}


def requests(scenario: int) -> dict[str, tuple[str, str, str, Any]]:
    """Number of who asks, method, path and body; ``scenario`` is one of the flow ``hall``."""
    kept = f"{_HALL}/scenarios/{scenario}"
    return {
        "list_flows": ("9200", "GET", "/api/flows", None),
        "create_flow": ("9200", "POST", "/api/flows", {"code": "new", "name": "x"}),
        "read_vocabulary": ("9200", "GET", "/api/flows/vocabulary", None),
        "read_flow": ("9200", "GET", _HALL, None),
        "rename_flow": ("9200", "PATCH", _HALL, {"version": 1, "name": "y"}),
        "delete_flow": ("9200", "DELETE", "/api/flows/unused", None),
        "restore_flow": ("9200", "POST", "/api/flows/gone/restore", None),
        "save_draft": ("9200", "PUT", f"{_HALL}/draft", {"version": 1, "spec": {}}),
        "be_present": ("9200", "POST", f"{_HALL}/presence", {}),
        "review_draft": ("9000", "POST", f"{_HALL}/review", {"act": "approve"}),
        "lint_flow": ("9200", "POST", f"{_HALL}/lint", {"spec": {}}),
        "publish_flow": ("9000", "POST", f"{_HALL}/publish", {"version": 1, "note": "x"}),
        "cancel_scheduled": ("9000", "DELETE", f"{_HALL}/scheduled", None),
        "list_versions": ("9200", "GET", f"{_HALL}/versions", None),
        "read_version": ("9200", "GET", f"{_HALL}/versions/1", None),
        "roll_back_flow": ("9000", "POST", f"{_HALL}/versions/1/roll-back", {"note": "x"}),
        "compare_versions": ("9200", "GET", f"{_HALL}/diff?before=1", None),
        "export_flow": ("9200", "GET", f"{_HALL}/export", None),
        "import_flow": ("9200", "POST", "/api/flows/import", {"file": _FILE}),
        "simulate_flow": ("9200", "POST", f"{_HALL}/simulate", {"spec": _SPEC, "setup": _SETUP}),
        "list_scenarios": ("9200", "GET", f"{_HALL}/scenarios", None),
        "add_scenario": ("9200", "POST", f"{_HALL}/scenarios", {"name": "new", "setup": _SETUP}),
        "run_scenarios": ("9200", "POST", f"{_HALL}/scenarios/run", {}),
        "change_scenario": ("9200", "PUT", kept, {"name": "new", "setup": _SETUP}),
        "delete_scenario": ("9200", "DELETE", kept, None),
        "read_traffic": ("9200", "GET", f"{_HALL}/traffic", None),
        "trace_call": ("8001", "GET", f"/api/calls/{_NO_CALL}/trace", None),
    }


def prepare(admin: Actor) -> int:
    """Make what the operations are tried on; gives a scenario of the flow ``hall``."""
    checks = Checks()
    for code in ("hall", "gone", "unused"):
        drafting.create(admin, drafting.NewFlow(code, code), checks)
    drafting.delete(admin, "gone")
    later = timezone.now() + timedelta(hours=1)
    actions.publish_draft(admin, "hall", actions.Publishing(1, "x", at=later), checks)
    return scenarios.add_scenario(admin, "hall", scenarios.Kept("x", _SETUP, [], [])).pk
