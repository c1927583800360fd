"""``./dev test`` runs again, alone and once, what the machine starved; and nothing else."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from devkit import testing
from devkit.paths import REPOSITORY

#: One look at the machine for each failure of a test that judges sound.
_CONFTEST = """
from devkit.starvation import Delays
from tests.sound_judges import SoundJudges

def pytest_configure(config):
    seen = iter([Delays(1000, late, 0.02) for late in {late}])
    config.pluginmanager.register(SoundJudges(lambda: next(seen)), "sound-judges")
"""
_TESTS = """
from pathlib import Path
import pytest

RUNS = Path(__file__).with_name("runs")

def ran(name):
    with RUNS.open("a") as file:
        file.write(f"{name}\\n")
    return RUNS.read_text().split().count(name)

"""
_HEARS = """
@pytest.mark.sound
def test_{name}():
    assert ran("{name}") >= {good_from}
"""
_COUNTS = """
def test_counts():
    assert ran("counts") > 1
"""
BUSY, QUIET = 500, 0


@pytest.fixture
def room() -> Iterator[Path]:
    """A folder of the checkout: tests are named by their path in it."""
    with tempfile.TemporaryDirectory(dir=REPOSITORY / "var") as folder:
        yield Path(folder)


def run(room: Path, late: list[int], *tests: str) -> tuple[int, list[str]]:
    """The code of the run, and the tests that ran, in their order. ``late``: of 1000 sleeps."""
    (room / "conftest.py").write_text(_CONFTEST.format(late=late), "utf-8")
    file = room / "test_inner.py"
    file.write_text(_TESTS + "".join(tests), "utf-8")
    code = testing.run_pytest(["-p", "no:cacheprovider", str(file)])
    return code, (room / "runs").read_text("utf-8").split()


def test_what_was_starved_and_passes_alone_is_no_failure(
    room: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(room, [BUSY], _HEARS.format(name="one", good_from=2)) == (0, ["one", "one"])
    said = capfd.readouterr().out
    assert "starved, to be run again alone: var/" in said
    assert said.strip().endswith("test_inner.py::test_one: passed")


def test_any_other_failure_is_final(room: Path, capfd: pytest.CaptureFixture[str]) -> None:
    code, ran = run(
        room,
        [BUSY, QUIET],
        _HEARS.format(name="starved", good_from=3),
        _HEARS.format(name="quiet", good_from=2),
        _COUNTS,
    )
    assert (code, ran) == (1, ["starved", "quiet", "counts", "starved"])
    assert capfd.readouterr().out.strip().endswith("test_inner.py::test_starved: failed")
