"""Centres of before begin with the shipped dispositions too, each behind its own wall."""

from typing import Any

from django.db import migrations, transaction

from lianxin.dispositions.shipped import SHIPPED

_SHIP = """
INSERT INTO dispositions_disposition
    (centre_id, code, name_zh, name_en, position, archived, version, updated_at)
VALUES (%s, %s, %s, %s, %s, false, 1, now())
ON CONFLICT (centre_id, code) DO NOTHING
"""


def ship(_apps: Any, schema_editor: Any) -> None:
    """Give every centre what is shipped; what is there stays."""
    connection = schema_editor.connection
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        cursor.execute("SELECT id FROM centres_centre ORDER BY id")
        for (centre,) in cursor.fetchall():
            cursor.execute("SELECT set_config('app.centre', %s, true)", [str(centre)])
            for place, each in enumerate(SHIPPED, start=1):
                cursor.execute(_SHIP, [centre, each.code, each.zh, each.en, place])


class Migration(migrations.Migration):
    atomic = False  # the constraints of the table are of the transaction before

    dependencies = [("dispositions", "0001_initial")]

    operations = [migrations.RunPython(ship, migrations.RunPython.noop)]
