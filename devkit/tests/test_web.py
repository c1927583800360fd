"""The lock of the web packages serves every platform and every mirror."""

from __future__ import annotations

import json
from typing import Any

from devkit.paths import WEB


def _packages() -> dict[str, dict[str, Any]]:
    lock = json.loads((WEB / "package-lock.json").read_text("utf-8"))
    return dict(lock["packages"])


def test_no_platform_is_left_out() -> None:
    packages = _packages()
    known = {path.rpartition("node_modules/")[2] for path in packages}
    missing = {
        f"{name} of {path}"
        for path, package in packages.items()
        for name in package.get("optionalDependencies", {})
        if name not in known
    }
    assert not missing


def test_every_package_has_a_hash_and_no_address() -> None:
    fetched = {
        path: package
        for path, package in _packages().items()
        if "node_modules/" in path and not package.get("link")
    }
    assert fetched
    assert [path for path, package in fetched.items() if "integrity" not in package] == []
    assert [path for path, package in fetched.items() if "resolved" in package] == []
