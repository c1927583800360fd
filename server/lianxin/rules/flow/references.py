"""What a flow names: queues, calendars, prompts, subflows and the like, at any depth.

The one way to find them: what a field names is said by its type (``fields.Ref``), so nothing has
to be searched for by the names of fields, or as text. Stored JSON of any known spec will do, also
such as is broken: of that, as much as can be read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lianxin.rules.flow.fields import RefKind
from lianxin.rules.flow.flow import Flow
from lianxin.rules.flow.nodes.transfer import NIGHT_BELL, Transfer
from lianxin.rules.flow.spec_versions import current


@dataclass(frozen=True, kw_only=True)
class References:
    """Codes, each once, in the order in which the flow names them; those of the subflows that it
    embeds are among them. ``subflows`` are only those that the flow itself names.

    ``prompts``: ids of all that it names or plays; ``spoken``: of those that can be played.
    ``types`` are those of its nodes. ``telephones``: the numbers outside that its nodes transfer
    to, none of a variable; ``rings_night_bell``: whether one transfers to those of ``$night_bell``.
    """

    queues: tuple[str, ...] = ()
    calendars: tuple[str, ...] = ()
    connections: tuple[str, ...] = ()
    polls: tuple[str, ...] = ()
    knowledge: tuple[str, ...] = ()
    subflows: tuple[str, ...] = ()
    prompts: frozenset[str] = frozenset()
    spoken: frozenset[str] = frozenset()
    types: frozenset[str] = frozenset()
    telephones: frozenset[str] = frozenset()
    rings_night_bell: bool = False


def references(spec: object) -> References:
    """Find what a flow names; nothing, when it is none."""
    flow = _read(spec)
    if flow is None:
        return References()
    spoken, rung = flow.prompts(), _rung(flow)
    return References(
        queues=_codes(flow, "queue"),
        calendars=_codes(flow, "calendar"),
        connections=_codes(flow, "connection"),
        polls=_codes(flow, "poll"),
        knowledge=_codes(flow, "knowledge"),
        subflows=tuple(dict.fromkeys(code for _, code in _subflows(flow))),
        prompts=spoken | {text for text in _codes(flow, "prompt") if not text.startswith("$")},
        spoken=spoken,
        types=frozenset(str(getattr(node, "type", "")) for node in flow.nodes.values()),
        telephones=frozenset(number for number in rung if not number.startswith("$")),
        rings_night_bell=NIGHT_BELL in rung,
    )


def subflow_places(spec: object) -> tuple[tuple[str, str], ...]:
    """Where a flow itself names subflows, and which: (``nodes.bill.flow``, code)."""
    flow = _read(spec)
    return tuple(_subflows(flow)) if flow else ()


def _read(spec: object) -> Flow | None:
    return Flow.examine(current(spec))[0] if isinstance(spec, dict) else None


def _codes(flow: Flow, kind: RefKind) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(text) for known, _, text in flow.refs if known == kind))


def _rung(flow: Flow) -> frozenset[str]:
    transfers = (node for node in flow.nodes.values() if isinstance(node, Transfer))
    return frozenset(number for node in transfers for number in node.numbers)


def _subflows(flow: Flow) -> Iterator[tuple[str, str]]:
    for kind, place, text in flow.refs:
        if kind == "flow" and place.startswith("nodes."):
            yield place, text
