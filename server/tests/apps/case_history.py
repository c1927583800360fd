"""What must hold of the history of every case, whoever made it."""

from __future__ import annotations

from lianxin.cases.models import Case, CaseEvent


def unfolded() -> list[tuple[str, str, str]]:
    """Number, state and last ``after`` of each case of the scope whose two differ."""
    wrong: list[tuple[str, str, str]] = []
    for row in Case.objects.all():
        events = list(CaseEvent.objects.filter(case=row).order_by("number"))
        assert [event.number for event in events] == list(range(1, len(events) + 1))
        assert [event.before for event in events[1:]] == [event.after for event in events[:-1]]
        assert (events[0].event, events[0].before) == ("opened", "")
        if events[-1].after != row.state:
            wrong.append((row.number, row.state, events[-1].after))
    return wrong
