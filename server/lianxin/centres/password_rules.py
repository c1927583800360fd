"""What a password must not be, beside what Django looks at: named in settings."""

from __future__ import annotations

from itertools import pairwise

from django.core.exceptions import ValidationError

from lianxin.centres.models import Person

#: Told on the screen to whoever tries the made-up city.
DEMO_PASSWORD = "lianxin-demo"  # noqa: S105
#: A password of fewer different letters is one that programs try early.
_DIFFERENT = 5
#: Words of this place: every guesser knows where he stands.
_LOCAL = ("lianxin", "12345", "连心", "热线")


class NotPlain:
    """Refuses repetition, letters in a row, and words of the hotline with little else.

    The list of common passwords is short of those with twelve letters and more.
    """

    def validate(self, password: str, user: Person | None = None) -> None:  # noqa: ARG002
        """Raise ``ValidationError`` with the code ``password_too_common``."""
        rest = password.lower()
        for word in _LOCAL:
            rest = rest.replace(word, "")
        if len(set(rest)) < _DIFFERENT or _steps(password) or password.lower() == DEMO_PASSWORD:
            raise ValidationError("too common", code="password_too_common")

    def get_help_text(self) -> str:
        """Django's protocol; the console says it in its own words."""
        return ""


def _steps(password: str) -> bool:
    """Whether each letter follows from the one before: 123456789012, abcdefghijkl, 876543210987."""
    steps = {_step(a, b) for a, b in pairwise(password.lower())}
    return len(steps) == 1


def _step(one: str, two: str) -> int:
    if one.isdecimal() and two.isdecimal():
        return (int(two) - int(one)) % 10  # after 9 comes 0
    return ord(two) - ord(one)
