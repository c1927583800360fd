"""From rows to what several features give. No query is made here: all is loaded before."""

from __future__ import annotations

from typing import Any, overload

from django.utils.translation import get_language

from lianxin.api.shared import schemas
from lianxin.calls.access import may_hear
from lianxin.calls.models import Recording
from lianxin.cases.models import Case
from lianxin.centres.access import Actor
from lianxin.centres.models import Person
from lianxin.prompts.library import LibraryPrompt
from lianxin.rules import hours
from lianxin.rules.values import Language
from lianxin.speech import engine
from lianxin.speech.errors import reason_in
from lianxin.speech.readings import ReadingStatus


@overload
def agent(person: Person) -> schemas.Agent: ...


@overload
def agent(person: None) -> None: ...


@overload
def agent(person: Person | None) -> schemas.Agent | None: ...


def agent(person: Person | None) -> schemas.Agent | None:
    if person is None:
        return None
    return schemas.Agent(id=person.pk, number=person.number, name=person.name)


def recording(who: Actor, row: Recording) -> schemas.RecordingRead:
    return schemas.RecordingRead(
        id=row.pk,
        call=row.call_id,
        kind=row.kind,
        state=row.state,
        secrecy=row.secrecy,
        began_at=row.began_at,
        milliseconds=row.milliseconds,
        bytes=row.bytes,
        sha256=row.sha256,
        ends_early=row.ends_early,
        may_hear=may_hear(who, row),
    )


def case_fields(row: Case) -> dict[str, Any]:
    return {
        "id": row.pk,
        "number": row.number,
        "type": row.type,
        "source": row.source,
        "title": row.title,
        "citizen_name": row.citizen_name,
        "phone": row.phone,
        "phone_extension": row.phone_extension,
        "urgency": row.urgency,
        "secrecy": row.secrecy,
        "state": row.state,
        "version": row.version,
        "call": row.call_id,
        "created_by": agent(row.created_by),
        "created_at": row.created_at,
        "updated_at": row.updated_at,
    }


def case(row: Case) -> schemas.CaseSummary:
    return schemas.CaseSummary(**case_fields(row))


def reading(status: ReadingStatus | None) -> schemas.ReadingStatus:
    """How far texts are read aloud; ``None``: there is nothing to read."""
    if status is None:
        return schemas.ReadingStatus(
            state="none", reason="", seconds=0.0, engine=engine.available()
        )
    reason = reason_in(status.reason, get_language() or "zh-hans")
    fields = {**vars(status), "reason": reason}
    return schemas.ReadingStatus(**fields, engine=engine.available())


def decided(why: hours.Why) -> schemas.Decided:
    return schemas.Decided(
        rule=why.rule,
        date=why.date,
        weekday=why.weekday,
        name=why.name,
        spans=span_lists(why.spans),
    )


def span_lists(spans: hours.Spans) -> list[list[str]]:
    return [list(span) for span in spans]


def audio_url(entry: LibraryPrompt, language: Language) -> str | None:
    """Where a page hears a prompt; None when there is nothing to hear."""
    sound = entry.sound(language)
    # A new version has another address: no browser plays an old one out of its memory.
    mark = f"?v={sound.number}" if sound.number is not None else ""
    return f"/api/prompts/{entry.code}/{language}/audio{mark}" if sound.path else None
