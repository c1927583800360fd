"""Coming in and going out: the session cookie, and who a request belongs to."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from ninja import Router, Status

from lianxin.api.base import SignedInRequest, refusals
from lianxin.api.functions import need_function_of
from lianxin.api.session import mappers, schemas
from lianxin.api.shared.visitors import whose
from lianxin.centres import actions, devices, logins, queries
from lianxin.centres.access import Actor
from lianxin.centres.addresses import address_of
from lianxin.centres.errors import NotFound, NotSignedIn, OtherPerson, PasswordDue
from lianxin.centres.guessing import account_of
from lianxin.centres.second_factor.errors import FactorDue
from lianxin.live.tickets import issue_ticket
from lianxin.rules.browsers import browser_in_words

router = Router(tags=["session"])

#: Whose page it is that asks: ``<centre>.<工号>``. A browser's windows share one cookie.
OWNER_HEADER = "X-Lianxin-Owner"
#: What may be done with a password that somebody else knows.
_WITH_PASSWORD_DUE = frozenset(
    (("GET", "/api/session"), ("DELETE", "/api/session"), ("POST", "/api/session/password"))
)
#: What may be done without the second factor that a role needs.
_WITH_FACTOR_DUE = _WITH_PASSWORD_DUE | {
    ("GET", "/api/session/second-factor"),
    ("POST", "/api/session/second-factor"),
    ("POST", "/api/session/second-factor/confirmation"),
}


def signed_in(request: HttpRequest) -> Actor:
    """Who the session cookie belongs to. Raises ``NotSignedIn``, ``PasswordDue``, ``FactorDue``,
    ``FunctionOff``.

    A page that says whose it is gets ``OtherPerson`` when the cookie is another's by now: what one
    typed must not be filed under the name, or in the centre, of another.
    """
    who = whose(request)
    if who is None:
        request.session.flush()
        raise NotSignedIn
    owner = request.headers.get(OWNER_HEADER)
    if owner is not None and owner != f"{who.centre_code}.{who.number}":
        raise OtherPerson
    if who.password_due and (request.method, request.path) not in _WITH_PASSWORD_DUE:
        raise PasswordDue
    if who.factor_due and (request.method, request.path) not in _WITH_FACTOR_DUE:
        raise FactorDue
    need_function_of(who, request.path)
    return who


@router.get("/centres", auth=None, response=list[schemas.SignInCentre], operation_id="list_centres")
def list_centres(request: HttpRequest) -> list[schemas.SignInCentre]:
    """The centres that one can sign in to. Also sets the cookie ``lianxin_csrf``, whose
    value every write sends back in the header X-CSRFToken, the sign-in included."""
    get_token(request)
    return [mappers.centre(row) for row in queries.all_centres()]


@router.post(
    "/session",
    auth=None,
    response={200: schemas.Session, **refusals(401, 403, 422, 429)},
    operation_id="sign_in",
)
def sign_in(request: HttpRequest, login: schemas.Login, response: HttpResponse) -> schemas.Session:
    """Sign in. Wrong passwords bring growing delays: 429 with Retry-After. With
    ``password_due`` nothing but ``POST /session/password`` may follow, with ``factor_due`` nothing
    but the set-up of a second factor. Who has one gets 401 ``session.code_due`` and sends the same
    again with ``code``."""
    cookie = request.COOKIES.get(devices.COOKIE, "")
    account = account_of(login.centre, login.number)
    signed = actions.sign_in(
        mappers.credentials(login),
        address_of(request),
        devices.device_of(cookie, account),
        browser_in_words(request.headers.get("User-Agent", "")),
    )
    _end_login_before(request)
    request.session.flush()
    _keep(request, signed)
    response.set_cookie(
        devices.COOKIE,
        devices.with_account(cookie, account),
        max_age=devices.SECONDS,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Strict",
        path="/api/session",
    )
    return mappers.session(request, signed.who)


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
    "/session/password",
    response={200: schemas.Session, **refusals(401, 422, 429)},
    operation_id="change_password",
)
def change_password(request: SignedInRequest, body: schemas.PasswordChange) -> schemas.Session:
    """Change one's own password. All other logins of this person end, this one goes on. A wrong
    ``old`` counts as a guess at sign-in does."""
    login = request.session.get("login", "")
    signed = actions.change_password(request.auth, login, body.old, body.new)
    request.session.cycle_key()
    _keep(request, signed)
    return mappers.session(request, signed.who)


@router.get(
    "/session/logins",
    response={200: list[schemas.OwnLogin], **refusals(401)},
    operation_id="list_own_logins",
)
def list_own_logins(request: SignedInRequest) -> list[schemas.OwnLogin]:
    """Where one is signed in oneself, the login that was seen last first."""
    current = request.session.get("login", "")
    return [mappers.login(row, current) for row in logins.logins_of(request.auth)]


@router.delete(
    "/session/logins/{login_id}",
    response={204: None, **refusals(401, 404)},
    operation_id="end_own_login",
)
def end_own_login(request: SignedInRequest, login_id: int) -> Status[None]:
    """End one of one's own logins, as at a computer where one forgot to sign out."""
    found = [row for row in logins.logins_of(request.auth) if row.pk == login_id]
    if not found or not actions.end_other(request.auth, found[0].key):
        raise NotFound
    return Status(204, None)


@router.post(
    "/session/live-ticket",
    response={200: schemas.LiveTicket, **refusals(401)},
    operation_id="live_ticket",
)
def live_ticket(request: SignedInRequest) -> schemas.LiveTicket:
    """A ticket for the live socket, good for one minute and one use."""
    login, until = request.session.get("login", ""), request.session.get("until", 0.0)
    ticket = issue_ticket(mappers.identity(request.auth, login, until))
    return mappers.ticket(ticket)


def _keep(request: HttpRequest, signed: actions.SignedIn) -> None:
    """Put into the session whose it is now; it lives no longer than the login."""
    who, until = signed.who, signed.login.until
    whose = {"centre": who.centre, "person": who.person, "stamp": signed.stamp}
    begun = {"login": signed.login.key, "until": until.timestamp()}
    request.session.update({**whose, **begun})
    request.session.set_expiry(until)


def _end_login_before(request: HttpRequest) -> None:
    """Whoever was signed in with this browser is so no more."""
    session = request.session
    if session.get("login"):
        logins.leave(session["centre"], session["person"], session["login"])
