"""A visitor's page has one telephone and one call, and the number they gave proves nothing."""

from __future__ import annotations

import msgspec
import pytest

from lianxin.calls.events import Entry, Kind
from lianxin.live import messages as m
from lianxin.live.tickets import BadTicket, Identity, issue_ticket, read_resume, read_ticket
from lianxin.rules.flow.effects import Dial, Enqueue, Lookup
from lianxin.switchboard.ari.twin import FarEnd
from lianxin.switchboard.exchange import accounts as module
from lianxin.switchboard.pages import AgentPages
from tests.switchboard.pages import Heard
from tests.switchboard.probe import Probe, use
from tests.switchboard.world import CENTRE, LINE, World, outside

CLAIMED = "13800000009"


def visitor(world: World, address: str = "203.0.113.7") -> Identity:
    """What the portal gives a visitor: read from the ticket, as their page shows it."""
    identity = Identity("citizen", CENTRE, line=LINE, caller=CLAIMED, address=address)
    read = read_ticket(issue_ticket(identity))
    expires = int(world.clock().timestamp()) + 1800
    return msgspec.structs.replace(read, sip_expires=expires)


async def come(world: World, identity: Identity) -> Identity:
    """A page that says hello; what it may come back with."""
    page = Heard(0, identity)
    welcome = await world.gateway.connected(page.page)
    return read_resume(welcome.resume)


def citizens(world: World) -> list[str]:
    return [name for name in world.accounts._accounts if name.startswith("web-")]


async def test_one_ticket_is_one_account_however_often_it_is_shown(world: World) -> None:
    ticket = visitor(world)
    resume = await come(world, ticket)
    for _ in range(30):
        await come(world, ticket)
        resume = await come(world, resume)
    assert citizens(world) == [ticket.sip_user]
    assert resume.sip_expires == ticket.sip_expires


async def test_one_account_has_one_channel(world: World) -> None:
    ticket = visitor(world)
    await come(world, ticket)
    use(world, start=Probe(asks=(Enqueue(0, "general"),)))
    channels = [world.twin.call_in(LINE, CLAIMED, endpoint=ticket.sip_user) for _ in range(28)]
    await world.settle()
    assert len([*world.calls]) == 1
    [actor] = world.calls
    await world.hang_up(actor.call.channel)
    await world.settle()
    assert world.left() == []
    with pytest.raises(BadTicket, match=r"live\.session_over"):
        await come(world, ticket)
    world.twin.call_in(LINE, CLAIMED, endpoint=ticket.sip_user)
    await world.settle()
    assert [*world.calls] == []
    assert channels


async def test_pages_leave_channels_to_the_carriers_callers(world: World) -> None:
    use(world, start=Probe(asks=(Enqueue(0, "general"),)))
    world.switchboard.router._web_calls = 2
    for n in range(4):
        ticket = visitor(world, f"198.51.{n}.1")
        await come(world, ticket)
        world.twin.call_in(LINE, CLAIMED, endpoint=ticket.sip_user)
    await world.settle()
    assert len([*world.calls]) == 2
    await world.call_in(caller="13800000003")
    assert len([*world.calls]) == 3


async def test_a_network_and_all_have_so_many_telephones(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_OF_NETWORK", 2)
    monkeypatch.setattr(module, "MOST_OF_ALL", 3)
    for address in ("203.0.113.1", "203.0.113.2", "198.51.100.1"):
        await come(world, visitor(world, address))
    for address in ("203.0.113.3", "192.0.2.1"):
        with pytest.raises(BadTicket, match=r"live\.too_many_calls"):
            await come(world, visitor(world, address))


async def test_a_claimed_number_is_nobodys(world: World) -> None:
    ticket = visitor(world)
    await come(world, ticket)
    world.twin.far_ends[outside("12315")] = FarEnd()
    use(world, start=Probe(asks=(Dial(0, ("12315",), 30),)))
    world.twin.call_in(LINE, CLAIMED, endpoint=ticket.sip_user)
    await world.settle()
    [actor] = world.calls
    facts = actor.call.facts()
    assert (facts.verified, facts.asker) == ("", "203.0.113.7")
    assert actor.call.view().claimed
    [leg] = actor.call.legs_of("outside")
    assert world.twin.world.legs[leg.id].channel.caller.number != CLAIMED


async def test_a_call_back_to_a_claimed_number_says_so(world: World) -> None:
    ticket = visitor(world)
    await come(world, ticket)
    asks = (Enqueue(0, "general"), Lookup(0, "callback", (("number", ""),), 3600))
    await world.sign_in(8001)
    await world.call_talking()
    use(world, start=Probe(asks=asks, exits={"ok": "kept"}), kept=Probe())
    world.twin.call_in(LINE, CLAIMED, endpoint=ticket.sip_user)
    await world.settle()
    [back] = [each for each in world.calls if each.call.callback]
    assert (back.call.caller, back.call.view().claimed) == (CLAIMED, True)


async def test_pages_hear_that_records_changed_and_not_which(world: World) -> None:
    """They may be closed to whoever sits there; and they are of one centre only."""
    pages = AgentPages(world.accounts)
    ours, theirs = (Heard(1, Identity("watcher", centre, 1)) for centre in (CENTRE, CENTRE + 1))
    for page in (ours, theirs):
        pages.add(page.page)
    kinds: tuple[Kind, ...] = ("started", "stored", "node")
    pages.shipped([Entry(str(n), 1, CENTRE, 0.0, kind) for n, kind in enumerate(kinds)])
    pages.record_changed(CENTRE, "case")
    assert ours.notices == [m.RecordChanged("call"), m.RecordChanged("case")]
    assert {(notice.kind, notice.id) for notice in ours.of(m.RecordChanged)} == {
        ("call", ""),
        ("case", ""),
    }
    assert theirs.notices == []
