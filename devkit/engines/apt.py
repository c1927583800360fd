"""apt with a state of its own: the machine's mirrors and keys, none of its installed packages."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path

from devkit.engines.sources import Source
from devkit.say import Progress, Stop

_CHOSEN = re.compile(r"^Inst (\S+) \((\S+) ")
_KEEP_OF_MACHINE = re.compile(r'^Acquire::(?!IndexTargets|Languages|GzipIndexes|Compression)\S* "')


class Apt:
    """One private apt. ``folder`` keeps its lists, so that a later update is short."""

    def __init__(self, folder: Path, sources: Sequence[Source]) -> None:
        self._folder = folder
        self._environment = os.environ | {"APT_CONFIG": str(folder / "apt.conf"), "LC_ALL": "C"}
        for part in ("state/lists/partial", "cache/archives/partial", "none", "sources"):
            (folder / part).mkdir(parents=True, exist_ok=True)
        (folder / "status").touch()
        stanzas = "\n".join(source.stanza() for source in sources)
        (folder / "sources" / "lianxin.sources").write_text(stanzas, "utf-8")
        configuration = folder / "apt.conf"
        configuration.touch(0o600)  # a proxy's password may be in it
        configuration.write_text(self._configuration(), "utf-8")

    def _configuration(self) -> str:
        own = {
            "Dir::State": "state",
            "Dir::State::status": "status",
            "Dir::Cache": "cache",
            "Dir::Etc::sourceparts": "sources",
            "Dir::Etc::parts": "none",
            "Dir::Etc::preferencesparts": "none",
        }
        lines = [f'{key} "{self._folder / value}";' for key, value in own.items()]
        lines += [f'{key} "/dev/null";' for key in ("Dir::Etc::sourcelist", "Dir::Etc::main")]
        lines += [
            'Dir::Etc::preferences "/dev/null";',
            'APT::Install-Recommends "false";',
            'APT::Sandbox::User "";',
            'Acquire::Languages "none";',
            'Acquire::Retries "3";',
        ]
        # The machine's proxy and certificates, without its hooks and extra indexes.
        dump = subprocess.run(
            ["apt-config", "dump"], capture_output=True, text=True, check=False
        ).stdout
        lines += [line for line in dump.splitlines() if _KEEP_OF_MACHINE.match(line)]
        return "\n".join(lines) + "\n"

    def _run(self, *words: str, cwd: Path | None = None) -> str:
        done = subprocess.run(
            words,
            env=self._environment,
            cwd=cwd,
            capture_output=True,
            text=True,
            check=False,
            stdin=subprocess.DEVNULL,
        )
        if done.returncode:
            raise AptError(" ".join(words[:3]), done.stderr or done.stdout)
        return done.stdout

    def update(self) -> None:
        """Fetch the package lists. They are checked against the distribution's signature."""
        self._run("apt-get", "update", "-q", "--error-on=any")

    def candidate(self, package: str) -> str | None:
        """The version that would be taken now, or None."""
        found = re.search(r"Candidate: (\S+)", self._run("apt-cache", "policy", package))
        return found[1] if found and found[1] != "(none)" else None

    def resolve(self, packages: Iterable[str]) -> dict[str, str]:
        """All packages that ``packages`` need, with their present versions."""
        out = self._run("apt-get", "-s", "-y", "install", *packages)
        return {m[1]: m[2] for m in map(_CHOSEN.match, out.splitlines()) if m}

    def has(self, versions: dict[str, str]) -> bool:
        """Tell whether each of these versions is still offered."""
        out = self._run("apt-cache", "madison", *versions)
        offered = {tuple(line.replace(" ", "").split("|")[:2]) for line in out.splitlines()}
        return all((name, version) in offered for name, version in versions.items())

    def download(self, versions: dict[str, str], into: Path, progress: Progress) -> dict[str, Path]:
        """Fetch packages, checked by apt against the signed lists; return their files by name."""
        shutil.rmtree(into, ignore_errors=True)
        into.mkdir(parents=True)
        names = sorted(versions)
        for start in range(0, len(names), 20):
            progress(f"{start}/{len(names)} packages")
            chunk = names[start : start + 20]
            self._run("apt-get", "download", "-q", *(f"{n}={versions[n]}" for n in chunk), cwd=into)
        return {path.name.partition("_")[0]: path for path in into.glob("*.deb")}


class AptError(Stop):
    """apt could not do it; the message is a sentence for people, with apt's own first error."""

    def __init__(self, command: str, output: str) -> None:
        errors = [line for line in output.splitlines() if line.startswith(("E:", "W:"))]
        first = (errors or output.splitlines()[-1:] or ["no message"])[0]
        super().__init__(f"{_advice(output)} (`{command}` said: {first})")


def _advice(output: str) -> str:
    if "No space left" in output:
        return "The disk is full: free about 1 GB and run the same command again."
    if re.search(
        r"Could not resolve|Failed to fetch|Connection|Temporary failure|timed out", output
    ):
        return (
            "A download from the package mirror broke: check the network or the mirror in "
            "/etc/apt, then run the same command again; what has arrived is kept."
        )
    return "The distribution's packages could not be read: does `apt-get update` work here?"
