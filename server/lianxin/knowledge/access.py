"""Who reads and who writes the knowledge of a centre."""

from __future__ import annotations

from lianxin.centres.access import (
    ADMINISTRATOR,
    FLOW_EDITOR,
    KNOWLEDGE_EDITOR,
    Actor,
    need_function,
)

WRITERS = (KNOWLEDGE_EDITOR, FLOW_EDITOR, ADMINISTRATOR)


def check_reads(who: Actor) -> None:
    """Everybody who is signed in reads; drafts too. Raises ``FunctionOff``."""
    need_function(who, "knowledge")


def check_writes(who: Actor) -> None:
    """Raise ``FunctionOff`` or ``NotAllowed``."""
    check_reads(who)
    who.need(*WRITERS)
