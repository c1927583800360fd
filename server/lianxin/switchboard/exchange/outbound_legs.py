"""The only way to telephones outside: every leg that goes out is made here, by one rule.

Who makes legs is told why one may not go out (``Refused``) before anything is dialled. How often
a number and a centre went out is kept in the journal: a restart forgets nothing.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from typing import Any

from lianxin.rules.masking import masked
from lianxin.rules.outbound import (
    ALWAYS,
    DAY,
    HOUR,
    NamedBy,
    OutboundRule,
    Refusal,
    Rung,
    barred,
    class_of,
    refusal,
    rung_as,
)
from lianxin.rules.tally import Tally
from lianxin.switchboard.ari import AriError, Exchange
from lianxin.switchboard.clock import Clock
from lianxin.switchboard.ledger.journal import Journal

log = logging.getLogger(__name__)

#: Raises an alarm of a centre about a number, "" where it is about all of them; at once, elsewhere.
RaiseAlarm = Callable[[int, Refusal, str], None]

#: A telephone of this platform: the page of an agent.
_OURS = re.compile(r"PJSIP/agent-[A-Za-z0-9-]+")
_NUMBER_OF = re.compile(r"PJSIP/(?P<number>[^@/]+)@[A-Za-z0-9_-]+")

#: How often numbers that were not rung for a day are forgotten, and an alarm is told again.
_SWEEP = timedelta(hours=1).total_seconds()


class Refused(AriError):
    """The rule of outbound numbers says no; ``code`` says why. Nothing was dialled."""

    def __init__(self, code: Refusal) -> None:
        super().__init__(0, code)
        self.code: Refusal = code


class OutboundLegs:
    """Owned by the event loop's thread. ``rule_of`` gives the newest setting of a centre."""

    def __init__(
        self,
        exchange: Exchange,
        pattern: str,
        rule_of: Callable[[int], OutboundRule],
        journal: Journal,
        clock: Clock,
        raise_alarm: RaiseAlarm,
    ) -> None:
        self._exchange = exchange
        self._pattern = pattern
        self._rule_of = rule_of
        self._journal = journal
        self._clock = clock
        self._raise_alarm = raise_alarm
        self._swept = 0.0
        self._reported: dict[tuple[int, Refusal, str], float] = {}

    def refusal(self, centre: int, number: str, by: NamedBy) -> Refusal | None:
        """Why ``number`` may not be rung now; logged, and a limit that is reached raises an
        alarm. None where it may."""
        rule, plain = self._rule_of(centre), rung_as(number)
        why = refusal(number, by, rule, self._rung(centre, plain))
        if why is None:
            return None
        about = f"{masked(plain)} ({class_of(number)})"
        log.warning("centre %s: %s is not rung: %s", centre, about, why)
        if why != "outbound.barred":
            self._report(centre, why, plain if why == "outbound.number_limit" else "")
        return why

    async def ring(
        self,
        centre: int,
        number: str,
        leg: str,
        *,
        by: NamedBy,
        originator: str | None = None,
        caller_id: str = "",
        seconds: int = 30,
        variables: Mapping[str, str] | None = None,
        app_args: Sequence[str] = (),
    ) -> None:
        """Ring a telephone outside. Raises ``Refused``, or what the exchange says."""
        why = self.refusal(centre, number, by)
        if why is not None:
            raise Refused(why)
        self._count(centre, number, by)
        await self._exchange.originate(
            self._pattern.format(number=rung_as(number)),
            leg,
            originator=originator,
            caller_id=caller_id,
            timeout=seconds,
            variables=variables,
            app_args=app_args,
        )

    async def ring_agent(
        self,
        centre: int,
        endpoint: str,
        leg: str,
        *,
        originator: str | None,
        caller_id: str,
        seconds: int,
        app_args: Sequence[str],
    ) -> None:
        """Ring an agent: their page, or a telephone outside, which the rule is asked about.

        ``endpoint``: ``PJSIP/agent-1-8001``, ``PJSIP/13900000001@carrier``. Raises as ``ring``.
        """
        if not _OURS.fullmatch(endpoint):
            found = _NUMBER_OF.fullmatch(endpoint)
            number = found["number"] if found else endpoint
            why = self.refusal(centre, number, "centre")
            if why is not None:
                raise Refused(why)
            self._count(centre, number, "centre")
        await self._exchange.originate(
            endpoint,
            leg,
            originator=originator,
            caller_id=caller_id,
            timeout=seconds,
            app_args=app_args,
        )

    def barred(self, centre: int, number: str) -> bool:
        """Whether the setting bars ``number``, however seldom it is rung."""
        return barred(number, self._rule_of(centre)) is not None

    def _report(self, centre: int, why: Refusal, number: str) -> None:
        """Once in a while: a thousand refusals are one alarm."""
        now, about = self._clock().timestamp(), (centre, why, number)
        self._reported = {each: at for each, at in self._reported.items() if now - at < _SWEEP}
        if about not in self._reported:
            self._reported[about] = now
            self._raise_alarm(centre, why, number)

    # --- how often

    def _rung(self, centre: int, number: str) -> Rung:
        now = self._clock().timestamp()
        one, all_ = self._tally(_key(centre, number)), self._tally(_key(centre))
        return Rung(
            one.within(HOUR, now),
            one.within(DAY, now),
            all_.within(HOUR, now),
            all_.within(DAY, now),
        )

    def _count(self, centre: int, number: str, by: NamedBy) -> None:
        if class_of(number) in ALWAYS:
            return
        now = self._clock().timestamp()
        keys = [_key(centre), *([_key(centre, rung_as(number))] if by == "caller" else [])]
        for key in keys:
            counts = self._tally(key).plus(now).counts
            self._journal.keep(key, {str(step): count for step, count in counts.items()})
        if now - self._swept >= _SWEEP:
            self._sweep(now)

    def _sweep(self, now: float) -> None:
        self._swept = now
        for key in [each for each in self._journal.checkpoints if each.startswith("outbound:")]:
            if self._tally(key).over(now):
                self._journal.keep(key, None)

    def _tally(self, key: str) -> Tally:
        kept: dict[str, Any] = self._journal.checkpoints.get(key, {})
        return Tally({int(step): count for step, count in kept.items()})


def _key(centre: int, number: str = "") -> str:
    return f"outbound:{centre}:{number}"
