"""Cases outside of the API: from recordings, by code."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
import uuid_utils.compat
from django.utils import timezone

from lianxin.calls.actions import record
from lianxin.calls.events import Entry
from lianxin.calls.models import Call, Recording
from lianxin.cases.errors import StatusRefused
from lianxin.cases.intake import Said, open_from_recording, open_typed
from lianxin.cases.models import Case, CodeAttempt
from lianxin.cases.status import status_by_caller, status_by_number
from lianxin.centres.isolation import scope
from lianxin.centres.models import Alarm, AuditEntry, Centre
from lianxin.rules import case_number

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 1, 17, 0, tzinfo=UTC)  # the next day in the centre's own time


def made(centre: Centre, kind: str = "complaint") -> tuple[str, str, UUID, UUID]:
    call, recording = uuid_utils.compat.uuid7(), uuid_utils.compat.uuid7()
    opened = open_from_recording(centre.pk, call, recording, kind, AT)
    assert opened.code is not None
    return opened.number, opened.code, call, recording


def refusal(centre: Centre, number: str, code: str, asker: str = "13800000001") -> str:
    with pytest.raises(StatusRefused) as refused:
        status_by_number(centre.pk, number, code, asker)
    return refused.value.reason


def wrong(code: str) -> str:
    return f"{(int(code) + 1) % 1_000_000:06d}"


def test_the_same_recording_opens_one_case(centre: Centre) -> None:
    number, _, call, recording = made(centre)
    again = open_from_recording(centre.pk, call, recording, "complaint", AT)
    assert (again.number, again.code) == (number, None)
    with scope(centre.pk):
        case = Case.objects.get()
        assert (case.type, case.source, case.call_id) == ("complaint", "voicemail", call)
        assert AuditEntry.objects.filter(action="case.opened").count() == 1


def test_what_was_typed_opens_one_case(centre: Centre) -> None:
    call, case = uuid_utils.compat.uuid7(), uuid_utils.compat.uuid7()
    said = Said(title="路灯不亮", content="第 3 盏", phone="13800000009")
    opened = open_typed(centre.pk, call, case, "mailbox", AT, said)
    again = open_typed(centre.pk, call, case, "mailbox", AT, said)
    assert opened.code is not None
    assert (again.number, again.code) == (opened.number, None)
    assert (
        status_by_number(centre.pk, opened.number, opened.code, "13800000009").state == "accepted"
    )
    with scope(centre.pk):
        row = Case.objects.get()
        assert (row.title, row.content, row.phone) == ("路灯不亮", "第 3 盏", "13800000009")
        assert (row.secrecy, row.source) == ("confidential", "mailbox")


def test_the_number_is_of_the_centres_own_day(centre: Centre) -> None:
    first, second = (case_number.parse(made(centre)[0]) for _ in range(2))
    assert f"{first.day}" == "2026-03-02"
    assert (first.city_code, second.sequence - first.sequence) == ("9901", 1)


def test_the_ledger_completes_what_the_case_began(centre: Centre) -> None:
    _, _, call, recording = made(centre, "mailbox")
    at = AT.timestamp()
    about = {"recording": str(recording)}
    record(
        [
            Entry(str(call), 1, centre.pk, at - 9, "started", {"line": "12345", "caller": "1390"}),
            Entry(str(call), 2, centre.pk, at - 5, "recording", {**about, "kind": "mailbox"}),
            Entry(str(call), 3, centre.pk, at, "stored", {**about, "path": "r.wav", "bytes": 3}),
        ]
    )
    with scope(centre.pk):
        row, sound = Call.objects.get(pk=call), Recording.objects.get(pk=recording)
        assert Case.objects.get().secrecy == "confidential"
    assert (row.caller, row.started_at) == ("1390", AT - timedelta(seconds=9))
    assert (sound.state, sound.kind, sound.secrecy) == ("stored", "mailbox", "confidential")


def test_number_and_code_tell_the_state(centre: Centre) -> None:
    number, code, *_ = made(centre)
    told = status_by_number(centre.pk, f"{number[:4]} {number[4:]}", code, "13800000001")
    assert (told.number, told.state) == (number, "accepted")


def test_a_code_is_kept_as_a_hash_only(centre: Centre) -> None:
    _, code, *_ = made(centre)
    with scope(centre.pk):
        case = Case.objects.get()
    assert code not in case.code_hash
    assert len(case.code_hash) == 64


def test_three_wrong_codes_lock_the_number_for_that_asker(centre: Centre) -> None:
    number, code, *_ = made(centre)
    reasons = [refusal(centre, number, wrong(code)) for _ in range(4)]
    assert reasons == ["wrong_code"] * 3 + ["locked"]
    assert refusal(centre, number, code) == "locked"
    assert status_by_number(centre.pk, number, code, "13900000002").state == "accepted"
    with scope(centre.pk):
        earlier = timezone.now() - timedelta(minutes=31)
        CodeAttempt.objects.filter(asker="13800000001").update(at=earlier)
    assert status_by_number(centre.pk, number, code, "13800000001").state == "accepted"


def test_many_askers_cannot_guess_one_number(centre: Centre) -> None:
    number, code, *_ = made(centre)
    reasons = [refusal(centre, number, wrong(code), f"asker {n}") for n in range(31)]
    assert reasons == ["wrong_code"] * 30 + ["locked"]


def test_a_stranger_locks_themselves_and_not_the_case(centre: Centre) -> None:
    number, code, *_ = made(centre)
    for n in range(60):
        refusal(centre, number, wrong(code), f"198.51.{n % 3}.{n}")
    assert refusal(centre, number, wrong(code), "198.51.9.9") == "locked"
    assert refusal(centre, number, code, "198.51.9.9") == "locked"
    assert status_by_number(centre.pk, number, code, "203.0.113.7").state == "accepted"
    with scope(centre.pk):
        assert Alarm.objects.filter(code="case.code_guessed").count() == 1
        Case.objects.update(phone="13800000009")
    assert status_by_caller(centre.pk, "13800000009", code).number == number


def test_numbers_cannot_be_counted_up(centre: Centre) -> None:
    """Whoever goes through the numbers is locked for all of them, with or without a case."""
    made(centre)
    numbers = [case_number.build("9901", AT.date(), n) for n in range(1, 13)]
    reasons = [refusal(centre, number, "000000", "203.0.113.7") for number in numbers]
    assert reasons == ["wrong_code"] * 10 + ["locked"] * 2
    number, code, *_ = made(centre)
    assert refusal(centre, number, code, "203.0.113.7") == "locked"
    assert status_by_number(centre.pk, number, code, "203.0.113.8").state == "accepted"


def test_a_household_of_ipv6_is_one_asker_and_a_network_has_an_end(centre: Centre) -> None:
    number, code, *_ = made(centre)
    for n in range(3):
        refusal(centre, number, wrong(code), f"2001:db8::{n + 1}")
    assert refusal(centre, number, code, "2001:db8::99") == "locked"
    now = timezone.now()
    with scope(centre.pk):
        CodeAttempt.objects.bulk_create(
            CodeAttempt(centre=centre, number="1", asker="x", network="203.0.113.0/24", at=now)
            for _ in range(200)
        )
    assert refusal(centre, number, code, "203.0.113.9") == "locked"
    assert status_by_number(centre.pk, number, code, "203.0.114.9").state == "accepted"


def test_a_number_of_nobody_or_of_another_centre_is_a_wrong_code(
    centre: Centre, other: Centre
) -> None:
    """One answer, and one kind of trace: nobody learns which numbers there are."""
    number, code, *_ = made(other)
    assert refusal(centre, number, code) == "wrong_code"
    with scope(centre.pk):
        assert AuditEntry.objects.filter(action="case.code_refused").count() == 1
    assert refusal(centre, "1234", "000000") == "unknown"
