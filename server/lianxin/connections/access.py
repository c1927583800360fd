"""Who may see and change connections. Their secrets nobody sees."""

from __future__ import annotations

from lianxin.centres.access import ADMINISTRATOR, Actor, need_function


def check(who: Actor) -> None:
    """Raise ``FunctionOff`` or ``NotAllowed``: connections are the administrator's."""
    need_function(who, "look_ups")
    who.need(ADMINISTRATOR)
