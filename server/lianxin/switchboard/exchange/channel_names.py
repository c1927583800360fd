"""The names of our channels, bridges and sounds at the exchange: they say whose they are.

After a gap the exchange is asked what it holds, and all that it tells of a channel that we have
made is its name. A predecessor's names are read as its own: none may change its meaning.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from lianxin.rules.lifecycle import LegRole

#: A leg of a call by its role, a snoop on a caller, or a fax on its way.
ChannelKind = LegRole | Literal["snoop", "fax"]

#: A caller's name is of our making only when we have called them.
WORDS: Mapping[ChannelKind, str] = {
    "caller": "back",
    "agent": "leg",
    "consulted": "consulted",
    "transferred_to": "transferred",
    "outside": "out",
    "monitor": "monitor",
    "snoop": "snoop",
    "fax": "fax",
}
_KINDS: Mapping[str, ChannelKind] = {word: kind for kind, word in WORDS.items()}


class ChannelName(NamedTuple):
    kind: ChannelKind
    call: str
    rest: str  # tells it from others of its kind


def make(kind: ChannelKind, call: str, rest: object) -> str:
    """``leg.<call>.1``"""
    return f"{WORDS[kind]}.{call}.{rest}"


def app_args(kind: ChannelKind, call: str) -> tuple[str, str]:
    """What the exchange says again when the channel is up."""
    return WORDS[kind], call


def parse(channel: str) -> ChannelName | None:
    """None: the channel is not of our making."""
    word, _, rest = channel.partition(".")
    kind = _KINDS.get(word)
    if kind is None:
        return None
    call, _, rest = rest.partition(".")
    return ChannelName(kind, call, rest)


def bridge(call: str) -> str:
    """Where the legs of a call hear each other."""
    return f"talk.{call}"


def call_of_bridge(bridge: str) -> str:
    """ "" for a bridge that is not of our making."""
    word, _, call = bridge.partition(".")
    return call if word == "talk" else ""


def playback(of: str, name: object) -> str:
    """A sound that is played to a call or to a channel."""
    return f"{of}.{name}"


def parse_playback(playback: str) -> tuple[str, str]:
    """The call and the name of a sound that was played to its caller."""
    call, _, name = playback.partition(".")
    return call, name
