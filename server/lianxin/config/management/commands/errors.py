"""``manage errors``: every code that the API may answer with."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from lianxin.codegen.error_table import table


class Command(BaseCommand):
    help = "Print the table of errors of docs/howto/api.md."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(table())
