"""Flows that a story draws and publishes as the editor does it, over the API."""

from __future__ import annotations

from typing import Any

from tests.stack import Stack
from tests.stories.air import in_plans
from tests.stories.staff import Staff


async def drawn(
    staff: Staff, code: str, spec: dict[str, Any], kind: str = "flow"
) -> dict[str, Any]:
    """The flow as the editor draws it, with what it says of it."""
    new = {"code": code, "name": code, "kind": kind, "template": "empty"}
    await staff.post("/api/flows", new if kind == "flow" else {**new, "template": ""})
    draft = (await staff.get(f"/api/flows/{code}")).body["draft"]
    whole = {"spec": 2, "id": code, "title": code, "start": next(iter(spec)), "nodes": spec}
    if kind == "flow":
        whole["languages"] = ["zh", "en"]
    saved = await staff.put(
        f"/api/flows/{code}/draft", {"version": draft["version"], "spec": whole, "layout": {}}
    )
    assert saved.status == 200, saved.body
    return dict(saved.body)


async def published(stack: Stack, staff: Staff, code: str, line: str = "") -> None:
    """Published without a reason: all its scenarios pass. ``line`` runs it."""
    run = await staff.post(f"/api/flows/{code}/scenarios/run")
    failed = [line for each in run.body if not each["passed"] for line in each["difference"]]
    assert not failed, "\n".join(failed)
    version = (await staff.get(f"/api/flows/{code}")).body["draft"]["version"]
    done = await staff.post(f"/api/flows/{code}/publish", {"version": version, "note": "故事"})
    assert done.status < 300, done.body
    if line:
        await staff.post("/api/lines", {"number": line, "name": code, "flow": code})
        await in_plans(stack, lambda plans: any(x["number"] == line for x in plans["lines"]))
