"""Between the platform's centres and their shapes in the API."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lianxin.api.platform import schemas
from lianxin.centres.functions import FUNCTIONS
from lianxin.tenancy.founding import Founded, Limits, NewCentre, Overview, templates


def overviews(found: Sequence[Overview]) -> schemas.CentresRead:
    return schemas.CentresRead(
        items=[overview(each) for each in found],
        templates=templates(),
        functions=list(FUNCTIONS),
    )


def overview(found: Overview) -> schemas.CentreRead:
    centre = found.centre
    return schemas.CentreRead(
        code=centre.code,
        name=centre.name,
        city=centre.city,
        city_code=centre.city_code,
        area_code=centre.area_code,
        zone=centre.zone,
        lines=list(found.lines),
        agents=found.agents,
        quotas=schemas.QuotaRead(
            lines=centre.quota_lines,
            agents=centre.quota_agents,
            storage_mb=centre.quota_storage_mb,
            faxes=centre.quota_faxes,
        ),
        functions_off=list(centre.functions_off),
        separate_administrators=centre.separate_administrators,
        dormant_days=centre.dormant_days,
        second_factor_roles=list(centre.second_factor_roles),
        version=centre.version,
    )


def founded(made: Founded, numbers: Sequence[str]) -> schemas.CentreCreated:
    return schemas.CentreCreated(
        centre=overview(Overview(made.centre, tuple(numbers), 0)),
        administrator=made.administrator,
        password=made.password,
    )


def new_centre(form: schemas.CentreCreate) -> NewCentre:
    fields = form.dict(exclude={"quotas", "numbers", "functions_off"})
    return NewCentre(
        **fields,
        numbers=tuple(dict.fromkeys(form.numbers)),
        functions_off=tuple(form.functions_off),
        limits=Limits(**form.quotas.dict()),
    )


def centre_changes(change: schemas.CentreUpdate) -> dict[str, Any]:
    """The columns that a change names."""
    named = change.dict(exclude_unset=True, exclude={"quotas", "version"})
    changes = {name: value for name, value in named.items() if value is not None}
    if change.quotas is not None:
        quotas = change.quotas.dict(exclude_unset=True)
        changes |= {f"quota_{name}": most for name, most in quotas.items()}
    return changes
