"""Asterisk's configuration files, rendered from ``deploy/asterisk`` for one installation.

``python -m lianxin.asterisk.conf`` writes them into ``Env.var/asterisk/etc``; with
``--to DIR`` elsewhere, for an Asterisk of the operator's own (docs/howto/operate.md).

Settings, from the environment or ``lianxin.env``: ``LIANXIN_SIP_BIND`` (address for the
trunks, default loopback), ``LIANXIN_HTTP_BIND``, ``LIANXIN_MEDIA_ADDRESS`` (public address
behind NAT), ``LIANXIN_LOCAL_NETWORKS`` (comma separated), ``LIANXIN_TRUNKS`` (a TOML file,
default ``trunks.toml`` in ``Env.var``; without it, the simulated carrier).
"""

from __future__ import annotations

import argparse
import hashlib
import os
import tempfile
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from lianxin.asterisk.modules import MODULES
from lianxin.env import REPOSITORY, Env, load_env, read_env_file
from lianxin.setting import Values, is_address, is_host, is_network

TEMPLATES = REPOSITORY / "deploy" / "asterisk"
APPLICATION = "lianxin"
#: A heartbeat that is older than this means that nobody would answer.
FRESH_SECONDS = 6
#: Files that Asterisk or its modules look for, and complain about when they are not there.
EMPTY = ("acl", "ccss", "manager", "pjsip_wizard", "chan_websocket", "features", "udptl",
         "pjproject", "codecs", "websocket_client", "cli", "res_parking", "geolocation",
         "pjsip_notify", "res_fax", "statsd", "phoneprov", "dnsmgr", "enum", "cli_aliases",
         "cli_permissions")  # fmt: skip
_SOCKET_ROOM = 70  # a unix socket's path has 107 bytes; the longest name below it takes 30


@dataclass(frozen=True)
class Trunk:
    """One carrier. ``match`` are the addresses its calls come from; ``address`` is host:port."""

    name: str
    match: tuple[str, ...]
    address: str
    codecs: tuple[str, ...] = ("alaw", "ulaw")
    dtmf: str = "rfc4733"
    qualify: int = 0  # seconds between two OPTIONS; 0 is none
    rtp_timeout: int = 60  # seconds without a packet of audio that end a call; 0: none do
    username: str = ""
    password: str = ""


@dataclass(frozen=True)
class Settings:
    """What an operator may set about the telephone side."""

    sip_bind: str = "127.0.0.1"
    http_bind: str = "127.0.0.1"
    media_address: str = ""
    local_networks: tuple[str, ...] = field(default=())


def read_settings(values: Mapping[str, str]) -> Settings:
    """Read the settings of the module's docstring. Raises ``BadSetting``."""
    given, address = Values(values), "an address of this machine"
    return Settings(
        sip_bind=given.fitting("LIANXIN_SIP_BIND", is_address, address, Settings.sip_bind),
        http_bind=given.fitting("LIANXIN_HTTP_BIND", is_address, address, Settings.http_bind),
        media_address=given.fitting(
            "LIANXIN_MEDIA_ADDRESS", is_host, "an address or the name of a machine", ""
        ),
        local_networks=given.entries(
            "LIANXIN_LOCAL_NETWORKS", is_network, "a network such as 10.0.0.0/8"
        ),
    )


def read_trunks(env: Env, values: Mapping[str, str]) -> tuple[Trunk, ...]:
    """Read the trunks: a table ``[[trunk]]`` for each, with the fields of ``Trunk``."""
    path = Path(values.get("LIANXIN_TRUNKS") or env.var / "trunks.toml")
    if not path.exists():
        return (Trunk("carrier", ("127.0.0.2",), f"127.0.0.2:{env.ports.carrier_sip}"),)
    tables = tomllib.loads(path.read_text("utf-8")).get("trunk", [])
    return tuple(msgspec.convert(table, Trunk) for table in tables)


def socket_folder(env: Env) -> Path:
    """Where unix sockets go: ``var/run``, or a short path where that is too deep for one."""
    folder = env.var / "run"
    if len(os.fsencode(folder)) <= _SOCKET_ROOM:
        return folder
    name = hashlib.sha256(os.fsencode(env.var)).hexdigest()[:12]
    return Path(tempfile.gettempdir()) / f"lianxin-{os.getuid()}-{name}"


def render(env: Env, values: Mapping[str, str], to: Path, tree: Path | None = None) -> None:
    """Write all files into ``to``. ``tree`` is an unpacked Asterisk that they shall point into."""
    folder = env.var / "asterisk"
    pictures = {
        "env": env,
        "etc": to,
        "folder": folder,
        "sockets": socket_folder(env),
        "sounds": env.sounds,
        "settings": read_settings(values),
        "trunks": read_trunks(env, values),
        "modules": _inside(tree, "usr/lib/*/asterisk/modules"),
        "data": _inside(tree, "usr/share/asterisk"),
        "module_names": MODULES,
        "application": APPLICATION,
        "fresh_seconds": FRESH_SECONDS,
        "fallback_prompt": "zh/fallback_sorry",
        "beep": "zh/beep",
        "goodbye_prompt": "zh/fallback_thanks",
        "log": "/dev/stdout" if tree else "lianxin.log",
    }
    templates = Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,  # noqa: S701 - not HTML
    )
    to.mkdir(parents=True, exist_ok=True)
    for path in sorted(TEMPLATES.glob("*.conf.j2")):
        text = templates.get_template(path.name).render(pictures)
        _write(to / path.stem, text)
    for name in EMPTY:
        _write(to / f"{name}.conf", "; nothing to set\n")


def make_folders(env: Env) -> None:
    """Make the folders that Asterisk reads from and writes to."""
    folder = env.var / "asterisk"
    for path in (folder / "lib" / "keys", env.recordings, env.sounds, env.faxes,
                 env.fallback_messages, env.var / "log"):  # fmt: skip
        path.mkdir(parents=True, exist_ok=True)
    socket_folder(env).mkdir(parents=True, exist_ok=True, mode=0o700)


def _inside(tree: Path | None, pattern: str) -> Path | None:
    return next(iter(sorted(tree.glob(pattern))), None) if tree else None


def _write(path: Path, text: str) -> None:
    """What is the same is left alone: a file's age says since when it holds."""
    if path.exists() and path.read_text("utf-8") == text:
        return
    path.touch(0o600)  # passwords are in some of them
    path.write_text(text, "utf-8")


def main(words: list[str] | None = None) -> None:
    """Render for the installation that the environment names."""
    parser = argparse.ArgumentParser(prog="python -m lianxin.asterisk.conf")
    parser.add_argument("--to", type=Path, help="the folder to write to")
    parser.add_argument("--tree", type=Path, help="an unpacked Asterisk to point into")
    options = parser.parse_args(words)
    env = load_env()
    values = {**read_env_file(env.var / "lianxin.env"), **os.environ}
    make_folders(env)
    tree = options.tree.resolve() if options.tree else None
    render(env, values, options.to or env.var / "asterisk" / "etc", tree)


if __name__ == "__main__":
    main()
