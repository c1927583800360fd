"""Between the session and its shapes in the API."""

from __future__ import annotations

import time

from django.conf import settings
from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.utils.translation import get_language

from lianxin.api.session import schemas
from lianxin.api.shared.schemas import CodeName
from lianxin.centres.access import AGENT, Actor
from lianxin.centres.actions import Credentials
from lianxin.centres.models import Centre, Login
from lianxin.live.tickets import TICKET_SECONDS, Identity


def session(request: HttpRequest, who: Actor) -> schemas.Session:
    return schemas.Session(
        centre=CodeName(code=who.centre_code, name=who.centre_name),
        person=who.person,
        number=who.number,
        name=who.name,
        roles=sorted(who.roles),
        rights=sorted(who.rights),
        acts=sorted(who.acts),
        functions=sorted(who.functions),
        csrf=get_token(request),
        language=get_language() or settings.LANGUAGE_CODE,
        zone=who.zone,
        password_due=who.password_due,
        factor_due=who.factor_due,
    )


def credentials(login: schemas.Login) -> Credentials:
    return Credentials(login.centre, login.number, login.password, login.code)


def centre(row: Centre) -> schemas.SignInCentre:
    return schemas.SignInCentre(code=row.code, name=row.name, demo=row.demo)


def login(row: Login, current: str) -> schemas.OwnLogin:
    return schemas.OwnLogin(
        id=row.pk,
        begun_at=row.begun_at,
        seen_at=row.seen_at,
        until=row.until,
        address=row.address,
        browser=row.browser,
        current=row.key == current,
    )


def ticket(value: str) -> schemas.LiveTicket:
    return schemas.LiveTicket(ticket=value, url=settings.ENV.live_url, expires_in=TICKET_SECONDS)


def identity(who: Actor, login: str, until: float) -> Identity:
    """An agent has a telephone, everybody else watches. ``until``: when the session ends."""
    return Identity(
        kind="agent" if who.has(AGENT) else "watcher",
        centre=who.centre,
        person=who.person,
        number=who.number,
        name=who.name,
        roles=tuple(sorted(who.roles)),
        address=who.address,
        login=login,
        issued=time.time(),
        until=until,
    )
