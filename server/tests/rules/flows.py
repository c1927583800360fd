"""Flows and callers for hypothesis: any tree of any nodes, and anything that can happen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, get_args

from hypothesis import strategies as st

from lianxin.rules.flow import Event, Flow, Session, events

NAMES = ("a", "b", "c", "d", "e", "f")
KEYS = "0123456789*#"

QUESTIONS = [
    {"code": "q1", "prompts": ["welcome"], "choices": {"1": "1", "2": "2", "0": "none"}},
    {"code": "q2", "prompts": [], "choices": {"1": "1", "2": "2"}, "multiple": True},
]

_target = st.sampled_from(NAMES)
_keys = st.dictionaries(st.sampled_from(KEYS), _target, max_size=4)


def _node(of_type: str, /, **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({"type": st.just(of_type), **fields})


_prompts = st.lists(st.sampled_from(["welcome", "$typed"]), max_size=2)

_nodes = st.one_of(
    _node("say", prompts=_prompts, next=_target),
    _node(
        "menu",
        prompts=_prompts,
        keys=_keys.filter(bool),
        tries=st.integers(1, 4),
        otherwise=st.none() | _target,
    ),
    _node(
        "collect",
        prompts=_prompts,
        into=st.just("typed"),
        ok=_target,
        failed=_target,
        minimum=st.integers(1, 3),
        maximum=st.integers(3, 5),
    ),
    _node(
        "hours",
        week=st.just({"mon": [["08:00", "12:00"]], "fri": [["08:00", "24:00"]]}),
        open=_target,
        closed=_target,
    ),
    _node("hours", calendar=st.just("office"), open=_target, closed=_target),
    _node("speak", value=st.sampled_from(["typed", "caller"]), next=_target),
    _node("wait", seconds=st.just(2), key=st.none() | st.sampled_from(KEYS), next=_target),
    _node("subflow", flow=st.sampled_from(["inner", "missing"]), next=_target),
    _node("return", otherwise=st.none() | _target),
    _node(
        "ring",
        agents=st.just(["8001"]),
        queue=st.just("general"),
        prompts=_prompts,
        nobody=_target,
        timeout=_target,
        after=_target,
    ),
    _node(
        "transfer",
        numbers=st.sampled_from([["12315"], ["$caller"], ["$nothing"]]),
        prompts=_prompts,
        after=_target,
        failed=_target,
        busy=st.none() | _target,
    ),
    _node(
        "branch",
        ways=st.lists(
            st.fixed_dictionaries(
                {"when": st.sampled_from(["typed", "typed > '2'", "caller == ''"]), "to": _target}
            ),
            min_size=1,
            max_size=3,
        ),
        otherwise=_target,
    ),
    _node(
        "set",
        values=st.just([{"variable": "typed", "value": "number(typed) + 1 if typed else '1'"}]),
        next=_target,
    ),
    _node(
        "http",
        connection=st.just("water"),
        path=st.just("/{typed}"),
        pick=st.just({"typed": "data"}),
        prompts=_prompts,
        ok=_target,
        error=_target,
    ),
    _node(
        "sql",
        connection=st.just("registry"),
        query=st.just("permit"),
        parameters=st.just({"number": "{typed}"}),
        pick=st.just({"typed": "due"}),
        ok=_target,
        none=_target,
        error=_target,
    ),
    _node(
        "case_open",
        kind=st.sampled_from(["complaint", "help", "mailbox"]),
        title=st.just("{typed}"),
        recording=st.none() | st.just("kept"),
        notify=st.booleans(),
        done=_target,
    ),
    _node("survey", prompts=_prompts, done=_target, none=_target),
    _node(
        "language",
        keys=st.dictionaries(
            st.sampled_from(KEYS), st.sampled_from(["zh", "en", "yue"]), min_size=1, max_size=3
        ),
        remember=st.booleans(),
        offer=st.sampled_from(["unknown", "always", "never"]),
        next=_target,
    ),
    _node(
        "queue",
        queue=st.just("general"),
        waiting_prompts=_prompts,
        announce=st.sampled_from(["none", "position", "position_and_wait"]),
        callback_key=st.none() | st.just("5"),
        callback=_target,
        keys=_keys.map(lambda keys: {k: v for k, v in keys.items() if k != "5"}),
        nobody=_target,
        timeout=_target,
        after=_target,
    ),
    _node(
        "record",
        kind=st.sampled_from(["complaint", "report", "mailbox", "message"]),
        prompts=_prompts,
        confirm=st.booleans(),
        into=st.none() | st.just("kept"),
        notify=st.booleans(),
        done=_target,
        empty=_target,
    ),
    _node(
        "case_status",
        by=st.sampled_from(["number", "caller"]),
        reply=st.booleans(),
        next=_target,
        failed=_target,
    ),
    _node(
        "knowledge",
        prompts=_prompts,
        send=st.sampled_from(["none", "sms"]),
        done=_target,
        unknown=_target,
    ),
    _node(
        "poll",
        poll=st.just("traffic"),
        questions=st.just(QUESTIONS),
        prompts=_prompts,
        thanks_prompts=_prompts,
        speak_results=st.booleans(),
        done=_target,
        voted=_target,
        closed=_target,
    ),
    _node("studio", done=_target, failed=_target),
    _node("goto", to=_target),
    _node("hang_up", prompts=_prompts),
)


def _flow(names: tuple[str, ...], **more: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.fixed_dictionaries(
        {
            "spec": st.just(2),
            "id": st.just("any"),
            "title": st.just("any"),
            "start": st.sampled_from(names),
            "nodes": st.fixed_dictionaries(dict.fromkeys(names, _nodes)),
            **more,
        }
    )


#: A subflow has all the nodes that are named in it.
_inner = st.fixed_dictionaries({"inner": _flow(NAMES)})

flows = _flow(NAMES, agent_node=st.none() | _target, subflows=st.just({}) | _inner).map(
    Flow.from_json
)

_seconds = st.floats(0, 600)

ITEM = {"code": "laws", "prompt": "laws", "leaf": False}

_outcomes = st.sampled_from(
    [
        *("unavailable", "ok", "open", "closed", "known", "unknown", "none", "error"),
        *("told", "wrong_code", "locked", "voted", "refused", "nonsense"),
    ]
)

_values: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {},
    optional={
        "language": st.sampled_from(["en", "yue", "xx", 7, None]),
        "data": st.none() | st.integers() | st.just([1]),
        "position": st.integers(-1, 3),
        "minutes": st.sampled_from([0, 7, "x"]),
        "state": st.sampled_from(["accepted", "replied", "nonsense"]),
        "reply_text": st.just("已经修好"),
        "items": st.sampled_from([[], [7], [ITEM], [ITEM] * 12, "x"]),
        "pages": st.sampled_from([1, 2, "x"]),
        "text": st.just("第一条"),
        "results": st.just([{"question": "q1", "choice": "1", "votes": 3}, "x"]),
        "prompt": st.just("welcome"),
        "reason": st.sampled_from(["timeout", None, {}]),
    },
)


def answers(session: Session) -> list[st.SearchStrategy[Event]]:
    """Everything that may answer what the session waits for."""
    makers: dict[str, Callable[[int], st.SearchStrategy[Any]]] = {
        "lookup": lambda t: st.builds(events.LookupResult, st.just(t), _outcomes, _values),
        "dial": lambda t: st.one_of(
            st.just(events.DialAnswered(t, "12315")),
            st.builds(events.DialEnded, st.just(t), st.sampled_from(get_args(events.DialEnd))),
        ),
        "play": lambda t: st.builds(events.Played, st.just(t), st.booleans()),
        "wait": lambda t: st.just(events.Expired(t)),
        "record": lambda t: st.builds(
            events.Recorded,
            st.just(t),
            st.sampled_from(["", f"rec-{t}"]),
            _seconds,
            st.sampled_from(["stopped", "silence", "limit", "hangup", "failed"]),
            st.none() | _seconds,
        ),
        "case": lambda t: st.sampled_from(
            [events.CaseOpened(t, "9901260213000011", "246813"), events.CaseDeferred(t)]
        ),
        "queue": lambda t: st.one_of(
            st.sampled_from(
                [events.AgentCame(t, "8001"), events.AgentLeft(t), events.AgentLeft(t, False)]
            ),
            st.builds(
                events.QueueLeft, st.just(t), st.sampled_from(["nobody", "timeout", "closed"])
            ),
        ),
    }
    sent = st.builds(events.SentTo, st.sampled_from([*session.flow.nodes, "gone"]), st.booleans())
    return [*(makers[name](token) for name, token in session.open.items()), sent]


def any_event(session: Session) -> st.SearchStrategy[Event]:
    """Anything: answers, keys, and events that come too late or never should."""
    stale = st.integers(0, session.next_token + 3)
    return st.one_of(
        *answers(session),
        st.builds(events.KeyPressed, st.sampled_from([*KEYS, "A", "", "12"])),
        st.builds(events.Played, stale),
        st.builds(events.Expired, stale),
        st.builds(events.QueueLeft, stale, st.just("nobody")),
        st.builds(events.LookupResult, stale, st.just("ok")),
        st.just(events.Started("12345", "")),
        st.just(events.Resumed()),
    )
