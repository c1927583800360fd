"""One's own second factor: what is shown beside the password at sign-in."""

from __future__ import annotations

from ninja import Router

from lianxin.api.base import SignedInRequest, refusals
from lianxin.api.second_factor import mappers, schemas
from lianxin.centres.second_factor import actions, queries

router = Router(tags=["session"])


@router.get(
    "/session/second-factor",
    response={200: schemas.OwnFactorRead, **refusals(401)},
    operation_id="read_second_factor",
)
def read_second_factor(request: SignedInRequest) -> schemas.OwnFactorRead:
    """Whether one shows a second factor at sign-in."""
    return mappers.own(queries.own_factor(request.auth))


@router.post(
    "/session/second-factor",
    response={200: schemas.FactorBegun, **refusals(401, 422, 429)},
    operation_id="begin_second_factor",
)
def begin_second_factor(request: SignedInRequest, proof: schemas.Proof) -> schemas.FactorBegun:
    """A key for one's telephone. The one of before stays in force until this is confirmed."""
    return mappers.begun(actions.begin(request.auth, proof.password, proof.code))


@router.post(
    "/session/second-factor/confirmation",
    response={200: schemas.RecoveryCodes, **refusals(401, 409, 422)},
    operation_id="confirm_second_factor",
)
def confirm_second_factor(
    request: SignedInRequest, given: schemas.FactorConfirmation
) -> schemas.RecoveryCodes:
    """Put the new key in force. The codes for the loss of the telephone are shown this once."""
    return schemas.RecoveryCodes(codes=actions.confirm(request.auth, given.code))


@router.post(
    "/session/second-factor/recovery-codes",
    response={200: schemas.RecoveryCodes, **refusals(401, 409, 422, 429)},
    operation_id="renew_recovery_codes",
)
def renew_recovery_codes(request: SignedInRequest, proof: schemas.Proof) -> schemas.RecoveryCodes:
    """New codes for the loss of the telephone; those of before are good for nothing."""
    fresh = actions.renew_recovery_codes(request.auth, proof.password, proof.code)
    return schemas.RecoveryCodes(codes=fresh)


@router.post(
    "/session/second-factor/removal",
    response={200: schemas.OwnFactorRead, **refusals(401, 409, 422, 429)},
    operation_id="remove_second_factor",
)
def remove_second_factor(request: SignedInRequest, proof: schemas.Proof) -> schemas.OwnFactorRead:
    """Sign in with the password alone again. Not where a role needs a second factor."""
    actions.remove(request.auth, proof.password, proof.code)
    return mappers.own(queries.own_factor(request.auth))
