"""Stored flows read and written; ``rules.flow.spec_versions`` brings them up to date."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from lianxin.rules.flow import Flow
from lianxin.rules.flow.spec_versions import current


def read(data: Mapping[str, Any]) -> Flow:
    """Read a stored flow of any known spec. ``FlowFaults`` says what is wrong with it."""
    return Flow.from_json(current(data))


def write(flow: Flow) -> str:
    """Give a flow as the text in which it is shown and exported."""
    return json.dumps(flow.to_json(), ensure_ascii=False, indent=2) + "\n"
