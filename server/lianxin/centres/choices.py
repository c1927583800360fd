"""Columns that hold one of a few words. The words are a ``Literal``, written down once:
the API and the browser take them from there, and PostgreSQL refuses any other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar, get_args

from django.db import transaction
from django.db.migrations import RunPython
from django.db.models import BaseConstraint, CharField, CheckConstraint, Q

if TYPE_CHECKING:
    W = TypeVar("W", bound=str)
    #: ``state: ChoiceField[FaxState] = models.CharField(…)``: what is read of the column is one of
    #: the words, and only they may be written. PostgreSQL holds it to them: ``held_to``.
    ChoiceField = CharField[W, W]
else:
    # Annotations are not evaluated, and Django's class takes no brackets.
    ChoiceField = CharField


def held_to(table: str, **columns: Any) -> list[BaseConstraint]:
    """One constraint for each of ``columns``: its value is one of the ``Literal`` that it names.

    ``table`` begins the names of the constraints: ``case`` and ``state`` give ``case_state``.
    """
    return [
        CheckConstraint(condition=Q(**{f"{column}__in": get_args(words)}), name=f"{table}_{column}")
        for column, words in columns.items()
    ]


#: Of a column: the words that it may hold, and the one that stands for any other.
Rewording = tuple[Sequence[str], str]


def reworded(table: str, columns: Mapping[str, Rewording]) -> RunPython:
    """A migration step: what stands in ``columns`` of ``table`` and is none of their words is
    written otherwise.

    Behind the wall of one centre after the other, each in a transaction of its own: for a
    migration with ``atomic = False``, after which the columns' constraints can be validated.
    """
    return RunPython(partial(reword, table, columns), RunPython.noop)


def reword(table: str, columns: Mapping[str, Rewording], _apps: Any, editor: Any) -> None:
    """Do what ``reworded`` says, in the database of ``editor``.

    A row in one statement: it must satisfy all its constraints, whichever of them it broke.
    """
    sets = ", ".join(
        f"{each} = CASE WHEN {each} = ANY(%s) THEN {each} ELSE %s END" for each in columns
    )
    right = " AND ".join(f"{each} = ANY(%s)" for each in columns)
    values = [value for words, otherwise in columns.values() for value in (list(words), otherwise)]
    values += [list(words) for words, _ in columns.values()]
    statement = f"UPDATE {table} SET {sets} WHERE NOT ({right})"  # noqa: S608  # names of ours
    with editor.connection.cursor() as cursor:
        cursor.execute("SELECT id FROM centres_centre ORDER BY id")
        for (centre,) in cursor.fetchall():
            with transaction.atomic(using=editor.connection.alias):
                cursor.execute("SELECT set_config('app.centre', %s, true)", [str(centre)])
                cursor.execute(statement, values)
