"""``shipped/prompts.toml``: which prompts there are, what they say and which file says it.

A person writes ``id``, ``folder``, ``text`` and, where wanted, ``voice``, ``speed`` and
``say``; rendering adds ``seconds``, ``sha256`` (of the file) and ``recipe`` (of everything
the sound was made from), so that a text which was changed and not spoken again is found.
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PROMPTS = Path(__file__).resolve().parent / "shipped"
CATALOGUE = PROMPTS / "prompts.toml"
VOICE = "zf_xiaobei"
BEEP = "beep"  # a ``voice`` that is a tone
MAKER = 1  # raise it when the same recipe comes out as another sound
_HEADER = """\
# Every prompt that is shipped. Edit id, folder, text, voice, speed or say, then run
#   python -m lianxin.prompts render
# which fills in the rest. See docs/howto/prompts.md.
"""


@dataclass(frozen=True)
class Prompt:
    """One prompt. ``name`` (folder/id) is unique."""

    id: str
    folder: str  # a language: zh, en, yue; or a demo centre, in Mandarin
    text: str  # what a citizen understands, as it is shown in the console
    voice: str = VOICE
    speed: float = 1.0
    say: str = ""  # what the engine is given when ``text`` alone is misread
    tail: float = 0.15  # seconds of silence at the end
    least: float = 0.0  # seconds; a shorter sound is followed by silence, for an even rhythm
    part: bool = False  # of a number or a date, never a sentence of its own
    seconds: float = 0.0
    sha256: str = ""  # "" until it is spoken
    recipe: str = ""

    @property
    def name(self) -> str:
        return f"{self.folder}/{self.id}"

    @property
    def path(self) -> Path:
        return PROMPTS / self.folder / f"{self.id}.wav"

    def wanted_recipe(self) -> str:
        """Return the hash of all that the sound depends on, 16 hex digits."""
        made_from = [MAKER, self.say or self.text, self.voice, self.speed, self.tail, self.least]
        text = json.dumps(made_from, ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()[:16]


def load(path: Path = CATALOGUE) -> list[Prompt]:
    """Read the catalogue. ValueError: a field that is not known, or a name twice."""
    tables: list[dict[str, Any]] = tomllib.loads(path.read_text("utf-8")).get("prompt", [])
    try:
        prompts = [Prompt(**table) for table in tables]
    except TypeError as error:
        raise ValueError(f"{path.name}: {error}") from None
    names = [prompt.name for prompt in prompts]
    twice = {name for name in names if names.count(name) > 1}
    if twice:
        raise ValueError(f"{path.name}: more than once: {', '.join(sorted(twice))}")
    return prompts


def save(prompts: Iterable[Prompt], path: Path = CATALOGUE) -> None:
    """Write the catalogue in the order given, in one step."""
    text = _HEADER + "".join("\n[[prompt]]\n" + _table(prompt) for prompt in prompts)
    draft = path.with_suffix(".draft")
    draft.write_text(text, "utf-8")
    draft.replace(path)


def faults(prompt: Prompt) -> list[str]:
    """Say what is wrong between an entry and its file; nothing when they agree."""
    if not prompt.path.exists():
        return [f"{prompt.name}: has no file"]
    found = []
    if prompt.recipe != prompt.wanted_recipe():
        found.append(f"{prompt.name}: was changed and not rendered again")
    if hashlib.sha256(prompt.path.read_bytes()).hexdigest() != prompt.sha256:
        found.append(f"{prompt.name}: the file is not the one that was rendered")
    return found


def strays(prompts: Iterable[Prompt]) -> list[str]:
    """Name the shipped files of which the catalogue does not know."""
    known = {prompt.path for prompt in prompts}
    folders = {path.parent for path in known}
    files = {file for folder in folders for file in folder.glob("*.wav")}
    return [
        f"{file.parent.name}/{file.stem}: not in the catalogue" for file in sorted(files - known)
    ]


def _table(prompt: Prompt) -> str:
    plain = Prompt(id="", folder="", text="")
    always = {"id", "folder", "text", "voice", "seconds", "sha256", "recipe"}
    return "".join(
        f"{name} = {json.dumps(value, ensure_ascii=False)}\n"
        for name, value in vars(prompt).items()
        if name in always or value != getattr(plain, name)
    )
