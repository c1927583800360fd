"""What holds of every call whenever nobody has anything left to do."""

from __future__ import annotations

from lianxin.rules.lifecycle import PRESENCE, LegRole
from lianxin.switchboard.calls.call import Call
from lianxin.switchboard.exchange import channel_names
from tests.switchboard.world import World

ROLES: tuple[LegRole, ...] = ("caller", "agent", "outside")
#: Somebody alone in a bridge waits for the other: for the announcement to be
#: over or the citizen to answer, for a hold to end, for a page to come back.
ALONE = ("connecting", "held", "detached")


def sound(world: World) -> None:
    """Raise ``AssertionError`` where a call, its legs and its agent do not fit together."""
    for actor in world.calls:
        if actor.call.state != "ended":
            roles(actor.call)
            legs(world, actor.call)
            bridge(world, actor.call)
            agent(world, actor.call)


def roles(call: Call) -> None:
    """No leg without a reason: each state of a call has the legs that it needs and no other."""
    states = {role: [leg.state for leg in call.legs_of(role)] for role in ROLES}
    assert len(states["caller"]) == (0 if call.unreached and call.state != "with_agent" else 1)
    assert "gone" not in states["caller"]
    assert bool(states["agent"]) == (call.state in ("offered", "with_agent"))
    if call.state == "offered":
        assert states["agent"] == ["ringing"]
    if call.state == "with_agent":
        assert len(states["agent"]) <= 2, "one that talks, and one at a page that comes back"
        assert len([each for each in states["agent"] if each in ("up", "detached")]) <= 1
    assert bool(states["outside"]) == (call.state in ("dialling", "outside"))
    if call.state == "dialling":
        assert {*states["outside"]} == {"ringing"}
    if call.state == "outside":
        assert states["outside"] == ["up"]
    assert ("held" in states["caller"]) == (call.phase in ("held", "detached"))


def legs(world: World, call: Call) -> None:
    """Each leg is a channel of the exchange, and each of its channels is a leg."""
    assert call.state == "queued" or call.legs, "only a citizen who is called back may have none"
    there = {leg.id for leg in call.legs.values() if leg.state != "detached"}
    assert there <= world.twin.world.legs.keys()
    names = {id: channel_names.parse(id) for id in world.twin.world.legs}
    ours = {id for id, name in names.items() if name and name.call == call.id}
    assert {id for id in ours if not id.startswith("snoop.")} <= there


def bridge(world: World, call: Call) -> None:
    """Who is in the bridge is known; who is alone in it waits for somebody."""
    held = world.twin.world.bridges.get(call.bridge)
    inside = {leg.id for leg in call.legs.values() if leg.bridge}
    assert (set(held.channels) if held else set()) == inside
    if held is not None:
        assert call.state in ("with_agent", "outside")
        if len(inside) < 2:
            rings = any(leg.state == "ringing" for leg in call.legs.values())
            assert call.phase in ALONE or rings


def agent(world: World, call: Call) -> None:
    """The agent is what the call says."""
    if call.person is not None:
        assert world.agent(call.person).state == PRESENCE[call.phase]
        assert world.agent(call.person).call == call.id
