"""What the platform's operator does: centres, their quotas and functions."""

from __future__ import annotations

from ninja import Router, Status

from lianxin.api.base import REFUSALS, SignedInRequest
from lianxin.api.platform import mappers, schemas
from lianxin.tenancy import founding

router = Router(tags=["platform"])


@router.get(
    "/platform/centres",
    response={200: schemas.CentresRead, **REFUSALS},
    operation_id="list_platform_centres",
)
def list_platform_centres(request: SignedInRequest) -> schemas.CentresRead:
    """Every centre: its size and limits, nothing of its calls. For operators."""
    return mappers.overviews(founding.overviews(request.auth))


@router.post(
    "/platform/centres",
    response={201: schemas.CentreCreated, **REFUSALS},
    operation_id="found_centre",
)
def found_centre(
    request: SignedInRequest, new: schemas.CentreCreate
) -> Status[schemas.CentreCreated]:
    """Make a centre that answers calls at once. The administrator's password is told once."""
    founded = founding.found_centre(request.auth, mappers.new_centre(new))
    return Status(201, mappers.founded(founded, new.numbers))


@router.patch(
    "/platform/centres/{centre}",
    response={200: schemas.CentreRead, **REFUSALS},
    operation_id="change_centre",
)
def change_centre(
    request: SignedInRequest, centre: str, change: schemas.CentreUpdate
) -> schemas.CentreRead:
    """Change a centre's name, quotas or functions; in force at once."""
    changes = mappers.centre_changes(change)
    changed = founding.change_centre(request.auth, centre, change.version, changes)
    return mappers.overview(changed)
