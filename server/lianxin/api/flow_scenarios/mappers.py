"""Between the simulator and scenarios and their shapes in the API."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from lianxin.api.flow_scenarios import schemas
from lianxin.api.shared.mappers import agent, audio_url
from lianxin.flows.authoring.checks import Result
from lianxin.flows.models import FlowScenario
from lianxin.flows.sentences import sentence
from lianxin.prompts.choices import LANGUAGES
from lianxin.prompts.library import LibraryPrompt
from lianxin.rules.flow.simulator import Simulation


def scenario(row: FlowScenario) -> schemas.ScenarioRead:
    return schemas.ScenarioRead(
        id=row.pk,
        name=row.name,
        setup=row.setup,
        steps=row.steps,
        expected=row.expected,
        updated_at=row.updated_at,
        updated_by=agent(row.updated_by),
    )


def result(row: Result) -> schemas.ScenarioResult:
    return schemas.ScenarioResult(
        id=row.id, name=row.name, passed=row.passed, difference=row.difference.splitlines()
    )


def simulated(played: Simulation, urls: Mapping[tuple[str, str], str]) -> dict[str, Any]:
    """``urls``: where a page hears a prompt, by id and language."""
    said = played.to_json()
    for heard in said["playing"]:
        where = [(part, heard["language"]) for part in heard["parts"]]
        heard["parts"] = [{"prompt": part[0], "url": urls.get(part, "")} for part in where]
        heard["url"] = urls.get((heard["prompt"], heard["language"]), "")
    met = played.fault
    said["fault"] = met and {
        "code": met.code,
        "place": met.place,
        "node": met.node,
        "message": sentence(met.code, met.text, met.data),
    }
    return said


def urls(entries: Iterable[LibraryPrompt]) -> dict[tuple[str, str], str]:
    """Where a page hears each prompt, by id and language."""
    addresses = {
        (entry.code, language): audio_url(entry, language)
        for entry in entries
        for language in LANGUAGES
    }
    return {key: url for key, url in addresses.items() if url}
