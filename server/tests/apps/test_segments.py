"""Segments of calls in PostgreSQL: whatever the batches, and made anew from the ledger."""

from __future__ import annotations

import io
import random
from collections.abc import Callable, Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from datetime import date
from typing import Any

import pytest
import uuid_utils
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lianxin.calls.actions import record
from lianxin.calls.events import Entry, Kind
from lianxin.calls.models import Call, CallEvent, CallSegment
from lianxin.calls.rebuild import rebuild
from lianxin.centres.isolation import scope
from lianxin.centres.models import Centre, Person
from lianxin.config import cli
from tests.ledgers import entries_of
from tests.ledgers import ledgers as calls_of_each_sort

pytestmark = pytest.mark.django_db

T0 = 1_772_000_000.0

Step = tuple[Kind, dict[str, Any]]


def of_call(centre: Centre, *steps: Step) -> list[Entry]:
    call = str(uuid_utils.uuid7())
    return [
        Entry(call, seq, centre.pk, T0 + seq, kind, data)
        for seq, (kind, data) in enumerate(steps, 1)
    ]


@pytest.fixture
def ledgers(centre: Centre) -> list[list[Entry]]:
    """Calls of every sort: answered with hold and a lost page, missed, abandoned, transferred, a
    kept place and its callback, sent into the flow and back."""
    with scope(centre.pk):
        one, two = Person.objects.filter(number__in=("8001", "8002")).order_by("number")
    first, second = {"person": one.pk, "leg": "leg.1"}, {"person": two.pk, "leg": "leg.2"}
    started: Step = ("started", {"line": "12345", "caller": "13800000001"})
    queued: Step = ("queued", {"queue": "general"})
    ended: Step = ("ended", {"outcome": "answered", "by": "caller", "cause": 16})
    return [
        of_call(
            centre, started, queued, ("offered", first), ("answered", first), ("talking", {}),
            ("held", first), ("resumed", first), ("detached", first), ("attached", first),
            ("agent_left", {**first, "by": "agent"}), ended,
        ),
        of_call(
            centre, started, queued, ("offered", first), ("missed", {**first, "cause": 20}),
            ("offered", second), ("answered", second), ("talking", {}),
            ("agent_left", {**second, "by": "agent"}), ("sent_to", {**second, "node": "vote"}),
            ("node", {"node": "vote", "what": "entered"}), ended,
        ),
        of_call(centre, started, queued, ("offered", first), ended),
        of_call(
            centre, started, ("dialled", {"numbers": ["110", "119"]}),
            ("dial_answered", {"number": "119"}), ("dial_ended", {"reason": "answered"}), ended,
        ),
        of_call(
            centre, started, queued, ("callback_kept", {"number": "13800000001", "callback": "x"}),
            ("left_queue", {"reason": "chosen"}), ended,
        ),
        of_call(
            centre, ("started", {"callback_of": "x", "caller": "13800000001"}), queued,
            ("offered", first), ("answered", first), ("calling_back", {"number": "13800000001"}),
            ("callback_missed", {"number": "13800000001", "reason": "no_answer"}),
            ("offered", first), ("answered", first), ("calling_back", {"number": "13800000001"}),
            ("talking", {}), ended,
        ),
    ]  # fmt: skip


def rows(centre: Centre) -> tuple[Any, ...]:
    with scope(centre.pk):
        return (
            list(Call.objects.order_by("pk").values()),
            list(CallSegment.objects.order_by("call", "ordinal").values()),
        )


def in_parts(ledger: Sequence[Entry], cuts: random.Random) -> None:
    """Record it in parts of any length, some of them twice."""
    at = 0
    while at < len(ledger):
        length = cuts.randint(1, 4)
        record(ledger[at : at + length])
        if cuts.random() < 0.3:
            record(ledger[max(0, at - 1) : at + length])
        at += length


@pytest.mark.parametrize("seed", range(12))
def test_any_cut_gives_the_same_rows_and_segments(
    centre: Centre, ledgers: list[list[Entry]], seed: int
) -> None:
    record([entry for ledger in ledgers for entry in ledger])
    whole = rows(centre)
    with scope(centre.pk):
        CallSegment.objects.all().delete()
    cuts = random.Random(seed)
    for ledger in ledgers:
        call = str(uuid_utils.uuid7())
        in_parts([Entry(call, *_rest(entry)) for entry in ledger], cuts)
    with scope(centre.pk):
        parted = list(CallSegment.objects.order_by("call", "ordinal").values())
    assert [_without_call(each) for each in parted] == [_without_call(each) for each in whole[1]]


