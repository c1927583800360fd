"""Which calls are the mayor's mailbox: those that came to one, or left something in it.

A call becomes confidential with the first entry that says so and stays it. One statement looks at
its whole ledger and at the flow version that it ran, so that it does not matter in which order the
entries arrive. For the reader: ``calls.access.readable``.
"""

from __future__ import annotations

from collections.abc import Collection

from django.db import connection
from django.dispatch import Signal

#: Told with ``calls``, the ids of those that have just become confidential, in their transaction:
#: what was filed in them by then, in folders above this one, is as confidential.
became_confidential = Signal()

# Where the node ``a/b/n`` of the subflow b in a stands: subflows, a, subflows, b, nodes, n.
_KIND_OF_NODE = r"""
v.spec #>> string_to_array(regexp_replace(
    regexp_replace(e.data->>'node', '([^/]+)/', 'subflows/\1/', 'g'),
    '([^/]+)$', 'nodes/\1/kind'), '/')
"""

#: SQL: whether the ledger of the call ``c`` leads to a mailbox.
IS_MAILBOX = f"""
EXISTS (
    SELECT FROM calls_callevent e
    LEFT JOIN flows_flowversion v ON e.kind = 'node' AND v.id = c.flow_version
    WHERE e.call_id = c.id AND ('mailbox' IN (e.data->>'kind', e.data->>'case_kind')
        OR {_KIND_OF_NODE} = 'mailbox'))
"""

_UNMARKED = f"c.id = ANY(%s::uuid[]) AND c.secrecy <> 'confidential' AND {IS_MAILBOX}"
_MARK = f"UPDATE calls_call c SET secrecy = 'confidential' WHERE {_UNMARKED} RETURNING c.id::text"  # noqa: S608  # of constants


def unmarked(calls: Collection[str]) -> list[str]:
    """Those of ``calls`` that should be confidential and are not. In the scope of their centre."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT c.id::text FROM calls_call c WHERE {_UNMARKED}", [list(calls)])  # noqa: S608  # of constants
        return [call for (call,) in cursor.fetchall()]


def mark(calls: Collection[str]) -> None:
    """Let those of ``calls`` be confidential that are the mailbox's. In the scope of their centre,
    after their rows and entries were written. What was filed in them follows."""
    with connection.cursor() as cursor:
        cursor.execute(_MARK, [list(calls)])
        marked = [call for (call,) in cursor.fetchall()]
    if marked:
        became_confidential.send(sender=None, calls=marked)
