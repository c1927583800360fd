"""What comes of a look-up: values, or a word for why there are none."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from lianxin.rules.values import Scalar

Outcome = Literal["ok", "none", "error"]

#: Failures that say something about the service: they count for the circuit breaker.
SERVICE_FAULTS = frozenset(
    {"timeout", "unreachable", "too_large", "not_json", "redirect", "failed"}
)


@dataclass(frozen=True)
class ConnectionResult:
    """``reason`` is "" but for errors: ``timeout``, ``status_500``, ``too_large``…"""

    outcome: Outcome
    values: dict[str, Scalar] = field(default_factory=dict)
    reason: str = ""

    @property
    def healthy(self) -> bool:
        """Whether the service did its part: an answer of 404 is one, one of 500 is none."""
        return self.reason not in SERVICE_FAULTS and not self.reason.startswith("status_5")


def failed(reason: str) -> ConnectionResult:
    return ConnectionResult("error", {"reason": reason}, reason)


class LookUpFailed(Exception):
    """Ends a look-up early; ``args[0]`` is the reason."""

    @property
    def reason(self) -> str:
        return str(self.args[0])