SORTS = sorted(calls_of_each_sort(0, 0))


def facts(centre: Centre, call: str) -> tuple[Any, ...]:
    """The row and the segments of a call, without its id."""
    with scope(centre.pk):
        row = Call.objects.values().get(pk=call)
        segments = CallSegment.objects.filter(call_id=call).order_by("ordinal").values()
        return (
            {name: value for name, value in row.items() if name != "id"},
            [_without_call(each) for each in segments],
        )


@given(sort=st.sampled_from(SORTS), cuts=st.data())
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_cut_of_any_call_gives_the_same(centre: Centre, sort: str, cuts: st.DataObject) -> None:
    """In order: in parts of any length, each of which may come again later."""
    with scope(centre.pk):
        one, two = Person.objects.filter(number__in=("8001", "8002")).order_by("number")
    steps = calls_of_each_sort(one.pk, two.pk)[sort]
    whole, parted = entries_of(centre.pk, steps), entries_of(centre.pk, steps)
    record(whole)
    at = 0
    while at < len(parted):
        end = cuts.draw(st.integers(at + 1, len(parted)))
        record(parted[at:end])
        if cuts.draw(st.booleans()):
            again = cuts.draw(st.integers(0, at))
            record(parted[again:end])
        at = end
    assert facts(centre, parted[0].call) == facts(centre, whole[0].call)


@given(sort=st.sampled_from(SORTS), order=st.randoms(use_true_random=False))
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_order_of_the_parts_gives_the_same(
    centre: Centre, sort: str, order: random.Random
) -> None:
    with scope(centre.pk):
        one, two = Person.objects.filter(number__in=("8001", "8002")).order_by("number")
    steps = calls_of_each_sort(one.pk, two.pk)[sort]
    whole, mixed = entries_of(centre.pk, steps), entries_of(centre.pk, steps)
    record(whole)
    shuffled = mixed.copy()
    order.shuffle(shuffled)
    for entry in shuffled:
        record([entry])
    assert facts(centre, mixed[0].call) == facts(centre, whole[0].call)


def test_a_call_that_names_no_line_begins_when_it_says(centre: Centre) -> None:
    """However late its first entry comes, and whatever was known before."""
    call = str(uuid_utils.uuid7())
    began = Entry(call, 1, centre.pk, T0 + 9, "started", {"source": "callback"})
    key = {"node": "menu", "what": "key"}
    first = Entry(call, 2, centre.pk, T0 + 5, "node", {**key, "detail": "1"})
    second = Entry(call, 3, centre.pk, T0 + 6, "node", {**key, "detail": "2"})
    for entry in (second, began, first):
        record([entry])
    row, _ = facts(centre, call)
    assert (row["started_at"].timestamp(), row["source"], row["keys"]) == (
        T0 + 9,
        "callback",
        "1,2",
    )
    assert rebuilt(centre, check=True) == []


@pytest.mark.parametrize("sort", SORTS)
def test_every_sort_of_call_is_rebuilt_as_it_was_built(centre: Centre, sort: str) -> None:
    with scope(centre.pk):
        one, two = Person.objects.filter(number__in=("8001", "8002")).order_by("number")
    ledger = entries_of(centre.pk, calls_of_each_sort(one.pk, two.pk)[sort])
    for entry in ledger:
        record([entry])
    assert rebuilt(centre, check=True) == []
    built = facts(centre, ledger[0].call)
    with scope(centre.pk):
        CallSegment.objects.all().delete()
    assert rebuilt(centre) == [ledger[0].call]
    assert facts(centre, ledger[0].call) == built


def _rest(entry: Entry) -> tuple[Any, ...]:
    return entry.seq, entry.centre, entry.at, entry.kind, entry.data


def _without_call(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in ("call_id", "pk")}


def test_parts_in_any_order_give_the_same(centre: Centre, ledgers: list[list[Entry]]) -> None:
    entries = [entry for ledger in ledgers for entry in ledger]
    random.Random(4).shuffle(entries)
    for entry in entries:
        record([entry])
    one_by_one = rows(centre)
    assert rebuilt(centre, check=True) == []
    assert one_by_one[0][0]["talking_at"] is not None


