"""What the nodes that make cases have in common: the number is said twice, and sent."""

from __future__ import annotations

from lianxin.rules.flow.effects import Digits, Emit, Prompt, Sound
from lianxin.rules.flow.events import CaseOpened
from lianxin.rules.flow.session import Session

#: A caller is not kept in silence longer than this while a case is written.
FILING_SECONDS = 8.0

#: The sentences of ``number_twice``.
NUMBER_PROMPTS = ("case_number_is", "query_code_is", "repeat_once")


def number_twice(opened: CaseOpened) -> tuple[Sound, ...]:
    """Say number and query code, and both once more."""
    once = (
        Prompt("case_number_is"),
        Digits(opened.number),
        Prompt("query_code_is"),
        Digits(opened.code),
    )
    return (*once, Prompt("repeat_once"), *once)


def notice(session: Session, opened: CaseOpened, to: str = "") -> tuple[Emit, ...]:
    """Send the number to the caller, where there is a telephone to send it to.

    The code is not in it: facts are journaled, and the code is told to the citizen only.
    """
    phone = to or session.caller
    if not phone:
        return ()
    data = (
        ("way", "sms"),
        ("to", phone),
        ("template", "case_opened"),
        ("number", opened.number),
        ("language", session.language),
    )
    return (Emit("notice", data),)
