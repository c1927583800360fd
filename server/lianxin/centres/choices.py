"""Columns that hold one of a few words. The words are a ``Literal``, written down once:
the API and the browser take them from there, and PostgreSQL refuses any other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, get_args

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
