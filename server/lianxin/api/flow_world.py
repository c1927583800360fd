"""What flows of a centre can name, put together from all the parts that flows stand upon."""

from __future__ import annotations

from collections.abc import Iterable

from lianxin.api import flow_shapes as shapes
from lianxin.api.prompt_shaping import audio_url
from lianxin.calendars.queries import calendars
from lianxin.centres.access import Actor
from lianxin.connections.queries import named as connections
from lianxin.flows import queries
from lianxin.flows.drafting import templates
from lianxin.knowledge.queries import named as knowledge
from lianxin.polls.queries import named as polls
from lianxin.prompts.choices import LANGUAGES
from lianxin.prompts.library import Entry
from lianxin.prompts.queries import everything
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


def vocabulary(who: Actor) -> shapes.Vocabulary:
    """All that a flow of the centre of ``who`` can name."""
    flows = queries.known(who)
    return shapes.Vocabulary(
        queues=_named((queue.code, queue.name) for queue in queues_of(who)),
        prompts=[_prompt(entry) for entry in prompts(who)],
        calendars=_named((row.code, row.name) for row, _ in calendars(who)),
        connections=[
            shapes.KnownConnection(
                code=each.code,
                name=each.name,
                kind=each.kind,
                queries={query: list(names) for query, names in each.queries.items()},
            )
            for each in connections(who)
        ],
        polls=_named(polls(who)),
        knowledge=_named(knowledge(who)),
        flows=[
            shapes.KnownFlow(
                code=flow.code,
                name=flow.name,
                kind=flow.kind,  # type: ignore[arg-type]  # the column is held to these words
                published=published,
            )
            for flow, published in flows
        ],
        templates=templates(),
        languages=_named(LANGUAGE_NAMES.items()),
        functions=sorted(who.functions),
        variables=[shapes.KnownVariable(name=n, example=e) for n, e in VARIABLES.items()],
    )


def texts_of_prompts(who: Actor) -> dict[str, dict[Language, str]]:
    """What each prompt of the centre says, by id and language."""
    return {entry.code: _texts(entry) for entry in prompts(who)}


def urls_of_prompts(who: Actor) -> dict[tuple[str, str], str]:
    """Where a page hears each prompt, by id and language."""
    addresses = {
        (entry.code, language): audio_url(entry, language)
        for entry in everything(who)
        for language in LANGUAGES
    }
    return {key: url for key, url in addresses.items() if url}


def _prompt(entry: Entry) -> shapes.KnownPrompt:
    urls = {language: audio_url(entry, language) for language in LANGUAGES}
    return shapes.KnownPrompt(
        id=entry.code,
        name=entry.name,
        texts=_texts(entry),
        audio={language: url for language, url in urls.items() if url},
    )


def _texts(entry: Entry) -> dict[Language, str]:
    texts = {language: entry.text(language) for language in LANGUAGES}
    return {language: text for language, text in texts.items() if text}


def _named(pairs: Iterable[tuple[str, str]]) -> list[shapes.Named]:
    return [shapes.Named(code=code, name=name) for code, name in pairs]
