"""Bring an engine's tree to where the lock file says it should be."""

from __future__ import annotations

import fcntl
import os
import platform
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from devkit.engines.apt import Apt
from devkit.engines.catalogue import ENGINES, FALLBACK_SUITE, Engine, left_out
from devkit.engines.lock import Lock, Package, digest_of, read_lock, sha256_of, write_lock
from devkit.engines.sources import Host, Source, of_distribution, read_sources, this_host
from devkit.engines.tree import is_unpacked, unpack
from devkit.say import Progress, Stop, line

_ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}
MIRROR_SETTING = "LIANXIN_DEBIAN_MIRROR"


@dataclass(frozen=True)
class Archive:
    """Where packages come from: ``debian-bookworm``, and how to reach it."""

    name: str
    sources: tuple[Source, ...]


class Engines:
    """The trees in one folder. ``lock_path`` is the committed lock; trees are shared by all."""

    def __init__(self, folder: Path, lock_path: Path) -> None:
        self._folder = folder
        self._lock_path = lock_path
        self._cache = folder / "packages"
        self._host = this_host()

    def provide(self, name: str, progress: Progress, *, refresh: bool = False) -> Path:
        """Make sure that the tree of ``name`` is there; return it."""
        engine, root = ENGINES[name], self._folder / name
        lock = read_lock(self._lock_path)
        with self._alone(progress):
            if not refresh and self._is_current(engine, root, lock):
                return root
            self._cache.mkdir(parents=True, exist_ok=True)
            packages = None if refresh else self._from_lock(engine, lock, progress)
            if packages is None:
                packages = self._from_archive(engine, lock, progress, keep=refresh)
            files = [self._cache / package.file for package in packages]
            unpack(files, root, digest_of(packages), progress)
            shutil.rmtree(self._folder / "apt", ignore_errors=True)  # lists are large, and age
        return root

    def _is_current(self, engine: Engine, root: Path, lock: Lock) -> bool:
        """Nothing to do: the tree is that of the lock, or of what replaced it on this machine."""
        taken = read_lock(self._folder / "taken.lock").get(self._stand_in(engine, lock))
        wanted = [self._locked(engine, lock), taken]
        return any(is_unpacked(root, digest_of(packages)) for packages in wanted if packages)

    def _locked(self, engine: Engine, lock: Lock) -> tuple[Package, ...]:
        """What the lock names for this machine; nothing where it does not know its suite."""
        return next((lock[name] for name in self._sections(engine) if name in lock), ())

    def _stand_in(self, engine: Engine, lock: Lock) -> str:
        """Under which name packages are noted that replace those of this very lock."""
        return f"{engine.name} instead-of-{digest_of(self._locked(engine, lock))[:16]}"

    def _sections(self, engine: Engine) -> list[str]:
        host = f"{self._host.distribution}-{self._host.codename}"
        return [
            f"{engine.name} {archive}-{_architecture()}"
            for archive in (host, f"debian-{FALLBACK_SUITE}")
        ]

    def _from_lock(
        self, engine: Engine, lock: Lock, progress: Progress
    ) -> tuple[Package, ...] | None:
        """Take exactly the locked packages, or None where the lock cannot be kept to."""
        section = next((name for name in self._sections(engine) if name in lock), None)
        if section is None:
            return None
        packages = lock[section]
        missing = {p.name: p.version for p in packages if not self._cached(p)}
        if missing:
            apt = self._apt(self._archive_of(section.split()[1]), progress)
            if not apt.has(missing):
                line(
                    f"  The mirror no longer has all of the {engine.name} packages that "
                    "deploy/engines.lock names. Taking its present ones, which the "
                    "distribution signs; `python -m devkit.engines --refresh` renews the lock."
                )
                return None
            self._fetch(apt, missing, progress)
        wrong = [p.name for p in packages if not self._cached(p)]
        if wrong:
            raise Stop(
                f"The mirror's {wrong[0]} is not the file that deploy/engines.lock names, "
                "although it has the same version. Do not go on with this mirror."
            )
        return packages

    def _from_archive(
        self, engine: Engine, lock: Lock, progress: Progress, *, keep: bool
    ) -> tuple[Package, ...]:
        """Take what the archive offers now, and write down what that was."""
        archive, apt = self._good_archive(engine, progress)
        version = apt.candidate(engine.probe) or ""
        major = version.partition("+")[0].partition(".")[0]
        names = [name.format(major=major) for name in engine.packages]
        versions = {
            name: chosen for name, chosen in apt.resolve(names).items() if not left_out(name)
        }
        packages = self._fetch(apt, versions, progress)
        path = self._lock_path if keep else self._folder / "taken.lock"
        here = f"{engine.name} {archive.name}-{_architecture()}"
        section = here if keep else self._stand_in(engine, lock)
        write_lock(path, {**read_lock(path), section: packages})
        return packages

    def _good_archive(self, engine: Engine, progress: Progress) -> tuple[Archive, Apt]:
        """The host's own suite where it has the engine in a good version, else the fallback."""
        own = self._host_archive()
        if own is not None:
            apt = self._apt(own, progress)
            version = apt.candidate(engine.probe)
            if version is not None and engine.good_enough(version):
                return own, apt
        archive = self._fallback_archive(engine)
        return archive, self._apt(archive, progress)

    def _archive_of(self, section: str) -> Archive:
        own = self._host_archive()
        if own is not None and section.startswith(f"{own.name}-"):
            return own
        return self._fallback_archive(None)

    def _host_archive(self) -> Archive | None:
        sources = of_distribution(read_sources(), self._host.codename)
        name = f"{self._host.distribution}-{self._host.codename}"
        return Archive(name, tuple(sources)) if sources else None

    def _fallback_archive(self, engine: Engine | None) -> Archive:
        what = engine.name if engine else "an engine"
        return Archive(f"debian-{FALLBACK_SUITE}", (_debian(self._host, what),))

    def _apt(self, archive: Archive, progress: Progress) -> Apt:
        progress("reading package lists")
        apt = Apt(self._folder / "apt" / archive.name, archive.sources)
        apt.update()
        return apt

    def _cached(self, package: Package) -> bool:
        path = self._cache / package.file
        return path.exists() and sha256_of(path) == package.sha256

    def _fetch(self, apt: Apt, versions: dict[str, str], progress: Progress) -> tuple[Package, ...]:
        packages = []
        for name, path in apt.download(versions, self._cache / "partial", progress).items():
            package = Package(name, versions[name], sha256_of(path))
            path.replace(self._cache / package.file)
            packages.append(package)
        return tuple(packages)

    @contextmanager
    def _alone(self, progress: Progress) -> Iterator[None]:
        """Two installations may ask for the same tree at once: one makes it, the other waits."""
        self._folder.mkdir(parents=True, exist_ok=True)
        with (self._folder / ".lock").open("w") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                progress("waiting for another command that unpacks it")
                fcntl.flock(file, fcntl.LOCK_EX)
            yield


def _architecture() -> str:
    machine = platform.machine()
    if machine not in _ARCHITECTURES:
        raise Stop(f"No engines for {machine}: use your own by settings (docs/howto/operate.md).")
    return _ARCHITECTURES[machine]


def _debian(host: Host, what: str) -> Source:
    """Debian's archive at the fallback suite, by the machine's own mirror or the setting."""
    mirror = os.environ.get(MIRROR_SETTING)
    if mirror:
        keyring = os.environ.get(f"{MIRROR_SETTING}_KEYRING", "")
        options = (("signed-by", keyring),) if keyring else ()
        return Source(mirror, FALLBACK_SUITE, ("main",), options)
    sources = of_distribution(read_sources(), host.codename)
    release = [source for source in sources if not source.suite.endswith(("-updates", "-security"))]
    if host.distribution != "debian" or not release:
        raise Stop(
            f"{host.distribution} {host.codename} has no {what} that is new enough. Name a "
            f"mirror of Debian in {MIRROR_SETTING} (and the keyring file of the package "
            f"debian-archive-keyring in {MIRROR_SETTING}_KEYRING), or use an {what} of your "
            "own: docs/howto/operate.md."
        )
    return release[0].of_suite(FALLBACK_SUITE)
