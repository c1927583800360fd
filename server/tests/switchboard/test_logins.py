"""What a login was given ends with it: the page, its commands, its resume token, its telephone."""

from __future__ import annotations

import msgspec
import pytest

from lianxin.centres.logins import EndedLogin
from lianxin.live import messages as m
from lianxin.live.tickets import CITIZEN_SECONDS, BadTicket, Identity, read_resume
from lianxin.switchboard.agent_gateway import SESSION_OVER
from lianxin.switchboard.exchange.accounts import agent_name
from tests.switchboard.pages import Heard
from tests.switchboard.world import CENTRE, World

PERSON, LOGIN = 8001, "a" * 32
OVER = (SESSION_OVER, "live.session_over")


def given(world: World, **changes: object) -> Identity:
    """What web gives somebody who has just signed in."""
    identity = Identity("agent", CENTRE, PERSON, str(PERSON), login=LOGIN, issued=now(world))
    return msgspec.structs.replace(identity, **changes)


def now(world: World) -> float:
    return world.clock().timestamp()


async def come(world: World, identity: Identity) -> Heard:
    page = Heard(PERSON, identity)
    page.send(await world.gateway.connected(page.page))
    return page


async def end(world: World, login: str = LOGIN, person: int = PERSON) -> None:
    world.gateway.logins_ended([EndedLogin(person, login, now(world))])
    await world.settle()


async def test_who_signs_out_is_closed_and_rung_no_more(world: World) -> None:
    page = await come(world, given(world))
    await world.say(page, m.Ready())
    await end(world)
    assert page.closed == OVER
    assert PERSON not in world.floor.agents
    assert world.accounts[agent_name(CENTRE, str(PERSON))] is None
    await world.say(page, m.Ready())  # it was on its way
    assert page.refused[-1] == "live.session_over"
    assert PERSON not in world.floor.agents
    with pytest.raises(BadTicket, match=r"live\.session_over"):
        await world.come_back(page)
    with pytest.raises(BadTicket, match=r"live\.session_over"):
        await come(world, given(world))  # the ticket of before


async def test_another_login_of_the_same_person_goes_on(world: World) -> None:
    page = await come(world, given(world))
    await world.say(page, m.Ready())
    await end(world, login="b" * 32)
    assert page.closed is None
    assert world.agent(PERSON).state == "ready"


@pytest.mark.parametrize("before", [True, False])
async def test_a_changed_account_ends_the_logins_of_before(world: World, before: bool) -> None:
    """A password, a role, a right, an account that is disabled: the trigger names no login."""
    page = await come(world, given(world))
    world.gateway.logins_ended([EndedLogin(PERSON, "", now(world) + (1 if before else -1))])
    await world.settle()
    assert (page.closed == OVER) is before
    await world.wait(2)
    again = await come(world, given(world, login="c" * 32))  # signed in anew
    assert again.closed is None


async def test_nobody_is_cut_off_in_a_talk(world: World) -> None:
    page = await come(world, given(world))
    await world.say(page, m.Ready())
    actor = await world.call_talking()
    await end(world)
    assert page.closed == OVER
    await world.leave(page)
    assert actor.call.phase == "talking"
    await world.hang_up(actor.call.channel)
    await world.wait(10)
    assert PERSON not in world.floor.agents
    assert world.accounts[agent_name(CENTRE, str(PERSON))] is None


async def test_a_session_expires_for_the_live_page_too(world: World) -> None:
    page = await come(world, given(world, until=now(world) + 60))
    await world.wait(59)
    assert page.closed is None
    await world.wait(2)
    assert page.closed == OVER
    with pytest.raises(BadTicket, match=r"live\.session_over"):
        await world.come_back(page)


async def test_it_is_known_after_a_kill_without_the_database(world: World) -> None:
    page = await come(world, given(world))
    await end(world)
    await world.kill()
    await world.start()
    with pytest.raises(BadTicket, match=r"live\.session_over"):
        await world.come_back(page)


async def test_a_watcher_and_a_token_of_before_end_as_well(world: World) -> None:
    watcher = await come(world, given(world, kind="watcher"))
    old = await come(world, Identity("watcher", CENTRE, PERSON, str(PERSON)))  # of before an update
    await end(world, login="")
    assert (watcher.closed, old.closed) == (OVER, OVER)


async def test_a_citizen_has_no_login(world: World) -> None:
    await end(world, login="")
    citizen = Heard(0, Identity("citizen", CENTRE, line="12345"))
    assert (await world.gateway.connected(citizen.page)).role == "citizen"


async def test_a_citizen_who_comes_back_has_the_telephone_of_before(world: World) -> None:
    """A chain of tokens gave an account each."""
    citizen = Heard(0, Identity("citizen", CENTRE, line="12345"))
    welcome = await world.gateway.connected(citizen.page)
    first = welcome.sip
    for _ in range(20):
        await world.wait(60)
        again = Heard(0, read_resume(welcome.resume))
        welcome = await world.gateway.connected(again.page)
        assert welcome.sip == first
    await world.wait(CITIZEN_SECONDS)
    with pytest.raises(BadTicket, match=r"live\.session_over"):
        await world.gateway.connected(Heard(0, read_resume(welcome.resume)).page)


async def test_a_chain_of_tokens_lives_no_longer_than_the_login(world: World) -> None:
    page = await come(world, given(world, until=now(world) + 300))
    for _ in range(4):
        await world.wait(60)
        page = await world.come_back(page)
    await world.wait(61)
    with pytest.raises(BadTicket, match=r"live\.session_over"):
        await world.come_back(page)


async def test_an_agent_who_comes_back_has_one_telephone(world: World) -> None:
    page = await come(world, given(world, until=now(world) + 12 * 3600))
    for _ in range(3):
        page = await world.come_back(page)
        assert page.page.identity.sip_user == agent_name(CENTRE, str(PERSON))
