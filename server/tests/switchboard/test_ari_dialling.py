"""What dialling out relies on, held against Asterisk itself and against its twin."""

from __future__ import annotations

import pytest

from lianxin.switchboard.ari import ChannelDestroyed, PlaybackFinished, StasisEnd, StasisStart
from lianxin.switchboard.ari.twin import FarEnd
from lianxin.switchboard.calls.callback import RINGING
from lianxin.switchboard.fax.sending import CONTEXT, EXTENSION
from tests.switchboard.ari_sides import SHORT, Side, answered

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_the_first_of_two_answers_and_the_other_is_called_off(side: Side) -> None:
    caller = await answered(side)
    slow, quick = side.far_end(FarEnd(rings=0.0)), side.far_end(FarEnd(rings=0.0, answers=0.5))
    for endpoint, leg in ((slow, "slow"), (quick, "quick")):
        await side.exchange.originate(endpoint, leg, originator=caller, app_args=("out", leg))
    await side.exchange.start_moh(caller)
    await side.seen(StasisStart, lambda e: e.channel.id == "quick")
    await side.exchange.hangup("slow")
    await side.seen(ChannelDestroyed, lambda e: e.channel.id == "slow")
    await side.exchange.stop_moh(caller)
    await side.exchange.create_bridge("talk")
    await side.exchange.add_to_bridge("talk", "quick", caller)
    assert {*(await side.exchange.bridge("talk")).channels} == {"quick", caller}
    await side.exchange.remove_from_bridge("talk", caller)
    await side.exchange.hangup("quick")
    await side.seen(ChannelDestroyed, lambda e: e.channel.id == "quick")
    await side.exchange.destroy_bridge("talk")
    await side.exchange.play(caller, [SHORT], "after")
    assert (await side.seen(PlaybackFinished)).playback.state == "done"


async def test_a_sound_plays_to_an_agent_until_the_citizen_answers(side: Side) -> None:
    """What a callback does: the agent's leg hears ringing, then both are bridged."""
    agent, citizen = (side.far_end(FarEnd(rings=None, answers=n)) for n in (0.1, 0.6))
    await side.exchange.originate(agent, "agent", app_args=("leg", "x"))
    await side.seen(StasisStart, lambda e: e.channel.id == "agent")
    await side.exchange.play("agent", [RINGING], "ringing", no_wait=True)
    await side.exchange.originate(citizen, "citizen", originator="agent", app_args=("back", "x"))
    await side.seen(StasisStart, lambda e: e.channel.id == "citizen")
    await side.exchange.stop_playback("ringing", no_wait=True)
    assert (await side.seen(PlaybackFinished)).playback.state == "done"
    await side.exchange.create_bridge("talk")
    await side.exchange.add_to_bridge("talk", "agent", "citizen")
    assert {*(await side.exchange.bridge("talk")).channels} == {"agent", "citizen"}
    await side.exchange.hangup("agent")
    await side.exchange.hangup("citizen")
    await side.seen(ChannelDestroyed, lambda e: e.channel.id == "agent")
    await side.seen(ChannelDestroyed, lambda e: e.channel.id == "citizen")
    await side.exchange.destroy_bridge("talk")


async def test_a_leg_in_the_dialplan_is_not_ours_but_its_end_is_told(side: Side) -> None:
    """What a fax does: the leg is answered, and sends by itself. Here it has nothing to send."""
    machine, leg = side.far_end(FarEnd(rings=0.0, answers=0.2, hangs_up=3)), "fax.x.y"
    await side.exchange.originate(
        machine, leg, variables={"LIANXIN_FAX": "none.tif"}, app_args=("fax", "x")
    )
    assert (await side.seen(StasisStart)).args == ["fax", "x"]
    assert (await side.exchange.channel(leg)).dialplan.app_name == "Stasis"
    await side.exchange.continue_in_dialplan(leg, CONTEXT, EXTENSION, 1)
    await side.seen(StasisEnd, lambda e: e.channel.id == leg)
    await side.seen(ChannelDestroyed, lambda e: e.channel.id == leg)
    assert leg not in {channel.id for channel in await side.exchange.channels()}
