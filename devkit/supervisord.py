"""supervisord that starts a dead program again at once, not at its next tick a second later."""

from __future__ import annotations

from typing import Any

from supervisor import supervisord


class Quick(supervisord.Supervisor):  # type: ignore[misc] - supervisor has no types
    """Looks at all programs again as soon as one has ended."""

    def reap(self, *arguments: Any, **options: Any) -> None:
        """Collect ended programs, then let each be started again that should be."""
        super().reap(*arguments, **options)
        for group in self.process_groups.values():
            group.transition()


if __name__ == "__main__":
    supervisord.Supervisor = Quick
    supervisord.main()
