"""The made-up city has what the shipped flows ask for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lianxin.centres.access import Actor
from lianxin.demo import services as demo_asked
from lianxin.flows.default import template
from lianxin.polls.models import Poll


@pytest.mark.parametrize("name", ["article", "direct"])
def test_the_poll_of_the_shipped_flows_is_open_and_counts_every_key(
    who: Callable[[str], Actor], name: str
) -> None:
    node = template(name)["nodes"]["poll"]
    with who("9000").scope():
        demo_asked.load(who("9000"))
        poll = Poll.objects.get(code=node["poll"])
    counted = {q["code"]: {choice["key"] for choice in q["choices"]} for q in poll.questions}
    spoken = {q["code"]: set(q["choices"].values()) for q in node["questions"]}
    assert spoken == counted
