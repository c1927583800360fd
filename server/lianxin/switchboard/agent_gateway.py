"""What pages ask of the switchboard, and what they are told: the ``AgentGateway`` of the socket."""

from __future__ import annotations

import asyncio
import logging
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable, Mapping

from lianxin.calls.events import By
from lianxin.live import messages as m
from lianxin.live.server import Page, encode
from lianxin.live.tickets import BadTicket, issue_resume
from lianxin.rules.lifecycle import AgentEvent, CallState, IllegalMove
from lianxin.switchboard.acd.floor import Agent, Floor
from lianxin.switchboard.calls.actor import CallActor
from lianxin.switchboard.calls.traffic import Traffic
from lianxin.switchboard.clock import Clock, milliseconds
from lianxin.switchboard.exchange.accounts import Accounts

log = logging.getLogger(__name__)

#: Close code of a page whose agent went on in another window.
REPLACED, SIGNED_OUT = 4409, 4410
#: How often a floor view goes out at most.
FLOOR_SECONDS = 0.5
#: How many records of one batch are named; of more, a page reads its lists again.
HINTS = 3

#: In which states of a call a page's command makes sense; elsewhere it is refused.
CONNECTED: frozenset[CallState] = frozenset({"connecting", "talking", "held", "detached"})
ALLOWED: Mapping[type, frozenset[CallState]] = {
    m.Hold: frozenset({"talking"}),
    m.Resume: frozenset({"held"}),
    m.HangUp: CONNECTED,
    m.SendTo: frozenset({"talking", "held"}),
    m.Attach: CONNECTED | {"ringing"},
}

NOT_READY_REASONS = frozenset({"break", "meal", "training", "meeting", "other"})


