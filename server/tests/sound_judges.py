"""A plugin of pytest: of a failed test that judges sound, say whether it was starved.

Such a test is marked ``sound`` (each story with telephones is). What failed and was starved is
told to ``./dev test``, which runs it again alone, once: docs/decisions/0062.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Generator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from devkit.carrier.call import Call
from devkit.carrier.carrier import Carrier
from devkit.starvation import Delays, Probe, starved
from tests.stories.ear import Ear

_PROPERTY = "starved"
_PIECE_SECONDS = 2.2  # what Asterisk has not written yet of a recording that goes on
#: Where the nodes that failed are written, by whether each was starved, and in what.
TOLD = "LIANXIN_FAILED_TESTS"


class SoundJudges:
    """``probe`` counts how late processes wake; without one, it is started when it is needed."""

    def __init__(self, probe: Callable[[], Delays] | None = None) -> None:
        self._seen = probe
        self._begin: Callable[[], None] = lambda: None
        self._open = ExitStack()
        self._failed: dict[str, list[str]] = {}

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, Any, Any]:
        if _judges_sound(item):
            if self._seen is None:
                probe = self._open.enter_context(Probe())
                self._begin, self._seen = probe.begin, probe.seen
            self._begin()
        return (yield)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_call(self, item: pytest.Item) -> None:
        if _judges_sound(item):
            self._begin()  # an installation that was just made has kept the machine busy

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        report = yield
        if report.failed and self._seen is not None and _judges_sound(item):
            delays = self._seen()
            lacking = _lacking(item)
            why = starved(delays, lacking)
            report.user_properties = [*report.user_properties, (_PROPERTY, why)]
            worst = max(lacking, default=0.0)
            measured = f"{delays}; the worst telephone lacks {worst:.2f} s of its recording"
            report.sections.append(("starved" if why else "not starved", f"{why}\n{measured}"))
        return report

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            why = str(dict(report.user_properties).get(_PROPERTY, ""))
            self._failed.setdefault(report.nodeid, []).append(why)

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        for node, why in self._starved().items():
            terminalreporter.write_line(f"starved, to be run again alone: {node} ({why})")

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        self._open.close()
        file = os.environ.get(TOLD, "")
        if file and not hasattr(session.config, "workerinput"):  # one process tells of all
            failed = {node: self._starved().get(node, "") for node in self._failed}
            Path(file).write_text(json.dumps(failed), "utf-8")

    def _starved(self) -> dict[str, str]:
        """The nodes of which no failure lacks that excuse."""
        return {node: whys[0] for node, whys in self._failed.items() if all(whys)}


def _judges_sound(item: pytest.Item) -> bool:
    return item.get_closest_marker("sound") is not None


def _lacking(item: pytest.Item) -> list[float]:
    carrier = (getattr(item, "funcargs", None) or {}).get("carrier")
    return [lacking(call) for call in carrier.calls] if isinstance(carrier, Carrier) else []


def lacking(call: Call) -> float:
    """By how many seconds what a telephone recorded is shorter than the time that passed: its
    Asterisk writes silence where nothing comes, so only ticks of its clock are missing."""
    if not call.heard_path.exists():
        return 0.0
    ear = Ear(call)
    passed, unwritten = ear.now(), _PIECE_SECONDS
    if call.end is not None:
        passed, unwritten = call.end.at - call.heard_from, 0.0
    return max(0.0, passed - unwritten - ear.sound().seconds)
