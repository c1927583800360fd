"""What flows of a centre can name, put together from all the rooms that flows stand upon."""

from __future__ import annotations

from dataclasses import dataclass

from lianxin.calendars.queries import calendars
from lianxin.centres.access import Actor
from lianxin.connections.queries import Named as Connection
from lianxin.connections.queries import named as connections
from lianxin.flows import queries
from lianxin.flows.default import templates
from lianxin.flows.models import Flow
from lianxin.knowledge.queries import named as knowledge
from lianxin.polls.queries import named as polls
from lianxin.prompts.choices import LANGUAGES
from lianxin.prompts.library import LibraryPrompt
from lianxin.prompts.queries import vocabulary as prompts
from lianxin.queues.queries import queues_of
from lianxin.rules.values import Language

#: A language's own name.
LANGUAGE_NAMES = {"zh": "普通话", "en": "English", "yue": "粤语"}

#: What a call knows from its first node on (``lines.plan``, ``rules.flow.events.Started``), and
#: an example of each.
VARIABLES = {
    "caller": "13800000001",
    "line": "12345",
    "city": "示范市",
    "centre_name": "示范市 12345 热线",
    "line_name": "市民热线",
    "day_part": "day",
    "night_bell": "13900000001",
    "night_bell_seconds": "20",
    "zone": "Asia/Shanghai",
}

#: (code, name)
Named = tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class Vocabulary:
    """All that a flow of a centre can name. ``flows``: each, and whether it is published;
    ``variables``: name and an example."""

    queues: list[Named]
    prompts: list[LibraryPrompt]
    calendars: list[Named]
    connections: list[Connection]
    polls: list[Named]
    knowledge: list[Named]
    flows: list[tuple[Flow, bool]]
    templates: list[str]
    languages: list[Named]
    functions: list[str]
    variables: list[Named]


def vocabulary(who: Actor) -> Vocabulary:
    """All that a flow of the centre of ``who`` can name."""
    return Vocabulary(
        queues=[(queue.code, queue.name) for queue in queues_of(who)],
        prompts=prompts(who),
        calendars=[(row.code, row.name) for row, _ in calendars(who)],
        connections=connections(who),
        polls=polls(who),
        knowledge=knowledge(who),
        flows=queries.known(who),
        templates=templates(),
        languages=list(LANGUAGE_NAMES.items()),
        functions=sorted(who.functions),
        variables=list(VARIABLES.items()),
    )


def texts_of_prompts(who: Actor) -> dict[str, dict[Language, str]]:
    """What each prompt of the centre says, by id and language."""
    return {entry.code: texts_of(entry) for entry in prompts(who)}


def texts_of(entry: LibraryPrompt) -> dict[Language, str]:
    """What a prompt says, in the languages in which it says anything."""
    texts = {language: entry.text(language) for language in LANGUAGES}
    return {language: text for language, text in texts.items() if text}
