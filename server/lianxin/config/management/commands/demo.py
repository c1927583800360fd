"""``manage demo``: the made-up city and county, with their people, lines and flows."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from lianxin.demo import city as demo


class Command(BaseCommand):
    help = "Load the demo centres; safe to repeat."

    def handle(self, *args: Any, **options: Any) -> None:
        demo.load()
        for centre in demo.CENTRES:
            numbers = ", ".join(person.number for person in centre.people)
            self.stdout.write(f"{centre.code} {centre.name}: {centre.line}; {numbers}")
