"""Which part of the API belongs to which function of a centre.

Where a function is off its operations are gone before anything of a request is read: a body
that is not valid would otherwise be told so. Queries and actions check once more.
"""

from __future__ import annotations

from collections.abc import Mapping

from lianxin.centres.access import Actor, need_function
from lianxin.centres.functions import Function

#: By how an address begins.
PATHS: Mapping[str, Function] = {
    "/api/polls": "polls",
    "/api/surveys": "surveys",
    "/api/knowledge": "knowledge",
    "/api/connections": "look_ups",
    "/api/faxes": "fax",
}


def need_function_of(who: Actor, path: str) -> None:
    """Raise ``FunctionOff`` when ``path`` belongs to a function that the centre has not."""
    for begin, function in PATHS.items():
        if path == begin or path.startswith(f"{begin}/"):
            need_function(who, function)
