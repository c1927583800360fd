"""What was announced is read at once, and what was not, after a while."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from queue import Queue

import psycopg
import pytest
from django.conf import settings

from lianxin.switchboard.snapshot.listener import Listener
from tests.stack import Stack

CHANNEL = "lianxin_test"
SECONDS = 20  # in which a thread is expected to have looked


@pytest.fixture
def polls() -> Queue[frozenset[str]]:
    return Queue()


@contextmanager
def listening(polls: Queue[frozenset[str]], every: float) -> Iterator[None]:
    stopping = threading.Event()
    url = settings.ENV.database_url
    Listener("test", url, CHANNEL, every, polls.put, stopping).start()
    try:
        yield
    finally:
        stopping.set()
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(f"NOTIFY {CHANNEL}")  # wake it, so that it ends


def test_polls_now_and_then_without_being_told(
    database: Stack, polls: Queue[frozenset[str]]
) -> None:
    with listening(polls, every=0.1):
        assert [polls.get(timeout=SECONDS) for _ in range(3)] == [frozenset()] * 3


def test_polls_at_once_when_it_is_told(database: Stack, polls: Queue[frozenset[str]]) -> None:
    with listening(polls, every=3600):
        assert polls.get(timeout=SECONDS) == frozenset()
        with psycopg.connect(settings.ENV.database_url, autocommit=True) as connection:
            connection.execute(f"SELECT pg_notify('{CHANNEL}', 'one')")
        assert polls.get(timeout=SECONDS) == {"one"}
