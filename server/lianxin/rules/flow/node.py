"""What every node of a flow is: data, and two pure functions that say what to do.

A node type is one file in ``nodes/``: a frozen dataclass, registered with an example.
``entered`` answers the caller's arrival, ``on_event`` answers an event. Neither acts: both
return ``Stay`` or ``Leave``, and the interpreter numbers the effects, stops what was
going on and walks to the next node.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any, ClassVar, Literal, TypeVar, cast

from lianxin.rules.flow.effects import (
    Digits,
    Effect,
    Emit,
    HangUpCause,
    Prompt,
    Sound,
    Value,
    ValueKind,
)
from lianxin.rules.flow.filling import as_text
from lianxin.rules.moments import local, zone_in
from lianxin.rules.values import Json, Language, Scalar, Variables

if TYPE_CHECKING:
    from datetime import datetime

    from lianxin.rules.flow.events import Event
    from lianxin.rules.flow.session import Session


@dataclass(frozen=True, slots=True)
class Stay:
    """Go on in this node. Whatever was playing or timed is stopped, unless ``keep``.

    ``effects`` carry the token 0: the interpreter numbers them. ``None`` leaves a
    value as it is. ``pressed`` is what the call's path shows as the caller's answer.
    ``language`` is what is played now, if not that of the call. ``unfiled`` is a recording
    (kind, id) that becomes a case when nothing else comes of it, also when the caller hangs up;
    ``dropped`` is the id of one that shall not, because the caller has said it anew.
    """

    phase: str
    effects: tuple[Effect, ...] = ()
    tries: int | None = None
    typed: str | None = None
    keys: str | None = None
    memo: Mapping[str, Json] | None = None
    pressed: str = ""
    keep: bool = False
    language: Language | None = None
    unfiled: tuple[str, str] | None = None
    dropped: str = ""


@dataclass(frozen=True, slots=True)
class Leave:
    """Take the exit named ``exit`` to the node ``to``; "" ends the call.

    ``store`` sets variables, ``language`` that of the call. ``call`` is the node to which a
    later ``back`` returns (a subflow); with nobody to return to, ``back`` leads to ``to``.
    ``unfiled`` and ``dropped`` are as in ``Stay``: the flow makes a case of a recording later.
    ``emit`` are facts to write down. ``cause`` is told when the call ends here.
    """

    exit: str
    to: str
    keys: str | None = None
    store: Mapping[str, Scalar] = field(default_factory=dict)
    pressed: str = ""
    language: Language | None = None
    call: str = ""
    back: bool = False
    unfiled: tuple[str, str] | None = None
    dropped: str = ""
    emit: tuple[Emit, ...] = ()
    cause: HangUpCause = "normal"


Step = Stay | Leave


#: 播放, 选择, 录音, 查询, 人工, 控制.
Group = Literal["play", "choose", "record", "look_up", "agent", "control"]


@dataclass(frozen=True)
class Node:
    """Base of the node types, each a frozen dataclass too."""

    example: ClassVar[dict[str, Any]]

    #: What it is for: where the editor's palette shows it.
    group: ClassVar[Group] = "control"

    #: The function of the centre that must be on for it, "" for none.
    function: ClassVar[str] = ""

    #: Whether ``#`` in a later menu comes back here.
    returns_here: ClassVar[bool] = False

    def needs(self) -> str:
        """Give a function that must be on for this very node, beside that of its type."""
        return self.function

    def faults(self) -> Iterator[tuple[str, str, str]]:
        """Yield (code, place in the node, sentence) for what the field types cannot tell."""
        return iter(())

    def speaks(self) -> Iterator[str]:
        """Yield the prompts that the node can play and that none of its fields names."""
        return iter(())

    def silent(self) -> tuple[str, ...]:
        """Name the fields whose prompts this very node does not play, as it is set."""
        return ()

    def takes_zero(self, session: Session) -> bool:
        """Whether ``0`` is the node's own now: digits are typed, or it passes keys on.

        Everywhere else ``0`` leads to the agents of the flow, and no node needs to care.
        """
        del session
        return False

    def resumed(self, session: Session, now: datetime) -> Step | None:
        """What was asked will not be answered: ask again. ``None``: enter the node anew."""
        del session, now
        return None

    def asked_anew(self, session: Session) -> Step | None:
        """Keys of what is being typed may have been lost: ask for it from its beginning, which
        costs no try. ``None``: nothing is being typed."""
        del session
        return None

    def entered(self, session: Session, now: datetime) -> Step:
        """Say what to do now that the caller is here. ``session.keys`` were typed ahead."""
        raise NotImplementedError

    def on_event(self, session: Session, event: Event, now: datetime) -> Step | None:
        """Answer an event that this node waits for; ``None`` changes nothing."""
        raise NotImplementedError


#: Every node type by its name in a flow.
NODE_TYPES: dict[str, type[Node]] = {}

AnyNode = TypeVar("AnyNode", bound=type[Node])


def register(example: dict[str, Any]) -> Callable[[AnyNode], AnyNode]:
    """Make a node type known under the default of its field ``type``."""

    def enter(cls: AnyNode) -> AnyNode:
        name = next(f.default for f in fields(cls) if f.name == "type")
        cls.example = example
        NODE_TYPES[str(name)] = cls
        return cls

    return enter


def sounds(spoken: tuple[str, ...], variables: Variables) -> tuple[Sound, ...]:
    """Turn what a flow writes (``welcome``, ``$number``, ``$due:date``) into what is played."""
    return tuple(_sound(word, variables) for word in spoken)


def _sound(word: str, variables: Variables) -> Sound:
    if word[0] != "$":
        return Prompt(word)
    name, _, kind = word[1:].partition(":")
    text = as_text(variables.get(name))
    if kind in ("", "digits"):
        return Digits(text)
    if kind in ("date", "time"):  # another system's clock may not be the caller's
        text = local(text, zone_in(variables))
    return Value(cast("ValueKind", kind), text)
