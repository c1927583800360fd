"""The ledger: whatever the batches, the rows are the same."""

from __future__ import annotations

import itertools
import random
import uuid
from typing import Any

import msgspec
import pytest
import uuid_utils
from django.db import OperationalError

from lianxin.calls.actions import record
from lianxin.calls.events import Entry, Kind
from lianxin.calls.models import Call, CallEvent, FlowTraffic, Recording
from lianxin.calls.rebuild import rebuild
from lianxin.centres.isolation import scope
from lianxin.centres.models import Alarm, Centre, Person

pytestmark = pytest.mark.django_db

T0 = 1_772_000_000.0


def ledger(centre: int, person: int, caller: str = "13800000001") -> list[Entry]:
    """All that happens in a call that is answered and recorded."""
    call, recording = str(uuid_utils.uuid7()), str(uuid_utils.uuid7())
    steps: list[tuple[Kind, dict[str, Any]]] = [
        ("started", {"line": "12345", "caller": caller, "source": "web", "flow_version": 7}),
        ("node", {"node": "welcome", "what": "entered", "detail": ""}),
        ("node", {"node": "welcome", "what": "key", "detail": "2"}),
        ("node", {"node": "automatic", "what": "key", "detail": "0"}),
        ("queued", {"queue": "general"}),
        ("offered", {"person": person, "number": "8001"}),
        ("answered", {"person": person, "number": "8001"}),
        ("talking", {}),
        ("recording", {"recording": recording, "kind": "conversation", "name": "a"}),
        ("agent_left", {"person": person, "by": "agent"}),
        (
            "stored",
            {"recording": recording, "path": "r/a.wav", "bytes": 9, "milliseconds": 8,
             "sha256": "ab"},
        ),
        ("ended", {"outcome": "answered", "by": "agent", "cause": 16}),
    ]  # fmt: skip
    numbered = enumerate(steps, 1)
    return [Entry(call, seq, centre, T0 + seq, kind, data) for seq, (kind, data) in numbered]


@pytest.fixture
def entries(centre: Centre) -> list[Entry]:
    with scope(centre.pk):
        return ledger(centre.pk, Person.objects.get(number="8001").pk)


def picture(centre: Centre) -> tuple[Any, ...]:
    """All rows of the ledger, without what is made anew each time."""
    with scope(centre.pk):
        return (
            list(Call.objects.order_by("pk").values()),
            list(CallEvent.objects.order_by("call", "seq").values_list("seq", "kind")),
            list(Recording.objects.order_by("pk").values()),
        )


def test_a_call_is_folded(centre: Centre, entries: list[Entry]) -> None:
    record(entries)
    with scope(centre.pk):
        call = Call.objects.select_related("agent").get()
        recording = Recording.objects.get()
    assert call.started_at.timestamp() == T0 + 1
    assert (call.line_number, call.caller, call.source) == ("12345", "13800000001", "web")
    assert (call.outcome, call.ended_by, call.cause) == ("answered", "agent", 16)
    assert call.agent is not None
    assert (call.agent.number, call.keys, call.last_seq) == ("8001", "2,0", 12)
    assert (recording.state, recording.path, recording.milliseconds) == ("stored", "r/a.wav", 8)


def test_a_recording_without_words_says_so(centre: Centre, entries: list[Entry]) -> None:
    stored = entries[10]
    silent = msgspec.structs.replace(stored, data={**stored.data, "no_words": True})
    record([*entries[:10], silent, entries[11]])
    with scope(centre.pk):
        recording = Recording.objects.get()
    assert (recording.state, recording.lost_reason) == ("stored", "no_words")
    assert not recording.ends_early


def test_the_same_batch_twice_changes_nothing(centre: Centre, entries: list[Entry]) -> None:
    record(entries)
    once = picture(centre)
    record(entries)
    record([*entries, *entries])
    assert picture(centre) == once


