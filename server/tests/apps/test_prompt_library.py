"""A centre's prompts: what is shipped, what the centre made of it, and who may."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from lianxin.centres.access import Actor
from lianxin.centres.errors import NotAllowed, NotFound, StorageFull
from lianxin.centres.isolation import scope
from lianxin.centres.models import AuditEntry, Centre
from lianxin.flows.actions import publish
from lianxin.flows.default import template
from lianxin.lines.loading import load_plans
from lianxin.prompts import actions, queries
from lianxin.prompts.actions import Speech
from lianxin.prompts.errors import (
    NoSpeech,
    NoSuchVersion,
    NoVoice,
    PromptCodeTaken,
    PromptInUse,
    VersionNotReady,
)
from lianxin.prompts.install import install
from lianxin.prompts.models import Prompt, PromptVersion
from lianxin.prompts.tasks import render_version
from lianxin.speech import audio, engine, sound
from tests.sound_files import loudest_hertz, tone

pytestmark = pytest.mark.django_db
People = Callable[[str], Actor]
Login = Callable[..., Client]


@pytest.fixture
def editor(who: People) -> Actor:
    return who("9200")


@pytest.fixture(autouse=True)
def sounds() -> Iterator[Path]:
    """What is shipped lies where Asterisk finds it; what a test adds is taken away again."""
    folder: Path = settings.ENV.sounds
    install(folder)
    yield folder
    for file in folder.glob("*/*/*.*"):
        file.unlink()


def upload(client: Client, path: str, data: bytes, **form: Any) -> Any:
    return client.post(path, {"file": SimpleUploadedFile("my voice.wav", data), **form})


def put(client: Client, path: str, body: Any) -> Any:
    return client.put(path, json.dumps(body), content_type="application/json")


def planned(code: str) -> dict[tuple[str, str], str]:
    """Whose sound of a prompt callers hear: centre and language → path."""
    found = [p for p in load_plans().prompts if p.code == code]
    return {(p.centre_code, p.language): p.path for p in found}


# --- what is heard ----------------------------------------------------------------


def test_what_is_shipped_is_everybodys_in_two_languages(editor: Actor) -> None:
    entry = queries.prompt(editor, "goodbye")
    heard = {language: entry.sound(language).heard for language in ("zh", "en", "yue")}
    assert heard == {"zh": "shipped", "en": "shipped", "yue": "fallback"}
    assert not entry.complete()
    with editor.scope():
        assert not Prompt.objects.filter(code="goodbye").exists()


def test_a_tone_lacks_no_language(editor: Actor) -> None:
    beep = queries.prompt(editor, "beep")
    assert {beep.sound(language).heard for language in ("zh", "en", "yue")} == {"shipped"}
    assert beep.complete()


def test_a_version_is_heard_when_it_is_chosen_and_given_back_in_one_act(
    editor: Actor, sounds: Path
) -> None:
    version = actions.add_audio(editor, "goodbye", "zh", tone(hertz=900), "upload")
    assert (version.number, version.current) == (1, False)
    assert planned("goodbye") == {}
    entry = actions.make_current(editor, "goodbye", "zh", 1)
    assert entry.sound("zh").heard == "own"
    assert entry.sound("yue").number == 1  # the fallback is the centre's own
    assert planned("goodbye") == {("shifan", "zh"): "shifan/zh/goodbye.1.wav"}
    played = sound.read_wav(sounds / "shifan/zh/goodbye.1.wav")
    assert loudest_hertz(played) == pytest.approx(900, abs=5)
    assert (sounds / "shifan/zh/goodbye.1.alaw").stat().st_size == len(played)
    assert actions.make_current(editor, "goodbye", "zh", None).sound("zh").heard == "shipped"
    assert planned("goodbye") == {}


def test_an_older_version_can_be_had_back(editor: Actor) -> None:
    for hertz in (600, 900):
        actions.add_audio(editor, "goodbye", "zh", tone(hertz=hertz), "upload")
    for number in (2, 1):
        entry = actions.make_current(editor, "goodbye", "zh", number)
        assert [v.number for v in entry.versions if v.current] == [number]
    with editor.scope():
        rows = AuditEntry.objects.filter(action="prompt.made_current").order_by("pk")
        assert [(row.data["was"], row.data["number"]) for row in rows] == [(None, 2), (2, 1)]


def test_a_cut_is_a_new_version(editor: Actor) -> None:
    actions.add_audio(editor, "goodbye", "zh", tone(seconds=3), "microphone", "再见。")
    cut = actions.trim(editor, "goodbye", "zh", 1, (0.5, 1.5))
    assert (cut.number, cut.source, cut.text) == (2, "microphone", "再见。")
    assert cut.seconds == pytest.approx(1.15, abs=0.1)
    with pytest.raises(NoSuchVersion):
        actions.trim(editor, "goodbye", "zh", 7, (0.0, 1.0))


def test_a_text_that_was_changed_after_the_sound_is_told(editor: Actor) -> None:
    actions.change_prompt(editor, "goodbye", 0, {"texts": {"zh": "祝您生活愉快，再见。"}})
    entry = queries.prompt(editor, "goodbye")
    assert entry.stale("zh")
    assert not entry.stale("en")
    assert entry.name == "祝您生活愉快，再见。"


def test_the_greeting_of_the_demo_is_a_version_like_any_other(editor: Actor) -> None:
    entry = queries.prompt(editor, "welcome")
    assert (entry.sound("zh").heard, entry.sound("zh").path) == ("own", "shifan/welcome.wav")
    assert planned("welcome")["shixian", "zh"] == "shixian/welcome.wav"


# --- a prompt of one's own --------------------------------------------------------


def test_a_prompt_of_ones_own_begins_without_a_sound(editor: Actor, sounds: Path) -> None:
    entry = actions.create_prompt(editor, "lunch_break", "午休", "", {"zh": "现在是午休时间。"})
    assert entry.sound("zh").heard == "missing"
    for code in ("lunch_break", "goodbye"):
        with pytest.raises(PromptCodeTaken):
            actions.create_prompt(editor, code, "", "", {})
    actions.add_audio(editor, "lunch_break", "yue", tone(), "upload")
    actions.make_current(editor, "lunch_break", "yue", 1)
    assert queries.prompt(editor, "lunch_break").sound("zh").heard == "missing"
    assert (sounds / "shifan/yue/lunch_break.1.wav").exists()


def test_it_goes_only_when_no_flow_plays_it(
    who: People, sounds: Path, django_capture_on_commit_callbacks: Any
) -> None:
    admin = who("9000")
    actions.create_prompt(admin, "lunch_break", "午休", "", {})
    actions.add_audio(admin, "lunch_break", "zh", tone(), "upload")
    with pytest.raises(PromptInUse):
        actions.remove_prompt(admin, "lunch_break", ["热线默认流程"])
    with django_capture_on_commit_callbacks(execute=True):
        actions.remove_prompt(admin, "lunch_break", [])
    with pytest.raises(NotFound):
        queries.prompt(admin, "lunch_break")
    assert not list(sounds.glob("shifan/zh/lunch_break.*"))


def test_where_it_is_used_is_told(who: People, login: Login) -> None:
    admin = who("9000")
    actions.create_prompt(admin, "lunch_break", "午休", "", {})
    spec = {
        "spec": 2,
        "id": "lunch",
        "title": "午休",
        "start": "end",
        "nodes": {"end": {"type": "hang_up", "prompts": ["lunch_break"]}},
    }
    publish(admin, "lunch", "午休流程", spec)
    client = login("9200")
    used = client.get("/api/prompts/lunch_break").json()["used_by"]
    assert used == [{"code": "lunch", "name": "午休流程", "state": "published"}]
    answer = client.delete("/api/prompts/lunch_break")
    assert (answer.status_code, answer.json()["error"]["code"]) == (409, "prompt.in_use")
    assert "article" in {
        use["code"] for use in client.get("/api/prompts/goodbye").json()["used_by"]
    }
    assert template()["id"]


# --- speech -----------------------------------------------------------------------


def test_without_an_engine_nothing_is_spoken(
    editor: Actor, login: Login, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "available", lambda: False)
    with pytest.raises(NoSpeech):
        actions.speak(editor, "goodbye", 0, "zh", Speech("再见", "zf_xiaobei", 1.0))
    assert login("9200").get("/api/prompt-studio").json()["speech"] is False


def test_what_is_spoken_is_ready_when_the_worker_has_done_it(
    editor: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[tuple[str, str, float]] = []

    def speak(text: str, voice: str, speed: float) -> sound.Samples:
        said.append((text, voice, speed))
        return sound.prompt(audio.read(tone()), sound.RATE)

    monkeypatch.setattr(engine, "available", lambda: True)
    monkeypatch.setattr(engine, "speak", speak)
    version = actions.speak(editor, "goodbye", 0, "en", Speech("Good night.", "af_heart", 0.9))
    assert (version.state, version.number) == ("rendering", 1)
    with pytest.raises(VersionNotReady):
        actions.make_current(editor, "goodbye", "en", 1)
    for _ in range(2):
        render_version(centre=editor.centre, version=version.pk)
    assert said == [("Good night.", "af_heart", 0.9)]
    entry = actions.make_current(editor, "goodbye", "en", 1)
    assert (entry.sound("en").source, entry.text("en")) == ("tts", "Good night.")
    with pytest.raises(NoVoice):
        actions.speak(editor, "goodbye", 0, "yue", Speech("再见", "zf_xiaobei", 1.0))


def test_what_cannot_be_spoken_says_why(editor: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    def speak(text: str, voice: str, speed: float) -> sound.Samples:
        raise engine.NotSpoken("not in the word lists: Shifan")

    monkeypatch.setattr(engine, "available", lambda: True)
    monkeypatch.setattr(engine, "speak", speak)
    version = actions.speak(editor, "goodbye", 0, "en", Speech("Shifan", "af_heart", 1.0))
    render_version(centre=editor.centre, version=version.pk)
    failed = queries.prompt(editor, "goodbye").versions[0]
    assert (failed.state, failed.reason) == ("failed", "not in the word lists: Shifan")


def test_what_there_is_no_room_for_is_not_spoken_for_ever(
    editor: Actor, centre: Centre, monkeypatch: pytest.MonkeyPatch
) -> None:
    def speak(text: str, voice: str, speed: float) -> sound.Samples:
        Centre.objects.filter(pk=centre.pk).update(quota_storage_mb=0)
        return sound.prompt(audio.read(tone()), sound.RATE)

    monkeypatch.setattr(engine, "available", lambda: True)
    monkeypatch.setattr(engine, "speak", speak)
    version = actions.speak(editor, "goodbye", 0, "en", Speech("Good night.", "af_heart", 1.0))
    render_version(centre=editor.centre, version=version.pk)
    failed = queries.prompt(editor, "goodbye").versions[0]
    assert failed.state == "failed"
    assert "限额" in failed.reason


# --- limits, rights, walls --------------------------------------------------------


def test_the_quota_of_the_centre_holds(editor: Actor, centre: Centre) -> None:
    Centre.objects.filter(pk=centre.pk).update(quota_storage_mb=0)
    with pytest.raises(StorageFull):
        actions.add_audio(editor, "goodbye", "zh", tone(), "upload")
    Centre.objects.filter(pk=centre.pk).update(quota_storage_mb=1)
    actions.add_audio(editor, "goodbye", "zh", tone(), "upload")
    storage = queries.storage(editor)
    assert (0 < storage.used < 1024**2, storage.limit) == (True, 1024**2)


@pytest.mark.parametrize("number", ["8001", "8100"])
def test_who_may_not_change_is_refused(who: People, number: str) -> None:
    person = who(number)
    acts: list[Callable[[], object]] = [
        lambda: actions.create_prompt(person, "a", "", "", {}),
        lambda: actions.change_prompt(person, "goodbye", 0, {"note": "x"}),
        lambda: actions.remove_prompt(person, "goodbye", []),
        lambda: actions.add_audio(person, "goodbye", "zh", tone(), "upload"),
        lambda: actions.speak(person, "goodbye", 0, "zh", Speech("x", "zf_xiaobei", 1.0)),
        lambda: actions.trim(person, "goodbye", "zh", 1, (0.0, 1.0)),
        lambda: actions.make_current(person, "goodbye", "zh", 1),
    ]
    for act in acts:
        with pytest.raises(NotAllowed):
            act()


def test_a_supervisor_reads_and_an_agent_does_not(login: Login) -> None:
    assert login("8100").get("/api/prompts").status_code == 200
    assert login("8001").get("/api/prompts").status_code == 403


def test_another_centre_has_no_part_in_it(editor: Actor, other: Centre, login: Login) -> None:
    actions.create_prompt(editor, "lunch_break", "午休", "", {})
    actions.add_audio(editor, "lunch_break", "zh", tone(), "upload")
    actions.make_current(editor, "lunch_break", "zh", 1)
    stranger = login("9000", "shixian")
    assert stranger.get("/api/prompts/lunch_break").status_code == 404
    assert stranger.get("/api/prompts/lunch_break/zh/audio").status_code == 404
    with scope(other.pk):
        assert not PromptVersion.objects.filter(prompt__code="lunch_break").exists()
    assert set(planned("lunch_break")) == {("shifan", "zh")}


def test_every_change_is_in_the_audit_trail(editor: Actor) -> None:
    actions.create_prompt(editor, "lunch_break", "午休", "", {})
    actions.add_audio(editor, "lunch_break", "zh", tone(), "upload")
    actions.make_current(editor, "lunch_break", "zh", 1)
    actions.change_prompt(editor, "lunch_break", 0, {"note": "x"})
    actions.remove_prompt(editor, "lunch_break", [])
    with editor.scope():
        rows = AuditEntry.objects.filter(object_type="prompt").order_by("pk")
        assert [row.action.removeprefix("prompt.") for row in rows] == [
            *("created", "audio_added", "made_current", "changed", "removed")
        ]
        assert all(row.data["prompt"] == "lunch_break" for row in rows)


# --- the API ----------------------------------------------------------------------


def test_the_list_is_searched_narrowed_and_paged(login: Login, editor: Actor) -> None:
    client = login("8100")
    first = client.get("/api/prompts?limit=10").json()
    assert (len(first["items"]), first["total"] > 40) == (10, True)
    second = client.get(f"/api/prompts?limit=10&cursor={first['next']}").json()
    assert second["items"][0]["code"] > first["items"][-1]["code"]
    assert not any(item["part"] for item in first["items"])
    found = client.get("/api/prompts?q=再见").json()["items"]
    assert "goodbye" in {item["code"] for item in found}
    assert [item["code"] for item in client.get("/api/prompts?show=own").json()["items"]] == [
        "welcome"
    ]
    parts = client.get("/api/prompts?show=parts&limit=100").json()["items"]
    assert {"d0", "n20", "m5"} <= {item["code"] for item in parts}


def test_the_list_takes_the_same_queries_however_long_it_is(login: Login) -> None:
    client = login("8100")
    counts = []
    for limit in (1, 100):
        with CaptureQueriesContext(
            connection,
        ) as context:
            client.get(f"/api/prompts?show=all&limit={limit}")
        counts.append(len(context))
    assert counts[1] <= counts[0] < 25


def test_a_file_is_uploaded_chosen_and_played_in_ranges(login: Login, sounds: Path) -> None:
    client = login("9200")
    made = upload(client, "/api/prompts/goodbye/yue/audio", tone("mp3"), text="再會。")
    assert made.status_code == 201, made.content
    said = made.json()
    assert (said["number"], said["state"], said["text"]) == (1, "ready", "再會。")
    assert (said["made_by"], len(said["peaks"])) == ("流程编辑甲", audio.PEAKS)
    chosen = put(client, "/api/prompts/goodbye/yue/current", {"number": 1}).json()
    assert chosen["languages"]["yue"]["heard"] == "own"
    url = chosen["languages"]["yue"]["url"]
    whole = b"".join(client.get(url).streaming_content)  # type: ignore[attr-defined]
    assert whole == (sounds / "shifan/yue/goodbye.1.wav").read_bytes()
    part = client.get(url, headers={"range": "bytes=0-43"})
    assert (part.status_code, part["Content-Range"]) == (206, f"bytes 0-43/{len(whole)}")


@pytest.mark.parametrize(
    ("data", "status", "code"),
    [
        (b"", 422, "prompt.audio_unreadable"),
        (b"MZ nothing", 422, "prompt.audio_unreadable"),
        (bytes(audio.MAX_BYTES + 1), 413, "prompt.audio_too_large"),
        (bytes(audio.MAX_BYTES + 4 * 1024**2), 413, "request.too_large"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused(
    login: Login, data: bytes, status: int, code: str
) -> None:
    answer = upload(login("9200"), "/api/prompts/goodbye/zh/audio", data)
    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)


@pytest.mark.parametrize(
    "path",
    ["/api/prompts/goodbye/fr/audio", "/api/prompts/..%2Fetc/zh/audio", "/api/prompts/A/zh/audio"],
)
def test_what_is_no_prompt_or_language_is_refused(login: Login, path: str) -> None:
    assert login("9200").get(path).status_code in (404, 422)


def test_a_file_that_has_gone_from_the_disk_is_told(
    login: Login, editor: Actor, sounds: Path
) -> None:
    actions.add_audio(editor, "goodbye", "zh", tone(), "upload")
    actions.make_current(editor, "goodbye", "zh", 1)
    (sounds / "shifan/zh/goodbye.1.wav").unlink()
    answer = login("9200").get("/api/prompts/goodbye/zh/audio")
    assert (answer.status_code, answer.json()["error"]["code"]) == (404, "prompt.audio_missing")
