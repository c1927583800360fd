"""knowledge: the caller walks a tree of laws, guides and duties, and hears what stands there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, ClassVar, Literal

from lianxin.rules.aloud import MAX_TEXT
from lianxin.rules.flow.digit_entry import DigitEntry, DigitFormat, Entered
from lianxin.rules.flow.effects import Play, Prompt, Sound, Text, Wait
from lianxin.rules.flow.events import Event, Expired, KeyPressed, Played
from lianxin.rules.flow.fields import KnowledgeCode, NodeId, Patience, Spoken, Tries
from lianxin.rules.flow.looking_up import lookup, result_of
from lianxin.rules.flow.node import Group, Leave, Node, Stay, Step, register, sounds
from lianxin.rules.flow.session import Session
from lianxin.rules.values import Json

#: Entries that one key can choose among.
MAX_ITEMS = 9

#: What is said by one way of sending only.
_OF_SMS = ("send_prompt", "sent_prompt")
_OF_FAX = ("fax_prompt", "fax_number_prompt", "fax_sent_prompt", "fax_bad_prompt")

#: The number of a fax machine, with its area code or within its area.
_FAX_NUMBER = DigitFormat(7, 12, "digits")

#: How deep a caller may go; deeper trees lead back to the top.
MAX_DEPTH = 32


@register(
    example={
        "type": "knowledge",
        "prompts": ["knowledge_intro"],
        "send": "sms",
        "done": "main",
        "unknown": "main",
    }
)
@dataclass(frozen=True, kw_only=True)
class Knowledge(Node):
    """The entries below ``entry``, or all. A digit chooses, ``*`` gives the next page where there
    are more, ``#`` goes up, from the top to ``done``. An entry is read; then 1 reads it again, 2
    sends it to the caller (``send``). ``unknown``: there is no such entry, or nothing in it.

    By fax: the caller types the number of the machine, or ``#`` alone for the one that they call
    from; one that may get no fax is asked for again.
    """

    done: NodeId
    unknown: NodeId
    entry: KnowledgeCode | None = None
    send: Literal["none", "sms", "fax"] = "none"
    prompts: tuple[Spoken, ...] = ()  # at the top, the first time
    choose_prompt: Spoken = "knowledge_choose"
    more_prompt: Spoken = "knowledge_more"
    after_prompt: Spoken = "knowledge_after"
    send_prompt: Spoken = "knowledge_send"
    sent_prompt: Spoken = "knowledge_sent"
    fax_prompt: Spoken = "knowledge_fax"
    fax_number_prompt: Spoken = "fax_number"
    fax_sent_prompt: Spoken = "fax_sent"
    fax_bad_prompt: Spoken = "fax_bad_number"
    refused_prompt: Spoken = "knowledge_not_sent"
    bad_prompt: Spoken = "bad_key"
    missing_prompt: Spoken = "no_input"
    timeout_seconds: Patience = 8
    tries: Tries = 3
    type: Literal["knowledge"] = "knowledge"

    group: ClassVar[Group] = "look_up"
    function: ClassVar[str] = "knowledge"

    def needs(self) -> str:
        return "fax" if self.send == "fax" else ""

    def speaks(self) -> Iterator[str]:
        yield from (f"press_{key}" for key in range(1, MAX_ITEMS + 1))

    def silent(self) -> tuple[str, ...]:
        match self.send:
            case "sms":
                return _OF_FAX
            case "fax":
                return _OF_SMS
        return (*_OF_SMS, *_OF_FAX, "refused_prompt")

    def takes_zero(self, session: Session) -> bool:
        """``0`` is a digit of the fax's number."""
        return session.phase == "numbering"

    def entered(self, session: Session, now: datetime) -> Step:
        return self._look({"path": [self.entry or ""], "page": 0, "new": True})

    def resumed(self, session: Session, now: datetime) -> Step | None:
        """Go on where the caller stands in the tree."""
        if session.phase == "sending":
            return self._sent(session, "unavailable")
        if session.phase == "numbering":
            return self._number(session)
        return self._look(dict(session.memo))

    def asked_anew(self, session: Session) -> Step | None:
        return self._number(session) if session.phase == "numbering" else None

    def on_event(self, session: Session, event: Event, now: datetime) -> Step | None:
        match session.phase:
            case "asking":
                return self._found(session, event)
            case "choosing" | "reading":
                return self._listening(session, event)
            case "numbering":
                return self._numbering(session, event)
            case "sending":
                result = result_of(event)
                if result is not None:
                    return self._sent(session, result.outcome)
                if isinstance(event, KeyPressed):
                    return Stay("sending", keys="", keep=True)
        return None

    # --- what stands here

    def _look(self, memo: dict[str, Any], keys: str | None = None, pressed: str = "") -> Step:
        effects = lookup("knowledge", {"node": memo["path"][-1], "page": memo["page"]})
        return Stay("asking", effects, memo=memo, keys=keys, tries=0, pressed=pressed)

    def _found(self, session: Session, event: Event) -> Step | None:
        result = result_of(event)
        if result is None:
            return None
        items = _items(result.values.get("items"))
        body = _sound(result.values)
        if result.outcome != "ok" or not (items or body):
            return Leave("unknown", self.unknown, keys="")
        memo = {**session.memo, "items": items, "body": body, "pages": _pages(result.values)}
        there = replace(session, memo=memo, phase="choosing" if items else "reading")
        step = self._press(there) if session.keys else self._speak(there)
        if isinstance(step, Stay) and step.memo is None:
            return replace(step, memo={**memo, "new": False})
        return step

    def _speak(
        self,
        session: Session,
        *before: str,
        tries: int | None = None,
        pressed: str = "",
    ) -> Step:
        first = sounds(before, session.variables)
        spoken = self._menu(session) if session.phase == "choosing" else self._entry(session)
        effects = (Play(0, (*first, *spoken)),)
        return Stay(session.phase, effects, keys="", tries=tries, pressed=pressed)

    def _menu(self, session: Session) -> tuple[Sound, ...]:
        memo = session.memo
        spoken = list(sounds(self.prompts, session.variables)) if memo.get("new") else []
        spoken += _said(memo.get("body"))
        for number, item in enumerate(memo["items"], start=1):
            spoken += (*_said(item["said"]), Prompt(f"press_{number}"))
        ending = (self.more_prompt,) if memo["pages"] > 1 else ()
        return (*spoken, *sounds((*ending, self.choose_prompt), session.variables))

    def _entry(self, session: Session) -> tuple[Sound, ...]:
        offers = {"sms": (self.send_prompt,), "fax": (self.fax_prompt,)}
        ending = (self.after_prompt, *offers.get(self.send, ()))
        return (*_said(session.memo["body"]), *sounds(ending, session.variables))

    # --- what the caller does

    def _listening(self, session: Session, event: Event) -> Step | None:
        match event:
            case KeyPressed():
                return self._press(session)
            case Played():
                return Stay(session.phase, (Wait(0, self.timeout_seconds),))
            case Expired():
                return self._again(session, self.missing_prompt, "")
        return None

    def _press(self, session: Session) -> Step:
        key, rest = session.keys[0], session.keys[1:]
        if key == "#":
            return self._up(session, rest)
        step = (
            self._choose(session, key, rest)
            if session.phase == "choosing"
            else self._after(session, key)
        )
        return step or self._again(session, self.bad_prompt, key)

    def _choose(self, session: Session, key: str, rest: str) -> Step | None:
        memo, items = session.memo, session.memo["items"]
        if "1" <= key <= "9" and int(key) <= len(items):
            path = [*memo["path"], items[int(key) - 1]["code"]]
            return self._look({"path": path[:MAX_DEPTH], "page": 0}, rest, key)
        if key in ("*", "9") and memo["pages"] > 1:
            page = (int(memo["page"]) + 1) % int(memo["pages"])
            return self._look({"path": memo["path"], "page": page}, rest, key)
        return None

    def _after(self, session: Session, key: str) -> Step | None:
        if key == "1":
            return self._speak(session, tries=0, pressed="1")
        if key == "2" and self.send == "fax":
            return replace(self._number(session), tries=0, pressed="2")
        if key == "2" and self.send == "sms":
            if not session.caller:
                return self._speak(session, self.refused_prompt, tries=0, pressed="2")
            return self._send(session, session.caller, "2")
        return None

    def _send(self, session: Session, number: str, shown: str) -> Step:
        arguments = {"node": session.memo["path"][-1], "way": self.send, "number": number}
        return Stay("sending", lookup("knowledge_send", arguments), keys="", pressed=shown)

    def _sent(self, session: Session, outcome: str) -> Step:
        if outcome == "bad_number":
            return self._number_again(session, self.fax_bad_prompt, "")
        done = self.fax_sent_prompt if self.send == "fax" else self.sent_prompt
        said = sounds(
            (done if outcome == "ok" else self.refused_prompt, self.after_prompt),
            session.variables,
        )
        return Stay("reading", (Play(0, said),), keys="", tries=0)

    # --- to which fax machine

    def _number(self, session: Session, *before: str) -> Stay:
        said = sounds((*before, self.fax_number_prompt), session.variables)
        return Stay("numbering", (Play(0, said),), typed="", keys="")

    def _entry_of_number(self) -> DigitEntry:
        return DigitEntry(_FAX_NUMBER, "numbering", self.timeout_seconds, self.tries)

    def _numbering(self, session: Session, event: Event) -> Step | None:
        if isinstance(event, Expired) and not session.typed:
            return self._number_again(session, self.missing_prompt, "")
        found = self._entry_of_number().on_event(session, event)
        return self._numbered(session, found) if isinstance(found, Entered) else found

    def _numbered(self, session: Session, entered: Entered) -> Step:
        if entered.state == "complete":
            return self._send(session, entered.value, entered.typed)
        if entered.state == "missing" and session.caller:
            return self._send(session, session.caller, "#")
        return self._number_again(session, self.fax_bad_prompt, entered.typed)

    def _number_again(self, session: Session, prompt: str, shown: str) -> Step:
        question = replace(self._number(session, prompt), pressed=shown)
        given_up = self._sent(session, "refused")
        return self._entry_of_number().again(session, question, given_up)

    def _up(self, session: Session, rest: str) -> Step:
        path = session.memo["path"][:-1]
        if not path:
            return Leave("done", self.done, keys=rest, pressed="#")
        return self._look({"path": path, "page": 0}, rest, "#")

    def _again(self, session: Session, prompt: str, key: str) -> Step:
        tries = session.tries + 1
        if tries >= self.tries:
            return Leave("done", self.done, keys="", pressed=key)
        return self._speak(session, prompt, tries=tries, pressed=key)


def _items(found: Any) -> list[dict[str, Any]]:
    """Keep what a menu needs of each entry."""
    rows = [row for row in found if isinstance(row, dict)] if isinstance(found, list) else []
    return [
        {"code": str(row.get("code", "")), "said": _sound(row)}
        for row in rows[:MAX_ITEMS]
        if row.get("code")
    ]


def _sound(values: Mapping[str, Json]) -> list[str]:
    """Give what is to be heard: a prompt, or else a text; JSON, for it stands in the session."""
    for kind in ("prompt", "text"):
        if values.get(kind):
            return [kind, str(values[kind])[:MAX_TEXT]]
    return []


def _said(sound: Any) -> tuple[Sound, ...]:
    if not sound:
        return ()
    kind, words = sound
    return (Prompt(words),) if kind == "prompt" else (Text(words),)


def _pages(values: Mapping[str, Json]) -> int:
    pages = values.get("pages")
    return pages if isinstance(pages, int) and pages > 1 else 1
