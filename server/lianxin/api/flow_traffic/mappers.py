"""Between what callers do in flows and their shapes in the API."""

from __future__ import annotations

from lianxin.api.flow_traffic import schemas
from lianxin.calls import paths
from lianxin.flows.names import names_in


def traffic(found: paths.Traffic, now: dict[str, int] | None) -> schemas.Traffic:
    return schemas.Traffic(
        version=found.version,
        live=now is not None,
        now=now or {},
        today={node: schemas.NodeTraffic(**vars(each)) for node, each in found.today.items()},
        calls=found.calls,
        contained=found.contained,
        containment=round(found.contained / found.calls, 4) if found.calls else None,
    )


def trace(found: paths.Trace) -> schemas.Trace:
    version = found.version
    flow = version.flow if version else None
    return schemas.Trace(
        call=found.call.pk,
        flow=schemas.TracedFlow(code=flow.code, name=flow.name, number=version.number)
        if flow and version
        else None,
        spec=version.spec if version else None,
        layout=version.layout if version else None,
        inner_layouts=version.inner_layouts if version else {},
        node_names=names_in(version.layout, version.inner_layouts) if version else {},
        steps=[schemas.TraceStep(**vars(step)) for step in found.steps],
        withheld=found.withheld,
    )
