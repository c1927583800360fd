"""What the document of the API says of every operation that is of a kind.

An operation names what it refuses for reasons of its own. What the way in refuses follows from
what is sent: nobody need write it at each, and none can forget it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema

_REFUSED: dict[str, Any] = {
    "description": "Refused",
    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/ErrorAnswer"}}},
}


class DocumentedApi(NinjaAPI):
    """An API whose document names the refusals of the way in as well."""

    def get_openapi_schema(self, **options: Any) -> OpenAPISchema:
        document = super().get_openapi_schema(**options)
        for methods in document["paths"].values():
            for operation in methods.values():
                for status in _refused_on_the_way_in(operation):
                    operation["responses"].setdefault(status, _REFUSED)
        return document


def _refused_on_the_way_in(operation: dict[str, Any]) -> Iterator[int]:
    if "security" in operation:
        yield from (401, 403)
    parameters = operation.get("parameters", ())
    if any(each["in"] == "path" for each in parameters):
        yield 404  # an address with a character that none has
    if any(each["name"] == "cursor" for each in parameters):
        yield 400
    if parameters:
        yield 422
    if "requestBody" in operation:
        yield from (400, 413, 415, 422)
