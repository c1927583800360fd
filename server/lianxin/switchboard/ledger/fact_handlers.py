"""What becomes of the facts that a flow tells (``Emit``) once they reach PostgreSQL.

A fact is an entry of the ledger: its kind is ``Emit.what``, its data what the flow said of
it and the node that said so. A handler is called once for each entry, in the transaction
that inserts it, in the scope of the entry's centre:

    def vote(entry: Entry) -> None:
        polls.actions.count_vote(entry.call, entry.data["poll"], …)

What a handler raises is undone and logged with the whole entry, which stays in the ledger;
only a database that is away (``OperationalError``) makes the batch come again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from uuid import UUID

from django.db import transaction

from lianxin.calls.events import Entry
from lianxin.calls.memory import remember_language
from lianxin.calls.models import Call
from lianxin.cases.notices import notify_of_opening_by_flow
from lianxin.faxes.sending import settle
from lianxin.notices import outbox
from lianxin.notices.choices import RULES
from lianxin.notices.tasks import send_soon
from lianxin.polls.surveys import keep_answer
from lianxin.polls.voting import count_vote
from lianxin.prompts.telephone import keep_recorded
from lianxin.rules.values import known_language
from lianxin.switchboard.ledger.store import place

Handler = Callable[[Entry], None]

#: What the nodes that make a case send of it.
OPENED = RULES["opened"].template
#: What a notice's fact says of the notice itself; all else are values for its words.
_OF_NOTICE = frozenset({"node", "template", "way", "to", "language"})


def _vote(entry: Entry) -> None:
    count_vote(UUID(entry.call), _verified(entry), entry.data, _at(entry))


def _survey(entry: Entry) -> None:
    agent = str(entry.data.get("agent") or "") or None
    keep_answer(entry.centre, UUID(entry.call), entry.data, agent, _at(entry))


def _language(entry: Entry) -> None:
    language = str(entry.data.get("language") or "")
    remember_language(entry.centre, _verified(entry), language, _at(entry))


def _notice(entry: Entry) -> None:
    data = entry.data
    if data.get("template") == OPENED and _case_opened(entry):
        return
    new = outbox.put(
        entry.centre,
        f"{entry.call}:{entry.seq}",
        way=str(data.get("way") or "sms"),
        number=str(data.get("to") or _caller(entry)),
        template=str(data.get("template") or "message"),
        data={name: value for name, value in data.items() if name not in _OF_NOTICE},
        language=known_language(data.get("language")) or "zh",
        call=UUID(entry.call),
        at=_at(entry),
    )
    if new:
        transaction.on_commit(lambda: send_soon(entry.centre))


def _case_opened(entry: Entry) -> bool:
    """What a flow tells of a case is told by the centre's rules, and stands with the case."""
    data = entry.data
    number, phone = str(data.get("number") or ""), str(data.get("to") or _caller(entry))
    language = known_language(data.get("language")) or "zh"
    return notify_of_opening_by_flow(entry.centre, number, phone, language, _at(entry))


def _fax_ended(entry: Entry) -> None:
    settle(entry.centre, entry.call, entry.data, _at(entry))


def _prompt_recorded(entry: Entry) -> None:
    recording, code = str(entry.data.get("recording")), str(entry.data.get("code"))
    keep_recorded(entry.centre, code, str(place(UUID(recording))))


def _caller(entry: Entry) -> str:
    """The number of the call, which its first entry has told."""
    call = Call.objects.filter(pk=entry.call).only("caller").first()
    return call.caller if call else ""


def _verified(entry: Entry) -> str:
    """The same, "" where a visitor of the portal has only claimed it: no vote hangs on that."""
    call = Call.objects.filter(pk=entry.call).only("caller", "source").first()
    return call.caller if call and call.source != "web" else ""


def _at(entry: Entry) -> datetime:
    return datetime.fromtimestamp(entry.at, UTC)


HANDLERS: Mapping[str, Handler] = {
    "vote": _vote,
    "survey": _survey,
    "language": _language,
    "notice": _notice,
    "fax_ended": _fax_ended,
    "prompt_recorded": _prompt_recorded,
}
