"""What the ledger of a call says of who did what in it, and for how long."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianxin.calls.events import Entry, Kind, UnknownKind
from lianxin.calls.projection import milestones
from lianxin.calls.segments import SEGMENT_KINDS, segments_of

CALL, AGENT, OTHER = "01890000-0000-7000-8000-000000000001", 7, 8

Step = tuple[Kind, dict[str, Any]]


def entries(*steps: Step) -> list[Entry]:
    """One entry a second, from 1 on."""
    return [Entry(CALL, at, 1, float(at), kind, data) for at, (kind, data) in enumerate(steps, 1)]


def told(*steps: Step) -> list[str]:
    """``kind who began-ended how``, as a person would write it down."""
    return [
        f"{s.kind} {s.party or s.agent or s.queue or '-'} {s.began_at:g}-"
        f"{'' if s.ended_at is None else f'{s.ended_at:g}'} {s.how}".rstrip()
        for s in segments_of(entries(*steps))
    ]


STARTED: Step = ("started", {"line": "12345", "caller": "13800000001"})
QUEUED: Step = ("queued", {"queue": "general"})
OFFERED: Step = ("offered", {"person": AGENT, "leg": "leg.1"})
ANSWERED: Step = ("answered", {"person": AGENT, "leg": "leg.1"})
TALKING: Step = ("talking", {"leg": "leg.1"})
LEFT: Step = ("agent_left", {"person": AGENT, "by": "agent", "leg": "leg.1"})


def ended(by: str = "caller") -> Step:
    return ("ended", {"outcome": "answered", "by": by, "cause": 16})


def test_a_call_that_is_answered() -> None:
    assert told(STARTED, QUEUED, OFFERED, ANSWERED, TALKING, LEFT, ended()) == [
        "flow - 1-2 queued",
        "queue general 2-4 answered",
        "ring 7 3-4 answered",
        "talk 7 5-6 hung_up_by_agent",
        "flow - 6-7 hung_up_by_caller",
    ]


def test_a_missed_offer_keeps_the_caller_in_the_queue() -> None:
    missed: Step = ("missed", {"person": AGENT, "cause": 0, "leg": "leg.1"})
    again: Step = ("offered", {"person": OTHER, "leg": "leg.2"})
    taken: Step = ("answered", {"person": OTHER, "leg": "leg.2"})
    assert told(STARTED, QUEUED, OFFERED, missed, again, taken)[1:] == [
        "queue general 2-6 answered",
        "ring 7 3-4 no_answer",
        "ring 8 5-6 answered",
    ]


def test_an_offer_that_was_lost_is_no_ring_without_an_answer() -> None:
    lost: Step = ("offer_lost", {"person": AGENT, "leg": "leg.1"})
    again: Step = ("offered", {"person": AGENT, "leg": "leg.2"})
    taken: Step = ("answered", {"person": AGENT, "leg": "leg.2"})
    assert told(STARTED, QUEUED, OFFERED, lost, again, taken)[1:] == [
        "queue general 2-6 answered",
        "ring 7 3-4 failed",
        "ring 7 5-6 answered",
    ]


def test_hold_and_a_lost_page_are_no_talk() -> None:
    person = {"person": AGENT, "leg": "leg.1"}
    assert told(
        STARTED, QUEUED, OFFERED, ANSWERED, TALKING, ("held", person), ("resumed", person),
        ("detached", person), ("attached", {"person": AGENT, "leg": "leg.2"}), LEFT,
    )[3:] == [
        "talk 7 5-6 held",
        "hold 7 6-7 resumed",
        "talk 7 7-8 detached",
        "hold 7 8-9 attached",
        "talk 7 9-10 hung_up_by_agent",
        "flow - 10-",
    ]  # fmt: skip


def test_a_caller_who_gives_up_has_abandoned_the_queue() -> None:
    assert told(STARTED, QUEUED, OFFERED, ended()) == [
        "flow - 1-2 queued",
        "queue general 2-4 abandoned",
        "ring 7 3-4 abandoned",
    ]


def test_of_several_telephones_one_answers() -> None:
    dialled: Step = ("dialled", {"numbers": ["110", "119"], "legs": ["a", "b"]})
    assert told(
        STARTED, dialled, ("dial_answered", {"number": "119", "leg": "b"}),
        ("dial_ended", {"reason": "answered"}), ended(),
    ) == [
        "flow - 1-2 dialled",
        "ring 110 2-3 answered_elsewhere",
        "ring 119 2-3 answered",
        "talk 119 3-4 hung_up_by_party",
        "flow - 4-5 hung_up_by_caller",
    ]  # fmt: skip


def test_a_fax_rings_and_is_no_flow() -> None:
    fax: Step = ("started", {"caller": "02", "source": "fax"})
    dialled: Step = ("dialled", {"numbers": ["02"]})
    none: Step = ("fax_ended", {"fax": "1", "end": "no_route"})
    assert told(fax, dialled, none, ended("system")) == ["ring 02 2-3 failed"]
    sent: Step = ("fax_ended", {"fax": "1", "end": "sent"})
    assert told(fax, dialled, ("dial_answered", {"number": "02"}), sent, ended("system")) == [
        "ring 02 2-3 answered",
        "talk 02 3-4 hung_up_by_system",
    ]


def test_an_agent_who_sends_the_caller_into_the_flow_did_not_hang_up() -> None:
    sent: Step = ("sent_to", {"person": AGENT, "node": "identity", "back": True})
    assert told(STARTED, QUEUED, OFFERED, ANSWERED, TALKING, LEFT, sent, QUEUED)[3:] == [
        "talk 7 5-6 sent_to_flow",
        "flow - 6-8 queued",
        "queue general 8-",
    ]


def test_a_page_that_goes_on_hold_comes_back_to_talk() -> None:
    person = {"person": AGENT, "leg": "leg.1"}
    held, gone, back = ("held", person), ("detached", person), ("attached", person)
    assert told(STARTED, QUEUED, OFFERED, ANSWERED, TALKING, held, back, gone, back)[3:] == [  # type: ignore[arg-type] # of literals
        "talk 7 5-6 held",
        "hold 7 6-9 attached",
        "talk 7 9-",
    ]


def test_a_page_that_went_during_the_announcement_comes_back_to_the_only_talk() -> None:
    person = {"person": AGENT, "leg": "leg.1"}
    back: Step = ("attached", {"person": AGENT, "leg": "leg.2"})
    talking: Step = ("talking", {"leg": "leg.2"})
    assert told(STARTED, QUEUED, OFFERED, ANSWERED, ("detached", person), back, talking, LEFT)[
        3:
    ] == [
        "hold 7 5-6 attached",
        "talk 7 6-8 hung_up_by_agent",
        "flow - 8-",
    ]


def test_a_hang_up_that_was_found_late_ends_what_was_told_before() -> None:
    ledger = entries(STARTED, QUEUED, OFFERED, ANSWERED, TALKING, LEFT)
    told_late = [*ledger, Entry(CALL, 7, 1, 5.5, "ended", {"outcome": "answered", "by": "caller"})]
    talk, flow = segments_of(told_late)[-2:]
    assert (talk.kind, talk.began_at, talk.ended_at) == ("talk", 5, 5.5)
    assert (flow.began_at, flow.ended_at) == (5.5, 5.5)


def test_a_callback_rings_at_the_citizen_after_the_agent_has_answered() -> None:
    back: Step = ("started", {"callback_of": "x", "caller": "13800000001"})
    calling: Step = ("calling_back", {"number": "13800000001", "leg": "back.1"})
    assert told(back, QUEUED, OFFERED, ANSWERED, calling, TALKING, ended("agent")) == [
        "queue general 2-4 answered",
        "ring 7 3-4 answered",
        "ring 13800000001 5-6 answered",
        "talk 7 6-7 hung_up_by_agent",
    ]


def test_entries_of_before_legs_were_told_fold_too() -> None:
    bare = [(kind, {k: v for k, v in data.items() if k != "leg"}) for kind, data in (
        STARTED, QUEUED, OFFERED, ANSWERED, TALKING, LEFT, ended(),
    )]  # fmt: skip
    assert told(*bare) == told(STARTED, QUEUED, OFFERED, ANSWERED, TALKING, LEFT, ended())


def test_the_row_of_a_call_follows_from_its_segments() -> None:
    known = milestones(segments_of(entries(STARTED, QUEUED, OFFERED, ANSWERED, TALKING, ended())))
    assert (known.queued_at, known.answered_at, known.talking_at, known.agent) == (2, 4, 5, AGENT)


def test_a_kind_that_the_ledger_has_no_word_for_is_refused_where_it_is_made() -> None:
    with pytest.raises(UnknownKind, match="a_kind_that_is_longer_than_others"):
        Entry(CALL, 1, 1, 0.0, "a_kind_that_is_longer_than_others")  # type: ignore[arg-type]


_DATA = st.fixed_dictionaries(
    {},
    optional={
        "person": st.sampled_from([AGENT, OTHER]),
        "leg": st.sampled_from(["leg.1", "leg.2"]),
        "queue": st.just("general"),
        "numbers": st.just(["110", "119"]),
        "number": st.sampled_from(["110", "119"]),
        "by": st.sampled_from(["caller", "agent", "system"]),
        "reason": st.sampled_from(["timeout", "answered", "caller", "something"]),
    },
)
_STEPS = st.lists(st.tuples(st.sampled_from(sorted(SEGMENT_KINDS)), _DATA), max_size=30)


@given(_STEPS)
def test_no_ledger_breaks_it_and_nothing_outlasts_its_call(steps: list[Step]) -> None:
    ledger = entries(*steps)
    segments = segments_of(ledger)
    over = next((entry.at for entry in ledger if entry.kind == "ended"), None)
    for each in segments:
        assert each.ended_at is None or each.ended_at >= each.began_at
        assert (each.how == "") == (each.ended_at is None)
        if over is not None:
            assert each.ended_at is not None
            assert each.ended_at <= over
    assert [each.began_at for each in segments] == sorted(each.began_at for each in segments)
    assert not {each.kind for each in segments} & {"consult", "wrap_up"}
