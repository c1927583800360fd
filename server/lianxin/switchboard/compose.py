"""How the switchboard's parts hang together: the one place, for the process and for its tests.

Each part is given what it needs when it is made, and nothing is set later. What two parts
share stands in a third that is made before both: the live calls, the connected pages.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from lianxin.agents.changes import change_of
from lianxin.calls.events import Entry
from lianxin.env import Env
from lianxin.lines.plan import Plans
from lianxin.rules.flow.lookups import Source
from lianxin.rules.masking import masked
from lianxin.rules.outbound import Refusal
from lianxin.switchboard.acd.agent import Agent
from lianxin.switchboard.acd.floor import Floor
from lianxin.switchboard.agent_gateway import AgentGateway
from lianxin.switchboard.ari import Exchange
from lianxin.switchboard.calls.live_calls import LiveCalls
from lianxin.switchboard.calls.ports import CallPorts, Records
from lianxin.switchboard.calls.queued_callbacks import QueuedCallbacks
from lianxin.switchboard.calls.traffic import Traffic
from lianxin.switchboard.clock import Clock
from lianxin.switchboard.exchange.accounts import Accounts, agent_name
from lianxin.switchboard.exchange.outbound_legs import OutboundLegs, RaiseAlarm
from lianxin.switchboard.fax.claims import FaxClaims
from lianxin.switchboard.fax.sending import Faxing
from lianxin.switchboard.ledger.journal import Journal
from lianxin.switchboard.ledger.store import Stored
from lianxin.switchboard.lookups.dispatch import LookUps, Resolver
from lianxin.switchboard.lookups.sources import in_memory
from lianxin.switchboard.pages import AgentPages
from lianxin.switchboard.router import CallRouter
from lianxin.switchboard.snapshot.logins import LoginEnds, Logins
from lianxin.switchboard.snapshot.plans import PlanBook
from lianxin.switchboard.snapshot.records import RecordHints
from lianxin.switchboard.snapshot.sounds import SoundBook

log = logging.getLogger(__name__)


def _log_alarm(centre: int, code: Refusal, number: str) -> None:
    log.warning("alarm of centre %s: %s %s", centre, code, masked(number))


@dataclass(frozen=True)
class Deps:
    """What of the world the switchboard reaches; a test gives it a world of its own.

    ``records`` is made with the function that is called on the loop for every batch of entries
    that has reached the database; ``store`` raises ``NothingRecorded``; ``resolvers`` answer
    look-ups beside those that the switchboard answers itself; ``check_plans`` is called on the
    thread that reads them; ``raise_alarm`` must not block.
    """

    exchange: Exchange
    clock: Clock
    records: Callable[[Callable[[Sequence[Entry]], None]], Records]
    store: Callable[[UUID], Awaitable[Stored]]
    resolvers: Mapping[Source, Resolver]
    check_plans: Callable[[Plans], None] | None = None
    raise_alarm: RaiseAlarm = _log_alarm


@dataclass(frozen=True)
class Switchboard:
    """The parts that somebody starts, stops or looks at."""

    exchange: Exchange
    journal: Journal
    records: Records
    accounts: Accounts
    floor: Floor
    sounds: SoundBook
    plans: PlanBook
    look_ups: LookUps
    calls: LiveCalls
    pages: AgentPages
    faxing: Faxing
    fax_claims: FaxClaims
    record_hints: RecordHints
    login_ends: LoginEnds
    router: CallRouter
    gateway: AgentGateway


def compose(env: Env, deps: Deps) -> Switchboard:
    """Make the parts; nothing runs yet. On the loop on which they will run."""
    exchange, clock = deps.exchange, deps.clock
    journal = Journal(env.journal)
    accounts = Accounts(exchange, journal, env.secret, env.sip_ws_url, clock)
    sounds = SoundBook(env.sounds, env.store)
    calls, pages, traffic = LiveCalls(), AgentPages(accounts), Traffic()
    floor = Floor(clock, calls.offer, partial(_agent_changed, journal, pages))
    plans = PlanBook(
        env.spool / "plans.json",
        env.database_url,
        partial(_plans_changed, journal, sounds, floor, calls),
        deps.check_plans,
    )
    outbound = OutboundLegs(
        exchange, env.outside, plans.outbound_rule, journal, clock, deps.raise_alarm
    )
    callbacks = QueuedCallbacks(calls, clock, outbound)
    look_ups = LookUps(
        {
            **in_memory(floor, plans.calendar_state, clock),
            "callback": callbacks.answer,
            **deps.resolvers,
        }
    )
    records = deps.records(pages.shipped)
    ports = CallPorts(
        exchange=exchange,
        journal=journal,
        records=records,
        floor=floor,
        look_ups=look_ups,
        sounds=sounds,
        clock=clock,
        store=deps.store,
        show=pages.show,
        show_end=pages.show_end,
        number_of=lambda person: floor.agents[person].plan.number,
        endpoint_of=partial(_agent_endpoint, floor),
        outbound=outbound,
        present=pages.present,
        traffic=traffic,
        finished=calls.finished,
        drop_account=accounts.drop,
        hangup_log=env.hangup_log,
    )
    faxing = Faxing(exchange, journal, records.nudge, outbound, clock, env.fax_log)
    router = CallRouter(
        calls, ports, plans, accounts, faxing, pages.renew_telephones, env.web_calls
    )
    logins = Logins(journal, clock)
    gateway = AgentGateway(pages, floor, accounts, calls, logins, router.healthy, clock, traffic)
    return Switchboard(
        exchange=exchange,
        journal=journal,
        records=records,
        accounts=accounts,
        floor=floor,
        sounds=sounds,
        plans=plans,
        look_ups=look_ups,
        calls=calls,
        pages=pages,
        faxing=faxing,
        fax_claims=FaxClaims(env.database_url, faxing, router.healthy, env.fax_lines, clock),
        record_hints=RecordHints(env.database_url, pages.record_changed),
        login_ends=LoginEnds(env.database_url, gateway.logins_ended),
        router=router,
        gateway=gateway,
    )


def _agent_endpoint(floor: Floor, person: int) -> str:
    plan = floor.agents[person].plan
    return plan.telephone or f"PJSIP/{agent_name(plan.centre, plan.number)}"


def _agent_changed(
    journal: Journal, pages: AgentPages, floor: Floor, agent: Agent | None, centre: int
) -> None:
    if agent is not None:
        person, key = agent.plan.person, f"agent:{agent.plan.person}"
        kept = journal.checkpoints.get(key)
        before = (kept["state"], kept["reason"]) if kept else None
        at = agent.since.timestamp()
        change = change_of(centre, person, before, (agent.state, agent.reason), at)
        checkpoint = None if agent.state == "offline" else agent.checkpoint()
        journal.keep(key, checkpoint, change)
    pages.agent_changed(floor, agent, centre)


def _plans_changed(
    journal: Journal, sounds: SoundBook, floor: Floor, calls: LiveCalls, plans: Plans
) -> None:
    """Use the new plans, and keep the flows that they and the live calls run."""
    sounds.use(plans.prompts)
    floor.plan(plans.agents, plans.queues)
    versions = {key: spec for line in plans.lines for key, spec in line.versions().items()}
    wanted = {f"flow:{version}": spec for version, spec in versions.items()}
    live = {f"flow:{actor.call.line.flow_version}" for actor in calls}
    for key in [key for key in journal.checkpoints if key.startswith("flow:")]:
        if key not in wanted and key not in live:
            journal.keep(key, None)
    for key, flow in wanted.items():
        if journal.checkpoints.get(key) != flow:
            journal.keep(key, flow)
