"""Look-ups in the customer's own database: one statement, read only, the first row.

A connection lives for one look-up: nothing of one caller is left for the next, and a database
that was restarted is no special case. Blocking: it runs in a thread of its own pool.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import psycopg
import pymysql

from lianxin.connections.picking import NotThere, scalar
from lianxin.connections.plan import SqlPlan
from lianxin.connections.result import ConnectionResult, LookUpFailed, failed
from lianxin.connections.statement import fault_of, parameters_of
from lianxin.rules.values import Scalar

MOST_COLUMNS = 50
#: MySQL: a statement went on for too long (MySQL's number, MariaDB's number), or the wire did.
_MYSQL_TIMEOUTS = {1969, 3024, 2013}
_MYSQL_AWAY = {2002, 2003, 2006}


def look_up(
    plan: SqlPlan, query: str, values: Mapping[str, Scalar], seconds: float, address: str = ""
) -> ConnectionResult:
    """The first row of the named statement ``query``: its columns by name.

    ``none`` when there is no row. ``address``: the one that was checked, where it is known.
    """
    sql = plan.queries.get(query)
    if sql is None:
        return failed("unknown_query")
    if fault_of(sql) is not None:
        return failed("statement")
    given = {name: values.get(name) for name in parameters_of(sql)}
    ask = _mysql if plan.kind == "mysql" else _postgresql
    try:
        names, row = ask(plan, sql.strip().removesuffix(";"), given, seconds, address)
        return (
            ConnectionResult("none")
            if row is None
            else ConnectionResult("ok", _scalars(names, row))
        )
    except LookUpFailed as failure:
        return failed(failure.reason)
    except NotThere:
        return failed("not_scalar")


def _postgresql(
    plan: SqlPlan, sql: str, given: dict[str, Scalar], seconds: float, address: str
) -> tuple[list[str], Sequence[Any] | None]:
    milliseconds = int(seconds * 1000)
    try:
        with psycopg.connect(
            host=plan.host,
            hostaddr=address or None,
            port=plan.port,
            dbname=plan.database,
            user=plan.user,
            password=plan.password,
            sslmode="verify-full" if plan.tls else "prefer",
            sslrootcert="system" if plan.tls else None,
            connect_timeout=max(2, int(seconds)),
            tcp_user_timeout=milliseconds,
            application_name="lianxin",
            options=f"-c statement_timeout={milliseconds} -c default_transaction_read_only=on",
        ) as connection:
            connection.read_only = True
            # A cursor of the server's: however many rows there are, one is sent.
            with connection.cursor("look_up") as cursor:
                cursor.execute(sql.encode(), given)
                row = cursor.fetchone()
                return [column.name for column in cursor.description or ()], row
    except psycopg.errors.QueryCanceled as error:
        raise LookUpFailed("timeout") from error
    except (psycopg.errors.ConnectionTimeout, psycopg.OperationalError) as error:
        raise LookUpFailed("unreachable" if error.sqlstate is None else "failed") from error
    except psycopg.Error as error:
        raise LookUpFailed("statement") from error


def _mysql(
    plan: SqlPlan, sql: str, given: dict[str, Scalar], seconds: float, address: str
) -> tuple[list[str], Sequence[Any] | None]:
    try:
        connection = pymysql.connect(
            host=plan.host if plan.tls else address or plan.host,
            port=plan.port,
            user=plan.user,
            password=plan.password,
            database=plan.database,
            charset="utf8mb4",
            connect_timeout=max(1, int(seconds)),
            read_timeout=max(1, int(seconds) + 1),
            write_timeout=max(1, int(seconds)),
            ssl_verify_cert=True if plan.tls else None,
            ssl_verify_identity=True if plan.tls else None,
        )
        try:
            with connection.cursor() as cursor:
                _limit_mysql(cursor, connection.get_server_info(), seconds)
                cursor.execute(sql, given)
                row = cursor.fetchone()
                return [str(column[0]) for column in cursor.description or ()], row
        finally:
            connection.close()
    except pymysql.err.MySQLError as error:
        raise LookUpFailed(_mysql_reason(error)) from error
    except TimeoutError as error:
        raise LookUpFailed("timeout") from error


def _limit_mysql(cursor: Any, version: str, seconds: float) -> None:
    """Time, rows and rights of this session: the server keeps them, whatever the statement."""
    if "mariadb" in version.lower():
        cursor.execute("SET SESSION max_statement_time = %s", [seconds])
    else:
        cursor.execute("SET SESSION max_execution_time = %s", [int(seconds * 1000)])
    cursor.execute("SET SESSION sql_select_limit = 1")
    cursor.execute("START TRANSACTION READ ONLY")


def _mysql_reason(error: pymysql.err.MySQLError) -> str:
    number = error.args[0] if error.args else 0
    if number in _MYSQL_TIMEOUTS:
        return "timeout"
    if number in _MYSQL_AWAY:
        return "unreachable"
    return "failed" if isinstance(error, pymysql.err.OperationalError) else "statement"


def _scalars(names: list[str], row: Sequence[Any]) -> dict[str, Scalar]:
    if len(names) > MOST_COLUMNS:
        raise LookUpFailed("too_large")
    return {name: scalar(_plain(value), name) for name, value in zip(names, row, strict=True)}


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    if isinstance(value, date | time):
        return value.isoformat()
    return value
