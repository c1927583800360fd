"""``manage openapi``: the API's description, for the console's client."""

from __future__ import annotations

import json
from typing import Any

from django.core.management.base import BaseCommand

from lianxin.api.root import api


class Command(BaseCommand):
    help = "Print the OpenAPI document: manage openapi > web/packages/api/openapi.json"
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        document = api.get_openapi_schema(path_prefix="/api/")
        self.stdout.write(json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True))
