"""The checks of flows, with what the centre has that flows stand upon."""

from __future__ import annotations

from lianxin.calendars.queries import calendars
from lianxin.centres.access import Actor
from lianxin.connections.queries import named as connections
from lianxin.flows import queries
from lianxin.flows.authoring.checks import Checks
from lianxin.flows.authoring.lookups import readings_of, resolver_of
from lianxin.flows.authoring.vocabulary import VARIABLES
from lianxin.knowledge.queries import named as knowledge
from lianxin.polls.queries import named as polls
from lianxin.prompts.choices import LANGUAGES
from lianxin.prompts.queries import everything
from lianxin.queues.queries import queues_of
from lianxin.rules.flow.lint import Environment
from lianxin.speech import engine


def checks_for(who: Actor) -> Checks:
    """The checks of flows at the centre of ``who``, who reads flows."""
    entries = everything(who)
    rules = {row.code: rule for row, rule in calendars(who)}
    words: dict[tuple[str, str], tuple[str, float]] = {
        (entry.code, language): (entry.text(language), entry.sound(language).seconds)
        for entry in entries
        for language in LANGUAGES
        if entry.sound(language).heard in ("own", "shipped")
    }
    seconds: dict[str, dict[str, float]] = {entry.code: {} for entry in entries}
    for (code, language), (_, length) in words.items():
        seconds[code][language] = length
    resolver = resolver_of(who.centre) if "knowledge" in who.functions else None
    environment = _environment(who, seconds, frozenset(rules))
    return Checks(environment, words, rules, resolver, readings_of(who.centre))


def _environment(
    who: Actor, prompts: dict[str, dict[str, float]], calendar_codes: frozenset[str]
) -> Environment:
    """What flows of the centre may name. Of a function that is off nothing is known."""
    on = who.functions
    return Environment(
        prompts=prompts,
        queues=frozenset(queue.code for queue in queues_of(who)),
        calendars=calendar_codes,
        connections=frozenset(each.code for each in connections(who)) if "look_ups" in on else None,
        polls=frozenset(code for code, _ in polls(who)) if "polls" in on else None,
        knowledge=frozenset(code for code, _ in knowledge(who)) if "knowledge" in on else None,
        flows=frozenset(flow.code for flow, _ in queries.known(who) if flow.kind == "subflow"),
        functions=on,
        subflows_of=queries.uses(who),
        speech=engine.available(),
        variables=frozenset(VARIABLES),
    )
