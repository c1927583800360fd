"""What becomes of the facts that a flow tells (``Tell``) once they reach PostgreSQL.

A fact is an entry of the ledger: its kind is ``Tell.what``, its data what the flow said of
it and the node that said so. A handler is called once for each entry, in the transaction
that inserts it, in the scope of the entry's centre:

    def vote(entry: Entry) -> None:
        polls.actions.count_vote(entry.call, entry.data["poll"], …)

What a handler raises is undone and logged with the whole entry, which stays in the ledger;
only a database that is away (``OperationalError``) makes the batch come again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lianxin.calls.entries import Entry

Handler = Callable[[Entry], None]

HANDLERS: Mapping[str, Handler] = {}
