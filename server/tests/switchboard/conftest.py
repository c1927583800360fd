"""The switchboard on the twin, for the tests of this folder that need no Asterisk."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

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
