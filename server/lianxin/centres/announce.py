"""Says at a commit that it was about a case or a recording, to the pages that show such.

What is announced is a hint to read again. It goes to everybody of the centre, so it does not say
about which: an id alone would tell that there is something, and when it was worked on.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection

#: PostgreSQL's channel; its payload is ``centre kind``.
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
        "notice.settled",  # no act of anybody: a job has sent it, or could not
    }
)


def announce(centre: int, action: str, kind: str) -> None:
    """Tell the switchboard, when this transaction commits, that ``action`` was done about a record
    of ``kind``, if it is ``ANNOUNCED``."""
    if action in ANNOUNCED:
        with connection.cursor() as cursor:
            # The blank at its end: a switchboard of the version before looks for an id there.
            cursor.execute("SELECT pg_notify(%s, %s)", [CHANNEL, f"{centre} {kind} "])


def kinds_changed(payloads: Iterable[str]) -> list[tuple[int, str]]:
    """The centres and kinds that were announced, each once. Behind them may stand an id, of a
    process of the version before."""
    found = {(int(centre), kind) for centre, kind, *_ in map(str.split, payloads)}
    return sorted(found)
