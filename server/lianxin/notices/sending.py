"""From the outbox to the gateway: claimed first, sent with its key, then marked.

A job that dies in between leaves a claimed notice: it is sent again later with the same key,
and the gateway, which is told to treat a key that it knows as done, sends nothing twice.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from lianxin.centres.announce import announce
from lianxin.centres.isolation import scope
from lianxin.centres.models import Centre
from lianxin.connections.http import HttpClient
from lianxin.connections.plan import HttpPlan, read_plan
from lianxin.connections.result import ConnectionResult, failed
from lianxin.notices.models import Notice, NoticeGateway
from lianxin.notices.outbox import rendered

#: Minutes until the next try, by how many there were; after the last it has failed.
RETRIES = (1, 2, 5, 15, 60, 180, 360, 720)
#: A claim that nobody ended: the job that had it has died.
CLAIM = timedelta(minutes=3)
#: What became of a case is no news any more when its notice was due this long ago: the gateway was
#: not there, or is new. Who thinks otherwise sends it again.
LATE = timedelta(days=3)
AT_ONCE = 50


@dataclass(frozen=True)
class _Gateway:
    plan: HttpPlan
    row: NoticeGateway


@dataclass(frozen=True)
class _Claimed:
    """``late``: see ``LATE``."""

    notice: Notice
    late: bool


def send_due(centre: int) -> int:
    """Send what is due at a centre, one after another. Returns how many were tried.

    Without a gateway nothing is tried and everything stays where it is.
    """
    gateway = _gateway(centre)
    if gateway is None:
        return 0
    tried = 0
    while tried < AT_ONCE:
        claimed = _claim(centre)
        if claimed is None:
            break
        tried += 1
        _settle(centre, claimed.notice, _tried(gateway, claimed))
    return tried


def _tried(gateway: _Gateway, claimed: _Claimed) -> ConnectionResult:
    if claimed.late:
        return failed("too_late")
    if not claimed.notice.text:
        return failed("no_text")
    return _send(gateway, claimed.notice)


def _gateway(centre: int) -> _Gateway | None:
    with scope(centre):
        row = NoticeGateway.objects.filter(centre_id=centre).exclude(connection="").first()
    found = read_plan(centre, row.connection) if row is not None else None
    if row is None or found is None or not isinstance(found[1], HttpPlan):
        return None
    return _Gateway(found[1], row)


def _claim(centre: int) -> _Claimed | None:
    now = timezone.now()
    with scope(centre):
        due = Notice.objects.filter(state="waiting", next_at__lte=now).order_by("next_at", "pk")
        notice = due.select_for_update(skip_locked=True).first()
        if notice is None:
            return None
        # The words of the first try are the words of all: the key stands for them.
        if not notice.text:
            notice.text = rendered(notice, Centre.objects.get(pk=centre).name)
        late = notice.case is not None and now - notice.next_at > LATE
        notice.tries += 1
        notice.next_at = now + CLAIM
        notice.save(update_fields=["text", "tries", "next_at"])
        return _Claimed(notice, late)


def _send(gateway: _Gateway, notice: Notice) -> ConnectionResult:
    row = gateway.row
    body = {
        row.number_field: notice.number,
        row.text_field: notice.text,
        row.key_field: str(notice.pk),
    }
    return asyncio.run(_post(gateway.plan, row.path, body, str(notice.pk)))


async def _post(plan: HttpPlan, path: str, body: dict[str, str], key: str) -> ConnectionResult:
    client = HttpClient()
    try:
        return await client.look_up(plan, "POST", path, body=body, headers={"Idempotency-Key": key})
    finally:
        await client.close()


def _settle(centre: int, notice: Notice, answer: ConnectionResult) -> None:
    now = timezone.now()
    with scope(centre):
        row = Notice.objects.select_for_update().get(pk=notice.pk)
        if answer.outcome == "ok" or answer.reason == "not_json":
            # A gateway that took it may say so in its own words.
            row.state, row.sent_at, row.last_error = "sent", now, ""
        elif row.state != "waiting":
            return  # its case has become confidential meanwhile
        elif _for_good(answer) or row.tries > len(RETRIES):
            row.state, row.last_error = "failed", answer.reason[:64]
        else:
            row.last_error = answer.reason[:64]
            row.next_at = now + timedelta(minutes=RETRIES[row.tries - 1])
        row.save(update_fields=["state", "sent_at", "last_error", "next_at"])
        if row.case is not None:
            announce(centre, "notice.settled", "case")


def _for_good(answer: ConnectionResult) -> bool:
    """Whether the same message will never be taken, or should not be."""
    reason = answer.reason
    return reason in ("no_text", "too_late") or (
        reason.startswith("status_4") and reason not in ("status_408", "status_425", "status_429")
    )
