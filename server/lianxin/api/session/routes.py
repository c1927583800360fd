"""Coming in and going out: the session cookie, and who a request belongs to."""

from __future__ import annotations

from django.http import HttpRequest
from django.middleware.csrf import get_token
from ninja import Router, Status

from lianxin.api.base import SignedInRequest, refusals
from lianxin.api.functions import need_function_of
from lianxin.api.session import mappers, schemas
from lianxin.api.shared.schemas import CodeName
from lianxin.centres import actions, queries
from lianxin.centres.access import Actor
from lianxin.centres.addresses import address_of
from lianxin.centres.errors import NotSignedIn, OtherPerson
from lianxin.live.tickets import issue_ticket

router = Router(tags=["session"])

#: Whose page it is that asks: ``<centre>.<工号>``. A browser's windows share one cookie.
OWNER_HEADER = "X-Lianxin-Owner"


def signed_in(request: HttpRequest) -> Actor:
    """Who the session cookie belongs to. Raises ``NotSignedIn``, ``FunctionOff``.

    A page that says whose it is gets ``OtherPerson`` when the cookie is another's by now: what one
    typed must not be filed under the name, or in the centre, of another.
    """
    centre, person = request.session.get("centre"), request.session.get("person")
    stamp = request.session.get("stamp", "")
    if centre is None or person is None:
        raise NotSignedIn
    who = queries.signed_in(centre, person, stamp, address_of(request))
    if who is None:
        request.session.flush()
        raise NotSignedIn
    owner = request.headers.get(OWNER_HEADER)
    if owner is not None and owner != f"{who.centre_code}.{who.number}":
        raise OtherPerson
    need_function_of(who, request.path)
    return who


@router.get("/centres", auth=None, response=list[CodeName], operation_id="list_centres")
def list_centres(request: HttpRequest) -> list[CodeName]:
    """The centres that one can sign in to. Also sets the cookie ``lianxin_csrf``, whose
    value every write sends back in the header X-CSRFToken, the sign-in included."""
    get_token(request)
    return [mappers.centre(row) for row in queries.all_centres()]


@router.post(
    "/session",
    auth=None,
    response={200: schemas.Session, **refusals(401, 403, 429)},
    operation_id="sign_in",
)
def sign_in(request: HttpRequest, login: schemas.Login) -> schemas.Session:
    """Sign in. After five wrong passwords for a number: 429 with Retry-After."""
    who, stamp = actions.sign_in(login.centre, login.number, login.password, address_of(request))
    request.session.flush()
    request.session.update({"centre": who.centre, "person": who.person, "stamp": stamp})
    return mappers.session(request, who)


@router.get(
    "/session",
    auth=None,
    response={200: schemas.Session, 204: None, **refusals(401)},
    operation_id="read_session",
)
def read_session(request: HttpRequest) -> schemas.Session | Status[None]:
    """Who is signed in; 204 when nobody is. A page that says whose it is gets 401 when the
    cookie is another's by now."""
    try:
        return mappers.session(request, signed_in(request))
    except NotSignedIn:
        return Status(204, None)


@router.delete("/session", response={204: None, **refusals(401)}, operation_id="sign_out")
def sign_out(request: SignedInRequest) -> Status[None]:
    """Sign out."""
    actions.sign_out(request.auth)
    request.session.flush()
    return Status(204, None)


@router.post(
    "/session/live-ticket",
    response={200: schemas.LiveTicket, **refusals(401)},
    operation_id="live_ticket",
)
def live_ticket(request: SignedInRequest) -> schemas.LiveTicket:
    """A ticket for the live socket, good for one minute."""
    ticket = issue_ticket(mappers.identity(request.auth))
    return mappers.ticket(ticket)
