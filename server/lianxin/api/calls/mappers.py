"""Between calls, callers, recordings and messages and their shapes in the API."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lianxin.api.calls import schemas
from lianxin.api.shared.mappers import agent, case, recording
from lianxin.api.shared.schemas import Disposition
from lianxin.calls.access import Closed, may_follow
from lianxin.calls.models import Call, CallEvent, Recording
from lianxin.cases.models import Case
from lianxin.centres.access import Actor
from lianxin.flows.names import Names
from lianxin.rules.flow.places import ServicePlace


def _call(
    who: Actor, row: Call, cases: int, way: list[str], names: Names, *, asked: bool
) -> dict[str, Any]:
    talk = getattr(row, "talk", None)
    return {
        "id": row.pk,
        "line": row.line_number,
        "caller": row.caller,
        "source": row.source,
        "started_at": row.started_at,
        "queued_at": row.queued_at,
        "answered_at": row.answered_at,
        "talking_at": row.talking_at,
        "ended_at": row.ended_at,
        "talk_seconds": None if talk is None else talk.total_seconds(),
        "outcome": row.outcome,
        "ended_by": row.ended_by,
        "agent": agent(row.agent),
        "disposition": _disposition(row),
        "keys": row.keys if may_follow(who, row, asked=asked) else "",
        "way": way,
        "node_names": _named(names, way),
        "recordings": getattr(row, "recording_count", 0),
        "cases": cases,
    }


def _named(names: Names, nodes: Iterable[object]) -> Names:
    """The names of ``nodes``, of those that have one."""
    return {node: names[node] for node in nodes if isinstance(node, str) and node in names}


def _disposition(row: Call) -> Disposition | None:
    disposed = getattr(row, "disposed", None)  # the other side of one to one: none raises
    if disposed is None:
        return None
    given = disposed.disposition
    return Disposition(code=given.code, name_zh=given.name_zh, name_en=given.name_en)


def call(
    who: Actor, row: Call, cases: int, way: list[str], names: Names, *, asked: bool
) -> schemas.CallSummary:
    """``asked``: as in ``Closed``."""
    return schemas.CallSummary(**_call(who, row, cases, way, names, asked=asked))


def call_detail(
    who: Actor,
    row: Call,
    closed: Closed,
    way: list[str],
    events: list[CallEvent],
    recordings: list[Recording],
    cases: list[Case],
    names: Names,
) -> schemas.CallRead:
    steps = [schemas.Step(seq=e.seq, at=e.at, kind=e.kind, data=e.data) for e in events]
    nodes = [*way, *(e.data.get("node") for e in events)]
    return schemas.CallRead(
        **_call(who, row, len(cases), way, names, asked=closed.asked)
        | {"node_names": _named(names, nodes)},
        cause=row.cause,
        flow_version=row.flow_version,
        events=steps,
        recording_items=[recording(who, r) for r in recordings],
        case_items=[case(c) for c in cases],
    )


def places(found: tuple[ServicePlace, ...], names: Names) -> schemas.Places:
    items = [
        schemas.PlaceRead(node=p.node, name=names.get(p.node, ""), type=p.type, keys=list(p.keys))
        for p in found
    ]
    return schemas.Places(items=items)


def message(who: Actor, row: Recording, of: Case | None) -> schemas.MessageSummary:
    """``row`` is annotated by ``queries.messages``; ``of`` is its case."""
    return schemas.MessageSummary(
        recording=recording(who, row),
        caller=row.call.caller,
        line=row.call.line_number,
        case=schemas.CaseReference(id=of.pk, number=of.number) if of else None,
        listened=getattr(row, "listened", False),
    )


def caller(
    phone: str, calls: list[schemas.CallSummary], cases: list[Case], calls_30d: int, open_cases: int
) -> schemas.Caller:
    """``calls`` and ``cases`` are the last ones; the counts are of all."""
    counts = schemas.CallerCounts(calls_30d=calls_30d, open_cases=open_cases)
    return schemas.Caller(phone=phone, calls=calls, cases=[case(c) for c in cases], counts=counts)
