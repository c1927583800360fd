"""What pages ask of the switchboard: the gateway behind the live socket."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable, Mapping

from lianxin.live import messages as m
from lianxin.live.server import Page
from lianxin.live.tickets import BadTicket, issue_resume
from lianxin.rules.lifecycle import AgentEvent, CallPhase, IllegalMove
from lianxin.switchboard.acd.agent import Agent
from lianxin.switchboard.acd.floor import Floor
from lianxin.switchboard.calls.actor import CallActor
from lianxin.switchboard.calls.live_calls import LiveCalls
from lianxin.switchboard.calls.traffic import Traffic
from lianxin.switchboard.clock import Clock, milliseconds
from lianxin.switchboard.exchange.accounts import Accounts
from lianxin.switchboard.pages import AgentPages

log = logging.getLogger(__name__)

#: Close code of a page whose agent has signed out.
SIGNED_OUT = 4410

#: In which phases of a call a page's command makes sense; elsewhere it is refused.
CONNECTED: frozenset[CallPhase] = frozenset({"connecting", "talking", "held", "detached"})
ALLOWED: Mapping[type, frozenset[CallPhase]] = {
    m.Hold: frozenset({"talking"}),
    m.Resume: frozenset({"held"}),
    m.HangUp: CONNECTED,
    m.CutAnnouncement: frozenset({"connecting"}),
    m.SendTo: frozenset({"talking", "held"}),
    m.Attach: CONNECTED | {"ringing"},
}

NOT_READY_REASONS = frozenset({"break", "meal", "training", "meeting", "other"})


class AgentGateway:
    """Takes what a page says to the floor and to its call, or refuses it."""

    def __init__(
        self,
        pages: AgentPages,
        floor: Floor,
        accounts: Accounts,
        calls: LiveCalls,
        healthy: Callable[[], bool],
        clock: Clock,
        traffic: Traffic,
    ) -> None:
        self._pages = pages
        self._floor = floor
        self._accounts = accounts
        self._calls = calls
        self._healthy = healthy
        self._clock = clock
        self._traffic = traffic
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
            self._pages.add(page)
        actor = self._calls.get(agent.call) if agent else None
        calls = [actor.call.view()] if actor and actor.call.has_agent else []
        return m.Welcome(
            role=identity.kind,
            now=milliseconds(self._clock()),
            resume=issue_resume(identity),
            sip=sip,
            agent=agent.view() if agent else None,
            calls=calls,
            call=calls[-1] if calls else None,
            floor=None if identity.kind == "citizen" else self._floor.view(identity.centre),
        )

    def _seat(self, page: Page, person: int) -> Agent:
        """The newest page of an agent has the telephone; an older one is told so."""
        self._pages.replace_older(page, person)
        agent = self._floor.sign_in(person)
        self._floor.present(person)
        self._pages.seat(page, person)  # only now: the welcome is the first that it hears
        return agent

    def disconnected(self, page: Page) -> None:
        self._pages.discard(page)
        person = page.identity.person
        if person is not None and self._pages.belongs(page, person):
            self._pages.unseat(person)
            self._floor.absent(person)

    # --- commands

    def command(self, page: Page, command: m.Command) -> None:
        person = page.identity.person
        if person is None or not self._pages.belongs(page, person):
            page.send(m.Refused(code="live.not_an_agent", command=_name(command)))
            return
        try:
            self._do(page, person, command)
        except IllegalMove as error:
            code = "live.not_now"
            page.send(m.Refused(code=code, command=_name(command), detail=str(error)))

    def _do(self, page: Page, person: int, command: m.Command) -> None:
        match command:
            case m.Ready():
                self._floor.move(person, self._ready_event(person))
            case m.NotReady(reason):
                self._not_ready(page, person, reason)
            case m.SignOut():
                self._sign_out(page, person)
            case (
                m.Hold(call)
                | m.Resume(call)
                | m.HangUp(call)
                | m.CutAnnouncement(call)
                | m.Attach(call)
                | m.SendTo(call)
            ):
                self._in_call(page, person, command, call)
            case m.Hello():
                page.send(m.Refused(code="live.already_greeted", command="hello"))

    def _ready_event(self, person: int) -> AgentEvent:
        return "wrap_up_over" if self._floor.agents[person].state == "wrap_up" else "ready"

    def _not_ready(self, page: Page, person: int, reason: str) -> None:
        if reason not in NOT_READY_REASONS:
            page.send(m.Refused(code="live.unknown_reason", command="not_ready", detail=reason))
            return
        self._floor.move(person, "not_ready", reason=reason)

    def _sign_out(self, page: Page, person: int) -> None:
        self._floor.move(person, "sign_out")
        self._pages.unseat(person)  # what the page says after that is nobody's
        dropping = asyncio.create_task(self._accounts.drop(page.identity.sip_user))
        self._dropping.add(dropping)
        dropping.add_done_callback(self._dropping.discard)
        page.close(SIGNED_OUT, "live.signed_out")

    def _in_call(self, page: Page, person: int, command: m.Command, call: str) -> None:
        agent = self._floor.agents.get(person)
        actor = self._calls.get(call)
        if agent is None or agent.call != call or actor is None:
            page.send(m.Refused(code="live.not_your_call", command=_name(command)))
            return
        phase = actor.call.phase
        not_theirs = isinstance(command, m.CutAnnouncement) and not actor.call.may_cut
        if phase not in ALLOWED[type(command)] or not_theirs:
            page.send(m.Refused(code="live.not_now", command=_name(command), detail=phase))
            return
        talk = actor.talk
        if isinstance(command, m.SendTo):
            self._send_to(page, person, actor, command)
            return
        acts: Mapping[type, Callable[[int], Awaitable[None]]] = {
            m.Hold: talk.hold,
            m.Resume: talk.resume,
            m.HangUp: talk.hang_up,
            m.CutAnnouncement: talk.cut_announcement,
            m.Attach: talk.attach,
        }
        actor.post(acts[type(command)], person)

    def _send_to(self, page: Page, person: int, actor: CallActor, command: m.SendTo) -> None:
        if command.node in actor.flow.nodes:
            actor.post(actor.talk.send_to, person, command.node, command.back)
        else:
            page.send(m.Refused("live.no_such_node", _name(command), command.node))


def _name(command: m.Command) -> str:
    return str(type(command).__struct_config__.tag)
