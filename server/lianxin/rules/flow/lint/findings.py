"""A remark on a flow, and the table of what can be remarked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Severity = Literal["error", "warning", "hint"]

#: The worst first.
ORDER: tuple[Severity, ...] = ("error", "warning", "hint")

#: Remarks on one flow; nobody reads more.
MAX_FINDINGS = 1_000


@dataclass(frozen=True)
class Finding:
    """One remark. ``place`` is a path in the flow's JSON; ``node`` "" is the flow itself.

    ``text`` is English; other languages are made from ``code`` and ``data`` where it is read.
    """

    code: str
    severity: Severity
    place: str
    node: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)
    text: str = ""


#: By code: how bad it is, and the sentence; ``{name}`` is of the finding's data.
RULES: dict[str, tuple[Severity, str]] = {
    # the tree
    "lint.unreachable": ("warning", "No way leads here."),
    "lint.endless": ("error", "Goes round without ever waiting: {nodes}."),
    "lint.endless_prompts": ("warning", "Goes round for ever if the caller does nothing: {nodes}."),
    "lint.subflow_cycle": ("error", "The subflow comes back to this flow: {way}."),
    "lint.no_return": ("warning", "This subflow never returns: the call ends in it."),
    "lint.return_outside": (
        "hint",
        'Nothing to return to unless an agent sent the caller: without "otherwise" the call ends.',
    ),
    # the way to people
    "lint.no_way_to_agent": ("warning", "No agent can be reached from here, not even with 0."),
    "lint.zero_elsewhere": ("hint", "0 calls an agent everywhere; here it does something else."),
    "lint.menu_ends": ("warning", "After {tries} wrong or missing keys the call ends."),
    "lint.queue_without_hours": (
        "warning",
        "Callers get here at any time: no hours are looked at before.",
    ),
    "lint.survey_before_agent": ("warning", "Asked before the caller has talked with an agent."),
    "lint.transfer_fails_silently": (
        "warning",
        "When nobody answers, the call ends without a word.",
    ),
    # what is heard
    "lint.prompt_missing": ("error", "There is no prompt {prompt}: callers hear nothing."),
    "lint.prompt_language": ("warning", "Not in {language}, {heard} is heard instead: {prompts}."),
    "lint.prompt_cantonese": ("hint", "Not in Cantonese, {heard} is heard instead: {prompts}."),
    "lint.text_unread": (
        "hint",
        "No speech engine is installed: texts without a recording are not heard here.",
    ),
    "lint.menu_keys": ("warning", "Offers {count} keys; nobody remembers more than {most}."),
    "lint.menu_long": ("warning", "Takes {seconds} seconds to listen to; at most {most} are good."),
    "lint.record_unconfirmed": ("warning", "The caller cannot hear or correct what was recorded."),
    "lint.secret_shown": (
        "warning",
        'What is typed here is shown in the path of the call: set "secret".',
    ),
    # what is named
    "lint.unknown_queue": ("error", "There is no queue {name}."),
    "lint.unknown_calendar": ("error", "There is no calendar {name}."),
    "lint.unknown_connection": ("error", "There is no connection {name}."),
    "lint.unknown_poll": ("warning", "There is no poll {name}."),
    "lint.unknown_knowledge": ("error", "There is no knowledge entry {name}."),
    "lint.unknown_flow": ("error", "There is no flow {name}."),
    "lint.variable_unset": ("warning", "Reads {name}, which nothing sets."),
    "lint.variable_unsure": ("hint", "Reads {name}, which only another flow can set."),
    "lint.function_off": ("error", "Needs the function {function}, which is off at this centre."),
    "lint.too_many": ("hint", "There is more to say: {more} remarks are left out."),
}


def finding(code: str, place: str, **data: Any) -> Finding:
    """Make a remark of the table. Lists in ``data`` are joined in the sentence."""
    severity, text = RULES[code]
    written = {name: _written(value) for name, value in data.items()}
    return Finding(code, severity, place, node_of(place), data, text.format_map(written))


def _written(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def node_of(place: str) -> str:
    """Give the node that a place is in: ``nodes.main.keys.2``, ``subflows.bill.nodes.ask``."""
    way: list[str] = []
    words = iter(place.split("."))
    for word in words:
        if word == "nodes":
            return "/".join([*way, next(words, "")])
        if word == "subflows":
            way.append(next(words, ""))
    return ""
