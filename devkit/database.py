"""The database of one installation: made once, with an owner's role and a runtime role."""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

from devkit import account
from devkit.programs import postgres_program, postgres_programs
from devkit.say import Stop
from lianxin.env import Env

_SETTINGS = """\
# Written by devkit.database at each start; settings of your own go into postgresql.conf.
listen_addresses = '127.0.0.1'
port = {port}
unix_socket_directories = ''
timezone = 'UTC'
log_timezone = 'UTC'
password_encryption = 'scram-sha-256'
jit = off
max_connections = 200
max_prepared_transactions = 32
shared_buffers = '128MB'
log_line_prefix = '%m [%p] %u@%d '
log_lock_waits = on
"""


def data_folder(env: Env) -> Path:
    return env.var / "postgres"


def prepare(env: Env, superuser_password: str) -> None:
    """Make the cluster where there is none, and write its settings."""
    data = data_folder(env)
    if not Path("/usr/share/zoneinfo/UTC").exists():
        raise Stop("PostgreSQL needs the time zones of the system: run `apt-get install tzdata`.")
    if not (data / "PG_VERSION").exists():
        _initdb(env, data, superuser_password)
    settings = data / "lianxin.conf"
    settings.write_text(_SETTINGS.format(port=env.ports.postgres), "utf-8")
    main = data / "postgresql.conf"
    text = main.read_text("utf-8")
    if "lianxin.conf" not in text:
        main.write_text(f"include = 'lianxin.conf'\n{text}", "utf-8")
    owner = account.owner_of(data)
    if owner is not None:
        os.chown(settings, owner.pw_uid, owner.pw_gid)


def _initdb(env: Env, data: Path, superuser_password: str) -> None:
    account.give(data, account.owner_of(data))
    dropped = account.drop_to(data, postgres_programs(env))
    with tempfile.NamedTemporaryFile("w", encoding="utf-8") as password:
        password.write(superuser_password)
        password.flush()
        owner = account.owner_of(data)
        if owner is not None:
            os.chown(password.name, owner.pw_uid, owner.pw_gid)
        done = subprocess.run(
            [
                *dropped, postgres_program(env, "initdb"), "-D", str(data), "-U", "postgres",
                "-E", "UTF8", "--locale=C.UTF-8", "--locale-provider=icu",
                "--icu-locale=zh-u-co-pinyin", "--auth=scram-sha-256", "--data-checksums",
                f"--pwfile={password.name}",
            ],
            capture_output=True, text=True, check=False, cwd="/",
        )  # fmt: skip
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no message"])[-1]
        raise Stop(f"PostgreSQL could not make its data folder {data}: {last}")


def superuser(env: Env, password: str, database: str = "postgres") -> psycopg.Connection:
    """Connect as the superuser of the cluster that is our own."""
    return psycopg.connect(
        host="127.0.0.1",
        port=env.ports.postgres,
        user="postgres",
        password=password,
        dbname=database,
        connect_timeout=2,
        autocommit=True,
    )


def is_ready(env: Env) -> bool:
    """Tell whether it takes connections. Any answer of its own about a login is a yes."""
    try:
        psycopg.connect(env.database_url, connect_timeout=2).close()
    except psycopg.OperationalError as error:
        text = str(error)
        return "authentication failed" in text or "does not exist" in text
    return True


def ensure_roles(env: Env, superuser_password: str) -> None:
    """Make both roles and the database; set the passwords to those of ``lianxin.env``.

    The runtime role owns nothing and cannot pass by row-level security.
    """
    owner, runtime = urlsplit(env.database_owner_url), urlsplit(env.database_url)
    database = runtime.path.lstrip("/")
    with superuser(env, superuser_password) as connection:
        for role in (owner, runtime):
            _ensure_role(connection, str(role.username), str(role.password))
        found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [database])
        if found.fetchone() is None:
            connection.execute(
                sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE template0").format(
                    sql.Identifier(database), sql.Identifier(str(owner.username))
                )
            )


def _ensure_role(connection: psycopg.Connection, name: str, password: str) -> None:
    found = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [name]).fetchone()
    verb = sql.SQL("ALTER" if found else "CREATE")
    connection.execute(
        sql.SQL(
            "{} ROLE {} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD {}"
        ).format(verb, sql.Identifier(name), sql.Literal(password))
    )
