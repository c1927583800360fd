"""What a failed story leaves, in ``var/failed/<file>.<test>/``: see CONTRIBUTING.

- ``heard/*.wav``: what each telephone of the simulated carrier heard; ``heard/calls.json`` names
  them and says what each did when;
- ``pages/*.png``: each page that was open in Chromium;
- ``ledger.json``: the calls that went on during the test, with their entries and recordings, and
  ``journal/``, what the switchboard wrote before that;
- ``log/``: the end of the log of each part, the carrier's too.

Nothing is done for a test that passes. The newest ``MOST`` failures stay.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
import time
from collections.abc import Generator, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar

import psycopg
import pytest

from devkit.carrier.call import Call
from devkit.carrier.carrier import Carrier
from devkit.paths import REPOSITORY
from tests.stack import Stack

#: Failures that are kept, and bytes: of each log or journal (its end), of all that was heard.
MOST, OF_EACH_LOG, OF_ALL_HEARD = 20, 1 << 20, 32 << 20
CALLS, ENTRIES = 300, 100  # of one failure, and of one call
_LONGEST_NAME = 120

#: The installations of this session by name, as far as they were asked for.
STACKS = pytest.StashKey[dict[str, Stack]]()
_FIXTURES = {"database": "apps", "asterisk": "switchboard", "stack": "stories"}

_LEDGER = """
SELECT to_jsonb(c) || jsonb_build_object(
  'entries', (SELECT jsonb_agg(to_jsonb(e) ORDER BY e.seq) FROM (SELECT * FROM calls_callevent
     WHERE call_id = c.id ORDER BY seq DESC LIMIT %s) e),
  'recordings', (SELECT jsonb_agg(to_jsonb(r)) FROM calls_recording r WHERE r.call_id = c.id))
FROM calls_call c WHERE coalesce(ended_at, now()) >= to_timestamp(%s)
ORDER BY started_at DESC LIMIT %s
"""


def used_by(item: pytest.Item) -> list[Stack]:
    """The installations that a test asked for, and that were begun."""
    begun = item.config.stash.get(STACKS, {})
    fixtures = set(getattr(item, "fixturenames", ()))
    names = [name for fixture, name in _FIXTURES.items() if fixture in fixtures]
    return [begun[name] for name in names if name in begun]


@dataclass
class _Test:
    """The test that runs now."""

    item: pytest.Item
    folder: Path
    began: float = field(default_factory=time.time)
    failed: bool = False
    carrier: Carrier | None = None


class Keeper:
    """A plugin of pytest. ``folder`` is where failures are kept."""

    running: ClassVar[_Test | None] = None

    def __init__(self, folder: Path = REPOSITORY / "var" / "failed") -> None:
        self._folder = folder

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, Any, Any]:
        test = Keeper.running = _Test(item, self._folder / name_of(item))
        try:
            return (yield)
        finally:
            Keeper.running = None
            if not test.failed and _changed(test.folder) >= test.began:
                shutil.rmtree(test.folder)  # pages of what failed as it was meant to

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        report = yield
        test = Keeper.running
        if test is None or "rules" in item.path.parts:
            return report
        if report.failed:
            stacks = used_by(item)
            report.sections += [(f"logs of {stack.name}", stack.logs()) for stack in stacks]
            self._keep(test, [stack for stack in stacks if stack.name != "apps"], report)
        if report.when == "teardown" and test.failed and test.carrier is not None:
            keep_heard(test.folder / "heard", test.carrier.calls)  # its Asterisk has written all
        return report

    def _keep(self, test: _Test, stacks: list[Stack], report: pytest.TestReport) -> None:
        if not stacks:
            return
        if not test.failed:
            self._make_room(test)
        test.failed = True
        found = (getattr(test.item, "funcargs", None) or {}).get("carrier")
        test.carrier = found if isinstance(found, Carrier) else test.carrier
        for stack in stacks:
            keep_logs(test.folder, stack)
            keep_ledger(test.folder / "ledger.json", stack, test.began)
        report.sections.append(("kept of this failure", str(test.folder)))

    def _make_room(self, test: _Test) -> None:
        """Empty the folder of what an earlier run left, and forget the oldest failures."""
        if 0 < _changed(test.folder) < test.began:
            shutil.rmtree(test.folder, ignore_errors=True)
        test.folder.mkdir(parents=True, exist_ok=True)
        others = [path for path in self._folder.iterdir() if path != test.folder]
        for path in sorted(others, key=_changed, reverse=True)[MOST - 1 :]:
            shutil.rmtree(path, ignore_errors=True)  # pytest beside us may be doing the same


def _changed(path: Path) -> float:
    """When; 0 where there is none."""
    return path.stat().st_mtime if path.exists() else 0.0


def name_of(item: pytest.Item) -> str:
    """``test_desk.test_a_lost_connection[network]`` as a file's name."""
    return re.sub(r"[^\w.-]+", "-", f"{item.path.stem}.{item.name}").strip("-")[:_LONGEST_NAME]


def pages_folder() -> Path | None:
    """Where pages are to be kept when the test that runs now is failing: its report has been
    made, or an exception is on its way to it."""
    test, error = Keeper.running, sys.exception()
    if test is None or not (test.failed or isinstance(error, Exception)):
        return None
    if 0 < _changed(test.folder) < test.began:
        shutil.rmtree(test.folder)  # an earlier run's
    return test.folder / "pages"


def keep_logs(folder: Path, stack: Stack) -> None:
    """The ends of the logs, and of the newest of the journal."""
    var = stack.env.var
    for path in (*(var / "log").glob("*.log"), *(var / "carrier").glob("*.log")):
        _copy_end(path, folder / "log" / path.name)
    segments = sorted(stack.env.journal.glob("*")) if stack.env.journal.is_dir() else []
    for path in [each for each in segments if each.is_file()][-2:]:
        _copy_end(path, folder / "journal" / path.name)


def _copy_end(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    with source.open("rb") as file:
        file.seek(max(0, source.stat().st_size - OF_EACH_LOG))
        target.write_bytes(file.read())


def keep_ledger(file: Path, stack: Stack, since: float) -> None:
    """The newest calls that went on after ``since`` (a time). Where there is no PostgreSQL,
    nothing; where it does not answer, what it said."""
    if not (stack.env.var / "postgres").is_dir():
        return
    try:
        rows: Any = [row for (row,) in stack.sql(_LEDGER, ENTRIES, since, CALLS)]
    except psycopg.Error as error:
        rows = {"unreadable": str(error)}
    file.write_text(json.dumps(rows, ensure_ascii=False, indent=1), "utf-8")


def keep_heard(folder: Path, calls: Iterable[Call]) -> None:
    """What the telephones heard, the newest first until there is too much; what they did, all."""
    folder.mkdir(parents=True, exist_ok=True)
    room, told = OF_ALL_HEARD, []
    for n, call in reversed(list(enumerate(calls))):
        name = f"{n:03}-{call.caller or 'nobody'}-{call.number}"
        name = f"{re.sub(r'[^0-9A-Za-z+-]', '', name)}.wav"
        size = call.heard_path.stat().st_size if call.heard_path.exists() else 0
        kept = 0 < size <= room
        if kept:
            shutil.copyfile(call.heard_path, folder / name)
            room -= size
        told.append(
            {
                "wav": name if kept else None,
                "dialled": "by us" if call.incoming else "by the telephone",
                "heard_from": call.heard_from,
                "timeline": [f"{each.at:.3f} {each.what} {each.detail}" for each in call.timeline],
            }
        )
    (folder / "calls.json").write_text(json.dumps(told, ensure_ascii=False, indent=1), "utf-8")
