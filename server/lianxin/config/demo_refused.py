"""An installation that others reach does not start with people whose passwords all know."""

from __future__ import annotations

from django.conf import settings

from lianxin.demo.city import at_risk


def why_refused() -> str:
    """What to tell whoever starts this installation; "" where nothing is wrong.

    Raises what a database that is away raises.
    """
    people = at_risk() if settings.ENV.own else []
    if not people:
        return ""
    return (
        f"demo.password: {', '.join(people)} can sign in with the demo's password, and this"
        " installation has pages or a trunk of its own (LIANXIN_WEB_ORIGINS, LIANXIN_TRUNK_NUMBERS,"
        " trunks.toml). `lianxin demo close` switches them off."
    )
