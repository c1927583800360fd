"""How the parts are."""

from __future__ import annotations

import socket

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest
from ninja import Router, Status

from lianxin import __version__
from lianxin.api.shapes import Health, Part, PartState

public = Router(tags=["health"])


@public.get("/health", response={200: Health, 503: Health}, operation_id="health")
def health(request: HttpRequest) -> Status[Health]:  # noqa: ARG001
    """The state of the parts as this process sees them; 503 while records cannot be reached."""
    database = _database()
    parts = [Part(name="web", state="ok", detail=""), database, *_ports()]
    degraded = any(part.state != "ok" for part in parts)
    if database.state == "away":
        return Status(503, Health(state="away", version=__version__, parts=parts))
    state: PartState = "degraded" if degraded else "ok"
    return Status(200, Health(state=state, version=__version__, parts=parts))


def _database() -> Part:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM procrastinate_workers")
            (workers,) = cursor.fetchone()
    except DatabaseError:
        return Part(name="database", state="away", detail="")
    return Part(name="database", state="ok", detail=f"workers: {workers}")


def _ports() -> list[Part]:
    ports = settings.ENV.ports
    return [_listening("switchboard", ports.live), _listening("asterisk", ports.asterisk_http)]


def _listening(name: str, port: int) -> Part:
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=0.3):
            return Part(name=name, state="ok", detail="")
    except OSError:
        return Part(name=name, state="away", detail="")
