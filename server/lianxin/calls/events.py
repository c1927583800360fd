"""The ledger of a call: what happened, in the order in which it happened.

The switchboard writes entries to its journal and ships them to PostgreSQL in batches;
``calls.actions.record`` folds them into rows. ``seq`` grows by one within a call, so a
batch that is sent twice changes nothing.

A kind that was once written stays a word of ``Kind``: PostgreSQL holds the column to these
words, and the ledger is never rewritten.
"""

from __future__ import annotations

from typing import Any, Literal, get_args

import msgspec

from lianxin.rules.flow.effects import RecordedKind

# ``leg``: the name of the leg that an entry is about. Entries of before legs were told have none.
Kind = Literal[
    # callback_of: a call, of a callback; given: the caller's number as it came, where another
    "started",  # line, caller, source, flow_version, channel, callback_of, given
    "node",  # node, what, detail: one step of the flow (entered, key, exit, asked, told)
    "queued",  # queue
    "left_queue",  # reason
    "offered",  # person, number, leg: the agent whose telephone rings
    "missed",  # person, number, cause (Q.850), leg: the agent did not take it
    "offer_lost",  # person, number, leg: nobody saw how it ended; the agent has not missed it
    "answered",  # person, number, leg
    "talking",  # leg (the agent's): both hear each other
    "held",  # person, leg
    "resumed",  # person, leg
    "detached",  # person, leg: the agent's page has gone, the caller hears music
    "attached",  # person, leg: the one on which they are now
    "agent_left",  # person, leg, by ("agent" | "caller" | "system")
    "dialled",  # numbers, legs (of each number, in order), leg (of a single one): they ring
    "dial_answered",  # number, leg
    "dial_ended",  # reason (rules.flow.events.DialEnd, "stopped" by the flow, "caller"), leg
    "sent_to",  # person, node, back: the agent lets the caller walk the flow
    "callback_kept",  # number, callback (the call that will be made): the place is kept
    "calling_back",  # number, person, tries, leg (the citizen's): the citizen is dialled
    "callback_missed",  # number, tries, reason, leg: the citizen was not reached
    "recording",  # recording (uuid), kind, name: a recording was begun
    # recording, path, bytes, milliseconds, sha256; where it is so: ends_early, no_words; where the
    # outcome of the call waited for it: what "ended" says of it
    "stored",
    # recording, reason: nothing could be kept of it; words, where somebody may have spoken; the
    # outcome as above
    "lost",
    "fax_ended",  # fax, end (faxes.policy.FaxEnd), error, pages: of a call that sends one
    "case",  # case_kind, caller, recording or case (its id), title, content, phone: one is due
    # outcome, by ("caller" | "agent" | "system"), cause (Q.850); wanted_agent, where one was asked
    # for in vain; left_nothing, where a message was begun in vain; words_due, where the outcome is
    # told once more, as its last recording is "stored" or "lost"
    "ended",
    # Facts that the flow told (rules.flow.effects.Emit): node, and what it says of each.
    "vote",
    "survey",
    "language",
    "notice",
    "prompt_recorded",
]

KINDS: frozenset[str] = frozenset(get_args(Kind))

CallSource = Literal["carrier", "web", "callback", "fax"]

By = Literal["caller", "agent", "system"]

#: Why not all of a recording is kept: whoever wrote it died, or had no room.
ENDS_EARLY = "ends_early"
#: Why a recording is no message: nothing was said in it. What there is, is kept with the call.
NO_WORDS = "no_words"

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

#: What the row of a call says: "" while it is not over, or when the ledger does not tell.
CallOutcome = Literal["", Outcome]
CallEndedBy = Literal["", By]

#: Without an agent and without an outside telephone: what the system did by itself.
CONTAINED: frozenset[Outcome] = frozenset({"self_served", "message"})
#: What an end says where that is not true of it: the message was left for want of an agent, or
#: begun and not left; or it is not known yet.
NOT_CONTAINED = ("wanted_agent", "left_nothing", "words_due")


class UnknownKind(ValueError):
    """An entry was to be made whose kind is none of ``Kind``."""


class Entry(msgspec.Struct, frozen=True):
    """One line of the ledger. ``at`` is UTC, in seconds since the epoch.

    Raises ``UnknownKind`` where one is made that the ledger has no word for: a line in the
    journal is too late to find out.
    """

    call: str  # UUIDv7
    seq: int
    centre: int
    at: float
    kind: Kind
    data: dict[str, Any] = {}

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise UnknownKind(f"{self.kind!r} is no kind of entry of a ledger")

    def text(self, name: str, limit: int) -> str:
        """What ``data`` says under ``name``, "" when nothing; at most ``limit`` characters."""
        # PostgreSQL keeps no NUL, and a caller's name may hold anything.
        return str(self.data.get(name) or "").replace("\x00", "")[:limit]

    def number(self, name: str) -> int | None:
        """The number under ``name``; None when there is none."""
        value = self.data.get(name)
        return int(value) if isinstance(value, int | float) else None
