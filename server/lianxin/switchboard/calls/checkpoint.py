"""A call as the journal keeps it: all that a restarted switchboard needs to go on with it.

A checkpoint of before an update lacks what is newer, or has it under the name of then: it is
read all the same.
"""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import UTC, datetime
from typing import Any

import msgspec

from lianxin.lines.plan import LinePlan
from lianxin.switchboard.acd.queue_entry import QueueEntry
from lianxin.switchboard.calls.call import Call, Dialling, QueuedCallback, Recording
from lianxin.switchboard.calls.legs import Leg
from lianxin.switchboard.calls.old_checkpoint import is_old, migrated

_MOMENTS = ("started", "queued", "answered", "held")
_MADE = ("line", "line_json", "legs", "queue_entry", "dial", "callback", "recordings")
_PLAIN = tuple(name for name in Call.__dataclass_fields__ if name not in (*_MOMENTS, *_MADE))
_LINE = tuple(LinePlan.__dataclass_fields__)


def encode(call: Call) -> dict[str, Any]:
    """What JSON can hold of it; its flow is named by the version.

    It is written at every step of every call: what is empty is left out, as in a new call.
    """
    values = {name: value for name in _PLAIN if (value := getattr(call, name))}
    values["caller"] = call.caller  # "" is a number that was withheld
    values["connected"] = call.connected  # one of before an update does not say
    values["confidential"] = call.confidential  # nor this
    if call.line_json is None:
        call.line_json = encode_line(call.line)
    values["line"] = call.line_json
    for name in _MOMENTS:
        if moment := getattr(call, name):
            values[name] = moment.timestamp()
    values["legs"] = [*call.legs.values()]
    if call.recordings:
        values["recordings"] = [asdict(each) for each in call.recordings.values()]
    if call.queue_entry:
        values["queue_entry"] = _encode_entry(call.queue_entry)
    if call.dial:
        values["dial"] = asdict(call.dial)
    if call.callback:
        values["callback"] = asdict(call.callback)
    return values


def decode(kept: dict[str, Any], flow: dict[str, Any] | None) -> Call:
    """``flow``: the JSON of the version that the checkpoint names, if it is still known."""
    if is_old(kept):
        kept = migrated(kept)
    values = {name: kept[name] for name in _PLAIN if name in kept}
    # Before it was kept, only whoever was detached while a number was announced had not talked.
    values.setdefault("connected", kept.get("talked", False) and kept["state"] == "with_agent")
    values.setdefault("confidential", True)  # what is not known is not told
    line = {name: kept["line"][name] for name in _LINE if name in kept["line"]}
    values["line"] = LinePlan(**{**line, "flow": flow or {}})
    for name in _MOMENTS:
        moment = kept.get(name)
        values[name] = datetime.fromtimestamp(moment, UTC) if moment else None
    legs = [msgspec.convert(each, Leg) for each in kept["legs"]]
    values["legs"] = {leg.id: leg for leg in legs}
    entry = kept.get("queue_entry")
    values["queue_entry"] = _decode_entry(entry) if entry else _entry_of_before(values)
    dial = kept.get("dial")
    values["dial"] = Dialling(**dial) if dial else None
    back = kept.get("callback")
    values["callback"] = QueuedCallback(**back) if back else None
    made = (Recording(**each) for each in kept.get("recordings", ()))
    values["recordings"] = {each.id: each for each in made}
    return Call(**values)


def encode_line(line: LinePlan) -> msgspec.Raw:
    """The fields of a line plan as JSON; its flow is named by the version."""
    return msgspec.Raw(msgspec.json.encode(replace(line, flow={})))


def _encode_entry(entry: QueueEntry) -> dict[str, Any]:
    moments = {"since": entry.since.timestamp(), "entered": entry.entered.timestamp()}
    return {**asdict(entry), **moments}


def _decode_entry(kept: dict[str, Any]) -> QueueEntry:
    moments = {name: datetime.fromtimestamp(kept[name], UTC) for name in ("since", "entered")}
    return QueueEntry(**{**kept, **moments, "agents": tuple(kept["agents"])})


def _entry_of_before(values: dict[str, Any]) -> QueueEntry | None:
    """Of a checkpoint that was written before the entry was kept in it."""
    queued = values["queued"]
    return QueueEntry(values["line"].centre, values["queue"], queued) if queued else None
