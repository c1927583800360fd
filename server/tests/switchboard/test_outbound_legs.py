"""Every leg to a telephone outside asks one rule, whoever makes it."""

from __future__ import annotations

import ast
import logging
import re
from dataclasses import replace
from pathlib import Path

import pytest

from lianxin.lines.plan import OutboundPlan
from lianxin.live import messages as m
from lianxin.rules.flow.effects import Dial, Enqueue, Lookup
from lianxin.rules.outbound import OutboundRule
from lianxin.switchboard.ari.twin import FarEnd
from tests.switchboard.probe import Probe, into
from tests.switchboard.test_callbacks import Bye, busy, citizen, reached
from tests.switchboard.world import CENTRE, World, agent_plan, outside

SATELLITE = "00881600123"
SOURCES = Path(__file__).parents[2] / "lianxin"


def originated(world: World) -> list[str]:
    return [str(what[1]) for what in world.twin.commands if what[0] == "originate"]


def rule(world: World, given: OutboundRule) -> None:
    world.plans = replace(world.plans, outbound=(OutboundPlan(CENTRE, given),))
    world.switchboard.plans._take(world.plans)


def asks_for(number: str) -> Probe:
    """Lines up, and types the number to be called back at."""
    return Probe(
        asks=(Enqueue(0, "general"), Lookup(0, "callback", (("number", number),), 3600)),
        exits={"ok": "promised", "refused": "refused", "AgentLeft": "bye"},
    )


@pytest.mark.parametrize("number", [SATELLITE, "+85298765432", "16812345", "17951013900007704"])
async def test_who_types_a_barred_number_is_promised_nothing(
    world: World, number: str, caplog: pytest.LogCaptureFixture
) -> None:
    await busy(world)
    with caplog.at_level(logging.WARNING):
        nodes = {"promised": Probe(), "refused": Probe(), "bye": Bye()}
        actor = await into(world, "13800000002", start=asks_for(number), **nodes)
    assert actor.call.session["node"] == "refused"
    assert not [each for each in world.calls if each.call.callback]
    if number == SATELLITE:
        assert "outbound.barred" in caplog.text
        assert number not in caplog.text


async def test_a_number_is_called_back_so_often_an_hour(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    rule(world, OutboundRule(number_an_hour=1))
    _, back = await reached(world)
    assert outside("13800000002") in originated(world)
    world.twin.pick_up(citizen(back))
    await world.settle()
    await world.hang_up(back.call.channel)
    legs = world.switchboard.router._ports.outbound
    raised: list[tuple[int, str, str]] = []
    monkeypatch.setattr(legs, "_raise_alarm", lambda *told: raised.append(told))
    for written in ("13800000002", "+8613800000002", "0086 138 0000 0002"):
        assert legs.refusal(CENTRE, written, "caller") == "outbound.number_limit"
    assert set(raised) == {(CENTRE, "outbound.number_limit", "13800000002")}
    assert len(raised) == 1
    assert legs.refusal(CENTRE, "13800000002", "centre") is None
    await world.kill()
    await world.start()
    legs = world.switchboard.router._ports.outbound
    assert legs.refusal(CENTRE, "13800000002", "caller") == "outbound.number_limit"


async def test_a_callback_that_is_barred_meanwhile_is_closed(world: World) -> None:
    taken = await busy(world)
    nodes = {"promised": Probe(), "refused": Probe(), "bye": Bye()}
    actor = await into(world, "13800000002", start=asks_for(""), **nodes)
    await world.hang_up(actor.call.channel)
    [back] = [each for each in world.calls if each.call.callback]
    rule(world, OutboundRule(barred=("mobile",)))
    await world.hang_up(taken.call.channel)
    await world.say(world.pages[8001], m.Ready())
    await world.pick_up(back)
    await world.settle()
    assert outside("13800000002") not in originated(world)
    assert world.entry(back.call, "callback_missed").data["reason"] == "refused"
    assert world.entry(back.call, "ended").data["outcome"] == "unreached"


async def test_a_flow_rings_nothing_that_is_barred(world: World) -> None:
    world.twin.far_ends[outside("12315")] = FarEnd()
    start = Probe(
        asks=(Dial(0, (SATELLITE, "12315"), 30),), exits={"refused": "nobody", "failed": "nobody"}
    )
    actor = await into(world, start=start, nobody=Probe())
    assert originated(world) == [outside("12315")]
    assert [leg.number for leg in actor.call.legs_of("outside")] == ["12315"]


async def test_a_flow_names_the_telephones_of_its_transfers_and_no_other(world: World) -> None:
    """What else it says, or what looks like one, is of who typed it."""
    rule(world, OutboundRule(number_an_hour=0))
    numbers = ("12315", "12320", "12329")
    named = {"type": "transfer", "numbers": ["12315"], "after": "end", "failed": "end"}
    aside = {**named, "numbers": ["12320"]}
    stored = {"spec": 2, "id": "f", "title": "12329", "start": "out", "aside": aside}
    nodes = {"out": named, "end": {"type": "hang_up", "prompts": [], "note": aside}}
    first, *others = world.plans.lines
    world.plans = replace(
        world.plans, lines=(replace(first, flow={**stored, "nodes": nodes}), *others)
    )
    for number in numbers:
        world.twin.far_ends[outside(number)] = FarEnd()
    await into(world, start=Probe(asks=(Dial(0, numbers, 30),)))
    assert originated(world) == [outside("12315")]


async def test_a_centre_that_has_rung_enough_rings_emergency_only(world: World) -> None:
    rule(world, OutboundRule(centre_an_hour=0))
    world.twin.far_ends[outside("110")] = FarEnd()
    start = Probe(asks=(Dial(0, ("12315", "110"), 30),), exits={"refused": "nobody"})
    await into(world, start=start, nobody=Probe())
    assert originated(world) == [outside("110")]


async def test_an_agents_own_telephone_is_asked_about(world: World) -> None:
    plans = [replace(agent_plan(n), telephone=outside(SATELLITE)) for n in (8001,)]
    world.plans = replace(world.plans, agents=tuple(plans))
    world.switchboard.plans._take(world.plans)
    world.twin.far_ends[outside(SATELLITE)] = FarEnd()
    await world.sign_in(8001)
    await world.call_in()
    assert outside(SATELLITE) not in originated(world)


def test_legs_are_made_in_one_place() -> None:
    """The next place that would dial by itself is caught here."""
    makers = {
        path.relative_to(SOURCES).as_posix()
        for path in SOURCES.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Attribute) and node.attr == "originate"
    }
    assert makers == {"switchboard/exchange/outbound_legs.py"}


def test_the_dialplan_dials_nobody() -> None:
    text = (SOURCES.parents[1] / "deploy/asterisk/extensions.conf.j2").read_text()
    orders = [line.partition(";")[0] for line in text.splitlines()]
    assert not [each for each in orders if re.search(r"(?i)\b(?:retry)?dial\(|originate\(", each)]
