"""Resolvers that ask PostgreSQL or a customer's service.

Each gives an outcome of its source and the values that docs/howto/new-node.md names. What a
database refuses or takes too long for is ``unavailable``: ``LookUps`` says so.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Mapping
from typing import Any, TypeVar
from uuid import UUID

from django.db import close_old_connections, transaction
from django.utils import timezone

from lianxin.calls.memory import remembered_language
from lianxin.cases.errors import StatusRefused
from lianxin.cases.status import CaseStatus, status_by_caller, status_by_number
from lianxin.centres.isolation import scope
from lianxin.connections.client import LookupClient
from lianxin.faxes.outbox import Wanted
from lianxin.faxes.outbox import put as put_fax
from lianxin.knowledge.browsing import browse, text_to_send
from lianxin.notices import outbox
from lianxin.notices.tasks import send_soon
from lianxin.polls.voting import PollStatus, poll_status
from lianxin.prompts.telephone import find_code
from lianxin.rules.flow.lookups import Source
from lianxin.rules.values import Language, known_language
from lianxin.switchboard.lookups.call_facts import CallFacts
from lianxin.switchboard.lookups.dispatch import Arguments, Resolved, Resolver
from lianxin.switchboard.pools import Pools

log = logging.getLogger(__name__)

T = TypeVar("T")


class DatabaseLookups:
    """One method for each source that is answered outside of the switchboard."""

    def __init__(self, pools: Pools, lookup_client: LookupClient) -> None:
        self._pools = pools
        self._lookup_client = lookup_client

    def resolvers(self) -> Mapping[Source, Resolver]:
        return {
            "caller": self._caller,
            "poll": self._poll,
            "knowledge": self._knowledge,
            "knowledge_send": self._knowledge_send,
            "case": self._case,
            "case_of_caller": self._case_of_caller,
            "case_reply": self._case_reply,
            "prompt_code": self._prompt_code,
            "http": self._http,
            "sql": self._sql,
        }

    async def _ours(self, call: CallFacts, work: Callable[..., T], *args: Any) -> T:
        """Ask our own database: a few threads for each centre."""
        return await self._pools.run(f"centre:{call.centre}", _fresh, work, *args)

    async def _caller(self, call: CallFacts, _: Arguments) -> Resolved:
        language = await self._ours(call, remembered_language, call.centre, call.verified)
        return ("known", {"language": language}) if language else ("unknown", {})

    async def _poll(self, call: CallFacts, arguments: Arguments) -> Resolved:
        code, centre = str(arguments.get("poll") or ""), call.centre
        status = await self._ours(call, poll_status, centre, code, call.verified, UUID(call.id))
        return poll_answer(status)

    async def _knowledge(self, call: CallFacts, arguments: Arguments) -> Resolved:
        language = _language(call, arguments)
        node, page = str(arguments.get("node") or ""), _whole(arguments.get("page"))
        heard = await self._ours(call, browse, call.centre, node, language, page)
        return ("unknown", {}) if heard is None else ("ok", heard.values())

    async def _knowledge_send(self, call: CallFacts, arguments: Arguments) -> Resolved:
        send = fax_entry if arguments.get("way") == "fax" else send_entry
        return await self._ours(call, send, call, dict(arguments)), {}

    async def _case(self, call: CallFacts, arguments: Arguments) -> Resolved:
        """The state alone, where the reply is not wanted."""
        outcome, values = await self._case_reply(call, arguments)
        kept = ("state", "confidential")
        return outcome, {name: values[name] for name in kept if name in values}

    async def _case_of_caller(self, call: CallFacts, arguments: Arguments) -> Resolved:
        code, centre = str(arguments.get("code") or ""), call.centre
        return await self._ours(call, _case_answer, status_by_caller, centre, call.verified, code)

    async def _case_reply(self, call: CallFacts, arguments: Arguments) -> Resolved:
        number, code = str(arguments.get("number") or ""), str(arguments.get("code") or "")
        asker, centre = call.asker, call.centre
        return await self._ours(call, _case_answer, status_by_number, centre, number, code, asker)

    async def _prompt_code(self, call: CallFacts, arguments: Arguments) -> Resolved:
        code = str(arguments.get("code") or "")
        found = await self._ours(call, find_code, call.centre, code)
        if found is None:
            return "unknown", {}
        return "ok", {"prompt": found[0], "language": found[1]}

    async def _http(self, call: CallFacts, arguments: Arguments) -> Resolved:
        answer = await self._lookup_client.http(call.centre, arguments)
        return answer.outcome, answer.values

    async def _sql(self, call: CallFacts, arguments: Arguments) -> Resolved:
        answer = await self._lookup_client.sql(call.centre, arguments)
        return answer.outcome, answer.values


def poll_answer(status: PollStatus) -> Resolved:
    """``results``: of a poll that is over, for each choice how many votes it has."""
    if status.state != "closed":
        return status.state, {"title": status.title}
    results = [
        {"question": t.question, "choice": t.choice, "votes": t.votes, "voters": t.voters}
        for t in status.results
    ]
    return "closed", {"title": status.title, "results": results}


def fax_entry(call: CallFacts, arguments: Mapping[str, Any]) -> str:
    """Put an entry of the knowledge into the outbox of faxes; the outcome of ``knowledge_send``."""
    centre, code = call.centre, str(arguments.get("node") or "")
    language = _language(call, arguments)
    number = str(arguments.get("number") or call.caller)
    found = text_to_send(centre, code, language)
    if found is None:
        return "refused"
    title, body = found
    wanted = Wanted(
        centre=centre,
        key=_key(call, code, number),
        number=number,
        caller=call.caller,
        line=call.line,
        title=title,
        body=body,
        language=language,
        call=UUID(call.id),
        at=timezone.now(),
    )
    with scope(centre):
        refusal = put_fax(wanted)
    if refusal is not None:
        log.info("%s: no fax of %s: %s", call.id, code, refusal)
    return {None: "ok", "bad_number": "bad_number"}.get(refusal, "refused")


def send_entry(call: CallFacts, arguments: Mapping[str, Any]) -> str:
    """Put an entry of the knowledge into the outbox, once for each call, number and entry."""
    centre, code = call.centre, str(arguments.get("node") or "")
    language = _language(call, arguments)
    number = str(arguments.get("number") or call.caller)
    found = text_to_send(centre, code, language)
    if found is None:
        return "refused"
    key = _key(call, code, number)
    with scope(centre):
        if outbox.known(key):
            return "ok"
        new = outbox.put(
            centre,
            key,
            way=str(arguments.get("way") or "sms"),
            number=number,
            template="knowledge",
            data={"title": found[0], "body": found[1]},
            language=language,
            call=UUID(call.id),
            at=timezone.now(),
        )
        if new:
            transaction.on_commit(lambda: send_soon(centre))
        return "ok" if new else "refused"


def _key(call: CallFacts, code: str, number: str) -> str:
    return f"{call.id}:{hashlib.sha256(f'{code}:{number}'.encode()).hexdigest()[:32]}"


def _case_answer(status_of: Callable[..., CaseStatus], *args: Any) -> Resolved:
    """``reply_text`` is "" while a case has no approved reply."""
    try:
        status = status_of(*args)
    except StatusRefused as refusal:
        return refusal.reason, {}
    values = {"number": status.number, "state": status.state, "type": status.type}
    reply = {"reply_text": status.reply, "reply_language": status.reply_language}
    secrecy = {"confidential": status.confidential}
    return "told", {**values, **secrecy, "reply_prompt": "", **reply}


def _fresh(work: Callable[..., T], *args: Any) -> T:
    close_old_connections()
    return work(*args)


def _language(call: CallFacts, arguments: Mapping[str, Any]) -> Language:
    """The language that was asked for, else that of the call."""
    return known_language(arguments.get("language")) or call.language


def _whole(value: Any) -> int:
    return int(value) if isinstance(value, int | float) else 0
