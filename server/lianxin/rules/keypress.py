"""One press of a key is one key, whatever a telephone makes of it (RFC 4733). Pure.

Some telephones give every packet of a press a time stamp of its own, and the exchange takes each
end packet for another press. What gives them away: a key cannot have been pressed before it was
released.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

#: Seconds that the exchange puts between a press and one whose beginning it never saw (0.045, to
#: the next 20 ms of audio). No hand is so quick; a dialler may be, so only of a telephone that was
#: caught is a press that follows sooner taken for the former.
MADE_UP_GAP = 0.1


@dataclass(frozen=True)
class Presses:
    """What is known of a telephone's last press. ``released``: epoch of its end."""

    digit: str = ""
    released: float = 0.0
    repeats: bool = False  # it was caught telling one press several times

    def again(self, digit: str, released: float, seconds: float) -> bool:
        """Whether a press that lasted ``seconds`` and ended at ``released`` is the last one."""
        allowed = self.released + (MADE_UP_GAP if self.repeats else 0.0)
        return digit == self.digit and seconds > 0 and released - seconds < allowed

    def after(self, digit: str, released: float, seconds: float) -> Presses:
        """What is known when that press was told."""
        again = self.again(digit, released, seconds)
        return replace(self, digit=digit, released=released, repeats=self.repeats or again)