def test_the_api_gives_how_long_was_talked(
    centre: Centre, ledgers: list[list[Entry]], login: Callable[..., Client]
) -> None:
    """A second for each entry: not from the first word to the end, with what was held."""
    record([entry for ledger in ledgers for entry in ledger])
    page = login("8100")
    talked = {each["id"]: each["talk_seconds"] for each in page.get("/api/calls").json()["items"]}
    assert [talked[ledger[0].call] for ledger in ledgers] == [3.0, 1.0, None, None, None, 1.0]
    one = page.get(f"/api/calls/{ledgers[0][0].call}").json()
    assert one["talk_seconds"] == 3.0


def test_what_was_rebuilt_is_what_was_built(centre: Centre, ledgers: list[list[Entry]]) -> None:
    record([entry for ledger in ledgers for entry in ledger])
    built = rows(centre)
    with scope(centre.pk):
        CallSegment.objects.all().delete()
        Call.objects.update(talking_at=None, agent=None, outcome="", keys="9")
    assert len(rebuilt(centre, check=True)) == len(ledgers)
    assert rows(centre) != built
    assert len(rebuilt(centre)) == len(ledgers)
    assert rows(centre) == built
    assert rebuilt(centre) == []


def rebuilt(centre: Centre, *, check: bool = False) -> list[str]:
    """The calls that differed, in batches of two."""
    batches = rebuild(centre, check=check, size=2)
    return [each.call for batch in batches for each in batch.found]


def test_a_batch_costs_the_same_number_of_statements_however_long(
    centre: Centre, ledgers: list[list[Entry]]
) -> None:
    def statements(entries: list[Entry]) -> int:
        with CaptureQueriesContext(connection) as seen:
            record(entries)
        return sum("calls_" in each["sql"] for each in seen)

    few = statements(ledgers[0])
    many = statements([entry for ledger in ledgers[1:] for entry in ledger])
    assert many == few


def test_the_database_keeps_the_words_of_the_ledger(
    centre: Centre, ledgers: list[list[Entry]]
) -> None:
    record(ledgers[0])
    no_kind: Any = "unheard_of"
    assert CallEvent._meta.get_field("kind").max_length == 32
    with scope(centre.pk), pytest.raises(IntegrityError), transaction.atomic():
        CallEvent.objects.create(
            centre=centre, call_id=ledgers[0][0].call, seq=99, at=timezone.now(), kind=no_kind
        )
    with scope(centre.pk), pytest.raises(IntegrityError), transaction.atomic():
        CallSegment.objects.update(how="unheard_of")


def test_segments_of_another_centre_are_not_there(
    centre: Centre, other: Centre, ledgers: list[list[Entry]]
) -> None:
    record(ledgers[0])
    with scope(other.pk):
        assert not CallSegment.objects.exists()


# --- at a shell


def run(*words: str) -> tuple[int, str]:
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        return cli.main(["ledger", "rebuild", *words]), said.getvalue()


def test_the_ledger_is_rebuilt_at_a_shell(centre: Centre, ledgers: list[list[Entry]]) -> None:
    record([*ledgers[0], *ledgers[2]])
    with scope(centre.pk):
        CallSegment.objects.filter(call_id=ledgers[0][0].call).delete()
        Call.objects.filter(pk=ledgers[0][0].call).update(outcome="failed")
    status, said = run("--centre", "shifan", "--check")
    assert (status, said.splitlines()) == (
        1,
        [
            f"shifan\t{ledgers[0][0].call}\toutcome, segments",
            "shifan: 2 calls, 1 differ from their ledger",
        ],
    )
    status, said = run()
    assert (status, said.splitlines()[0]) == (0, "shifan: 2 calls, 1 written anew")
    assert "shixian: 0 calls, 0 written anew" in said
    assert run("--check")[0] == 0


def test_calls_of_before_a_day_are_passed_over(centre: Centre, ledgers: list[list[Entry]]) -> None:
    record(ledgers[0])  # on 2026-02-25 in the centre's zone
    (found,) = rebuild(centre, since=date(2026, 2, 25), check=True)
    assert found.calls == 1
    assert not list(rebuild(centre, since=date(2026, 2, 26), check=True))


def test_a_centre_that_is_none_is_told(db: None) -> None:
    status, said = run("--centre", "nowhere")
    assert (status, said) == (1, "record.not_found: there is no centre nowhere\n")
    with pytest.raises(SystemExit):
        run("--since", "yesterday")


def test_a_call_without_a_ledger_is_left_as_it_is(centre: Centre) -> None:
    with scope(centre.pk):
        Call.objects.create(centre=centre, started_at=timezone.now(), outcome="message")
    assert [(each.calls, each.found) for each in rebuild(centre)] == [(0, ())]
    with scope(centre.pk):
        assert Call.objects.get().outcome == "message"
