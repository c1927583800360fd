"""Begin the history of each case that was opened before there were histories.

Who opened it and when is known, and where it is now; what moved it there is not, and one event
says so. A part of a centre's cases at a time, each in a transaction of its own and behind the
wall of that centre: nobody waits for a lock, and what was interrupted is taken up again.
"""

from typing import Any

from django.db import migrations, transaction

#: Cases in one transaction.
PART = 1000

_COLUMNS = (
    "centre_id, case_id, number, at, by_id, event, before, after, reason, allowed_by, data,"
    " request_id"
)
_WRITE = f"""
WITH part AS (
    SELECT id, centre_id, created_at, created_by_id, state FROM cases_case
    WHERE id > %s ORDER BY id LIMIT %s
), opened AS (
    INSERT INTO cases_caseevent ({_COLUMNS})
    SELECT centre_id, id, 1, created_at, created_by_id, 'opened', '', 'accepted', '', 'migration',
        '{{}}', '' FROM part
    ON CONFLICT (case_id, number) DO NOTHING RETURNING case_id
), moved AS (
    INSERT INTO cases_caseevent ({_COLUMNS})
    SELECT centre_id, id, 2, now(), NULL, 'migrated', 'accepted', state, '', 'migration',
        '{{}}', '' FROM part JOIN opened ON case_id = id WHERE state <> 'accepted'
)
SELECT id FROM part ORDER BY id DESC LIMIT 1
"""


def write(_apps: Any, schema_editor: Any) -> None:
    """Write the missing events of every centre."""
    connection = schema_editor.connection
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM centres_centre ORDER BY id")
        centres = [centre for (centre,) in cursor.fetchall()]
    for centre in centres:
        last = "00000000-0000-0000-0000-000000000000"
        while last is not None:
            last = _write_part(connection, centre, last)


def _write_part(connection: Any, centre: int, after: str) -> str | None:
    """Write those of the cases that follow ``after``. The last of them, None when none did."""
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('app.centre', %s, true)", [str(centre)])
        cursor.execute(_WRITE, [after, PART])
        row = cursor.fetchone()
    return str(row[0]) if row else None


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("cases", "0003_case_events")]

    operations = [migrations.RunPython(write, migrations.RunPython.noop)]
