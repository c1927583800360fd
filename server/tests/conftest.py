"""The real engines, once for each session: PostgreSQL, Asterisk, or a whole installation."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from devkit import testing
from tests.failed_tests import STACKS, Keeper
from tests.sound_judges import SoundJudges
from tests.stack import Stack


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(Keeper(), "failed-tests")
    config.pluginmanager.register(SoundJudges(), "sound-judges")


def _brought_up(config: pytest.Config, name: str, *parts: str) -> Iterator[Stack]:
    stack = Stack(name)
    config.stash.setdefault(STACKS, {})[name] = stack
    try:
        yield stack.up(parts)
    finally:
        stack.down()


@pytest.fixture(scope="session")
def database(pytestconfig: pytest.Config) -> Iterator[Stack]:
    """PostgreSQL, migrated, with the made-up city; Django is connected as the restricted role."""
    yield from _brought_up(pytestconfig, "apps", "postgres")


@pytest.fixture(scope="session")
def django_db_setup(database: Stack) -> None:
    """Tests marked ``django_db`` use that database as it is; each is rolled back."""


@pytest.fixture(scope="session")
def asterisk(pytestconfig: pytest.Config) -> Iterator[Stack]:
    """Asterisk alone, with our configuration and nobody at ARI."""
    yield from _brought_up(pytestconfig, "switchboard", "asterisk")


@pytest.fixture(scope="session")
def stack(pytestconfig: pytest.Config) -> Iterator[Stack]:
    """Everything that ``./dev up`` starts, with the made-up city."""
    yield from _brought_up(pytestconfig, "stories")


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the browser to drive."""
    return testing.browser()
