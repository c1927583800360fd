"""The operations on people, for the table of what leaves a row."""

from __future__ import annotations

from typing import Any

OPERATIONS: dict[str, str | None] = {
    "list_people": None,
    "take_on_person": "person.taken_on",
    "read_powers": None,
    "preview_people_import": None,
    "import_people": "person.imported",
    "read_person": None,
    "change_person": "person.changed",
    "switch_person": "person.switched_off",
    "reset_password": "person.password_reset",
    "end_logins": "person.logins_ended",
}


def requests(person: int) -> dict[str, tuple[str, str, str, Any]]:
    """Number of who asks, method, path, body. ``person``: an agent, by key."""
    path = f"/api/people/{person}"
    change = {"version": 1, "number": "8002", "name": "x", "roles": ["supervisor"]}
    new = {"number": "8009", "name": "x", "roles": ["agent"]}
    file = {"text": "工号,姓名\n8010,x"}
    return {
        "list_people": ("8100", "GET", "/api/people", None),
        "take_on_person": ("9000", "POST", "/api/people", new),
        "read_powers": ("8100", "GET", "/api/people/powers", None),
        "preview_people_import": ("9000", "POST", "/api/people/import/preview", file),
        "import_people": ("9000", "POST", "/api/people/import", file),
        "read_person": ("8100", "GET", path, None),
        "change_person": ("9000", "PUT", path, change),
        "switch_person": ("9000", "PUT", f"{path}/active", {"version": 1, "on": False}),
        "end_logins": ("9001", "DELETE", f"{path}/logins", None),
        "reset_password": ("9001", "POST", f"{path}/password", {"version": 1}),
    }