@pytest.mark.parametrize("cut", range(1, 12))
def test_any_cut_into_parts_gives_the_same(centre: Centre, entries: list[Entry], cut: int) -> None:
    record(entries[:cut])
    record(entries[: cut + 1])
    record(entries[cut:])
    parts = picture(centre)
    again = [Entry(str(uuid_utils.uuid7()), *_rest(e)) for e in entries]
    assert parts[0][0]["keys"] == "2,0"
    assert parts[0][0]["started_at"].timestamp() == T0 + 1
    assert parts[2][0]["state"] == "stored"
    assert len(parts[1]) == len(again)


def _rest(entry: Entry) -> tuple[Any, ...]:
    return entry.seq, entry.centre, entry.at, entry.kind, entry.data


def test_parts_in_any_order_give_the_same_call(centre: Centre, entries: list[Entry]) -> None:
    shuffled = entries.copy()
    random.Random(4).shuffle(shuffled)
    for part in (
        itertools.batched(shuffled, 1) if hasattr(itertools, "batched") else ([e] for e in shuffled)
    ):
        record(list(part))
    call = picture(centre)[0][0]
    assert call["started_at"].timestamp() == T0 + 1
    assert (call["outcome"], call["last_seq"]) == ("answered", 12)
    assert picture(centre)[2][0]["kind"] == "conversation"


def test_an_end_without_a_start_is_a_call(centre: Centre) -> None:
    call = str(uuid_utils.uuid7())
    record([Entry(call, 9, centre.pk, T0, "ended", {"outcome": "failed", "by": "system"})])
    with scope(centre.pk):
        row = Call.objects.get(pk=call)
    assert (row.outcome, row.line_number, row.started_at.timestamp()) == ("failed", "", T0)


def test_what_can_never_be_written_holds_up_nothing(
    centre: Centre, entries: list[Entry], caplog: pytest.LogCaptureFixture
) -> None:
    call = str(uuid_utils.uuid7())
    record(
        [
            Entry("no uuid", 1, centre.pk, T0, "started", {}),
            Entry(call, 1, 999_999, T0, "started", {}),
            Entry(call, 2, centre.pk, T0, "lost", {"recording": "no uuid"}),
            Entry(call, 3, centre.pk, T0, "answered", {"person": 999_999}),
            Entry(call, 4, centre.pk, T0, "started", {"caller": "1\x002", "line": "x" * 99}),
            *entries,
        ]
    )
    assert caplog.text.count("entry cannot be written") == 3
    with scope(centre.pk):
        assert Call.objects.count() == 2
        row = Call.objects.get(pk=call)
    assert (row.caller, row.agent_id, len(row.line_number)) == ("12", None, 32)


def test_a_person_of_another_centre_is_never_named(centre: Centre, other: Centre) -> None:
    with scope(other.pk):
        stranger = Person.objects.get(number="8001")
    record(ledger(centre.pk, stranger.pk))
    with scope(centre.pk):
        assert Call.objects.get().agent_id is None


def test_a_batch_of_two_centres_keeps_them_apart(centre: Centre, other: Centre) -> None:
    record([*ledger(centre.pk, 0), *ledger(other.pk, 0)])
    for one in (centre, other):
        with scope(one.pk):
            assert Call.objects.count() == 1
            assert uuid.UUID(str(Call.objects.get().pk)).version == 7


# --- facts and their handlers


def vote(centre: Centre, seq: int = 2) -> list[Entry]:
    call = str(uuid_utils.uuid7())
    fact: dict[str, Any] = {"poll": "parks", "option": seq}
    return [Entry(call, 1, centre.pk, T0, "started"), Entry(call, seq, centre.pk, T0, "vote", fact)]


def test_a_fact_is_handed_on_once(centre: Centre) -> None:
    heard: list[Entry] = []
    entries = vote(centre)
    record([*entries, *entries], {"vote": heard.append})
    record(entries, {"vote": heard.append})
    assert heard == entries[1:]


