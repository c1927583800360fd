"""All that a flow of a centre can name: the editor offers it, lint looks it up."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from lianxin.centres.access import Who
from lianxin.flows.drafting import templates
from lianxin.flows.models import Flow
from lianxin.flows.queries import READERS, codes, published
from lianxin.prompts.speech.catalogue import load
from lianxin.queues.queries import queues


@dataclass(frozen=True)
class KnownPrompt:
    """``texts`` and ``audio`` (a URL) by language."""

    id: str
    name: str
    texts: dict[str, str]
    audio: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Vocabulary:
    """Codes with their names, by kind."""

    queues: dict[str, str]
    prompts: list[KnownPrompt]
    flows: list[Flow]
    published: frozenset[int]  # the flows of which something is published
    templates: list[str]
    connections: dict[str, str] = field(default_factory=dict)
    polls: dict[str, str] = field(default_factory=dict)
    knowledge: dict[str, str] = field(default_factory=dict)


def vocabulary(who: Who) -> Vocabulary:
    """What flows of the centre of ``who`` can name."""
    who.need(*READERS)
    with who.scope():
        return Vocabulary(
            queues={queue.code: queue.name for queue in queues()},
            prompts=_prompts(),
            flows=list(codes().values()),
            published=frozenset(published()),
            templates=templates(),
        )


def _prompts() -> list[KnownPrompt]:
    """The shipped prompts: what each folder says, by the language of the folder."""
    texts: dict[str, dict[str, str]] = defaultdict(dict)
    for prompt in load():
        if prompt.folder in ("zh", "en", "yue"):
            texts[prompt.id][prompt.folder] = prompt.text
    return [KnownPrompt(id_, "", said) for id_, said in sorted(texts.items())]
