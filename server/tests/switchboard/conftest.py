"""The switchboard on the twin, and both exchanges for what must hold on either."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from devkit.carrier import Carrier
from tests.switchboard.ari_sides import AsteriskSide, Side, TwinSide
from tests.switchboard.world import World


@pytest.fixture
async def world(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> AsyncIterator[World]:
    """A running switchboard; the test fails if anything was logged as an exception."""
    async with World(tmp_path) as world:
        yield world
    said = caplog.get_records("call")
    assert not [
        each.getMessage() for each in said if each.exc_info or each.levelno >= logging.ERROR
    ]


# --- both exchanges


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def carrier(request: pytest.FixtureRequest) -> AsyncIterator[Carrier]:
    async with Carrier(request.getfixturevalue("asterisk").env, record=False) as carrier:
        yield carrier


@pytest.fixture(params=["twin", "asterisk"])
def made(request: pytest.FixtureRequest) -> Side:
    if request.param == "twin":
        return TwinSide()
    carrier = request.getfixturevalue("carrier")
    return AsteriskSide(request.getfixturevalue("asterisk").env, carrier)


@pytest_asyncio.fixture(loop_scope="module")
async def side(made: Side) -> AsyncIterator[Side]:
    await made.connect()
    yield made
    await made.close()
