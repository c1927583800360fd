"""The ledger of a call: what happened, in the order in which it happened.

The switchboard writes entries to its journal and ships them to PostgreSQL in batches;
``calls.actions.record`` folds them into rows. ``seq`` grows by one within a call, so a
batch that is sent twice changes nothing.
"""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from lianxin.rules.flow.effects import RecordedKind

Kind = Literal[
    "started",  # line, caller, source, flow_version, channel, callback_of (of a callback: a call)
    "node",  # node, what, detail: one step of the flow (entered, key, exit, asked, told)
    "queued",  # queue
    "left_queue",  # reason
    "offered",  # person, number: the agent whose telephone rings
    "missed",  # person, reason: the agent did not take it
    "answered",  # person, number
    "talking",  # both hear each other
    "held",  # person
    "resumed",  # person
    "detached",  # person: the agent's page has gone, the caller hears music
    "attached",  # person
    "agent_left",  # person, by ("agent" | "caller" | "failure")
    "dialled",  # numbers: outside telephones ring
    "dial_answered",  # number
    "dial_ended",  # reason (rules.flow.events.DialEnd, "stopped" by the flow, "caller")
    "sent_to",  # person, node, back: the agent lets the caller walk the flow
    "callback_kept",  # number, callback (the call that will be made): the place is kept
    "calling_back",  # number, person, tries: the citizen is dialled
    "callback_missed",  # number, tries, reason: the citizen was not reached
    "recording",  # recording (uuid), kind, name: a recording was begun
    "stored",  # recording, path, bytes, milliseconds, sha256
    "lost",  # recording, reason: nothing could be kept of it
    "fax_ended",  # fax, end (rules.faxing.FaxEnd), error, pages: of a call that sends one
    "case",  # case_kind, caller, recording or case (its id), title, content, phone: one is due
    "ended",  # outcome, by ("caller" | "agent" | "system"), cause (Q.850)
    # Facts that the flow told (rules.flow.effects.Emit): node, and what it says of each.
    "vote",
    "survey",
    "language",
    "notice",
    "prompt_recorded",
]

CallSource = Literal["carrier", "web", "callback", "fax"]

By = Literal["caller", "agent", "system"]

RecordingKind = Literal["conversation", RecordedKind, "fallback"]

Outcome = Literal[
    "self_served",
    "no_choice",  # hung up before choosing anything
    "answered",
    "transferred",  # to an outside telephone, which took the call
    "abandoned",
    "place_kept",  # hung up to be called back in turn
    "unreached",  # a callback that the citizen did not take
    "message",
    "failed",
    "fallback",
    "fax_sent",
    "fax_failed",  # this try; the fax itself may be tried again
]

#: Without an agent and without an outside telephone: what the system did by itself.
CONTAINED: frozenset[Outcome] = frozenset({"self_served", "message"})


class Entry(msgspec.Struct, frozen=True):
    """One line of the ledger. ``at`` is UTC, in seconds since the epoch."""

    call: str  # UUIDv7
    seq: int
    centre: int
    at: float
    kind: Kind
    data: dict[str, Any] = {}
