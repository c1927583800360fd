"""A switchboard of the version before is replaced while calls are up. Nobody is cut."""

from __future__ import annotations

import asyncio
import io
import os
import shutil
import subprocess
import sys
import tarfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from devkit.carrier.call import Call
from devkit.carrier.carrier import Carrier
from devkit.paths import REPOSITORY, engines_folder
from lianxin.rules.telephones import e164
from tests.stack import Stack
from tests.stories.air import hears
from tests.stories.conftest import AGENT_HZ, CALLER_HZ, Telephones, eventually
from tests.stories.floor import LivePage
from tests.stories.test_death import nothing_left, record_of
from tests.stories.whereabouts import Walk, following

pytestmark = pytest.mark.timeout(400)

#: The version before: its calls, its database, its journal.
BEFORE = "c168259"
#: What an installation runs from.
SOURCES = ("server/lianxin", "devkit", "deploy", "requirements")

#: Hangs up while waiting, and keeps the place.
KEEPER = "13800008805"
#: Is in a menu.
MENU = "13800008804"

_BRING_UP = """
import sys
from pathlib import Path
from devkit import running
from devkit.installation import Installation
running.bring_up(Installation(Path(sys.argv[1]), int(sys.argv[2])), with_console=False)
"""


class Checkout:
    """Sources that are replaced in place, as an operator's are by ``git pull``."""

    def __init__(self, stack: Stack) -> None:
        self.stack = stack
        self.folder = stack.env.var / "checkout"

    def begin(self) -> None:
        (self.folder / "var").mkdir(parents=True)
        (self.folder / "var" / "venv").symlink_to(Path(sys.prefix))

    def put(self, sources: bytes) -> None:
        """Replace the sources by those of a tar archive."""
        for old in self.folder.iterdir():
            if old.name != "var":
                shutil.rmtree(old) if old.is_dir() else old.unlink()
        with tarfile.open(fileobj=io.BytesIO(sources)) as archive:
            archive.extractall(self.folder, filter="data")

    def bring_up(self) -> None:
        """What ``./dev up`` does: migrate, and start again what runs from older sources."""
        var, base = str(self.stack.env.var), str(self.stack.installation.base)
        done = subprocess.run(
            [sys.executable, "-P", "-c", _BRING_UP, var, base],
            cwd=self.folder,
            env=self._environment,
            capture_output=True,
            text=True,
            check=False,
            stdin=subprocess.DEVNULL,
        )
        assert done.returncode == 0, done.stdout + done.stderr

    @property
    def _environment(self) -> dict[str, str]:
        path = os.pathsep.join((str(self.folder), str(self.folder / "server")))
        return {
            **self.stack.environment,
            "PYTHONPATH": path,
            "LIANXIN_ENGINES": str(engines_folder()),
        }


def archive(commit: str) -> bytes:
    done = subprocess.run(
        ["git", "archive", commit, *SOURCES],
        cwd=REPOSITORY,
        capture_output=True,
        check=True,
    )
    return done.stdout


def sources_of_today() -> bytes:
    """The sources as they lie here, committed or not."""
    names = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", *SOURCES],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name in names:
            if (REPOSITORY / name).exists():
                archive.add(REPOSITORY / name, name)
    return packed.getvalue()


def knows_before() -> bool:
    done = subprocess.run(
        ["git", "cat-file", "-e", f"{BEFORE}^{{commit}}"],
        cwd=REPOSITORY,
        capture_output=True,
        check=False,
    )
    return done.returncode == 0


@pytest.fixture
def checkout() -> Iterator[Checkout]:
    assert knows_before(), f"no history back to {BEFORE}: git fetch --unshallow"
    stack = Stack("takeover")
    shutil.rmtree(stack.env.var, ignore_errors=True)
    checkout = Checkout(stack)
    checkout.begin()
    try:
        checkout.put(archive(BEFORE))
        checkout.bring_up()
        yield checkout
    finally:
        stack.down()


class PageOfBoth(LivePage):
    """A page that was loaded from the version before, and goes on with today's."""

    def _take(self, notice: dict[str, Any]) -> None:
        if notice["type"] == "welcome" and "calls" not in notice:
            notice["calls"] = [notice["call"]] if notice["call"] else []
        super()._take(notice)


@asynccontextmanager
async def talking(page: LivePage, carrier: Carrier, caller: str) -> AsyncIterator[Call]:
    """A caller who talks with the agent of ``page``."""
    await page.ready()
    call = await carrier.dial("12345", caller=caller)
    await call.answered()
    await call.keys("1")
    await page.until(lambda: page.call is not None and page.call["phase"] == "talking")
    await call.play(f"tone:{CALLER_HZ}/3600000", wait=False)
    yield call
    await call.hangup()
    await page.until(lambda: page.state in ("wrap_up", "ready", "not_ready"))


