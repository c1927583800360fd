"""The carrier's own Asterisk: configuration, start, stop."""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import hashlib
import os
import secrets
import shutil
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from lianxin.asterisk.conf import EMPTY
from lianxin.asterisk.modules import MODULES
from lianxin.env import REPOSITORY, Env

#: Lianxin knows its trunk by this address; its own services are on 127.0.0.1.
ADDRESS = "127.0.0.2"
TEMPLATES = REPOSITORY / "deploy" / "carrier"
_SOCKET_ROOM = 70  # a unix socket's path has 107 bytes
_STOP_SECONDS = 5.0


class CarrierError(Exception):
    """The carrier cannot do it; the message says why and what to do."""


def folder_of(env: Env) -> Path:
    return env.var / "carrier"


def address_of(env: Env) -> str:
    return f"http://{ADDRESS}:{env.ports.carrier_http}"


def password_of(env: Env) -> str:
    """The carrier's ARI password, made once for an installation and kept beside it."""
    path = folder_of(env) / "password"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(24), "utf-8")
    return path.read_text("utf-8")


def render(env: Env, tree: Path) -> Path:
    """Write the configuration; return asterisk.conf."""
    folder = folder_of(env)
    sockets = _socket_folder(folder)
    for path in (folder / "etc", folder / "lib" / "keys", folder / "recording", sockets):
        path.mkdir(parents=True, exist_ok=True)
    templates = Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,  # noqa: S701 - not HTML
    )
    picture = {
        "env": env,
        "address": ADDRESS,
        "folder": folder,
        "sockets": sockets,
        "password": password_of(env),
        "modules": next(tree.glob("usr/lib/*/asterisk/modules")),
        "data": tree / "usr" / "share" / "asterisk",
        "loaded": MODULES,
    }
    for source in sorted(TEMPLATES.glob("*.conf.j2")):
        path = folder / "etc" / source.stem
        path.touch(mode=0o600)
        path.write_text(templates.get_template(source.name).render(picture), "utf-8")
    for name in EMPTY:
        (folder / "etc" / f"{name}.conf").touch()
    return folder / "etc" / "asterisk.conf"


def _socket_folder(folder: Path) -> Path:
    if len(os.fsencode(folder)) <= _SOCKET_ROOM:
        return folder / "run"
    name = hashlib.sha256(os.fsencode(folder)).hexdigest()[:12]
    return Path(tempfile.gettempdir()) / f"lianxin-carrier-{os.getuid()}-{name}"


@contextlib.asynccontextmanager
async def starting(env: Env) -> AsyncIterator[None]:
    """One at a time: of two that begin at once, the second finds the carrier of the first."""
    folder_of(env).mkdir(parents=True, exist_ok=True)
    with (folder_of(env) / "starting").open("w") as turn:
        await asyncio.to_thread(fcntl.flock, turn, fcntl.LOCK_EX)
        yield


def _dying_with_us() -> tuple[str, ...]:
    """Words to put before a command so that the kernel ends it when this process is gone."""
    setpriv = shutil.which("setpriv")
    return (setpriv, "--pdeathsig", "KILL", "--") if setpriv else ()


class Process:
    """A running Asterisk of the carrier. Ends with ``stop()``."""

    def __init__(self, process: asyncio.subprocess.Process, log: Path) -> None:
        self._process = process
        self._log = log

    @classmethod
    async def start(cls, env: Env) -> Process:
        """Raises ``CarrierError`` when the engine's tree is not there."""
        tree = env.engines / "asterisk"
        program = tree / "bin" / "asterisk"
        if not program.exists():
            raise CarrierError(f"There is no Asterisk in {tree}: run ./dev up once.")
        configuration = render(env, tree)
        log = folder_of(env) / "output.log"
        with log.open("ab") as output:
            process = await asyncio.create_subprocess_exec(
                *_dying_with_us(),
                str(program),
                "-f",
                "-C",
                str(configuration),
                stdin=asyncio.subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,  # Ctrl-C is ours to handle
            )
        return cls(process, log)

    def check(self) -> None:
        """Raise ``CarrierError`` if it has ended, with the end of what it said."""
        if self._process.returncode is not None:
            said = self._log.read_text("utf-8", "replace").strip().splitlines()[-3:]
            raise CarrierError(
                f"The carrier's Asterisk ended at once ({self._process.returncode}): "
                + (" / ".join(said) or f"see {self._log}")
            )

    async def stop(self) -> None:
        if self._process.returncode is not None:
            return
        with contextlib.suppress(ProcessLookupError):
            self._process.terminate()
        try:
            async with asyncio.timeout(_STOP_SECONDS):
                await self._process.wait()
        except TimeoutError:
            self._process.kill()
            await self._process.wait()
