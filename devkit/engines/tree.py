"""From .deb files to a folder whose programs run by themselves.

Every program gets a wrapper that starts it through the tree's own loader and libraries, so
that nothing of the host's C library matters and no variable leaks into child processes.
"""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
from collections.abc import Iterable
from pathlib import Path

from devkit.say import Progress, Stop

_MARK = ".unpacked"

_WRAPPER = """#!/bin/sh
# Runs {program} with the libraries of this tree. Made by devkit.engines.
root=$(cd "$(dirname "$0")/{up}" && pwd -P) || exit 127
{exports}exec "$root/{loader}" --inhibit-cache --library-path "{libraries}" \\
  --argv0 "$root/{argv0}" "$root/{program}" "$@"
"""


def is_unpacked(root: Path, digest: str) -> bool:
    """Tell whether ``root`` holds exactly the packages that ``digest`` names."""
    mark = root / _MARK
    return mark.exists() and mark.read_text("utf-8") == digest


def unpack(files: Iterable[Path], root: Path, digest: str, progress: Progress) -> None:
    """Unpack packages into ``root``, whole or not at all."""
    fresh = root.with_name(f"{root.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    paths = list(files)
    for number, path in enumerate(paths, 1):
        progress(f"unpacking {number}/{len(paths)}")
        done = subprocess.run(
            ["dpkg-deb", "-x", str(path), str(fresh)], capture_output=True, text=True, check=False
        )
        if done.returncode:
            path.unlink(missing_ok=True)
            raise Stop(
                f"{path.name} could not be unpacked ({done.stderr.strip() or 'no message'}). "
                "It is thrown away: free some disk space if that was it, then run it again."
            )
    _finish(fresh)
    (fresh / _MARK).write_text(digest, "utf-8")
    old = root.with_name(f"{root.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if root.exists():
        root.rename(old)  # what runs out of it goes on
    fresh.rename(root)
    shutil.rmtree(old, ignore_errors=True)


def _finish(root: Path) -> None:
    _share_readable(root)
    for absolute in _absolute_links(root):
        target = root / str(absolute.readlink()).lstrip("/")
        absolute.unlink()
        absolute.symlink_to(os.path.relpath(target, absolute.parent))
    for unneeded in ("usr/share/doc", "usr/share/man", "usr/share/locale", "usr/share/info"):
        shutil.rmtree(root / unneeded, ignore_errors=True)
    if (root / "usr/sbin/asterisk").exists():
        _asterisk(root)
    if (root / "usr/bin/sipp").exists():
        _wrap(root, Path("usr/bin/sipp"), Path("bin/sipp"), {})
    if (root / "usr/sbin/mariadbd").exists():
        _wrap(root, Path("usr/sbin/mariadbd"), Path("bin/mariadbd"), {})
    for folder in sorted(root.glob("usr/lib/postgresql/*/bin")):
        _postgres(root, folder)


def _share_readable(root: Path) -> None:
    """PostgreSQL may run as another account than the one that unpacked it."""
    for folder, _, _ in os.walk(root):
        mode = Path(folder).stat().st_mode
        Path(folder).chmod(stat.S_IMODE(mode) | 0o555)


def _absolute_links(root: Path) -> list[Path]:
    return [
        path
        for path in root.rglob("*")
        if path.is_symlink() and str(path.readlink()).startswith("/usr/")
    ]


def _asterisk(root: Path) -> None:
    sounds = root / "usr/share/asterisk/sounds"
    english = sounds / "en"  # update-alternatives would make it
    found = sorted(sounds.glob("en_*"))
    if found and not english.exists():
        english.symlink_to(found[0].name)
    exports = {
        "OPENSSL_MODULES": _first(root, "ossl-modules"),
        "GCONV_PATH": _first(root, "gconv"),
    }
    _wrap(root, Path("usr/sbin/asterisk"), Path("bin/asterisk"), exports)


def _postgres(root: Path, folder: Path) -> None:
    """PostgreSQL's programs look for each other, and for their data, beside themselves."""
    exports = {"LOCPATH": _first(root, "locale/C.utf8", parent=True)}
    for path in sorted(folder.iterdir()):
        if path.is_symlink() or path.read_bytes()[:4] != b"\x7fELF":
            continue
        real = path.with_name(f"{path.name}.elf")
        path.rename(real)
        program, beside = real.relative_to(root), path.relative_to(root)
        _wrap(root, program, beside, exports, argv0=beside)
        _wrap(root, program, Path("bin") / path.name, exports, argv0=beside)


def _first(root: Path, tail: str, *, parent: bool = False) -> str:
    found = [path for path in sorted(root.rglob(tail)) if path.is_dir()]
    if not found:
        return ""
    return str((found[0].parent if parent else found[0]).relative_to(root))


def _wrap(
    root: Path, program: Path, at: Path, exports: dict[str, str], argv0: Path | None = None
) -> None:
    wrapper = root / at
    wrapper.parent.mkdir(parents=True, exist_ok=True)
    set_and_export = "".join(
        f'export {key}="$root/{value}"\n' for key, value in exports.items() if value
    )
    text = _WRAPPER.format(
        program=program,
        argv0=argv0 or program,
        up=os.path.relpath(root, wrapper.parent),
        exports=set_and_export,
        loader=_loader(root),
        libraries=":".join(f"$root/{folder}" for folder in _library_folders(root)),
    )
    wrapper.write_text(text, "utf-8")
    wrapper.chmod(0o755)


def _loader(root: Path) -> Path:
    found = [path for path in sorted(root.rglob("ld-linux-*.so.*")) if not path.is_symlink()]
    if not found:
        raise Stop("The unpacked tree has no loader: libc6 is missing from the lock file.")
    return found[0].relative_to(root)


def _library_folders(root: Path) -> list[Path]:
    folders = {path.parent for path in root.rglob("lib*.so.*") if "share" not in path.parts}
    skipped = {"gconv", "modules", "ossl-modules", "engines-3", "security", "sasl2"}
    return sorted(folder.relative_to(root) for folder in folders if folder.name not in skipped)
