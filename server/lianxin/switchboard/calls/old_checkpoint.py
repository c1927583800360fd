"""Checkpoints of before a call had legs, as a switchboard of today writes them.

Then a call had a channel (the caller's), one leg of an agent and perhaps the one that it replaced,
outside legs in its dial, and a citizen's that rang in its callback; and one state of ten.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lianxin.rules.lifecycle import CallState, LegState
from lianxin.switchboard.calls.legs import Leg, LegBy, LegReason
from lianxin.switchboard.exchange import channel_names

_NAMES = {"place": "queue_entry", "place_kept": "callback_queued"}
_STATES: Mapping[str, CallState] = {
    "ringing": "offered",
    "connecting": "with_agent",
    "talking": "with_agent",
    "held": "with_agent",
    "detached": "with_agent",
}
#: In these the caller heard music instead of the agent.
_APART = ("held", "detached")
#: In these the caller was in the bridge.
_TOGETHER = ("talking", "outside")


def is_old(kept: dict[str, Any]) -> bool:
    """Whether ``legs`` counts the agent's legs, as it did then."""
    return not isinstance(kept.get("legs"), list)


def migrated(old: dict[str, Any]) -> dict[str, Any]:
    """The same in today's names and shapes."""
    new = {_NAMES.get(name, name): value for name, value in old.items()}
    state = old["state"]
    legs = [*_callers(old), *_agents(old), *_outside(old)]
    # Rung, but killed before the leg was written down: it has the next name.
    rung = state == "ringing" and not old.get("leg")
    new["agent_legs"] = old.get("legs", 0) + rung
    new["state"] = _STATES.get(state, state)
    new["legs"] = [_as_json(leg) for leg in legs]
    if old.get("dial"):
        new["dial"] = {name: old["dial"][name] for name in ("token", "causes")}
    if old.get("callback"):
        new["callback"] = {name: old["callback"][name] for name in ("of", "waits", "tries", "due")}
    return new


def _as_json(leg: Leg) -> dict[str, Any]:
    return {name: getattr(leg, name) for name in Leg.__struct_fields__}


def _callers(old: dict[str, Any]) -> Iterator[Leg]:
    since, number, state = old["started"], old["caller"], old["state"]
    back = old.get("callback")
    why: LegReason = "callback" if back else "inbound"
    by: LegBy = "system" if back else "caller"
    if old["channel"]:
        bridge = channel_names.bridge(old["id"]) if state in _TOGETHER else ""
        media: LegState = "held" if state in _APART else "gone" if state == "ended" else "up"
        yield Leg(old["channel"], "caller", media, why, by, number, since, None, bridge)
    if back and back["leg"]:
        yield Leg(back["leg"], "caller", "ringing", why, by, number, since)


def _agents(old: dict[str, Any]) -> Iterator[Leg]:
    state, person = old["state"], old["person"]
    leg, replaced = old.get("leg", ""), old.get("replaced", "")
    if state == "ringing" and not leg:
        leg = channel_names.make("agent", old["id"], old.get("legs", 0) + 1)
    number, since = str(person or ""), old["answered"] or old["started"]
    carries: LegState = "detached" if state == "detached" else "up"
    # While the citizen who is called back is dialled there is no bridge yet.
    alone = state == "detached" or not old["channel"]
    bridge = "" if alone else channel_names.bridge(old["id"])
    if replaced:
        yield Leg(replaced, "agent", carries, "offer", "system", number, since, person, bridge)
    if leg and (replaced or state == "ringing"):
        why: LegReason = "reattach" if replaced else "offer"
        by: LegBy = "agent" if replaced else "system"
        yield Leg(leg, "agent", "ringing", why, by, number, since, person)
    elif leg:
        yield Leg(leg, "agent", carries, "offer", "system", number, since, person, bridge)


def _outside(old: dict[str, Any]) -> Iterator[Leg]:
    dial, since = old.get("dial") or {"legs": {}}, old["started"]
    for leg, number in dial["legs"].items():
        talks = leg == dial["answered"]
        bridge = channel_names.bridge(old["id"]) if talks else ""
        state: LegState = "up" if talks else "ringing"
        yield Leg(leg, "outside", state, "dial", "flow", number, since, None, bridge)
