"""How many callers stand on which node now, kept as they walk: a look at it costs nothing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable


class Traffic:
    """Counts by flow version and node. A caller who talks with an agent stands on the node
    whose queue brought them together."""

    def __init__(self) -> None:
        self._callers: defaultdict[int, Counter[str]] = defaultdict(Counter)

    def move(self, version: int, before: str, after: str) -> None:
        """One caller goes on; "" is outside of the flow."""
        here = self._callers[version]
        if before:
            here[before] -= 1
            if not here[before]:
                del here[before]
        if after:
            here[after] += 1
        elif not here:
            del self._callers[version]

    def now(self, versions: Iterable[int]) -> dict[int, dict[str, int]]:
        """Node → callers, of each of ``versions`` that somebody walks."""
        return {each: dict(self._callers[each]) for each in versions if each in self._callers}
