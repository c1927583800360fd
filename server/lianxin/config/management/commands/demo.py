"""``manage demo``: the made-up city and county, with their people, lines and flows."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from lianxin.config.demo_refused import why_refused
from lianxin.demo import city as demo


class Command(BaseCommand):
    help = "Load the demo centres; safe to repeat. Not where others reach the installation."

    def handle(self, *args: Any, **options: Any) -> None:
        if refused := why_refused():
            raise CommandError(refused)
        if settings.ENV.own or not settings.ENV.demo:
            self.stdout.write("This installation has no made-up city.")
            return
        demo.load()
        for centre in demo.CENTRES:
            numbers = ", ".join(person.number for person in centre.people)
            self.stdout.write(f"{centre.code} {centre.name}: {centre.line}; {numbers}")
