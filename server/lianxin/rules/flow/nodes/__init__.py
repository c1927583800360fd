"""The node types. Importing this package registers them; a new type is one more file here."""

from lianxin.rules.flow.nodes import (
    case_status,
    collect,
    goto,
    hang_up,
    hours,
    menu,
    queue,
    record,
    say,
)

__all__ = [
    "case_status",
    "collect",
    "goto",
    "hang_up",
    "hours",
    "menu",
    "queue",
    "record",
    "say",
]
