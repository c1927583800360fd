"""Between lines and their shapes in the API."""

from __future__ import annotations

from dataclasses import asdict

from lianxin.api.lines import schemas
from lianxin.api.shared.mappers import decided
from lianxin.api.shared.schemas import CodeName
from lianxin.flows.models import Flow
from lianxin.lines.actions import LineChange
from lianxin.lines.queries import Found, LineNow
from lianxin.rules import hours
from lianxin.rules.outbound import OutboundRule


def line(now: LineNow) -> schemas.LineRead:
    row = now.line
    named = row.calendar
    return schemas.LineRead(
        number=row.number,
        name=row.name,
        mode=row.mode,
        emergency=row.emergency,
        night_bell=row.night_bell,
        night_bell_seconds=row.night_bell_seconds,
        version=row.version,
        flow=CodeName(code=row.flow.code, name=row.flow.name),
        night_flow=_flow(row.night_flow),
        emergency_flow=_flow(row.emergency_flow),
        calendar=CodeName(code=named.code, name=named.name) if named else None,
        answers=_answering(now),
    )


def _flow(flow: Flow | None) -> CodeName | None:
    return CodeName(code=flow.code, name=flow.name) if flow else None


def _answering(now: LineNow) -> schemas.Answering:
    return schemas.Answering(
        at=now.at,
        part=now.answer.part,
        reason=now.answer.reason,
        flow=_flow(now.version.flow) if now.version else None,
        version=now.version.number if now.version else None,
        queues=list(now.queues),
        why=decided(now.answer.why) if now.answer.why else None,
        until=now.until,
    )


def who_answers(number: str, found: Found | None) -> schemas.WhoAnswers:
    if found is None:
        return schemas.WhoAnswers(number=number, centre=None, line="", mode=None, answers=None)
    row = found.now.line
    return schemas.WhoAnswers(
        number=number,
        centre=CodeName(code=found.centre.code, name=found.centre.name),
        line=row.name,
        mode="emergency" if row.emergency else row.mode,
        answers=_answering(found.now),
    )


def finding(each: hours.Finding) -> schemas.LineFinding:
    return schemas.LineFinding(
        code=each.code, severity=each.severity, place=each.place, data=dict(each.data)
    )


def line_change(plan: schemas.LineUpdate) -> LineChange:
    fields = plan.dict(exclude={"version"})
    return LineChange(**{**fields, "night_bell": tuple(plan.night_bell)})


def outbound(rule: OutboundRule, version: int) -> schemas.OutboundRead:
    return schemas.OutboundRead(version=version, **asdict(rule))


def outbound_rule(change: schemas.OutboundUpdate) -> OutboundRule:
    fields = change.dict(exclude={"version"})
    lists = {name: tuple(value) for name, value in fields.items() if isinstance(value, list)}
    return OutboundRule(**{**fields, **lists})
