"""How the parts are."""

from __future__ import annotations

import socket

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest
from ninja import Router, Status

from lianxin import __version__
from lianxin.api.health import mappers, schemas
from lianxin.api.session.routes import whose
from lianxin.centres.errors import NotSignedIn

router = Router(tags=["health"])


@router.get("/health", response={200: schemas.Health, 503: schemas.Health}, operation_id="health")
def health(request: HttpRequest) -> Status[schemas.Health]:
    """The state of the parts as this process sees them; 503 while records cannot be reached.

    Whoever has not signed in learns the state alone: no part, no version.
    """
    parts = [mappers.part("web", "ok"), _database(), *_ports()]
    found = mappers.health(__version__, parts)
    shown = found if _is_staff(request) else mappers.state_alone(found)
    return Status(503 if found.state == "away" else 200, shown)


def _is_staff(request: HttpRequest) -> bool:
    """Also while PostgreSQL is away, where nobody can be asked who they are: nobody is."""
    try:
        return whose(request) is not None
    except (DatabaseError, NotSignedIn):
        return False


def _database() -> schemas.SystemPart:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM procrastinate_workers")
            (workers,) = cursor.fetchone()
    except DatabaseError:
        return mappers.part("database", "away")
    return mappers.part("database", "ok", f"workers: {workers}")


def _ports() -> list[schemas.SystemPart]:
    ports = settings.ENV.ports
    return [_listening("switchboard", ports.live), _listening("asterisk", ports.asterisk_http)]


def _listening(name: str, port: int) -> schemas.SystemPart:
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=0.3):
            return mappers.part(name, "ok")
    except OSError:
        return mappers.part(name, "away")
