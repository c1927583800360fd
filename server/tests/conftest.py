"""The real engines, once for each session: PostgreSQL, Asterisk, or a whole installation."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import Any

import pytest

from devkit import testing
from tests.stack import Stack

_STACKS = pytest.StashKey[dict[str, Stack]]()


def _brought_up(config: pytest.Config, name: str, *parts: str) -> Iterator[Stack]:
    stack = Stack(name)
    config.stash.setdefault(_STACKS, {})[name] = stack
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


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[Any]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Put the logs of the installation that a failed test used into its report."""
    report = yield
    if report.failed and "rules" not in item.path.parts:
        for name, stack in item.config.stash.get(_STACKS, {}).items():
            if name in _used_by(item):
                report.sections.append((f"logs of {name}", stack.logs()))
    return report


def _used_by(item: pytest.Item) -> set[str]:
    fixtures = set(getattr(item, "fixturenames", ()))
    return {
        name
        for fixture, name in (
            ("database", "apps"),
            ("asterisk", "switchboard"),
            ("stack", "stories"),
        )
        if fixture in fixtures
    }
