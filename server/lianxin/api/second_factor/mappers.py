"""Between second factors and their shapes in the API."""

from __future__ import annotations

from lianxin.api.second_factor import schemas
from lianxin.centres.second_factor.actions import Begun
from lianxin.centres.second_factor.queries import OwnFactor


def own(factor: OwnFactor) -> schemas.OwnFactorRead:
    return schemas.OwnFactorRead(
        on_since=factor.on_since, codes_left=factor.codes_left, demanded=factor.demanded
    )


def begun(made: Begun) -> schemas.FactorBegun:
    return schemas.FactorBegun(uri=made.uri, key=made.key)
