"""Two who change the texts of one prompt."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from django.test import Client

from lianxin.centres.access import Actor
from lianxin.prompts import actions, queries
from lianxin.prompts.actions import Speech
from lianxin.prompts.errors import (
    PromptConflict,
)
from lianxin.speech import engine

pytestmark = pytest.mark.django_db
People = Callable[[str], Actor]
Login = Callable[..., Client]


def test_who_saves_a_text_second_is_told_who_was_first(who: People, login: Login) -> None:
    first, path = who("9000"), "/api/prompts/goodbye"
    client = login("9200")
    read = client.get(path).json()
    assert read["version"] == 0
    actions.change_prompt(first, "goodbye", 0, {"texts": {"zh": "再会。"}})
    change = {"version": read["version"], "texts": {"zh": "慢走。"}}
    late = client.patch(path, json.dumps(change), content_type="application/json")
    told = late.json()["error"]
    assert (late.status_code, told["code"], told["details"]["version"]) == (
        409,
        "prompt.conflict",
        1,
    )
    assert told["details"]["by"].startswith("9000 ")
    assert queries.prompt(first, "goodbye").text("zh") == "再会。"
    again = client.patch(
        path, json.dumps({**change, "version": 1}), content_type="application/json"
    )
    assert (again.status_code, again.json()["version"]) == (200, 2)


def test_a_text_that_was_changed_meanwhile_is_not_spoken_away(
    who: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "available", lambda: True)
    actions.change_prompt(who("9000"), "goodbye", 0, {"texts": {"en": "So long."}})
    old = Speech("Good night.", "af_heart")
    with pytest.raises(PromptConflict):
        actions.speak(who("9200"), "goodbye", 0, "en", old)
    assert queries.prompt(who("9200"), "goodbye").text("en") == "So long."
