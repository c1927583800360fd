"""``manage worker``: runs the jobs, for as long as it is let."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from lianxin.config.worker import run


class Command(BaseCommand):
    help = "Run the jobs in PostgreSQL until told to stop."

    def handle(self, *args: Any, **options: Any) -> None:
        run()
