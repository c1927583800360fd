"""Writes of flows. What was published never changes: a change is a new version."""

from __future__ import annotations

from typing import Any

from django.db.models import Max

from lianxin.centres import audit
from lianxin.centres.access import ADMINISTRATOR, Who
from lianxin.flows import codec
from lianxin.flows.models import Flow, FlowVersion
from lianxin.flows.problems import BrokenFlow
from lianxin.rules.flow import FlowFaults


def publish(who: Who, code: str, name: str, spec: dict[str, Any]) -> FlowVersion:
    """Publish ``spec`` as the next version of flow ``code``, which is made if it is new.

    Calls in progress keep the version that they began with. Raises ``BrokenFlow``.
    """
    who.need(ADMINISTRATOR)
    try:
        codec.read(spec)
    except FlowFaults as faults:
        raise BrokenFlow(faults=str(faults)) from faults
    with who.scope():
        flow, _ = Flow.objects.get_or_create(
            centre_id=who.centre, code=code, defaults={"name": name}
        )
        Flow.objects.select_for_update().get(pk=flow.pk)
        last = FlowVersion.objects.filter(flow=flow).aggregate(last=Max("number"))["last"] or 0
        version = FlowVersion.objects.create(
            centre_id=who.centre,
            flow=flow,
            number=last + 1,
            spec=spec,
            published_by_id=who.person,
        )
        audit.note(who, "flow.published", "flow", flow.pk, number=version.number)
        return version
