"""A column of telephone numbers: stored as E.164, read as they are dialled here."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.migrations import RunPython
from django.db.models import CharField

from lianxin.rules.telephones import dialled, e164

if TYPE_CHECKING:
    _Text = CharField[str, str]
else:
    _Text = CharField  # Django's class takes no brackets


class TelephoneField(_Text):
    """One form in the table, whatever is written or looked for: ``rules.telephones``.

    What is no number stays as it is. A part of one is looked for with ``telephones.part``. An
    object that was just made holds what it was given. Numbers without their area code get it
    before they come here (``Actor.dialled``): a column does not know of which city they are.
    """

    def get_prep_value(self, value: Any) -> Any:
        plain = super().get_prep_value(value)
        return e164(plain) if isinstance(plain, str) else plain

    def from_db_value(self, value: str | None, *_: object) -> str | None:
        return value if value is None else dialled(value) or value


#: How many different numbers one transaction of ``stored_as_e164`` rewrites.
PART = 2000

_REWRITE = """
UPDATE {table} SET {column} = new.number
FROM unnest(%s::text[], %s::text[]) AS new(was, number) WHERE {column} = new.was
"""


def stored_as_e164(table: str, *columns: str) -> RunPython:
    """A migration step: the numbers in ``columns`` of ``table`` get the form of a
    ``TelephoneField``; what is none stays.

    Behind the wall of one centre after the other, in parts that are transactions of their own:
    for a migration with ``atomic = False``. Begun again, it goes on.
    """
    return RunPython(partial(_rewrite, table, columns), RunPython.noop)


def _rewrite(table: str, columns: tuple[str, ...], _apps: Any, editor: Any) -> None:
    with editor.connection.cursor() as cursor:
        cursor.execute("SELECT id FROM centres_centre ORDER BY id")
        centres = [centre for (centre,) in cursor.fetchall()]
    for centre in centres:
        for column in columns:
            _rewrite_column(editor.connection, centre, table, column)


def _rewrite_column(connection: Any, centre: int, table: str, column: str) -> None:
    # The names are ours: nothing of them is typed by anybody.
    rows = _behind_wall(connection, centre, f"SELECT DISTINCT {column} FROM {table}")  # noqa: S608
    numbers = [was for (was,) in rows if e164(was) != was]
    statement = _REWRITE.format(table=table, column=column)
    for first in range(0, len(numbers), PART):
        some = numbers[first : first + PART]
        _behind_wall(connection, centre, statement, [some, [e164(was) for was in some]])


def _behind_wall(
    connection: Any, centre: int, statement: str, values: Sequence[Any] = ()
) -> list[tuple[Any, ...]]:
    """One statement in a transaction of its own; its rows, where it has any."""
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('app.centre', %s, true)", [str(centre)])
        cursor.execute(statement, values or None)
        return cursor.fetchall() if cursor.description else []