class AgentGateway:
    """One page per agent, any number of watchers."""

    def __init__(
        self,
        floor: Floor,
        accounts: Accounts,
        call_of: Callable[[str], CallActor | None],
        healthy: Callable[[], bool],
        clock: Clock,
        traffic: Traffic,
    ) -> None:
        self._traffic = traffic
        self._floor = floor
        self._accounts = accounts
        self._call_of = call_of
        self._healthy = healthy
        self._clock = clock
        self._agents: dict[int, Page] = {}
        self._pages: defaultdict[int, set[Page]] = defaultdict(set)
        self._stale_floors: set[int] = set()
        self._dropping: set[asyncio.Task[None]] = set()

    def healthy(self) -> bool:
        return self._healthy()

    def traffic(self, versions: Iterable[int]) -> Mapping[int, Mapping[str, int]]:
        return self._traffic.now(versions)

    # --- coming and going

    async def connected(self, page: Page) -> m.Welcome:
        """Raises ``BadTicket`` for an agent who is no longer on the roster."""
        identity = page.identity
        person = identity.person
        if identity.kind == "agent" and not self._floor.knows(person or 0):
            raise BadTicket("live.not_an_agent")
        sip = None
        if identity.kind != "watcher":
            identity = page.identity = self._accounts.grant(identity)
            sip = await self._accounts.push(identity)
        agent = self._seat(page, person) if person and identity.kind == "agent" else None
        if identity.kind != "citizen":
            self._pages[identity.centre].add(page)
        actor = self._call_of(agent.call) if agent and agent.call else None
        return m.Welcome(
            role=identity.kind,
            now=milliseconds(self._clock()),
            resume=issue_resume(identity),
            sip=sip,
            agent=agent.view() if agent else None,
            call=actor.call.view() if actor and actor.call.with_agent else None,
            floor=None if identity.kind == "citizen" else self._floor.view(identity.centre),
        )

    def _seat(self, page: Page, person: int) -> Agent:
        """The newest page of an agent has the telephone; an older one is told so."""
        older = self._agents.get(person)
        if older is not None and older is not page:
            older.tell(m.Replaced())
            older.close(REPLACED, "live.replaced")
            del self._agents[person]
        agent = self._floor.sign_in(person)
        self._floor.present(person)
        self._agents[person] = page  # only now: the welcome is the first that it hears
        return agent

    def disconnected(self, page: Page) -> None:
        self._pages[page.identity.centre].discard(page)
        person = page.identity.person
        if person is not None and self._agents.get(person) is page:
            del self._agents[person]
            self._floor.absent(person)

    def present(self, person: int) -> bool:
        return person in self._agents

    # --- commands

    def command(self, page: Page, command: m.Command) -> None:
        person = page.identity.person
        if person is None or self._agents.get(person) is not page:
            page.tell(m.Refused(code="live.not_an_agent", command=_name(command)))
            return
        try:
            self._do(page, person, command)
        except IllegalMove as error:
            code = "live.not_now"
            page.tell(m.Refused(code=code, command=_name(command), detail=str(error)))

    def _do(self, page: Page, person: int, command: m.Command) -> None:
        match command:
            case m.Ready():
                self._floor.move(person, self._ready_event(person))
            case m.NotReady(reason):
                self._not_ready(page, person, reason)
            case m.SignOut():
                self._sign_out(page, person)
            case m.Hold(call) | m.Resume(call) | m.HangUp(call) | m.Attach(call) | m.SendTo(call):
                self._in_call(page, person, command, call)
            case m.Hello():
                page.tell(m.Refused(code="live.already_greeted", command="hello"))

    def _ready_event(self, person: int) -> AgentEvent:
        return "wrap_up_over" if self._floor.agents[person].state == "wrap_up" else "ready"

    def _not_ready(self, page: Page, person: int, reason: str) -> None:
        if reason not in NOT_READY_REASONS:
            page.tell(m.Refused(code="live.unknown_reason", command="not_ready", detail=reason))
            return
        self._floor.move(person, "not_ready", reason=reason)

    def _sign_out(self, page: Page, person: int) -> None:
        self._floor.move(person, "sign_out")
        del self._agents[person]  # what the page says after that is nobody's
        dropping = asyncio.create_task(self._accounts.drop(page.identity.sip_user))
        self._dropping.add(dropping)
        dropping.add_done_callback(self._dropping.discard)
        page.close(SIGNED_OUT, "live.signed_out")

    def _in_call(self, page: Page, person: int, command: m.Command, call: str) -> None:
        agent = self._floor.agents.get(person)
        actor = self._call_of(call)
        if agent is None or agent.call != call or actor is None:
            page.tell(m.Refused(code="live.not_your_call", command=_name(command)))
            return
        state = actor.call.state
        if state not in ALLOWED[type(command)]:
            page.tell(m.Refused(code="live.not_now", command=_name(command), detail=state))
            return
        talk = actor.talk
        if isinstance(command, m.SendTo):
            self._send_to(page, person, actor, command)
            return
        acts: Mapping[type, Callable[[int], Awaitable[None]]] = {
            m.Hold: talk.hold,
            m.Resume: talk.resume,
            m.HangUp: talk.hang_up,
            m.Attach: talk.attach,
        }
        actor.post(acts[type(command)], person)

    def _send_to(self, page: Page, person: int, actor: CallActor, command: m.SendTo) -> None:
        if command.node in actor.flow.nodes:
            actor.post(actor.talk.send_to, person, command.node, command.back)
        else:
            page.tell(m.Refused("live.no_such_node", _name(command), command.node))

    # --- telling

    def show(self, person: int, call: m.CallView) -> None:
        self._tell(person, m.CallChanged(call))

    def show_end(self, person: int, call: m.CallView, outcome: str, by: By) -> None:
        self._tell(person, m.CallEnded(call, outcome, by))

    def _tell(self, person: int, notice: m.Notice) -> None:
        page = self._agents.get(person)
        if page is not None:
            page.tell(notice)

    def agent_changed(self, agent: Agent | None, centre: int) -> None:
        if agent is not None:
            self._tell(agent.plan.person, m.AgentChanged(agent.view()))
        if centre not in self._stale_floors:
            self._stale_floors.add(centre)
            loop = asyncio.get_running_loop()
            loop.call_later(FLOOR_SECONDS, self._show_floor, centre)

    def _show_floor(self, centre: int) -> None:
        self._stale_floors.discard(centre)
        self._tell_all(centre, m.FloorChanged(self._floor.view(centre)))

    def records_changed(self, centre: int, kind: str, ids: Iterable[str]) -> None:
        """``ids`` of one batch; when they are many, one hint says so for all."""
        changed = tuple(ids)
        for id in changed if len(changed) <= HINTS else ("",):
            self._tell_all(centre, m.RecordChanged(kind, id))

    def _tell_all(self, centre: int, notice: m.Notice) -> None:
        encoded = encode(notice)
        for page in self._pages[centre]:
            page.tell_encoded(encoded)

    async def renew_telephones(self) -> None:
        """Asterisk came back: tell every page the account that it now knows again."""
        for page in {*self._agents.values()}:
            sip = await self._accounts.push(page.identity)
            if sip is not None:
                page.tell(m.SipRenewed(sip))


def _name(command: m.Command) -> str:
    return str(type(command).__struct_config__.tag)
