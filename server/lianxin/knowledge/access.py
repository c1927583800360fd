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
    """Everybody who is signed in reads what is published. Raises ``FunctionOff``."""
    need_function(who, "knowledge")


def may_read_drafts(who: Actor) -> bool:
    """Drafts, and what stands below one, are for who writes: no caller hears them, and an agent
    who reads one out has told a citizen what nobody has approved."""
    return who.has(*WRITERS)


def check_writes(who: Actor) -> None:
    """Raise ``FunctionOff`` or ``NotAllowed``."""
    check_reads(who)
    who.need(*WRITERS)
