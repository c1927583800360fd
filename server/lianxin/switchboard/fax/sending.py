"""Faxes that are under way: each is a call of ours to somebody's fax machine.

The machine is dialled like any outside telephone. Once it answers, the leg is sent into the
dialplan (``fax-out``), which sends the pages and writes how that ended into ``fax_log``: the
line is there also when nobody listened. Each step is in the journal before the command that
follows from it, so that a restarted switchboard knows whether paper may have come out.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal, Protocol

from uuid_utils import uuid7

from lianxin.calls.events import Entry, Kind
from lianxin.faxes.policy import FaxEnd, end_of_cause, end_of_sending
from lianxin.faxes.sending import Due
from lianxin.rules import q850
from lianxin.rules.masking import masked
from lianxin.switchboard.ari import AriError, Exchange, NotConnected
from lianxin.switchboard.clock import Clock
from lianxin.switchboard.exchange import channel_names
from lianxin.switchboard.exchange.outbound_legs import OutboundLegs, Refused
from lianxin.switchboard.exchange.reconcile import ExchangeSnapshot, last_lines
from lianxin.switchboard.ledger.journal import Journal

log = logging.getLogger(__name__)

#: The dialplan's way to send: deploy/asterisk/extensions.conf.j2.
CONTEXT, EXTENSION = "fax-out", "send"
#: How long a fax machine may ring.
RING_SECONDS = 60


@dataclass
class Sending:
    """One fax under way, and the checkpoint from which a restarted switchboard goes on."""

    due: Due
    leg: str
    state: Literal["dialling", "sending"] = "dialling"
    seq: int = 0

    @property
    def key(self) -> str:
        return f"fax:{self.due.call}"

    def checkpoint(self) -> dict[str, Any]:
        return {**asdict(self.due), "leg": self.leg, "state": self.state, "seq": self.seq}

    @classmethod
    def from_checkpoint(cls, kept: dict[str, Any]) -> Sending:
        names = ("call", "fax", "centre", "number", "line", "tries")
        due = Due(**{name: kept[name] for name in names})
        return cls(due, kept["leg"], kept["state"], kept["seq"])


@dataclass(frozen=True)
class SendingLog:
    """What the dialplan wrote of a leg that sent."""

    status: str
    error: str
    pages: int


class Nudge(Protocol):
    """Entries were written to the journal. ``now``: somebody waits for them."""

    def __call__(self, *, now: bool = False) -> None: ...


class Faxing:
    """Owned by the event loop's thread. ``taken`` are calls that were claimed and are not over,
    ``begun`` all that this process has claimed or found in its journal."""

    def __init__(
        self,
        exchange: Exchange,
        journal: Journal,
        nudge: Nudge,
        outbound: OutboundLegs,
        clock: Clock,
        fax_log: Path,
    ) -> None:
        self._exchange = exchange
        self._journal = journal
        self._nudge = nudge
        self._outbound = outbound
        self._clock = clock
        self._log = fax_log
        self._live: dict[str, Sending] = {}
        self._sending: set[asyncio.Task[None]] = set()  # keeps them from being collected
        self.taken: set[str] = set()
        self.begun: set[str] = set()

    @property
    def calls(self) -> frozenset[str]:
        """The calls that send one now."""
        return frozenset(self._live)

    # --- the way of a fax

    def begin(self, due: Due) -> None:
        """Ring the fax machine."""
        sending = Sending(due, channel_names.make("fax", due.call, uuid7()))
        self._live[due.call] = sending
        log.info("%s: fax %s to %s, try %d", due.call, due.fax, masked(due.number), due.tries)
        self._write(
            sending,
            "started",
            line=due.line,
            caller=due.number,
            source="fax",
            channel=sending.leg,
        )
        self._write(sending, "dialled", numbers=[due.number], legs=[sending.leg])
        self._send(self._dial(sending))

    async def _dial(self, sending: Sending) -> None:
        due = sending.due
        try:
            await self._outbound.ring(
                due.centre,
                due.number,
                sending.leg,
                by="caller",
                caller_id=due.line,
                seconds=RING_SECONDS,
                variables={"LIANXIN_FAX": f"{due.fax}.tif", "LIANXIN_FAX_STATION": due.line},
                app_args=channel_names.app_args("fax", due.call),
            )
        except NotConnected:
            return  # once connected again, ``resync`` sees what came of it
        except Refused as refused:  # what is barred stays so; a limit is over after a while
            end: FaxEnd = "no_route" if refused.code == "outbound.barred" else "refused"
            self._over(sending, end, refused.code)
        except AriError as error:
            log.warning("%s: the fax machine cannot be rung: %s", due.call, error)
            self._over(sending, "interrupted", str(error)[:64])

    def up(self, leg: str) -> None:
        """The fax machine, or somebody, has answered."""
        sending = self._of(leg)
        if sending is None or sending.state != "dialling":
            self._send(self._exchange.hangup(leg, no_wait=True))
            return
        sending.state = "sending"
        self._write(sending, "dial_answered", number=sending.due.number, leg=leg)
        self._send_pages(sending)

    def _send_pages(self, sending: Sending) -> None:
        exchange = self._exchange
        self._send(exchange.continue_in_dialplan(sending.leg, CONTEXT, EXTENSION, 1, no_wait=True))

    def gone(self, leg: str, cause: int | None) -> None:
        """The leg is over. ``cause`` None: it was over when we came to look."""
        sending = self._of(leg)
        if sending is None:
            return
        report = report_of(self._log, leg)
        if report is not None:
            end = end_of_sending(report.status, report.error, report.pages)
            self._over(sending, end, report.error, report.pages)
        elif sending.state == "sending":
            self._over(sending, "unknown")
        else:
            self._over(sending, "interrupted" if cause is None else end_of_cause(cause), "", 0)

    def _over(self, sending: Sending, end: FaxEnd, error: str = "", pages: int = 0) -> None:
        due = sending.due
        log.info("%s: fax %s: %s %s", due.call, due.fax, end, error)
        self._write(sending, "fax_ended", fax=due.fax, end=end, error=error, pages=pages)
        outcome = "fax_sent" if end == "sent" else "fax_failed"
        self._write(sending, "ended", outcome=outcome, by="system", cause=q850.NORMAL)
        self._journal.keep(sending.key, None)
        self._live.pop(due.call, None)
        self.taken.discard(due.call)
        self._nudge(now=True)

    # --- after a gap

    def restore(self) -> None:
        """Go on with what the journal's checkpoints tell of, before connecting."""
        lost = self._journal.restore("fax", self._restore)
        # One that cannot be read may have come out: it is not sent again as if it had not begun.
        self.begun |= self._journal.seqs.keys() | self.taken | {*lost}

    def _restore(self, call: str, kept: dict[str, Any]) -> None:
        sending = Sending.from_checkpoint(kept)
        sending.seq = max(sending.seq, self._journal.seqs.get(call, 0))
        self._live[call] = sending
        self.taken.add(call)

    def resync(self, calls: frozenset[str], snapshot: ExchangeSnapshot) -> None:
        """Compare ``calls``, which were live before the exchange was asked, with what it holds."""
        for call in calls & self.calls:
            sending = self._live[call]
            channel = snapshot.channels.get(sending.leg)
            if channel is None:
                self.gone(sending.leg, None)
            elif channel.dialplan.app_name != "Stasis":
                continue  # it rings, or is being sent
            elif sending.state == "dialling":
                self.up(sending.leg)
            else:
                self._send_pages(sending)

    # --- inside

    def _of(self, leg: str) -> Sending | None:
        name = channel_names.parse(leg)
        sending = self._live.get(name.call) if name is not None else None
        return sending if sending is not None and sending.leg == leg else None

    def _write(self, sending: Sending, kind: Kind, **data: Any) -> None:
        sending.seq += 1
        due, now = sending.due, self._clock().timestamp()
        entry = Entry(due.call, sending.seq, due.centre, now, kind, data)
        self._journal.write(entry, key=sending.key, checkpoint=sending.checkpoint())
        self._nudge()

    def _send(self, command: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(self._tried(command))
        self._sending.add(task)
        task.add_done_callback(self._sending.discard)

    @staticmethod
    async def _tried(command: Coroutine[Any, Any, None]) -> None:
        try:
            await command
        except AriError as error:  # the socket is lost: ``resync`` goes on
            log.warning("a fax waits for the exchange: %s", error)


def report_of(file: Path, leg: str) -> SendingLog | None:
    """The line of ``leg``: ``epoch,leg,SUCCESS,error,pages``; of several the last."""
    for line in reversed(last_lines(file)):
        parts = line.strip().split(",")
        if len(parts) == 5 and parts[1] == leg:
            return SendingLog(parts[2], parts[3], int(parts[4]) if parts[4].isdigit() else 0)
    return None
