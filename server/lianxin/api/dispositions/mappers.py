"""Between dispositions and their shapes in the API."""

from __future__ import annotations

from lianxin.api.dispositions import schemas
from lianxin.dispositions.actions import DispositionDraft
from lianxin.dispositions.models import Disposition


def disposition(row: Disposition) -> schemas.DispositionRead:
    return schemas.DispositionRead(
        code=row.code,
        name_zh=row.name_zh,
        name_en=row.name_en,
        position=row.position,
        archived=row.archived,
        version=row.version,
    )


def draft(given: schemas.DispositionFields) -> DispositionDraft:
    return DispositionDraft(given.name_zh, given.name_en, given.position, given.archived)
