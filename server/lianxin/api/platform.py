"""What the platform's operator does: centres, their quotas and functions."""

from __future__ import annotations

from ninja import Router, Status

from lianxin.api import line_shapes as shapes
from lianxin.api import line_shaping as shaping
from lianxin.api.base import Asked, ErrorAnswer
from lianxin.tenancy import founding

router = Router(tags=["platform"])
_ERRORS = {401: ErrorAnswer, 403: ErrorAnswer, 404: ErrorAnswer, 409: ErrorAnswer, 422: ErrorAnswer}


@router.get(
    "/platform/centres",
    response={200: shapes.CentreOverviews, **_ERRORS},
    operation_id="list_platform_centres",
)
def list_platform_centres(request: Asked) -> shapes.CentreOverviews:
    """Every centre: its size and limits, nothing of its calls. For operators."""
    return shaping.overviews(founding.overviews(request.auth))


@router.post(
    "/platform/centres",
    response={201: shapes.CentreFounded, **_ERRORS},
    operation_id="found_centre",
)
def found_centre(request: Asked, new: shapes.NewCentreForm) -> Status[shapes.CentreFounded]:
    """Make a centre that answers calls at once. The administrator's password is told once."""
    founded = founding.found_centre(request.auth, shaping.new_centre(new))
    return Status(201, shaping.founded(founded, new.numbers))


@router.patch(
    "/platform/centres/{centre}",
    response={200: shapes.CentreOverview, **_ERRORS},
    operation_id="change_centre",
)
def change_centre(
    request: Asked, centre: str, change: shapes.CentreChange
) -> shapes.CentreOverview:
    """Change a centre's name, quotas or functions; in force at once."""
    changed = founding.change_centre(request.auth, centre, shaping.centre_changes(change))
    return shaping.overview(changed)
