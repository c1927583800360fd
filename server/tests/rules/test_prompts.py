"""Every sentence that a shipped flow can say is in the list, and the list is recorded."""

from __future__ import annotations

import json
import tomllib

import pytest

from lianxin.flows.codec import read
from lianxin.flows.default import TEMPLATES, template
from lianxin.prompts.speech.catalogue import CATALOGUE

NEEDED = {p["id"]: p["text"] for p in json.loads((TEMPLATES / "prompts_needed.json").read_text())}


@pytest.mark.parametrize("name", ["article", "office_hours"])
def test_a_flow_says_only_what_is_listed(name: str) -> None:
    assert read(template(name)).prompts() <= set(NEEDED)


def test_what_is_listed_is_shipped() -> None:
    catalogue = tomllib.loads(CATALOGUE.read_text("utf-8"))
    shipped = {p["id"]: p["text"] for p in catalogue["prompt"] if p["folder"] == "zh"}
    assert {id: shipped.get(id) for id in NEEDED} == NEEDED