async def test_calls_of_the_version_before_go_on(checkout: Checkout) -> None:
    stack = checkout.stack
    async with (
        Carrier(stack.env) as carrier,
        PageOfBoth(stack, "8001") as first,
        PageOfBoth(stack, "8002") as second,
        following(stack) as where,
    ):
        came: list[Call] = []

        async def citizen(call: Call) -> None:
            came.append(call)
            await call.answer()
            await call.play(f"tone:{CALLER_HZ}/3600000", wait=False)
            await call.ended(60)

        carrier.answer(KEEPER, citizen)
        phones = Telephones(stack, carrier)
        phones.give("8001", "1001")
        phones.give("8002", "1002")
        async with (
            talking(first, carrier, "13800008801") as talks,
            talking(second, carrier, "13800008802") as held,
        ):
            assert first.call is not None
            assert second.call is not None
            talk_id, held_id = first.call["id"], second.call["id"]
            await second.say("hold", call=held_id)
            await second.until(lambda: second.state == "held")
            waiting = await carrier.dial("12345", caller="13800008803")
            await waiting.answered()
            await waiting.keys("1")
            await queued(stack, "13800008803")
            keeper = await carrier.dial("12345", caller=KEEPER)
            await keeper.answered()
            await keeper.keys("1")
            for phase in ("waiting", "offering"):
                await where.until(KEEPER, partial(stands_in, phase), phase)
                await keeper.keys("1")
            await keeper.ended()
            in_menu = await carrier.dial("12345", caller=MENU)
            await in_menu.answered()
            await where.press(in_menu, ("welcome", "2"))
            await where.stands(MENU, "automatic")
            asterisk = stack.pid("asterisk")
            switchboard = stack.pid("switchboard")

            checkout.put(sources_of_today())
            await asyncio.to_thread(checkout.bring_up)

            assert stack.pid("asterisk") == asterisk
            assert stack.pid("switchboard") != switchboard
            await where.press(in_menu, ("automatic", "2"))
            await where.stands(MENU, "complaint_menu")
            await hears(talks, AGENT_HZ)
            await second.until(lambda: second.call is not None, 30)
            await second.say("resume", call=held_id)
            await second.until(lambda: second.state == "talking")
            await hears(held, AGENT_HZ)
            await in_menu.hangup()
            await first.until(lambda: first.call is not None, 30)
            await first.say("hang_up", call=talk_id)
            await first.until(lambda: first.state == "wrap_up")
            await first.ready()
            await first.until(lambda: first.call is not None, 30)
            assert first.call["caller"] == "13800008803"
            await first.until(
                lambda: first.call is not None and first.call["phase"] == "talking", 30
            )
            await hears(waiting, AGENT_HZ)
            taken = first.call["id"]
            await first.say("hang_up", call=taken)
            await first.until(lambda: first.state == "wrap_up")
            await first.ready()
            await first.until(
                lambda: first.call is not None and first.call["phase"] == "talking", 30
            )
            assert (first.call["source"], first.call["caller"]) == ("callback", KEEPER)
            await hears(came[0], AGENT_HZ)
            called_back = first.call["id"]
            await first.say("hang_up", call=called_back)
            await second.say("hang_up", call=held_id)
            await second.until(lambda: second.state == "wrap_up")
            await waiting.hangup()
            await came[0].hangup()
        for id in (talk_id, held_id, taken, called_back):
            record = await record_of(first, id)
            assert record["outcome"] == "answered"
            assert len(record["recording_items"]) == 1
        [(outcome,)] = await ended(stack, MENU)
        assert outcome == "self_served"
        [(outcome,)] = stack.sql(
            "SELECT outcome FROM calls_call WHERE caller = %s AND source <> 'callback'",
            e164(KEEPER),
        )
        assert outcome == "place_kept"
        await nothing_left(stack)


def stands_in(phase: str, walk: Walk) -> bool:
    return walk.phase == phase


async def queued(stack: Stack, caller: str) -> None:
    async def waits() -> Any:
        return stack.sql(
            "SELECT 1 FROM calls_call WHERE caller = %s AND queued_at IS NOT NULL", caller
        )

    await eventually(waits, f"{caller} waits")


async def ended(stack: Stack, caller: str) -> Any:
    async def over() -> Any:
        return stack.sql(
            "SELECT outcome FROM calls_call WHERE caller = %s AND ended_at IS NOT NULL",
            e164(caller),
        )

    return await eventually(over, f"the end of {caller}")
