"""A story that fails leaves what is needed to see why, and one that passes leaves nothing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from devkit.carrier import hearing
from devkit.paths import REPOSITORY
from tests.failed_tests import MOST
from tests.stack import Stack

pytestmark = pytest.mark.timeout(120)

CALLER = "13812340001"

#: The run within the run: it uses the installation that stands already.
_CONFTEST = """
from pathlib import Path

import pytest

from tests.failed_tests import STACKS, Keeper
from tests.stack import Stack
from tests.stories.conftest import carrier

def pytest_configure(config):
    config.pluginmanager.register(Keeper(Path({kept!r})), "failed-tests")

@pytest.fixture(scope="session")
def stack(pytestconfig):
    stack = Stack("stories")
    pytestconfig.stash[STACKS] = {{"stories": stack}}
    return stack
"""
_STORIES = f"""
import pytest

from tests.stories.air import record_of
from tests.stories.browser import chromium, person
from tests.stories.ear import Ear

@pytest.mark.parametrize("place", ["call", "portal"])
async def test_fails(stack, carrier, place):
    call = await carrier.dial("12345", caller="{CALLER}")
    await call.answered()
    async with chromium() as browser:
        page = await (await person(browser)).new_page()
        await page.goto(f"{{stack.url}}/{{place}}")
        await Ear(call).until(lambda sound: sound.seconds > 1, 0, "a second")
        await call.hangup()
        await record_of(stack, "{CALLER}")
        assert place == "portal", "as it is meant"

async def test_passes(stack):
    async with chromium() as browser:
        page = await (await person(browser)).new_page()
        try:
            raise ValueError
        except ValueError:
            await browser.close()
"""


def run(folder: Path, kept: Path) -> str:
    """Let the stories run; what pytest said."""
    folder.mkdir()
    (folder / "conftest.py").write_text(_CONFTEST.format(kept=str(kept)), "utf-8")
    (folder / "test_inner.py").write_text(_STORIES, "utf-8")
    words = ["-c", str(REPOSITORY / "pyproject.toml"), "--confcutdir", str(folder)]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *words, "-p", "no:cacheprovider", str(folder)],
        env={name: text for name, text in os.environ.items() if not name.startswith("PYTEST_")},
        cwd=REPOSITORY, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert "1 failed, 2 passed" in done.stdout, done.stdout + done.stderr
    return done.stdout


def test_a_failed_story_leaves_sound_pages_ledger_and_logs(stack: Stack, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    for n in range(MOST + 2):
        old = kept / f"older-{n:02}"
        old.mkdir(parents=True)
        os.utime(old, (1000 + n, 1000 + n))

    said = run(tmp_path / "inner", kept)

    folder = kept / "test_inner.test_fails-call"
    assert str(folder) in said
    assert sorted(path.name for path in kept.iterdir()) == [
        *(f"older-{n:02}" for n in range(3, MOST + 2)),
        folder.name,
    ]
    [wav] = (folder / "heard").glob("*.wav")
    assert CALLER in wav.name
    assert hearing.sounding(hearing.load(wav)) != []
    [told] = json.loads((folder / "heard" / "calls.json").read_text("utf-8"))
    assert any("answered" in moment for moment in told["timeline"])
    [page] = (folder / "pages").glob("*.png")
    assert page.stat().st_size > 2000
    [call] = json.loads((folder / "ledger.json").read_text("utf-8"))
    assert call["caller"].endswith(CALLER)
    assert call["entries"][0]["kind"] == "started"
    logs = {path.name for path in (folder / "log").iterdir()}
    assert {"switchboard.log", "web.log", "worker.log", "asterisk.log", "carrier.log"} <= logs
