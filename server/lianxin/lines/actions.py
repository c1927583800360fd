"""Writes of lines."""

from __future__ import annotations

from django.db import IntegrityError, transaction

from lianxin.centres import audit
from lianxin.centres.access import ADMINISTRATOR, Who
from lianxin.centres.problems import NotFound, Problem
from lianxin.flows.models import Flow
from lianxin.lines.models import Line


class NumberTaken(Problem):
    code, status = "line.number_taken", 409
    zh = "号码 {number} 已被使用。"
    en = "The number {number} is in use already."


def open_line(who: Who, number: str, name: str, flow_code: str) -> Line:
    """Let ``number`` be answered by a flow. Raises ``NumberTaken``, ``NotFound``."""
    who.need(ADMINISTRATOR)
    with who.scope():
        flow = Flow.objects.filter(code=flow_code).first()
        if flow is None:
            raise NotFound
        try:
            with transaction.atomic():
                line = Line.objects.create(
                    centre_id=who.centre, number=number, name=name, flow=flow
                )
        except IntegrityError as error:
            raise NumberTaken(number=number) from error
        audit.note(who, "line.opened", "line", line.pk, number=number)
        return line