def test_a_handlers_fault_is_undone_and_stops_nothing(
    centre: Centre, caplog: pytest.LogCaptureFixture
) -> None:
    def breaks(entry: Entry) -> None:
        Centre.objects.filter(pk=entry.centre).update(name="half done")
        raise ValueError(entry.data)

    heard: list[Entry] = []
    entries = [*vote(centre), *vote(centre, 3)]
    survey = Entry(str(uuid_utils.uuid7()), 1, centre.pk, T0, "survey")
    record([*entries, survey], {"vote": breaks, "survey": heard.append})
    assert heard == [survey]
    assert "not carried out" in caplog.text
    assert "parks" in caplog.text
    with scope(centre.pk):
        assert CallEvent.objects.filter(kind="vote").count() == 2
        assert not Centre.objects.filter(name="half done").exists()


def test_a_database_that_goes_away_in_a_handler_brings_the_batch_again(centre: Centre) -> None:
    def away(entry: Entry) -> None:
        raise OperationalError(entry.kind)

    heard: list[Entry] = []
    entries = vote(centre)
    with pytest.raises(OperationalError):
        record(entries, {"vote": away})
    record(entries, {"vote": heard.append})
    assert heard == entries[1:]


def test_a_text_that_looks_like_an_escape_breaks_nothing(centre: Centre) -> None:
    """``\\u0000`` as six characters is not the character NUL, which PostgreSQL refuses."""
    call = str(uuid_utils.uuid7())
    odd = "a\x00b\\u0000c"
    record(
        [
            Entry(call, 1, centre.pk, T0, "started", {"caller": odd, "flow_version": 7}),
            Entry(call, 2, centre.pk, T0, "node", {"node": odd, "what": "entered"}),
        ]
    )
    with scope(centre.pk):
        assert Call.objects.get(pk=call).caller == "ab\\u0000c"
        assert CallEvent.objects.get(call_id=call, seq=2).data["node"] == "ab\\u0000c"
        assert FlowTraffic.objects.get(flow_version=7).node == "ab\\u0000c"


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("cut", [1, 2, 3, 4])
def test_words_that_were_lost_correct_the_outcome(centre: Centre, cut: int, turned: bool) -> None:
    """However the entries come, and as a rebuild makes it of them."""
    call, recording = str(uuid_utils.uuid7()), str(uuid_utils.uuid7())
    about = {"recording": recording}
    steps: list[tuple[Kind, dict[str, Any]]] = [
        ("started", {"line": "12345", "caller": "13800000001", "flow_version": 7}),
        ("recording", {**about, "kind": "message", "name": "a"}),
        ("ended", {"outcome": "message", "by": "caller", "cause": 16, "words_due": True}),
        ("lost", {**about, "reason": "empty", "words": True, "outcome": "failed"}),
    ]
    entries = [Entry(call, n, centre.pk, T0 + n, *step) for n, step in enumerate(steps, 1)]
    parts = [entries[:cut], entries[cut:]]
    for part in reversed(parts) if turned else parts:
        record(part)
    with scope(centre.pk):
        assert Call.objects.get().outcome == "failed"
        [alarm] = Alarm.objects.all()
        counted = list(FlowTraffic.objects.filter(node="").values_list("entered", "contained"))
    assert (alarm.code, alarm.object_id) == ("recording.lost", recording)
    assert turned or counted == [(1, 0)]  # nobody is counted on a flow that is not known yet
    assert [each for batch in rebuild(centre) for each in batch.found] == []


def test_a_beep_raises_no_alarm(centre: Centre) -> None:
    recording = str(uuid_utils.uuid7())
    call = str(uuid_utils.uuid7())
    record([Entry(call, 1, centre.pk, T0, "lost", {"recording": recording, "reason": "no_words"})])
    with scope(centre.pk):
        assert not Alarm.objects.exists()
