"""Coming in and going out: the session cookie, and who a request belongs to."""

from __future__ import annotations

import time

from django.conf import settings
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
from lianxin.centres.logins import end_login, new_login
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
    _end_login_before(request)
    request.session.flush()
    begun = {"login": new_login(), "until": time.time() + settings.SESSION_COOKIE_AGE}
    whose = {"centre": who.centre, "person": who.person, "stamp": stamp}
    request.session.update({**whose, **begun})
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
    """Sign out. The live socket of this login is closed, and its tokens are good for nothing."""
    actions.sign_out(request.auth, request.session.get("login", ""))
    request.session.flush()
    return Status(204, None)


@router.post(
    "/session/live-ticket",
    response={200: schemas.LiveTicket, **refusals(401)},
    operation_id="live_ticket",
)
def live_ticket(request: SignedInRequest) -> schemas.LiveTicket:
    """A ticket for the live socket, good for one minute."""
    login, until = request.session.get("login", ""), request.session.get("until", 0.0)
    ticket = issue_ticket(mappers.identity(request.auth, login, until))
    return mappers.ticket(ticket)


def _end_login_before(request: HttpRequest) -> None:
    """Whoever was signed in with this browser is so no more."""
    session = request.session
    if session.get("login"):
        end_login(session["centre"], session["person"], session["login"])
