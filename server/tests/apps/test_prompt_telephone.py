"""A prompt that is spoken into the telephone: its code, and what becomes of the recording."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from lianxin.centres.access import Actor
from lianxin.centres.errors import NotAllowed
from lianxin.centres.isolation import scope
from lianxin.centres.models import AuditEntry, Centre
from lianxin.flows.actions import publish
from lianxin.lines.actions import open_line
from lianxin.prompts import queries, telephone
from lianxin.prompts.models import PromptCode
from lianxin.prompts.takes import make_version
from tests.sound_files import tone

pytestmark = pytest.mark.django_db

STUDIO = {
    "spec": 2,
    "id": "studio",
    "title": "录音棚",
    "start": "studio",
    "nodes": {
        "studio": {"type": "studio", "done": "bye", "failed": "bye"},
        "bye": {"type": "hang_up", "prompts": ["goodbye"]},
    },
}


@pytest.fixture
def editor(who: Callable[[str], Actor]) -> Actor:
    return who("9200")


@pytest.fixture
def take() -> Iterator[str]:
    """A recording in the store."""
    path = "recordings/take.wav"
    file: Path = settings.ENV.store / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(tone(hertz=800))
    yield path
    for made in settings.ENV.sounds.glob("*/*/goodbye.*"):
        made.unlink()


def test_a_code_stands_for_one_prompt_until_it_is_spent(editor: Actor, take: str) -> None:
    code = telephone.give_code(editor, "goodbye", "yue")
    assert len(code.code) == telephone.DIGITS
    assert telephone.find_code(editor.centre, code.code) == ("goodbye", "yue")
    for _ in range(2):
        with editor.scope():
            telephone.keep_recorded(editor.centre, code.code, take)
    assert telephone.find_code(editor.centre, code.code) is None
    for _ in range(2):
        make_version(editor.centre, code.pk, take)
    [version] = queries.prompt(editor, "goodbye").versions
    assert (version.source, version.language, version.state) == ("telephone", "yue", "ready")
    assert version.made_by_id == editor.person
    assert not version.current
    with editor.scope():
        acts = AuditEntry.objects.filter(object_type="prompt").order_by("pk")
        assert [act.action for act in acts] == ["prompt.code_given", "prompt.audio_added"]


def test_a_newer_code_ends_the_older_one(editor: Actor) -> None:
    older = telephone.give_code(editor, "goodbye", "yue")
    other = telephone.give_code(editor, "goodbye", "zh")
    telephone.give_code(editor, "goodbye", "yue")
    assert telephone.find_code(editor.centre, older.code) is None
    assert telephone.find_code(editor.centre, other.code) == ("goodbye", "zh")


def test_an_old_code_and_a_strangers_are_none(editor: Actor, other: Centre) -> None:
    code = telephone.give_code(editor, "goodbye", "yue")
    assert telephone.find_code(other.pk, code.code) is None
    with editor.scope():
        PromptCode.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert telephone.find_code(editor.centre, code.code) is None


def test_a_code_cannot_be_found_by_trying(editor: Actor) -> None:
    code = telephone.give_code(editor, "goodbye", "yue")
    for _ in range(telephone.TRIES):
        assert telephone.find_code(editor.centre, "x") is None
    assert telephone.find_code(editor.centre, code.code) is None


def test_what_cannot_be_used_says_why(editor: Actor) -> None:
    file: Path = settings.ENV.store / "recordings/quiet.wav"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(tone(seconds=0, silence=1.0))
    code = telephone.give_code(editor, "goodbye", "yue")
    make_version(editor.centre, code.pk, "recordings/quiet.wav")
    [version] = queries.prompt(editor, "goodbye").versions
    assert (version.state, version.reason.endswith("只有静音。")) == ("failed", True)


def test_only_who_may_edit_gets_a_code_and_the_number_to_dial(
    who: Callable[[str], Actor], login: Callable[..., Client]
) -> None:
    with pytest.raises(NotAllowed):
        telephone.give_code(who("8100"), "goodbye", "zh")
    client = login("9200")
    path = "/api/prompts/goodbye/zh/telephone"
    assert client.post(path, content_type="application/json").json()["numbers"] == []
    publish(who("9000"), "studio", "录音棚", STUDIO)
    open_line(who("9000"), "1234577", "录音棚", "studio")
    answer = client.post(path, content_type="application/json")
    assert (answer.status_code, answer.json()["numbers"]) == (201, ["1234577"])
    with scope(who("9000").centre):
        assert PromptCode.objects.filter(used_at=None).count() == 1
