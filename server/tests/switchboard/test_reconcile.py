"""What belongs to whom after a time in which nobody listened."""

from __future__ import annotations

from pathlib import Path

from lianxin.switchboard.ari import Bridge, Channel
from lianxin.switchboard.ari.model import Dialplan
from lianxin.switchboard.exchange.reconcile import ExchangeSnapshot, hangup_times, orphans


def channel(id: str, app_data: str = "") -> Channel:
    name = "Stasis" if app_data else ""
    return Channel(id=id, dialplan=Dialplan(app_name=name, app_data=app_data))


def picture(*channels: Channel, bridges: tuple[str, ...] = ()) -> ExchangeSnapshot:
    there = {each.id: each for each in channels}
    return ExchangeSnapshot(there, {id: Bridge(id=id) for id in bridges}, {})


def test_legs_snoops_and_bridges_of_no_call_go() -> None:
    found = orphans(
        picture(
            channel("leg.live.1"),
            channel("leg.dead.1"),
            channel("snoop.dead.1"),
            bridges=("talk.live", "talk.dead", "conference"),
        ),
        calls={"live"},
        known=set(),
    )
    assert set(found.legs) == {"leg.dead.1", "snoop.dead.1"}
    assert found.bridges == ("talk.dead",)


def test_a_caller_who_came_unseen_is_found_by_what_the_dialplan_runs() -> None:
    unseen = channel("177.1", "lianxin,inbound,12345")
    known = channel("177.2", "lianxin,inbound,12345")
    elsewhere = channel("177.3")
    found = orphans(picture(unseen, known, elsewhere), calls=set(), known={"177.2"})
    assert found.callers == ((unseen, "12345"),)


def test_ends_are_read_from_the_dialplans_log(tmp_path: Path) -> None:
    log = tmp_path / "hangups.csv"
    assert hangup_times(log) == {}
    log.write_text("1764000000,177.1\nbroken\n1764000009,177.2\n")
    assert hangup_times(log) == {"177.1": 1764000000.0, "177.2": 1764000009.0}
