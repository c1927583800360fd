"""menu: one key chooses. ``0`` calls an agent, ``#`` goes back, unless the menu says otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Literal

from lianxin.rules.flow.effects import Play, Wait
from lianxin.rules.flow.events import Event, Expired, KeyPressed, Played
from lianxin.rules.flow.fields import Key, NodeId, Patience, Spoken, Tries
from lianxin.rules.flow.node import Group, Leave, Node, Stay, Step, register, sounds
from lianxin.rules.flow.session import Session


@register(
    example={
        "type": "menu",
        "prompts": ["main_menu"],
        "keys": {"1": "mailbox", "2": "complaint"},
        "timeout_seconds": 6,
        "tries": 3,
    }
)
@dataclass(frozen=True, kw_only=True)
class Menu(Node):
    """A choice. After ``tries`` bad or missing keys the caller goes ``otherwise``,
    or where the flow has its agents."""

    prompts: tuple[Spoken, ...]
    keys: dict[Key, NodeId]
    timeout_seconds: Patience = 6
    tries: Tries = 3
    otherwise: NodeId | None = None
    bad_prompt: Spoken = "bad_key"
    missing_prompt: Spoken = "no_input"
    type: Literal["menu"] = "menu"

    group: ClassVar[Group] = "choose"

    returns_here: ClassVar[bool] = True

    def faults(self) -> Iterator[tuple[str, str, str]]:
        if not self.keys:
            yield "menu.no_keys", "keys", "must offer at least one key"

    def takes_zero(self, session: Session) -> bool:
        """``0`` is a choice here; one that the menu does not name calls an agent."""
        return True

    def entered(self, session: Session, now: datetime) -> Step:
        if session.keys:
            return self._choose(session)
        return Stay("speaking", (Play(0, sounds(self.prompts, session.variables)),))

    def on_event(self, session: Session, event: Event, now: datetime) -> Step | None:
        match event:
            case KeyPressed():
                return self._choose(session)
            case Played():
                return Stay("waiting", (Wait(0, self.timeout_seconds),))
            case Expired():
                return self._again(session, "missing", self.missing_prompt, "")
        return None

    def _choose(self, session: Session) -> Step:
        key, rest = session.keys[0], session.keys[1:]
        target = self._target(session, key)
        if target is None:
            return self._again(session, "bad", self.bad_prompt, key)
        return Leave(f"keys.{key}", target, keys=rest, pressed=key)

    def _target(self, session: Session, key: str) -> str | None:
        for known, node in self.keys.items():
            if known == key:
                return node
        if key == "0":
            return session.flow.agent_node
        return session.menu_before() if key == "#" else None

    def _again(self, session: Session, fault: str, prompt: str, key: str) -> Step:
        """Repeat, or give up. What was typed behind a bad key was meant for another menu."""
        tries = session.tries + 1
        if tries >= self.tries:
            target = self.otherwise or session.flow.agent_node or ""
            return Leave(f"{fault}.{tries}", target, keys="", pressed=key)
        played = Play(0, sounds((prompt, *self.prompts), session.variables))
        return Stay("speaking", (played,), tries=tries, keys="", pressed=key)
