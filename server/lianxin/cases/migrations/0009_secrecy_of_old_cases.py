"""Make confidential what was filed in calls of the mayor's mailbox before cases took it from them.

As it is filed today: the agent who took the call goes on reading their own case. Where somebody
other than its opener has chosen the secrecy since, that holds.

A part of a centre's cases at a time, each in a transaction of its own and behind the wall of that
centre: nobody waits for a lock, and what was interrupted is taken up again.
"""

from typing import Any

from django.db import migrations, transaction

#: Cases in one transaction.
PART = 1000

_MARK = """
WITH part AS (SELECT id FROM cases_case WHERE id > %s ORDER BY id LIMIT %s),
marked AS (
    UPDATE cases_case k SET secrecy = 'confidential',
        secrecy_by_id = CASE WHEN k.created_by_id = c.agent_id THEN k.created_by_id END
    FROM part, calls_call c
    WHERE k.id = part.id AND c.id = k.call_id AND c.secrecy = 'confidential'
        AND k.secrecy <> 'confidential'
        AND (k.secrecy_by_id IS NULL OR k.secrecy_by_id = k.created_by_id))
SELECT id FROM part ORDER BY id DESC LIMIT 1
"""


def mark(_apps: Any, schema_editor: Any) -> None:
    """Mark those of every centre."""
    connection = schema_editor.connection
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM centres_centre ORDER BY id")
        centres = [centre for (centre,) in cursor.fetchall()]
    for centre in centres:
        last = "00000000-0000-0000-0000-000000000000"
        while last is not None:
            last = _mark_part(connection, centre, last)


def _mark_part(connection: Any, centre: int, after: str) -> str | None:
    """Mark those of the cases that follow ``after``. The last of them, None when none did."""
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('app.centre', %s, true)", [str(centre)])
        cursor.execute(_MARK, [after, PART])
        row = cursor.fetchone()
    return str(row[0]) if row else None


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("cases", "0008_phone_extension"), ("calls", "0013_secrecy_of_old_calls")]

    operations = [migrations.RunPython(mark, migrations.RunPython.noop)]
