"""What PostgreSQL keeps of a JSON value. Pure."""

from __future__ import annotations

import math
from typing import Any


def keepable(value: Any) -> Any:
    """Give ``value`` without what PostgreSQL refuses: NUL, halves of letters, infinities."""
    match value:
        case str():
            return value.replace("\x00", "").encode("utf-8", "ignore").decode()
        case float() if not math.isfinite(value):
            return None
        case dict():
            return {keepable(key): keepable(inner) for key, inner in value.items()}
        case list():
            return [keepable(inner) for inner in value]
    return value
