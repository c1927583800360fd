"""The machine's own package sources: where the mirror is read from, never written down here."""

from __future__ import annotations

import platform
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

_ALIASES = {"stable", "oldstable", "testing", "oldoldstable"}


@dataclass(frozen=True)
class Source:
    """One line of a sources.list, whichever way it was written."""

    uri: str
    suite: str
    components: tuple[str, ...]
    options: tuple[tuple[str, str], ...] = field(default=())

    def stanza(self) -> str:
        """Write it as a stanza of a ``.sources`` file; a key may have several lines."""
        lines = [
            "Types: deb",
            f"URIs: {self.uri}",
            f"Suites: {self.suite}",
            f"Components: {' '.join(self.components)}",
            *(f"{key.title()}: {value}" for key, value in self.options),
        ]
        return "\n".join(lines) + "\n"

    def of_suite(self, suite: str) -> Source:
        """The same archive at another suite, its main component only."""
        return replace(self, suite=suite, components=("main",))


def parse_classic(text: str) -> Iterator[Source]:
    """Read a ``sources.list``."""
    for raw in text.splitlines():
        words = raw.partition("#")[0].split()
        if not words or words[0] != "deb":
            continue
        options: list[tuple[str, str]] = []
        rest = " ".join(words[1:])
        if rest.startswith("["):
            inside, _, rest = rest[1:].partition("]")
            pairs = (word.partition("=") for word in inside.split())
            options = [(key.lower(), value) for key, _, value in pairs]
        uri, suite, *components = rest.split()
        yield Source(uri, suite, tuple(components), _kept(options))


def parse_deb822(text: str) -> Iterator[Source]:
    """Read a ``.sources`` file."""
    for stanza in _stanzas(text):
        if "deb" not in stanza.get("types", "").split() or stanza.get("enabled", "yes") == "no":
            continue
        options = _kept(stanza.items())
        for uri in stanza.get("uris", "").split():
            for suite in stanza.get("suites", "").split():
                yield Source(uri, suite, tuple(stanza.get("components", "").split()), options)


def _stanzas(text: str) -> Iterator[dict[str, str]]:
    stanza: dict[str, str] = {}
    key = ""
    for raw in [*text.splitlines(), ""]:
        if raw.startswith("#"):
            continue
        if not raw.strip():
            if stanza:
                yield stanza
            stanza, key = {}, ""
        elif raw[0].isspace():
            stanza[key] += f"\n {raw.strip()}"
        else:
            key, _, value = raw.partition(":")
            key = key.strip().lower()
            stanza[key] = value.strip()


def _kept(options: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Only what says how an archive is trusted; the rest is the machine's own business."""
    return tuple((key, value) for key, value in options if key in {"signed-by", "trusted"})


def read_sources(root: Path = Path("/etc/apt")) -> list[Source]:
    """Read all of the machine's package sources that can be read."""
    found: list[Source] = []
    parts = root / "sources.list.d"
    for path in [root / "sources.list", *(sorted(parts.iterdir()) if parts.is_dir() else [])]:
        if path.suffix not in {".list", ".sources"} or not path.is_file():
            continue
        try:
            text = path.read_text("utf-8", "replace")
        except PermissionError:
            continue
        parse = parse_deb822 if path.suffix == ".sources" else parse_classic
        found.extend(parse(text))
    return found


def of_distribution(sources: Iterable[Source], codename: str) -> list[Source]:
    """Pick the distribution's own archives: the release, its updates and its security fixes."""
    wanted = {codename, *_ALIASES}
    wanted |= {f"{name}{tail}" for name in wanted for tail in ("-updates", "-security")}
    picked = [
        source
        for source in sources
        if source.suite in wanted
        and "main" in source.components
        and not source.uri.startswith("cdrom:")
    ]
    exact = [source for source in picked if source.suite.startswith(codename)]
    return exact or picked


@dataclass(frozen=True)
class Host:
    """The distribution of this machine: ``debian``, ``bookworm``."""

    distribution: str
    codename: str


def this_host() -> Host:
    """Read which distribution this machine runs."""
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        return Host("unknown", "")
    return Host(release.get("ID", "unknown"), release.get("VERSION_CODENAME", ""))
