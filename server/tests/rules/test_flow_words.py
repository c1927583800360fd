"""Words are never dropped: whatever happens, each message that was spoken becomes a case."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lianxin.flows.default import template
from lianxin.rules.flow import Flow, Session, advance, effects, events, start
from lianxin.rules.flow.nodes.record import RecordMessage
from lianxin.rules.flow.words import without_words
from tests.rules.flows import any_event, flows

NOW = datetime(2026, 2, 13, 1, 0, tzinfo=UTC)

#: The shipped flow, entered where messages are left.
LETTERS = [
    Flow.from_json({**template(), "start": name}) for name in ("complaint", "mailbox", "nobody")
]


class Words:
    """What was said in one call, and what of it was said anew and sent as cases."""

    def __init__(self) -> None:
        self.said: set[str] = set()
        self.anew: set[str] = set()
        self.filed: list[str] = []

    def advance(self, session: Session, event: events.Event) -> Session:
        self._listen(session, event)
        session, came = advance(session, event, NOW)
        self.filed += [effect.recording for effect in came if isinstance(effect, effects.OpenCase)]
        return session

    def _listen(self, session: Session, event: events.Event) -> None:
        node = session.flow.nodes.get(session.node)
        awaited = isinstance(event, events.Recorded) and session.open.get("record") == event.token
        if not awaited or not isinstance(node, RecordMessage):
            return
        assert isinstance(event, events.Recorded)
        if not without_words(event, node.min_seconds, node.silence_seconds):
            self.said.add(event.recording)
            self.anew.add(str(session.memo.get("kept", "")))


@settings(
    max_examples=80,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(flow=st.one_of(st.sampled_from(LETTERS), flows), data=st.data())
def test_every_message_becomes_a_case(flow: Flow, data: st.DataObject) -> None:
    words = Words()
    session = words.advance(start(flow), events.Started("12345", "02155500001"))
    for _ in range(data.draw(st.integers(0, 30), "events")):
        session = words.advance(session, data.draw(any_event(session)))
    session = words.advance(session, events.HungUp())
    if "record" in session.open:
        end = data.draw(st.sampled_from(["rec-last", ""]))
        event = events.Recorded(session.open["record"], end, 9 if end else 0, "hangup")
        session = words.advance(session, event)
    assert session.finished
    assert words.said - words.anew <= set(words.filed)
    assert not words.anew & set(words.filed), "what was said anew is no case of its own"
