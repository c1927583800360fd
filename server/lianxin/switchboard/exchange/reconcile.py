"""What to do with what the exchange holds after a time in which nobody listened."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from lianxin.switchboard.ari import Bridge, Channel
from lianxin.switchboard.exchange import channel_names

#: How much of the end of the hang-up log is read: more calls than any gap can hold.
TAIL_BYTES = 256 * 1024


@dataclass(frozen=True)
class ExchangeSnapshot:
    """The exchange at one moment; ``ended`` holds when calls of the gap ended (epoch)."""

    channels: Mapping[str, Channel]
    bridges: Mapping[str, Bridge]
    ended: Mapping[str, float]


@dataclass(frozen=True)
class Orphans:
    legs: tuple[str, ...]
    bridges: tuple[str, ...]
    callers: tuple[tuple[Channel, str], ...]  # with the number that they dialled


def orphans(snapshot: ExchangeSnapshot, calls: Collection[str], known: Collection[str]) -> Orphans:
    """Find what belongs to no live call.

    ``calls``: ids of live calls; ``known``: the callers' channels. Callers who entered
    the application while nobody listened get no second StasisStart: they are told by
    what the dialplan is executing for them.
    """
    legs = [
        id
        for id in snapshot.channels
        if (name := channel_names.parse(id)) is not None and name.call not in calls
    ]
    bridges = [
        id
        for id in snapshot.bridges
        if (call := channel_names.call_of_bridge(id)) and call not in calls
    ]
    callers = [
        (channel, number)
        for channel in snapshot.channels.values()
        if channel.id not in known and (number := waiting_for(channel))
    ]
    return Orphans(tuple(legs), tuple(bridges), tuple(callers))


def waiting_for(channel: Channel) -> str:
    """The number that a channel in our application dialled; "" for any other channel."""
    if channel.dialplan.app_name != "Stasis":
        return ""
    words = channel.dialplan.app_data.split(",")
    return words[2] if len(words) > 2 and words[1] == "inbound" else ""


def hangup_times(log: Path) -> dict[str, float]:
    """Channel → epoch of its end, from the lines that the dialplan writes."""
    pairs = (line.strip().split(",") for line in last_lines(log))
    return {pair[1]: float(pair[0]) for pair in pairs if len(pair) == 2 and pair[0].isdigit()}


def last_lines(log: Path) -> list[str]:
    """The end of a file that the dialplan writes; nothing where it has written none."""
    if not log.exists():
        return []
    with log.open("rb") as file:
        file.seek(max(0, log.stat().st_size - TAIL_BYTES))
        return file.read().decode(errors="replace").splitlines()
