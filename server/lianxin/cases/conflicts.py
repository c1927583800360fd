"""Two people with one case: who comes second is told, and loses nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lianxin.cases.errors import VersionConflict
from lianxin.cases.models import Case


def check_version(case: Case, version: int, changes: Mapping[str, Any] | None = None) -> None:
    """Raise ``VersionConflict`` when ``case`` is no more the one that was read at ``version``."""
    if case.version == version:
        return
    by = case.updated_by
    fields = {f: {"yours": v, "theirs": getattr(case, f)} for f, v in (changes or {}).items()}
    raise VersionConflict(
        version=case.version,
        by=f"{by.number} {by.name}" if by else "",
        at=case.updated_at.isoformat(),
        fields={f: v for f, v in fields.items() if v["yours"] != v["theirs"]},
    )
