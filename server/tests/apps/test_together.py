"""What happens at the same moment: threads, each with a connection and transactions of its own.

Everything here commits. It belongs to a centre of its own, which the superuser takes away.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any, TypeVar

import pytest
import uuid_utils.compat
from django.contrib.auth.hashers import make_password
from django.db import connection
from django.utils import timezone

from lianxin.calls.actions import record
from lianxin.calls.models import Call, CallEvent, Recording
from lianxin.cases.actions import Draft, change_case, open_case
from lianxin.cases.errors import CodeLocked, VersionConflict, WrongCode
from lianxin.cases.intake import open_from_recording
from lianxin.cases.lifecycle import transition
from lianxin.cases.models import Case, CaseEvent, CaseRecording
from lianxin.cases.status import status_by_number
from lianxin.centres import actions, alarms, guessing, throttle
from lianxin.centres.access import ADMINISTRATOR, Actor
from lianxin.centres.errors import Problem, QuotaFull, TooManyLogins, WrongLogin
from lianxin.centres.isolation import scope
from lianxin.centres.models import Alarm, Centre, Person
from lianxin.centres.people.actions import PersonDraft, take_on
from lianxin.centres.queries import describe
from lianxin.connections import actions as connections
from lianxin.connections.actions import ConnectionDraft
from lianxin.connections.errors import CodeTaken
from lianxin.connections.models import Connection
from lianxin.flows.authoring.checks import Checks
from lianxin.flows.drafting import delete, save_draft
from lianxin.flows.errors import DraftConflict, FlowInUse
from lianxin.flows.models import Flow, FlowDraft
from lianxin.lines.actions import close_line, open_line
from lianxin.lines.errors import UnknownFlow
from lianxin.notices.actions import Gateway, set_gateway, write_template
from lianxin.notices.errors import GatewayConflict, TemplateConflict
from lianxin.notices.queries import GatewayState
from lianxin.polls import actions as polls
from lianxin.polls.actions import PollDraft
from lianxin.polls.errors import PollCodeTaken
from lianxin.polls.models import Poll
from lianxin.portal.calling import CALLS, call_ticket
from lianxin.portal.errors import TooManyCalls
from lianxin.rules.lifecycle import CaseEvent as CaseMove
from tests.apps.case_history import unfolded
from tests.apps.test_record import ledger
from tests.stack import Stack

T = TypeVar("T")

#: Fewer than the pool has connections: nobody waits for one.
THREADS = 10
SPOKEN = "complaint"

_TABLES = (
    "notices_notice", "notices_noticerule", "centres_loginend", "centres_login",
    "centres_passwordbefore",
    "cases_caseevent", "cases_caserequest", "cases_caserecording", "cases_codeattempt",
    "cases_casecounter", "cases_case", "calls_callsegment", "calls_recording", "calls_callevent",
    "calls_call", "centres_alarm", "calls_flowtraffic", "centres_auditentry", "lines_line",
    "flows_flowpresence", "flows_flowdraft", "flows_flow", "notices_noticetemplate",
    "notices_noticegateway", "polls_poll", "connections_connection", "centres_person",
)  # fmt: skip


def at_once(act: Callable[[int], T], count: int = THREADS) -> list[T | Problem]:
    """Let ``count`` threads act at the same moment. What each gave, or its business error."""
    gate = threading.Barrier(count)
    given: list[T | Problem] = []
    faults: list[BaseException] = []

    def run(number: int) -> None:
        try:
            with connection.cursor():  # connect before the start, not after it
                gate.wait(10)
            given.append(act(number))
        except Problem as problem:
            given.append(problem)
        except BaseException as fault:
            faults.append(fault)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert faults == []
    assert len(given) == count
    return given


def meanwhile(who: Actor, first: Callable[[], object], second: Callable[[], object]) -> object:
    """What ``second`` gives that comes when ``first`` is done and has not committed yet."""
    given: list[object] = []

    def run() -> None:
        try:
            given.append(second())
        except Problem as problem:
            given.append(problem)
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    with who.scope(), connection.cursor() as cursor:
        first()
        thread.start()
        waits = False
        while thread.is_alive() and not waits:
            cursor.execute("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)")
            ((waits,),) = cursor.fetchall()
    thread.join(60)
    (one,) = given
    return one


@pytest.fixture
def reader(database: Stack, django_db_setup: None, django_db_blocker: Any) -> Iterator[Actor]:
    """Somebody who may write cases, at a centre that nobody else tests with."""
    with django_db_blocker.unblock():
        centre = Centre.objects.create(code="tongshi", name="同时县", city_code="9909")
        with scope(centre.pk):
            person = Person.objects.create(
                centre=centre,
                number="9100",
                name="信箱专员",
                rights=["mailbox"],
                password=make_password("right"),
            )
        yield describe(person, centre, "192.0.2.9")
        with scope(centre.pk):
            assert unfolded() == []
        connection.close()
        for table in _TABLES:
            database.sql(f"DELETE FROM {table} WHERE centre_id = %s", centre.pk)
        database.sql("DELETE FROM centres_centre WHERE id = %s", centre.pk)
        database.sql("DELETE FROM centres_attempt")


def editor(who: Actor) -> Actor:
    return replace(who, roles=frozenset({ADMINISTRATOR}))


def a_flow(who: Actor) -> Flow:
    with who.scope():
        flow = Flow.objects.create(centre_id=who.centre, code="both", name="两人")
        FlowDraft.objects.create(centre_id=who.centre, flow=flow, spec={})
    return flow


def kinds(given: list[Any]) -> Counter[str]:
    return Counter(type(each).__name__ for each in given)


def test_fifty_cases_get_fifty_numbers_without_a_gap(reader: Actor) -> None:
    def open_five(number: int) -> list[str]:
        draft = Draft(type="help", title=f"第{number}批")
        return [open_case(reader, draft)[0].number for _ in range(5)]

    numbers = [number for five in at_once(open_five) for number in five]  # type: ignore[union-attr]
    assert len(set(numbers)) == 50
    assert sorted(int(number[10:15]) for number in numbers) == list(range(1, 51))


def test_a_double_click_opens_one_case(reader: Actor) -> None:
    draft = Draft(type="help", title="路灯不亮")
    given: Any = at_once(lambda _: open_case(reader, draft, "one-key"))
    assert len({case.pk for case, _ in given}) == 1
    assert len([code for _, code in given if code]) == 1
    with reader.scope():
        assert Case.objects.count() == 1


def test_a_recording_becomes_one_case(reader: Actor) -> None:
    call, recording = uuid_utils.compat.uuid7(), uuid_utils.compat.uuid7()
    now = timezone.now()
    given: Any = at_once(lambda _: open_from_recording(reader.centre, call, recording, SPOKEN, now))
    assert len({opened.number for opened in given}) == 1
    assert len([opened.code for opened in given if opened.code]) == 1
    with reader.scope():
        assert CaseRecording.objects.count() == 1


def test_guessing_in_parallel_is_guessing_three_times(reader: Actor) -> None:
    case, code = open_case(reader, Draft(type="help", title="x"))
    wrong = f"{(int(code or 0) + 1) % 1_000_000:06d}"
    given = at_once(lambda _: status_by_number(reader.centre, case.number, wrong, "13800000001"))
    assert kinds(given) == {WrongCode.__name__: 3, CodeLocked.__name__: THREADS - 3}


def test_of_two_editors_one_wins(reader: Actor) -> None:
    case, _ = open_case(reader, Draft(type="help", title="x"))
    given = at_once(lambda n: change_case(reader, case.pk, 1, {"title": f"{n}"}), 2)
    assert kinds(given) == {Case.__name__: 1, VersionConflict.__name__: 1}
    (winner,) = (each for each in given if isinstance(each, Case))
    with reader.scope():
        kept = Case.objects.get()
    assert (kept.version, kept.title) == (2, winner.title)


def test_who_comes_second_is_told_who_was_faster(reader: Actor) -> None:
    with reader.scope():
        colleague = Person.objects.create(centre_id=reader.centre, number="9101", name="同事")
    other = replace(reader, person=colleague.pk)
    case, _ = open_case(reader, Draft(type="help", title="x"))
    refused = meanwhile(
        reader,
        lambda: change_case(other, case.pk, 1, {"title": "theirs"}),
        lambda: change_case(reader, case.pk, 1, {"title": "mine"}),
    )
    assert isinstance(refused, VersionConflict)
    assert refused.details["by"] == "9101 同事"
    flow = a_flow(reader)
    with reader.scope():
        FlowDraft.objects.update(updated_by_id=reader.person)
    refused = meanwhile(
        reader,
        lambda: save_draft(editor(other), flow.code, 1, {"theirs": 1}, None, Checks()),
        lambda: save_draft(editor(reader), flow.code, 1, {"mine": 1}, None, Checks()),
    )
    assert isinstance(refused, DraftConflict)
    assert refused.details["by"] == "9101 同事"


def test_what_is_written_for_the_first_time_by_two_is_the_firsts(reader: Actor) -> None:
    """There is no row yet that the second could wait for."""
    admin = editor(reader)
    given: Any = at_once(lambda n: write_template(admin, "wait", 0, f"{n}", {"zh": "x"}), 2)
    assert kinds(given) == {list.__name__: 1, TemplateConflict.__name__: 1}
    given = at_once(lambda n: set_gateway(admin, 0, Gateway("", f"/{n}", "to", "text", "key")), 2)
    assert kinds(given) == {GatewayState.__name__: 1, GatewayConflict.__name__: 1}


def test_a_code_is_given_to_the_first_of_two(reader: Actor) -> None:
    admin, now = editor(reader), timezone.now()
    poll = PollDraft("park", "x", now, now + timedelta(days=1), "refused", ())
    given: Any = at_once(lambda _: polls.make(admin, poll), 2)
    assert kinds(given) == {Poll.__name__: 1, PollCodeTaken.__name__: 1}
    water = ConnectionDraft("water", "x", "http", base_url="http://127.0.0.1:1")
    given = at_once(lambda _: connections.make(admin, water), 2)
    assert kinds(given) == {Connection.__name__: 1, CodeTaken.__name__: 1}


def test_the_last_place_of_a_quota_is_taken_once(reader: Actor) -> None:
    Centre.objects.filter(pk=reader.centre).update(quota_agents=1, quota_lines=1)
    admin = editor(reader)
    refused = meanwhile(
        reader,
        lambda: take_on(admin, PersonDraft("9201", "甲", frozenset({"agent"}))),
        lambda: take_on(admin, PersonDraft("9202", "乙", frozenset({"agent"}))),
    )
    assert isinstance(refused, QuotaFull)
    flow = a_flow(reader)
    refused = meanwhile(
        reader,
        lambda: open_line(admin, "99091", "甲", flow.code),
        lambda: open_line(admin, "99092", "乙", flow.code),
    )
    assert isinstance(refused, QuotaFull)


def test_a_flow_is_not_put_away_while_a_line_is_pointed_at_it(reader: Actor) -> None:
    admin, flow = editor(reader), a_flow(reader)
    refused = meanwhile(
        reader,
        lambda: open_line(admin, "99091", "甲", flow.code),
        lambda: delete(admin, flow.code),
    )
    assert isinstance(refused, FlowInUse)
    close_line(admin, "99091")
    late = meanwhile(
        reader,
        lambda: delete(admin, flow.code),
        lambda: open_line(admin, "99091", "甲", flow.code),
    )
    assert isinstance(late, UnknownFlow)


def test_of_two_events_at_once_one_happens(reader: Actor) -> None:
    case, _ = open_case(reader, Draft(type="help", title="x"))
    events: tuple[CaseMove, ...] = ("dispatched", "closed")
    given = at_once(lambda n: transition(reader, case.pk, 1, events[n]), 2)
    assert kinds(given) == {Case.__name__: 1, VersionConflict.__name__: 1}
    with reader.scope():
        kept, last = Case.objects.get(), CaseEvent.objects.get(number=2)
    assert (kept.version, kept.state) == (2, last.after)


def test_an_event_that_is_sent_ten_times_happens_once(reader: Actor) -> None:
    case, _ = open_case(reader, Draft(type="help", title="x"))
    given: Any = at_once(
        lambda _: transition(reader, case.pk, 1, "dispatched", request_id="one-key")
    )
    assert [(each.version, each.state) for each in given] == [(2, "dispatched")] * THREADS
    with reader.scope():
        assert CaseEvent.objects.filter(event="dispatched").count() == 1


def test_the_same_batch_from_two_connections_is_folded_once(reader: Actor) -> None:
    batches = [ledger(reader.centre, reader.person) for _ in range(5)]
    whole = [entry for batch in batches for entry in batch]
    at_once(lambda _: record(whole))
    with reader.scope():
        calls = list(Call.objects.values_list("keys", "outcome", "last_seq"))
        assert CallEvent.objects.count() == len(whole)
        assert Recording.objects.filter(state="stored").count() == 5
    assert calls == [("2,0", "answered", 12)] * 5


def test_batches_that_overlap_the_other_way_round_do_not_lock_each_other_out(reader: Actor) -> None:
    batches = [ledger(reader.centre, reader.person) for _ in range(8)]
    there = [entry for batch in batches for entry in batch]
    back = [entry for batch in reversed(batches) for entry in batch]
    at_once(lambda n: record(back if n % 2 else there))
    with reader.scope():
        assert Call.objects.filter(keys="2,0", last_seq=12).count() == 8


def test_calls_from_one_address_are_limited(reader: Actor) -> None:
    centre = Centre.objects.get(pk=reader.centre)
    given = at_once(lambda _: call_ticket(centre, "12345", "192.0.2.77", "ws://x"))
    assert kinds(given) == {"dict": CALLS, TooManyCalls.__name__: THREADS - CALLS}


def test_passwords_guessed_in_parallel_are_limited(reader: Actor) -> None:
    def guess(_: int) -> object:
        return actions.sign_in(actions.Credentials("tongshi", "9100", "wrong"), "192.0.2.78")

    limit = guessing.LOGINS_BY_NUMBER
    assert kinds(at_once(guess)) == {
        WrongLogin.__name__: limit,
        TooManyLogins.__name__: THREADS - limit,
    }


def test_a_success_counts_as_no_try(reader: Actor) -> None:
    for _ in range(guessing.LOGINS_BY_ADDRESS + 1):
        actions.sign_in(actions.Credentials("tongshi", "9100", "right"), "192.0.2.79")
    seconds = guessing.LOGIN_SECONDS
    assert throttle.wait("login_from", "192.0.2.79", 1, seconds) == 0


def test_one_fault_is_one_alarm(reader: Actor) -> None:
    def raise_it(_: int) -> None:
        with reader.scope():
            alarms.raise_alarm(reader.centre, "recording.mismatch", "recording", "1")

    at_once(raise_it)
    with reader.scope():
        assert Alarm.objects.count() == 1
