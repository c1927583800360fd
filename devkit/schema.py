"""Whether the database was made from today's sources: then nothing need be migrated or loaded.

The mark is the database's own comment, so that it goes with the data: a database that is
empty, or restored from a dump, has none.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import psycopg
from psycopg import sql

from devkit.paths import REPOSITORY, SERVER
from lianxin.env import Env

_SOURCES = frozenset({".py", ".json", ".toml", ".sql"})


def digest(root: Path = SERVER / "lianxin", lock: Path | None = None) -> str:
    """Hash all that tables and the made-up city can follow from, the locked packages too."""
    whole = hashlib.sha256()
    sources = (path for path in root.rglob("*") if path.suffix in _SOURCES and path.is_file())
    for path in (*sorted(sources), lock or REPOSITORY / "requirements" / "runtime.txt"):
        whole.update(f"{path.name}\0".encode())
        whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def made_from(env: Env) -> str:
    """The digest that the database was made from; empty when it does not say."""
    query = "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s"
    try:
        with psycopg.connect(env.database_owner_url, connect_timeout=2) as connection:
            found = connection.execute(query, [connection.info.dbname]).fetchone()
    except psycopg.Error:
        return ""
    return str(found[0] or "").removeprefix("lianxin ") if found else ""


def note(env: Env, made: str) -> None:
    """Let the database say what it was made from."""
    with psycopg.connect(env.database_owner_url, connect_timeout=2) as connection:
        connection.execute(
            sql.SQL("COMMENT ON DATABASE {} IS {}").format(
                sql.Identifier(connection.info.dbname), sql.Literal(f"lianxin {made}")
            )
        )
