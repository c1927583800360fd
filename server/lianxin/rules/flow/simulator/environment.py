"""What is around a simulated call: what look-ups are answered, who is on duty.

What ``setup.answers`` does not say is answered by a ``LookupResolver`` where the centre's own data
are at hand, and else as ``lookups.SOURCES`` says (``simulated``). A case is opened with a made-up
number and code.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from lianxin.rules import case_number
from lianxin.rules.flow.effects import Enqueue, Lookup
from lianxin.rules.flow.lookups import SOURCES, Source
from lianxin.rules.flow.simulator.scenario import Setup, SimulatedResult
from lianxin.rules.hours import Calendar, is_open
from lianxin.rules.values import Language, Scalar

#: Answers a look-up from the centre's own data, in the language of the call, or gives None when
#: it has none for it.
LookupResolver = Callable[[Lookup, datetime, Language], SimulatedResult | None]

#: Of whom made-up case numbers are, where the line does not say a city code.
CITY_CODE = "9901"


class Environment:
    """Answers for one simulation; what was given as a list is used up."""

    def __init__(
        self, setup: Setup, calendars: Mapping[str, Calendar], resolver: LookupResolver | None
    ) -> None:
        self._setup = setup
        self._calendars = calendars
        self._resolver = resolver
        self._used: dict[str, int] = {}
        self._opened: dict[str, str] = {}  # number: code

    def answer(self, lookup: Lookup, now: datetime, language: Language) -> SimulatedResult:
        known, arguments = SOURCES[lookup.source], dict(lookup.arguments)
        code = str(arguments.get(known.chosen_by))
        given = self._given(f"{lookup.source}:{code}") or self._given(lookup.source)
        if given is None and lookup.source == "calendar":
            given = self._calendar(code, now)
        if given is None and self._resolver is not None:
            given = self._resolver(lookup, now, language)
        if given is None and lookup.source in self._own:
            given = self._own[lookup.source](arguments)
        return given or SimulatedResult(known.simulated)

    @property
    def _own(self) -> Mapping[Source, Callable[[Mapping[str, Scalar]], SimulatedResult]]:
        """What the simulation itself knows."""
        return {"queue": self._queue, "case": self._case}

    def _queue(self, arguments: Mapping[str, Scalar]) -> SimulatedResult:
        on_duty = self.staff(str(arguments.get("queue")))
        return SimulatedResult(
            "ok", {"position": 1, "minutes": 2, "waiting": 1, "on_duty": on_duty}
        )

    def _case(self, arguments: Mapping[str, Scalar]) -> SimulatedResult:
        """The cases that were opened in this simulation."""
        code = self._opened.get(str(arguments.get("number")))
        if code is None:
            return SimulatedResult("unknown")
        same = code == arguments.get("code")
        return (
            SimulatedResult("told", {"state": "accepted"})
            if same
            else SimulatedResult("wrong_code")
        )

    def staff(self, queue: str) -> int:
        """How many agents are on duty for a queue."""
        duty = self._setup.on_duty.get(queue, 1)
        return duty if isinstance(duty, int) else len(duty)

    def serves(self, effect: Enqueue) -> bool:
        """Whether anybody is there who may take the caller."""
        duty = self._setup.on_duty.get(effect.queue, 1)
        if isinstance(duty, int) or not effect.agents:
            return self.staff(effect.queue) > 0
        return bool(set(duty) & set(effect.agents))

    def open_case(self, now: datetime) -> SimulatedResult:
        """Make up a case: a number whose check digit is right, and a code."""
        given = self._given("open_case")
        if given is not None and given.outcome != "opened":
            return given
        sequence = len(self._opened) % case_number.LAST_SEQUENCE + 1
        city = str(self._setup.variables.get("city_code") or CITY_CODE)
        day = now.date().replace(year=2000 + now.year % 100)  # a number holds two digits of it
        try:
            number = case_number.build(city, day, sequence)
        except ValueError:
            number = case_number.build(CITY_CODE, day, sequence)
        made = {"number": number, "code": f"{(246_813 + 7919 * sequence) % 1_000_000:06}"}
        values = made | dict(given.values if given else {})
        self._opened[str(values["number"])] = str(values["code"])
        return SimulatedResult("opened", values)

    def _given(self, name: str) -> SimulatedResult | None:
        answers = self._setup.answers.get(name, ())
        used = self._used.get(name, 0)
        if used >= len(answers):
            return None
        if len(answers) > 1:  # a single answer is given again and again
            self._used[name] = used + 1
        return answers[used]

    def _calendar(self, code: str, now: datetime) -> SimulatedResult | None:
        calendar = self._setup.calendars.get(code) or self._calendars.get(code)
        if calendar is None:
            return None
        if isinstance(calendar, str):
            return SimulatedResult(calendar)
        try:
            return SimulatedResult("open" if is_open(calendar, now)[0] else "closed")
        except (OSError, ValueError, LookupError):  # a zone that is none
            return SimulatedResult("unavailable")
