"""Ledgers of calls as the switchboard writes them, for whoever folds them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import uuid_utils

from lianxin.calls.events import Entry, Kind

T0 = 1_772_000_000.0

Step = tuple[Kind, dict[str, Any]]


def entries_of(
    centre: int, steps: Sequence[Step], *, apart: float = 10.0, call: str = ""
) -> list[Entry]:
    """``steps`` of one call, so many seconds apart; the first is at ``T0``."""
    id_ = call or str(uuid_utils.uuid7())
    return [
        Entry(id_, seq, centre, T0 + apart * (seq - 1), kind, data)
        for seq, (kind, data) in enumerate(steps, 1)
    ]


STARTED: Step = ("started", {"line": "12345", "caller": "13800000001", "channel": "c.1"})
GENERAL: Step = ("queued", {"queue": "general"})


def key(digit: str) -> Step:
    return ("node", {"node": "menu", "what": "key", "detail": digit})


def about(kind: Kind, person: int, leg: str = "", **more: Any) -> Step:
    """An entry about an agent; ``leg``: of a switchboard that names them."""
    return (kind, {"person": person, **({"leg": leg} if leg else {}), **more})


def end(outcome: str, by: str) -> Step:
    return ("ended", {"outcome": outcome, "by": by, "cause": 16})


def ledgers(one: int, two: int) -> Mapping[str, list[Step]]:
    """Calls of each sort; ``one``, ``two`` are agents."""
    offered = [STARTED, key("0"), GENERAL, about("offered", one, number="8001")]
    answered = [*offered, about("answered", one, number="8001")]
    talking: list[Step] = [*answered, ("talking", {})]
    left = about("agent_left", one, by="agent")
    callback: list[Step] = [
        ("started", {"line": "12345", "caller": "1390", "source": "callback", "callback_of": "x"}),
        GENERAL,
        about("offered", one),
        about("answered", one),
        ("calling_back", {"number": "1390", "person": one, "tries": 1}),
    ]
    dialled: Step = ("dialled", {"numbers": ["01012345678", "01087654321"]})
    return {
        "no choice": [STARTED, end("no_choice", "caller")],
        "abandoned": [STARTED, GENERAL, end("abandoned", "caller")],
        "abandoned while it rings": [*offered, end("abandoned", "caller")],
        "timeout": [*offered, ("left_queue", {"reason": "timeout"}), end("abandoned", "system")],
        "talk": [*talking, left, end("answered", "agent")],
        "hung up by the caller": [
            *talking,
            about("agent_left", one, by="caller"),
            end("answered", "caller"),
        ],
        "missed": [
            *offered,
            about("missed", one, cause=19),
            about("offered", two),
            about("missed", two, cause=20),
            about("offered", one),
            about("answered", one),
            ("talking", {}),
            left,
            end("answered", "agent"),
        ],
        "hold": [
            *talking,
            about("held", one),
            about("resumed", one),
            about("held", one),
            left,
            end("answered", "agent"),
        ],
        "a page comes back": [
            *talking,
            about("attached", one),
            about("detached", one),
            about("attached", one),
            left,
            end("answered", "agent"),
        ],
        "a page goes on hold": [
            *talking,
            about("held", one),
            about("detached", one),
            about("attached", one),
            about("held", one),
            about("detached", one),
            about("agent_left", one, by="system"),
            end("answered", "system"),
        ],
        "sent to the flow and back": [
            *talking,
            left,
            ("sent_to", {"person": one, "node": "identity", "back": True}),
            key("7"),
            GENERAL,
            about("offered", one),
            about("answered", one),
            ("talking", {}),
            left,
            end("answered", "agent"),
        ],
        "transferred": [
            STARTED,
            dialled,
            ("dial_answered", {"number": "01087654321"}),
            ("dial_ended", {"reason": "answered"}),
            key("1"),
            end("transferred", "caller"),
        ],
        "nobody outside": [
            STARTED,
            dialled,
            ("dial_ended", {"reason": "busy"}),
            ("dialled", {"numbers": []}),
            ("dial_ended", {"reason": "failed"}),
            dialled,
            ("dial_ended", {"reason": "caller"}),
            end("self_served", "caller"),
        ],
        "place kept": [
            STARTED,
            GENERAL,
            ("callback_kept", {"number": "1390", "callback": "y"}),
            end("place_kept", "caller"),
        ],
        "callback": [
            *callback,
            ("callback_missed", {"number": "1390", "tries": 1, "reason": "no_answer"}),
            about("offered", two),
            about("answered", two),
            ("calling_back", {"number": "1390", "person": two, "tries": 2}),
            ("talking", {}),
            about("agent_left", two, by="caller"),
            end("answered", "caller"),
        ],
        "callback unreached": [
            *callback,
            ("callback_missed", {"number": "1390", "tries": 3, "reason": "busy"}),
            end("unreached", "system"),
        ],
        "fax": [
            ("started", {"line": "12345", "caller": "02", "source": "fax", "channel": "fax.1"}),
            ("dialled", {"numbers": ["02"], "legs": ["fax.1"]}),
            ("dial_answered", {"number": "02", "leg": "fax.1"}),
            ("fax_ended", {"fax": "1", "end": "sent", "pages": 2}),
            end("fax_sent", "system"),
        ],
        "fax to nobody": [
            ("started", {"line": "12345", "caller": "02", "source": "fax", "channel": "fax.1"}),
            ("dialled", {"numbers": ["02"], "legs": ["fax.1"]}),
            ("fax_ended", {"fax": "1", "end": "busy"}),
            end("fax_failed", "system"),
        ],
        "legs are named": [
            *offered[:3],
            about("offered", one, "leg.1"),
            about("answered", one, "leg.1"),
            ("talking", {"leg": "leg.1"}),
            ("dialled", {"numbers": ["02", "03"], "legs": ["out.1", "out.2"]}),
            about("held", one, "leg.1"),
            ("dial_answered", {"number": "02", "leg": "out.1"}),
            about("agent_left", one, "leg.1", by="agent"),
            ("dial_ended", {"reason": "answered", "leg": "out.1"}),
            end("answered", "caller"),
        ],
    }
