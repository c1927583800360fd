"""Says at a commit which cases and recordings it was about, to the pages that show them.

What is announced is a hint to read again: who may not read it learns no more than its id.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from django.db import connection

#: PostgreSQL's channel; its payload is ``centre kind id``.
CHANNEL = "lianxin_records"

#: The acts that change what pages show. Reading a case is none: a page that reads again what
#: somebody has read would do so without end.
ANNOUNCED = frozenset(
    {
        "case.opened",
        "case.changed",
        "case.reply_drafted",
        "case.reply_approved",
        "recording.listened",
        "call.disposition_given",
        "call.disposition_taken",
    }
)


def announce(centre: int, action: str, kind: str, id: object) -> None:
    """Tell the switchboard, when this transaction commits, that ``action`` was done about the
    record ``id`` of ``kind``, if it is ``ANNOUNCED``."""
    if action in ANNOUNCED:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_notify(%s, %s)", [CHANNEL, f"{centre} {kind} {id}"])


def by_record(payloads: Iterable[str]) -> Mapping[tuple[int, str], list[str]]:
    """The ids that were announced, of each centre and kind."""
    found: defaultdict[tuple[int, str], list[str]] = defaultdict(list)
    for payload in sorted(payloads):
        centre, kind, id = payload.split(" ", 2)
        found[int(centre), kind].append(id)
    return found
