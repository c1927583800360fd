"""What the log says when PostgreSQL goes away: one line, and nothing that hides another fault."""

from __future__ import annotations

import logging
from typing import Any

import psycopg
import pytest
from django.db import OperationalError
from procrastinate.exceptions import ConnectorException

from lianxin.centres.db_errors import OneLine, is_away


def caused_by(error: BaseException, wrapped: BaseException) -> BaseException:
    wrapped.__cause__ = error
    return wrapped


GONE = psycopg.OperationalError("connection refused")
STOPPED = psycopg.errors.AdminShutdown("terminating connection")
QUERY = psycopg.errors.UndefinedTable("no such table")
DEADLOCK = psycopg.errors.DeadlockDetected("deadlock")


@pytest.mark.parametrize(
    ("error", "away"),
    [
        (GONE, True),
        (STOPPED, True),
        (caused_by(GONE, OperationalError("x")), True),
        (caused_by(STOPPED, ConnectorException()), True),
        (caused_by(QUERY, ConnectorException()), False),
        (DEADLOCK, False),
        (ValueError("x"), False),
        (None, False),
    ],
)
def test_what_is_a_loss(error: BaseException | None, away: bool) -> None:
    assert is_away(error) == away


def said(name: str, error: BaseException, **extra: Any) -> str | None:
    information = (type(error), error, None)
    record = logging.LogRecord(name, logging.ERROR, "", 0, "Job %s ended\n", ("7",), information)
    vars(record).update(extra)
    return (
        logging.Formatter("%(levelname)s %(message)s").format(record)
        if OneLine().filter(record)
        else None
    )


def test_a_job_that_loses_postgresql_is_one_line_of_warning() -> None:
    line = said("procrastinate.worker.worker", caused_by(GONE, ConnectorException()), job={"id": 7})
    assert line == "WARNING Job 7 ended: PostgreSQL is away"


def test_the_side_tasks_of_the_worker_are_not_heard() -> None:
    assert said("procrastinate.utils", caused_by(GONE, ConnectorException())) is None


def test_any_other_fault_keeps_its_traceback() -> None:
    line = said("procrastinate.worker.worker", QUERY, job={"id": 7}) or ""
    assert line.startswith("ERROR Job 7 ended")
    assert "UndefinedTable: no such table" in line
