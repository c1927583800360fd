"""Mark the calls of the mayor's mailbox that were there before.

A part of a centre's calls at a time, each in a transaction of its own and behind the wall of that
centre: nobody waits for a lock, and what was interrupted is taken up again.
"""

from typing import Any

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations, transaction

from lianxin.calls.secrecy import IS_MAILBOX

#: Calls in one transaction.
PART = 1000

_MARK = f"""
WITH part AS (SELECT id FROM calls_call WHERE id > %s ORDER BY id LIMIT %s),
marked AS (
    UPDATE calls_call c SET secrecy = 'confidential'
    FROM part WHERE c.id = part.id AND c.secrecy <> 'confidential' AND {IS_MAILBOX})
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
    """Mark those of the calls that follow ``after``. The last of them, None when none did."""
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('app.centre', %s, true)", [str(centre)])
        cursor.execute(_MARK, [after, PART])
        row = cursor.fetchone()
    return str(row[0]) if row else None


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("calls", "0012_secrecy"), ("flows", "0001_initial")]

    operations = [
        migrations.RunPython(mark, migrations.RunPython.noop),
        ValidateConstraint(model_name="call", name="call_secrecy"),
    ]
