"""The made-up city's people, and what they need to be tested with."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from lianxin.calls.events import RecordingKind
from lianxin.calls.models import Call, Recording
from lianxin.centres.access import Actor
from lianxin.centres.isolation import scope
from lianxin.centres.models import Centre, Person
from lianxin.centres.queries import describe


@pytest.fixture
def centre(db: None) -> Centre:
    return Centre.objects.get(code="shifan")


@pytest.fixture
def other(db: None) -> Centre:
    return Centre.objects.get(code="shixian")


def who_is(code: str, number: str) -> Actor:
    """A demo person as an action knows them."""
    centre = Centre.objects.get(code=code)
    with scope(centre.pk):
        return describe(Person.objects.get(number=number), centre, "192.0.2.1")


@pytest.fixture
def who(db: None) -> Callable[[str], Actor]:
    return lambda number: who_is("shifan", number)


@pytest.fixture
def login(db: None) -> Callable[..., Client]:
    """A browser in which somebody is signed in."""

    def sign_in(number: str, code: str = "shifan") -> Client:
        person = who_is(code, number)
        client = Client(headers={"accept-language": "zh-CN"})
        session = client.session
        with scope(person.centre):
            stamp = Person.objects.get(pk=person.person).get_session_auth_hash()
        session.update({"centre": person.centre, "person": person.person, "stamp": stamp})
        session.save()
        client.cookies[settings.SESSION_COOKIE_NAME] = str(session.session_key)
        return client

    return sign_in


def looked_up(client: Client, phone: str) -> Any:
    """What is known of a citizen's telephone."""
    return client.post("/api/callers/look-up", {"phone": phone}, content_type="application/json")


@pytest.fixture
def recorded(db: None) -> Callable[..., Recording]:
    """A stored recording with real bytes, of a call that ``agent`` answered."""

    def make(
        kind: RecordingKind = "conversation", agent: str = "8001", code: str = "shifan"
    ) -> Recording:
        person = who_is(code, agent)
        at = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
        sound = b"RIFF" + bytes(range(200))
        with scope(person.centre):
            call = Call.objects.create(
                centre_id=person.centre,
                caller="13800000001",
                line_number="12345",
                started_at=at,
                agent_id=person.person,
                secrecy="confidential" if kind == "mailbox" else "internal",
            )
            row = Recording.objects.create(
                centre_id=person.centre,
                call=call,
                kind=kind,
                state="stored",
                began_at=at,
                secrecy="confidential" if kind == "mailbox" else "internal",
                bytes=len(sound),
            )
            row.path = f"recordings/{row.pk}.wav"
            row.save()
            row = Recording.objects.select_related("call").get(pk=row.pk)
        file = settings.ENV.store / row.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(sound)
        return row

    return make
