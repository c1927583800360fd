"""What every story has at hand: the whole installation, a carrier, and telephones."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile

from devkit.carrier.call import Call
from devkit.carrier.carrier import Carrier
from tests.stack import Stack
from tests.stories.floor import give_telephone
from tests.stories.whereabouts import Whereabouts, following

#: What an agent's telephone says, and what a caller says: Hz, as media for the carrier.
AGENT_HZ, CALLER_HZ = 440, 1000


def pytest_itemcollected(item: pytest.Item) -> None:
    """Whatever has telephones judges what they hear, while they hear it."""
    if "carrier" in getattr(item, "fixturenames", ()):
        item.add_marker(pytest.mark.sound)


@pytest.fixture
async def carrier(stack: Stack) -> AsyncIterator[Carrier]:
    """The simulated carrier, on the other end of the trunk."""
    async with Carrier(stack.env) as carrier:
        yield carrier


class Telephones:
    """The agents' own telephones: they answer at once and speak one tone until they are told."""

    def __init__(self, stack: Stack, carrier: Carrier) -> None:
        self._stack = stack
        self._carrier = carrier
        self.answered: list[Call] = []

    def give(self, agent: str, telephone: str) -> None:
        give_telephone(self._stack, agent, telephone)
        self._carrier.answer(telephone, self._take)

    async def _take(self, call: Call) -> None:
        await call.answer()
        await call.play(f"tone:{AGENT_HZ}/3600000", wait=False)
        self.answered.append(call)
        await call.ended(None)


@pytest.fixture
def telephones(stack: Stack, carrier: Carrier) -> Telephones:
    return Telephones(stack, carrier)


@pytest.fixture
async def where(stack: Stack) -> AsyncIterator[Whereabouts]:
    """Where the callers of this story stand."""
    async with following(stack) as whereabouts:
        yield whereabouts


def tone_file(file: Path, hertz: float, seconds: float) -> Path:
    """A wav that ends by itself, as a tone by name does not: 8 kHz, mono."""
    times = np.arange(int(8000 * seconds)) / 8000
    soundfile.write(file, 0.3 * np.sin(2 * np.pi * hertz * times), 8000, subtype="PCM_16")
    return file


async def eventually(
    ask: Callable[[], Awaitable[Any]], what: str, seconds: float = 20, every: float = 0.1
) -> Any:
    """Ask until the answer is true; returns it. TimeoutError names what did not come."""
    try:
        async with asyncio.timeout(seconds):
            while not (answer := await ask()):
                await asyncio.sleep(every)
    except TimeoutError:
        raise TimeoutError(f"{what}: not within {seconds:g} s") from None
    return answer
