"""Whether anything was said in a recording."""

from __future__ import annotations

from lianxin.rules.flow.events import Recorded

#: The end of a recording that the caller ends by hanging up: the hand that reaches for the
#: receiver. It is sound, and by its level it cannot be told from a word.
HANGING_UP_SECONDS = 1.0


def least_seconds(min_seconds: float, *, hung_up: bool) -> float:
    """How long a recording lasts at least, from the beep, that holds ``min_seconds`` of words."""
    return min_seconds + HANGING_UP_SECONDS if hung_up and min_seconds else min_seconds


def without_words(event: Recorded, min_seconds: float, silence_seconds: float) -> bool:
    """Speech may be told in whole seconds, rounded up: the length of all counts too."""
    least = least_seconds(min_seconds, hung_up=event.ended_by == "hangup")
    if not event.recording or event.seconds < least:
        return True
    if event.talking_seconds is not None:
        return event.talking_seconds < min_seconds
    return event.ended_by == "silence" and event.seconds <= silence_seconds
