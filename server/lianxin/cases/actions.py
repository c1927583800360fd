"""Writes of cases. Each is one transaction: checks, row, audit row."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass, replace
from typing import Any
from uuid import UUID

import msgspec
from django.db.models import QuerySet
from django.utils import timezone

from lianxin.calls.access import readable as readable_calls
from lianxin.calls.access import readable_recordings
from lianxin.calls.events import NO_WORDS
from lianxin.calls.models import Call, Recording
from lianxin.calls.queries import agents_of
from lianxin.cases import codes, events, queries
from lianxin.cases.access import check_files_in, check_secrecy, check_writes, readable
from lianxin.cases.errors import RequestReused, StateByEvents, UnknownCall, VersionConflict
from lianxin.cases.events import Cause
from lianxin.cases.lifecycle import touch
from lianxin.cases.models import Case, CaseRecording, CaseRequest
from lianxin.cases.notices import notify_of_event
from lianxin.cases.numbering import next_number
from lianxin.cases.secrecy import check_somebody_reads, secrecy_in
from lianxin.cases.status import forget_wrong_codes
from lianxin.centres import audit
from lianxin.centres.access import CONFIDENTIAL, Actor, Secrecy
from lianxin.centres.errors import NotFound
from lianxin.centres.locks import Turn, advisory_lock
from lianxin.centres.versions import check_version
from lianxin.notices.outbox import withhold
from lianxin.rules.telephones import extension


@dataclass(frozen=True)
class Draft:
    """What an agent writes down. Values as in ``Case``."""

    type: str
    title: str
    source: str = "phone"
    content: str = ""
    citizen_name: str = ""
    phone: str = ""
    address: str = ""
    urgency: str = "normal"
    secrecy: Secrecy = "internal"
    call: UUID | None = None


def open_case(who: Actor, draft: Draft, key: str = "") -> tuple[Case, str | None]:
    """Open a case. Returns it and the citizen's code, which is known this once.

    With the same ``key`` again: the same case, and no code. Raises ``RequestReused`` when
    the key was used for something else, ``UnknownCall``, ``CallOfOthers``, ``NobodyReads``,
    ``NotFound``, ``NotAllowed``.
    """
    allowed_by = check_writes(who)
    fingerprint = hashlib.sha256(msgspec.json.encode(asdict(draft))).hexdigest()
    with who.scope():
        known = _asked_before(who, key, fingerprint)
        if known is not None:
            return known, None
        if draft.secrecy == CONFIDENTIAL:
            check_somebody_reads(who)
        data = _given(who, draft.phone)
        cause = Cause(allowed_by, who.person, data=data, request_id=key)
        filed, behind = _with_call(who, draft), extension(draft.phone)
        case, code = _create(who, filed, behind, cause)
        if key:
            CaseRequest.objects.create(
                centre_id=who.centre,
                person_id=who.person,
                key=key,
                fingerprint=fingerprint,
                case=case,
            )
        return case, code


def change_case(who: Actor, case_id: UUID, version: int, changes: dict[str, Any]) -> Case:
    """Change fields of a case that was read at ``version``.

    Raises ``VersionConflict`` when it has been changed since, ``StateByEvents``, ``SecrecyKept``,
    ``NobodyReads``, ``NotFound``, ``NotAllowed``.
    """
    check_writes(who)
    if "state" in changes:
        raise StateByEvents
    given: dict[str, str] = {}
    if "phone" in changes:
        given = _given(who, changes["phone"])
        number, behind = who.dialled(changes["phone"]), extension(changes["phone"])
        changes = {**changes, "phone": number, "phone_extension": behind}
    with who.scope():
        case = queries.locked(who, case_id)
        check_version(case, version, VersionConflict, changes)
        before = {field: getattr(case, field) for field in changes}
        changed = {f: v for f, v in changes.items() if v != before[f]}
        if not changed:
            return case
        if "secrecy" in changed:
            check_secrecy(who, case.secrecy, changed["secrecy"])
            if changed["secrecy"] == CONFIDENTIAL:
                check_somebody_reads(who)
            case.secrecy_by_id = who.person
        for field, value in changed.items():
            setattr(case, field, value)
        touch(who, case)
        if changed.get("secrecy") == CONFIDENTIAL:
            withhold(case.pk)
        old = {field: before[field] for field in changed}
        audit.note(who, "case.changed", "case", case.pk, before=old, after=changed, **given)
        return queries.written(case.pk)


def issue_code(who: Actor, case_id: UUID) -> tuple[Case, str]:
    """Give the citizen a new code; the old one ends, and whatever was tried with it counts no
    more: who was locked out for wrong codes may use the new one at once."""
    check_writes(who)
    with who.scope():
        case = queries.locked(who, case_id)
        code = codes.new_code()
        case.code_hash = codes.hash_code(case.number, code)
        case.save(update_fields=["code_hash"])
        forget_wrong_codes(case)
        audit.note(who, "case.code_issued", "case", case.pk)
        return case, code


def _asked_before(who: Actor, key: str, fingerprint: str) -> Case | None:
    if not key:
        return None
    advisory_lock(Turn.REQUEST, f"{who.person}:{key}")
    request = CaseRequest.objects.filter(person_id=who.person, key=key).first()
    if request is None:
        return None
    if request.fingerprint != fingerprint:
        raise RequestReused
    if not Case.objects.filter(readable(who), pk=request.case_id).exists():
        raise NotFound  # it was made confidential since
    return queries.written(request.case_id)


def _given(who: Actor, phone: str) -> dict[str, str]:
    """The telephone number as it was typed, where it is kept in another form."""
    return {} if phone == who.dialled(phone) else {"phone_given": phone}


def _with_call(who: Actor, draft: Draft) -> Draft:
    phone = who.dialled(draft.phone)
    if draft.call is None:
        return replace(draft, phone=phone)
    locked = Call.objects.select_for_update(of=("self",), no_key=True)
    call = locked.filter(readable_calls(who), pk=draft.call).first()
    if call is None:
        raise UnknownCall
    waits = _left_in(call).filter(readable_recordings(who)).exists()
    check_files_in(who, call, agents_of(call), waits=waits)
    secrecy = secrecy_in(call, draft.secrecy)
    return replace(draft, phone=phone or call.caller[:32], secrecy=secrecy)


def _create(who: Actor, draft: Draft, behind: str, cause: Cause) -> tuple[Case, str]:
    """``behind``: the extension of the number in ``draft``."""
    number, code = next_number(who.centre, timezone.now()), codes.new_code()
    fields = asdict(draft)
    case = Case.objects.create(
        centre_id=who.centre,
        number=number,
        phone_extension=behind,
        call_id=fields.pop("call"),
        created_by_id=who.person,
        updated_by_id=who.person,
        secrecy_by_id=who.person,
        code_hash=codes.hash_code(number, code),
        **fields,
    )
    events.begin(case, cause)
    _attach_messages(case)
    notify_of_event(case, "opened", who.person)
    audit.note(who, "case.opened", "case", case.pk, number=number)
    return queries.written(case.pk), code


def _attach_messages(case: Case) -> None:
    """What its caller left behind without a case belongs to this one. While the call lasts its
    flow may still make a case of it, whose number the caller is told."""
    if case.call is None or case.call.ended_at is None:
        return
    left, centre = _left_in(case.call), case.centre_id
    CaseRecording.objects.bulk_create(
        [CaseRecording(centre_id=centre, case=case, recording=each) for each in left],
        ignore_conflicts=True,  # somebody else was faster: it is theirs
    )


def _left_in(call: Call) -> QuerySet[Recording]:
    """The messages of a call of which no case was made."""
    left = Recording.objects.filter(call=call, caserecording=None)
    return left.exclude(kind="conversation").exclude(lost_reason=NO_WORDS)
