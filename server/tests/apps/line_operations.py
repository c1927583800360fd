"""The operations on lines and what belongs to them, for the table of what leaves a row."""

from __future__ import annotations

from typing import Any

OPERATIONS: dict[str, str | None] = {
    "list_lines": None,
    "open_line": "line.opened",
    "lint_lines": None,
    "who_answers": None,
    "change_line": "line.changed",
    "switch_emergency": "line.emergency_began",
    "close_line": "line.closed",
    "get_outbound": None,
    "change_outbound": "outbound.changed",
    "list_calendars": None,
    "make_calendar": "calendar.made",
    "read_calendar": None,
    "change_calendar": "calendar.changed",
    "delete_calendar": "calendar.deleted",
    "set_calendar_day": "calendar.day_set",
    "remove_calendar_day": "calendar.day_removed",
    "take_calendar_year": "calendar.year_taken",
    "list_queues": None,
    "change_queue": "queue.changed",
    "change_queue_members": "queue.members_set",
    "list_dispositions": None,
    "make_disposition": "disposition.made",
    "change_disposition": "disposition.changed",
    "list_platform_centres": None,
    # In the trail of the centre concerned, see test_centres: not in that of the operator's home.
    "found_centre": None,
    "change_centre": None,
}


def requests(special: int) -> dict[str, tuple[str, str, str, Any]]:
    """Number of who asks, method, path, body. ``special``: a day of the calendar ``hours``."""
    calendar, day = "/api/calendars/hours", {"date": "2026-03-02", "kind": "special", "name": "x"}
    line = {"number": "12399", "name": "x", "flow": "article"}
    city = {"version": 1, "city": "县"}
    silent = {"version": 1, "name_zh": "x"}
    queue = {"version": 1, "name": "x", "ring_seconds": 20, "wrap_up_seconds": 0}
    queue |= {"announce_agent_number": True, "may_cut_announcement": True}
    members = {"version": 1, "agents": ["8001", "8002"]}
    plan = {"version": 1, "name": "x", "flow": "article"}
    limits = ("number_an_hour", "number_a_day", "centre_an_hour", "centre_a_day")
    outbound = {"version": 0, "barred": ["satellite"], **dict.fromkeys(limits, 5)}
    outbound |= {"barred_prefixes": [], "allowed_prefixes": []}
    centre = {"code": "xinshi", "name": "新市 12345 热线", "city_code": "9903"}
    return {
        "list_lines": ("8100", "GET", "/api/lines", None),
        "open_line": ("9000", "POST", "/api/lines", line),
        "lint_lines": ("9200", "GET", "/api/lines/lint", None),
        "who_answers": ("8100", "GET", "/api/lines/answer?number=12345", None),
        "change_line": ("9000", "PUT", "/api/lines/12345", plan),
        "switch_emergency": ("9000", "PUT", "/api/lines/12345/emergency", {"on": True}),
        "close_line": ("9000", "DELETE", "/api/lines/12345", None),
        "get_outbound": ("9000", "GET", "/api/outbound", None),
        "change_outbound": ("9000", "PUT", "/api/outbound", outbound),
        "list_calendars": ("8100", "GET", "/api/calendars", None),
        "make_calendar": ("9000", "POST", "/api/calendars", {"code": "duty", "name": "x"}),
        "read_calendar": ("8100", "GET", calendar, None),
        "change_calendar": ("9000", "PUT", calendar, {"version": 1, "name": "x"}),
        "delete_calendar": ("9000", "DELETE", calendar, None),
        "set_calendar_day": ("9000", "PUT", f"{calendar}/days", day),
        "remove_calendar_day": ("9000", "DELETE", f"{calendar}/days/{special}", None),
        "take_calendar_year": ("9000", "POST", f"{calendar}/years", {"year": 2026}),
        "list_queues": ("8100", "GET", "/api/queues", None),
        "change_queue": ("9000", "PUT", "/api/queues/general", queue),
        "change_queue_members": ("8100", "PUT", "/api/queues/general/members", members),
        "list_dispositions": ("8001", "GET", "/api/dispositions", None),
        "make_disposition": ("9000", "POST", "/api/dispositions", {"code": "joke", "name_zh": "x"}),
        "change_disposition": ("9000", "PUT", "/api/dispositions/silent", silent),
        "list_platform_centres": ("9900", "GET", "/api/platform/centres", None),
        "found_centre": ("9900", "POST", "/api/platform/centres", centre),
        "change_centre": ("9900", "PATCH", "/api/platform/centres/shixian", city),
    }
