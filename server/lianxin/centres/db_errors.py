"""Losing PostgreSQL: what it looks like, and what the log says of it."""

from __future__ import annotations

import logging

import psycopg


def is_away(error: BaseException | None) -> bool:
    """Whether ``error`` says that PostgreSQL could not be reached (not that a query was wrong)."""
    while error is not None:
        if isinstance(error, psycopg.OperationalError | psycopg.InterfaceError):
            # Class 08: connection; 57P0x: shut down, crashed, starting; none: the network said no.
            return error.sqlstate is None or error.sqlstate.startswith(("08", "57P"))
        error = error.__cause__
    return False


class OneLine(logging.Filter):
    """Writes a loss of PostgreSQL as one line of warning: a traceback says nothing more.

    What procrastinate says of its side tasks is left out: the worker says it, once.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        error = record.exc_info[1] if record.exc_info else None
        if not is_away(error):
            return True
        if record.name.startswith("procrastinate") and not hasattr(record, "job"):
            return False
        record.levelno, record.levelname = logging.WARNING, "WARNING"
        record.msg = f"{' '.join(record.getMessage().split())}: PostgreSQL is away"
        record.args, record.exc_info, record.exc_text = (), None, None
        return True
