"""Which cases the caller has asked for, as far as nothing says that everybody may know of them.

As long as there is one, the agent's page shows neither keys nor way (``Call.view``): what is not
known is not told. In what was recorded, ``cases.withheld`` decides for each reader anew.
"""

from __future__ import annotations

from lianxin.rules import case_number
from lianxin.rules.flow.effects import Lookup
from lianxin.rules.flow.events import LookupResult
from lianxin.rules.flow.lookups import OF_CASES
from lianxin.switchboard.calls.call import Call


def typed(call: Call, shown: str) -> None:
    """Keys were pressed, which the path shows so: the number of a case may be among them."""
    for number in case_number.within(shown):
        _add(call, number)


def asked(call: Call, effect: Lookup) -> None:
    """Something is looked up: a case by its number, or one of the caller's."""
    if effect.source in OF_CASES:
        _add(call, _named(effect))


def answered(call: Call, effect: Lookup, result: LookupResult) -> None:
    """What is told of a case that is open to all, or that there is none, is no secret. Of any other
    answer the number may be that of a confidential case."""
    if effect.source not in OF_CASES:
        return
    confidential = result.values.get("confidential")
    call.confidential |= confidential is True
    no_secret = confidential is False or result.outcome == "unknown"
    if no_secret and _named(effect) in call.asked_cases:
        call.asked_cases.remove(_named(effect))


def _named(effect: Lookup) -> str:
    """The number that was asked for; "" for the caller's own."""
    return str(dict(effect.arguments).get("number") or "")


def _add(call: Call, number: str) -> None:
    if number not in call.asked_cases:
        call.asked_cases.append(number)
