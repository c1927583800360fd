"""Where a caller stands in a flow, as it is kept beyond a process and beyond a call."""

from __future__ import annotations

import logging
from typing import Any

from lianxin.rules.flow import Flow, Session, start
from lianxin.switchboard.calls.call import Call

log = logging.getLogger(__name__)


def as_left_in_queue(session: Session, queue_token: int) -> dict[str, Any]:
    """The session of who hangs up now and is called back: still waiting for an agent."""
    waiting = {"phase": "waiting", "open": {"queue": queue_token}}
    return {**session.to_json(), **waiting, "keys": "", "unfiled": [], "memo": {}}


def is_mailbox(flow: Flow, node: str) -> bool:
    """Is ``node`` the mayor's mailbox? Who comes to one makes their call confidential, as
    ``calls.secrecy`` finds in the ledger."""
    found = flow.nodes.get(node)
    return found is not None and found.needs() == "mailbox"


def restored(call: Call, flow: Flow) -> Session:
    """Where the checkpoint says that the caller stood. One that cannot be read begins anew: one
    caller's must not keep the switchboard from all the others."""
    if call.session:
        try:
            return Session.from_json(call.session, flow)
        except (ValueError, KeyError, TypeError) as error:
            log.error("%s: the session of its checkpoint is not of its flow: %s", call.id, error)
    return start(flow)
