"""Which account PostgreSQL runs as: it refuses root.

An ordinary user runs it as themselves. Root hands it to an unprivileged account. Where that
account cannot enter the folder (a checkout in /root), it keeps one capability, to pass
through folders; everything else of root is gone.
"""

from __future__ import annotations

import os
import pwd
import shutil
import stat
import subprocess
from functools import cache
from pathlib import Path

from devkit.say import Stop

_CANDIDATES = ("postgres", "nobody")
_PASSING = ("dac_read_search", "dac_override")


def owner_of(data: Path) -> pwd.struct_passwd | None:
    """The account for the database in ``data``; None is the present user."""
    if os.geteuid() != 0:
        return None
    if data.exists():
        uid = data.stat().st_uid
        if uid != 0:
            return pwd.getpwuid(uid)
    for name in _CANDIDATES:
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise Stop("PostgreSQL does not run as root and there is no account `nobody` to give it to.")


def drop_to(data: Path, programs: Path) -> tuple[str, ...]:
    """The words to put before one of PostgreSQL's ``programs`` that works in ``data``."""
    account = owner_of(data)
    if account is None:
        return ()
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        raise Stop("PostgreSQL does not run as root: `apt-get install util-linux` has `setpriv`.")
    plain: tuple[str, ...] = (
        setpriv, f"--reuid={account.pw_uid}", f"--regid={account.pw_gid}", "--clear-groups",
    )  # fmt: skip
    for capability in (None, *_PASSING):
        words = plain
        if capability:
            # The secure bit lets access(2), by which PostgreSQL finds itself, count it too.
            words += (
                "--securebits=+no_setuid_fixup",
                f"--inh-caps=+{capability}",
                f"--ambient-caps=+{capability}",
            )
        # Neither need exist yet: a new checkout is asked before anything is unpacked.
        if _passes(words, (_first_existing(data.parent), _first_existing(programs))):
            return words
    raise Stop(
        f"PostgreSQL does not run as root, and the account {account.pw_name} cannot enter {data}. "
        "Put the checkout where others may enter, for example under /srv, or run ./dev as an "
        "ordinary user."
    )


def give(path: Path, account: pwd.struct_passwd | None) -> None:
    """Make ``account`` the owner of a new folder that is closed to everybody else."""
    path.mkdir(parents=True, exist_ok=True)
    if account is not None:
        os.chown(path, account.pw_uid, account.pw_gid)
    path.chmod(stat.S_IRWXU)


def _first_existing(path: Path) -> Path:
    return path if path.exists() else _first_existing(path.parent)


@cache
def _passes(words: tuple[str, ...], folders: tuple[Path, ...]) -> bool:
    command = [*words, "ls", "-d", *(f"{folder}/." for folder in folders)]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0
