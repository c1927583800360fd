"""Reads of prompts."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Literal

from django.db.models import Q

from lianxin.centres.access import ADMINISTRATOR, FLOW_EDITOR, SUPERVISOR, Actor
from lianxin.centres.errors import NotFound
from lianxin.centres.paging import read_place, write_place
from lianxin.centres.quotas import Storage, read_storage
from lianxin.prompts.errors import NoSuchVersion, PromptAudioMissing, VersionNotReady
from lianxin.prompts.library import LibraryPrompt, library_prompt
from lianxin.prompts.models import Prompt, PromptVersion
from lianxin.prompts.shipped import shipped
from lianxin.rules.values import Language

READERS = (FLOW_EDITOR, ADMINISTRATOR, SUPERVISOR)

#: Which prompts a list shows: sentences, those the centre made or changed, those that lack a
#: language, the parts of numbers and dates, or everything.
Show = Literal["sentences", "own", "gaps", "parts", "all"]

#: In the cursors of the library, whose places are codes.
_LIST = "prompts.library code"


@dataclass(frozen=True)
class LibrarySlice:
    """A part of the library. ``next`` is the cursor of the next part, ``None`` at the end."""

    items: list[LibraryPrompt]
    next: str | None
    total: int


@dataclass(frozen=True)
class CurrentSound:
    """A centre's own sound that callers hear."""

    code: str
    language: str
    path: str


def library(
    who: Actor, *, q: str = "", show: Show = "sentences", cursor: str | None = None, limit: int = 50
) -> LibrarySlice:
    """The centre's prompts by code, the shipped ones among them. Two queries.

    Raises ``BadCursor``: the place in this list is a prompt's code.
    """
    who.need(*READERS)
    after = read_place(_LIST, cursor) if cursor else ""
    with who.scope():
        found = _prompts(Q(current=True) | Q(state="rendering"))
    wanted = [e for e in found if _shown(e, show) and _matches(e, q.strip().lower())]
    rest = [entry for entry in wanted if entry.code > after]
    last = rest[limit - 1].code if len(rest) > limit else None
    return LibrarySlice(rest[:limit], write_place(_LIST, last), len(wanted))


def vocabulary(who: Actor) -> list[LibraryPrompt]:
    """Every sentence of the centre, for whoever draws flows. Must stand in no scope."""
    with who.scope():
        return [each for each in _prompts(Q(current=True)) if not each.part]


def everything(who: Actor) -> list[LibraryPrompt]:
    """Every prompt of the centre, the parts of numbers and dates included."""
    with who.scope():
        return _prompts(Q(current=True))


def prompt(who: Actor, code: str) -> LibraryPrompt:
    """One prompt with all versions, the newest first. Raises ``NotFound``."""
    who.need(*READERS)
    with who.scope():
        return read_prompt(code)


def read_prompt(code: str) -> LibraryPrompt:
    """The same, in the centre's scope."""
    own = Prompt.objects.filter(code=code).first()
    if own is None and code not in shipped():
        raise NotFound
    rows = PromptVersion.objects.select_related("made_by").filter(prompt=own) if own else []
    versions = sorted(rows, key=lambda row: (row.language, -row.number))
    return library_prompt(code, own, tuple(versions))


def sound_path(who: Actor, code: str, language: Language, number: int | None) -> str:
    """Where a version lies under ``Env.sounds``; without a number, what callers hear.

    Raises ``NotFound``, ``NoSuchVersion``, ``VersionNotReady``, ``PromptAudioMissing``.
    """
    found = prompt(who, code)
    if number is None:
        path = found.sound(language).path
        if not path:
            raise PromptAudioMissing
        return path
    for version in found.versions:
        if (version.language, version.number) == (language, number):
            if version.state != "ready":
                raise VersionNotReady
            return version.path
    raise NoSuchVersion


def storage(who: Actor) -> Storage:
    """What the centre's prompts take of its quota."""
    who.need(*READERS)
    with who.scope():
        return read_storage(who.centre)


def current_sounds() -> list[CurrentSound]:
    """A centre's own sounds that callers hear. In the centre's scope."""
    rows = PromptVersion.objects.filter(current=True).values_list(
        "prompt__code", "language", "path"
    )
    return [CurrentSound(*row) for row in rows.order_by("prompt__code", "language")]


def _prompts(wanted: Q) -> list[LibraryPrompt]:
    own = {prompt.pk: prompt for prompt in Prompt.objects.all()}
    versions: defaultdict[int, list[PromptVersion]] = defaultdict(list)
    for version in PromptVersion.objects.filter(wanted).defer("peaks"):
        versions[version.prompt_id].append(version)
    by_code = {prompt.code: prompt for prompt in own.values()}
    return [
        library_prompt(code, mine, tuple(versions[mine.pk]) if mine else ())
        for code in sorted({*shipped(), *by_code})
        for mine in [by_code.get(code)]
    ]


def _shown(entry: LibraryPrompt, show: Show) -> bool:
    match show:
        case "sentences":
            return not entry.part
        case "own":
            return entry.own is not None
        case "gaps":
            return not entry.part and not entry.complete()
        case "parts":
            return entry.part
        case "all":
            return True


def _matches(entry: LibraryPrompt, words: str) -> bool:
    if not words:
        return True
    said = [entry.code, entry.name, *(entry.text(language) for language in ("zh", "en", "yue"))]
    return any(words in text.lower() for text in said)
