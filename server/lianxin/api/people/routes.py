"""People: their accounts, and what they may do."""

from __future__ import annotations

from ninja import Query, Router, Status

from lianxin.api.base import REFUSALS, Page, SignedInRequest, page, refusals
from lianxin.api.people import mappers, schemas
from lianxin.centres.people import actions, importing, lost_factors, queries

router = Router(tags=["people"])


@router.get(
    "/people",
    response={200: Page[schemas.PersonSummary], **refusals(400, 401, 403)},
    operation_id="list_people",
)
def list_people(
    request: SignedInRequest, wanted: Query[schemas.PeopleFilter]
) -> Page[schemas.PersonSummary]:
    """The roster of the centre by 工号. For supervisors and the administrators."""
    part = queries.people(request.auth, **wanted.dict())
    return page(part, [mappers.person(row) for row in part.items])


@router.post(
    "/people", response={201: schemas.PersonPassword, **REFUSALS}, operation_id="take_on_person"
)
def take_on_person(
    request: SignedInRequest, new: schemas.PersonCreate
) -> Status[schemas.PersonPassword]:
    """Take somebody on. The first password is told once. For administrators."""
    person, password = actions.take_on(request.auth, mappers.draft(new))
    return Status(201, mappers.password(request.auth, person, password))


@router.get(
    "/people/powers",
    response={200: schemas.PowersRead, **refusals(401, 403)},
    operation_id="read_powers",
)
def read_powers(request: SignedInRequest) -> schemas.PowersRead:
    """What who asks may do to accounts, and which roles and rights they may give."""
    return mappers.powers(queries.powers_of(request.auth))


@router.post(
    "/people/import/preview",
    response={200: schemas.PeoplePreview, **REFUSALS},
    operation_id="preview_people_import",
)
def preview_people_import(
    request: SignedInRequest, file: schemas.PeopleImport
) -> schemas.PeoplePreview:
    """Whom a file would take on, row by row, and why not. Nothing is written."""
    return mappers.preview(importing.preview(request.auth, file.text, file.columns))


@router.post(
    "/people/import",
    response={200: schemas.PeopleImported, **REFUSALS},
    operation_id="import_people",
)
def import_people(request: SignedInRequest, file: schemas.PeopleImport) -> schemas.PeopleImported:
    """Take on everybody in a file, or nobody. 422: ``details.faults`` names each mistake. The
    passwords are told once."""
    return mappers.imported(importing.import_people(request.auth, file.text, file.columns))


@router.get(
    "/people/{int:person_id}",
    response={200: schemas.PersonRead, **refusals(401, 403, 404)},
    operation_id="read_person",
)
def read_person(request: SignedInRequest, person_id: int) -> schemas.PersonRead:
    """One account, and what who asks may do to it."""
    return mappers.account(request.auth, queries.read_person(request.auth, person_id))


@router.put(
    "/people/{int:person_id}",
    response={200: schemas.PersonRead, **REFUSALS},
    operation_id="change_person",
)
def change_person(
    request: SignedInRequest, person_id: int, given: schemas.PersonUpdate
) -> schemas.PersonRead:
    """Change an account. With other roles or rights all logins of the person end."""
    draft = mappers.draft(given)
    person = actions.change_person(request.auth, person_id, given.version, draft)
    return mappers.account(request.auth, person)


@router.put(
    "/people/{int:person_id}/active",
    response={200: schemas.PersonRead, **REFUSALS},
    operation_id="switch_person",
)
def switch_person(
    request: SignedInRequest, person_id: int, given: schemas.PersonSwitch
) -> schemas.PersonRead:
    """Let somebody in, or not any more: then all their logins end."""
    person = actions.switch_person(request.auth, person_id, given.version, on=given.on)
    return mappers.account(request.auth, person)


@router.post(
    "/people/{int:person_id}/password",
    response={200: schemas.PersonPassword, **REFUSALS},
    operation_id="reset_password",
)
def reset_password(
    request: SignedInRequest, person_id: int, given: schemas.PersonReset
) -> schemas.PersonPassword:
    """Give somebody a first password, told once; all their logins end."""
    person, password = actions.reset_password(request.auth, person_id, given.version)
    return mappers.password(request.auth, person, password)


@router.post(
    "/people/{int:person_id}/second-factor/reset",
    response={200: schemas.PersonRead, **REFUSALS},
    operation_id="reset_second_factor",
)
def reset_second_factor(
    request: SignedInRequest, person_id: int, given: schemas.PersonReset
) -> schemas.PersonRead:
    """Ask that somebody's second factor is taken away, as after the loss of a telephone; when
    another has asked, confirm it: it is gone, and all their logins end."""
    person = lost_factors.reset_factor(request.auth, person_id, given.version)
    return mappers.account(request.auth, person)


@router.post(
    "/people/{int:person_id}/second-factor/reset/withdrawal",
    response={200: schemas.PersonRead, **REFUSALS},
    operation_id="keep_second_factor",
)
def keep_second_factor(
    request: SignedInRequest, person_id: int, given: schemas.PersonReset
) -> schemas.PersonRead:
    """Take back what was asked for, by whomever: the second factor stays."""
    person = lost_factors.keep_factor(request.auth, person_id, given.version)
    return mappers.account(request.auth, person)


@router.delete(
    "/people/{int:person_id}/logins",
    response={204: None, **refusals(401, 403, 404)},
    operation_id="end_logins",
)
def end_logins(request: SignedInRequest, person_id: int) -> Status[None]:
    """End all logins of somebody, who may sign in again."""
    actions.end_logins(request.auth, person_id)
    return Status(204, None)
