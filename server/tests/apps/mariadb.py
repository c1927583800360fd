"""A MariaDB of the tests' own, from the distribution's packages, as a customer's database."""

from __future__ import annotations

import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pymysql

from devkit.engines.get import Engines
from devkit.paths import ENGINES_LOCK, engines_folder

PASSWORD = "reader"
_INIT = f"""
SET NAMES utf8mb4;
CREATE DATABASE IF NOT EXISTS city CHARACTER SET utf8mb4;
CREATE TABLE IF NOT EXISTS city.permit (number VARCHAR(20), due DATE, fee DECIMAL(8,2), name TEXT);
INSERT INTO city.permit VALUES ('2026-1', '2026-02-13', 12.50, '王示范'), ('2026-2', NULL, 0, '');
FLUSH PRIVILEGES;
CREATE USER reader@'127.0.0.1' IDENTIFIED BY '{PASSWORD}';
GRANT SELECT, INSERT ON city.* TO reader@'127.0.0.1';
"""
_SYSTEM = ("mysql_system_tables.sql", "mysql_system_tables_data.sql")


@contextmanager
def running(folder: Path) -> Iterator[int]:
    """Start one in ``folder``; gives its port. ``reader`` may read and insert, on purpose."""
    root = Engines(engines_folder(), ENGINES_LOCK).provide("mariadb", lambda _: None)
    share, data = root / "usr/share/mysql", folder / "data"
    data.mkdir()
    init = folder / "init.sql"
    init.write_text(_INIT.strip(), "utf-8")
    base = [
        str(root / "bin/mariadbd"),
        "--no-defaults",
        "--user=root",
        f"--datadir={data}",
        f"--lc-messages-dir={share}",
        f"--character-sets-dir={share / 'charsets'}",
        f"--plugin-dir={folder}",
    ]
    system = "".join((share / name).read_text("utf-8") for name in _SYSTEM)
    bootstrap = f"CREATE DATABASE mysql;\nUSE mysql;\n{system}"
    subprocess.run(
        [*base, "--bootstrap"], input=bootstrap, text=True, check=True, capture_output=True
    )
    port = _free_port()
    with (
        (folder / "log").open("w") as log,
        subprocess.Popen(
            [
                *base,
                "--bind-address=127.0.0.1",
                f"--port={port}",
                f"--socket={folder / 's'}",
                f"--init-file={init}",
            ],
            stdout=log,
            stderr=log,
        ) as server,
    ):
        try:
            _wait_for(port, server)
            yield port
        finally:
            server.terminate()


def _wait_for(port: int, server: subprocess.Popen[bytes], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while True:
        try:
            pymysql.connect(
                host="127.0.0.1", port=port, user="reader", password=PASSWORD, database="city"
            ).close()
        except pymysql.err.OperationalError:
            if server.poll() is not None or time.monotonic() > end:
                raise
            time.sleep(0.1)
        else:
            return


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
