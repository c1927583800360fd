"""Where input is wrong, told in the names of what was sent."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest


def given_in(request: HttpRequest) -> Mapping[str, Any]:
    """What was sent, by the word that a fault begins with: ``body`` and ``query``."""
    return {"body": _body(request), "query": request.GET.dict()}


def field_at(error: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """``{"field": "title", "type": "string_too_long", "limits": {…}}``."""
    source, *loc = error.get("loc", ()) or ("",)
    # ninja names the argument of the handler as well: body.new.title.
    place = loc[1:] or loc[-1:] or [source]
    kind = error.get("type", "")
    if source in given:
        place = _sent(place, given[source], missing=kind == "missing")
    return {
        "field": ".".join(map(str, place)),
        "type": kind,
        "limits": {k: v for k, v in error.get("ctx", {}).items() if isinstance(v, int | str)},
    }


def _sent(place: list[Any], given: Any, *, missing: bool) -> list[Any]:
    """``place`` without the parts that name no field: of a value that may be of several kinds,
    each kind is a part, and some are told by their place in the server's memory."""
    kept: list[Any] = []
    for number, part in enumerate(place):
        if (isinstance(given, dict) and part in given) or (
            isinstance(given, list) and isinstance(part, int) and 0 <= part < len(given)
        ):
            given = given[part]
        elif not (missing and number == len(place) - 1):
            continue
        kept.append(part)
    # Nothing of it was sent: the body is none, or its first field is not as it was sent.
    return kept or [part for part in place if str(part).isidentifier()][:1]


def _body(request: HttpRequest) -> Any:
    try:
        return json.loads(request.body)
    except Exception:
        return None
