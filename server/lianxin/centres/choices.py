"""Columns that hold one of a few words. The words are a ``Literal``, written down once:
the API and the browser take them from there, and PostgreSQL refuses any other."""

from __future__ import annotations

from typing import Any, get_args

from django.db.models import BaseConstraint, CheckConstraint, Q


def held_to(table: str, **columns: Any) -> list[BaseConstraint]:
    """One constraint for each of ``columns``: its value is one of the ``Literal`` that it names.

    ``table`` begins the names of the constraints: ``case`` and ``state`` give ``case_state``.
    """
    return [
        CheckConstraint(condition=Q(**{f"{column}__in": get_args(words)}), name=f"{table}_{column}")
        for column, words in columns.items()
    ]
