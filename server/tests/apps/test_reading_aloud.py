"""朗读: texts that are published or approved are read ahead of any call, once, and heard whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from procrastinate.contrib.django.models import ProcrastinateJob

from lianxin.centres.access import Actor
from lianxin.centres.isolation import scope
from lianxin.centres.models import Alarm, Centre
from lianxin.centres.quotas import read_storage
from lianxin.knowledge import actions
from lianxin.knowledge.browsing import browse
from lianxin.knowledge.importing import import_tree
from lianxin.rules.aloud import MAX_TEXT
from lianxin.rules.flow.effects import Text
from lianxin.rules.values import Language
from lianxin.speech import audio, engine, readings, sound
from lianxin.speech import files as aloud
from lianxin.speech.files import key_of, path_of
from lianxin.speech.models import Reading
from lianxin.speech.reader import MOST_TRIES
from lianxin.speech.tasks import read_aloud
from lianxin.switchboard.snapshot.sounds import Sounds
from lianxin.upkeep.tasks import read_what_waits
from tests.sound_files import loudest_hertz, tone

pytestmark = pytest.mark.django_db
People = Callable[[str], Actor]

TITLE, BODY = "夜间施工", "每日 22 时至次日 6 时禁止施工。"


class Engine:
    """Stands for the extra: a tone for each text, and what it was asked."""

    def __init__(self) -> None:
        self.read: list[tuple[str, str]] = []
        self.refuses = ""

    def __call__(self, text: str, voice: str, speed: float) -> sound.Samples:
        assert speed == aloud.SPEED
        self.read.append((text, voice))
        if self.refuses:
            raise engine.NotSpoken(self.refuses)
        return sound.prompt(audio.read(tone(hertz=900)), sound.RATE)


@pytest.fixture
def speaks(monkeypatch: pytest.MonkeyPatch) -> Engine:
    made = Engine()
    monkeypatch.setattr(engine, "available", lambda: True)
    monkeypatch.setattr(engine, "read", made)
    return made


@pytest.fixture
def editor(who: People) -> Actor:
    return who("9300")


@pytest.fixture(autouse=True)
def sounds() -> Iterator[Path]:
    folder: Path = settings.ENV.sounds
    yield folder
    for file in folder.glob("*/aloud/*"):
        file.unlink()


def entry(code: str = "noise", state: str = "published", **draft: object) -> actions.EntryDraft:
    texts = {"titles": {"zh": TITLE}, "bodies": {"zh": BODY}}
    return actions.EntryDraft(**{"code": code, "state": state, **texts, **draft})  # type: ignore[arg-type]


def rows(who: Actor, code: str = "noise") -> list[Reading]:
    with who.scope():
        found = Reading.objects.filter(about="knowledge", about_id=code)
        return list(found.order_by("pk"))


def work(who: Actor, code: str = "noise") -> None:
    """What the worker does."""
    for row in rows(who, code):
        read_aloud(centre=who.centre, reading=row.pk)


def heard(folder: Path, text: Text, language: str = "zh", centre: str = "shifan") -> list[str]:
    return Sounds(folder, folder, ()).media(centre, [text], language)  # type: ignore[arg-type]


# --- what is read


def test_a_published_entry_is_read_and_heard(editor: Actor, speaks: Engine, sounds: Path) -> None:
    actions.make(editor, entry())
    assert heard(sounds, Text(BODY)) == []
    work(editor)
    assert speaks.read == [(TITLE, "zf_xiaobei"), (BODY, "zf_xiaobei")]
    (file,) = heard(sounds, Text(BODY))
    assert file == f"sound:{sounds}/{path_of('shifan', key_of(BODY, 'zh'))}".removesuffix(".wav")
    played = sound.read_wav(Path(f"{file.removeprefix('sound:')}.wav"))
    assert loudest_hertz(played) == pytest.approx(900, abs=5)
    assert Path(f"{file.removeprefix('sound:')}.alaw").stat().st_size == len(played)
    assert heard(sounds, Text(BODY), centre="shixian") == [], "another centre has not read it"
    with editor.scope():
        found = readings.reading_status("knowledge", "noise")
        assert read_storage(editor.centre).used >= 2 * 16 * len(played) / 8
    assert found is not None
    assert (found.state, found.seconds > 1) == ("ready", True)


def test_what_the_flow_plays_is_what_was_read(editor: Actor, speaks: Engine, sounds: Path) -> None:
    """Letter by letter, also of what is longer than anybody listens."""
    actions.make(editor, entry(bodies={"zh": "很长。" * 1500}, parent=None))
    work(editor)
    found = browse(editor.centre, "noise", "zh", 0)
    assert found is not None
    assert heard(sounds, Text(found.text[:MAX_TEXT]))
    assert heard(sounds, Text(found.title))


def test_a_draft_is_not_read_and_a_withdrawn_text_is_not_heard(
    editor: Actor,
    speaks: Engine,
    sounds: Path,
    django_capture_on_commit_callbacks: Callable[..., object],
) -> None:
    row = actions.make(editor, entry(state="draft"))
    assert rows(editor) == []
    row = actions.change(editor, "noise", row.version, entry())
    work(editor)
    assert heard(sounds, Text(BODY))
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[attr-defined]
        actions.change(editor, "noise", row.version, entry(state="draft"))
    assert (rows(editor), heard(sounds, Text(BODY))) == ([], [])


def test_only_what_changed_is_read_again(editor: Actor, speaks: Engine, sounds: Path) -> None:
    row = actions.make(editor, entry())
    work(editor)
    row = actions.change(editor, "noise", row.version, entry(order=5))
    actions.change(editor, "noise", row.version, entry(bodies={"zh": "改了。"}))
    work(editor)
    assert [text for text, _ in speaks.read] == [TITLE, BODY, "改了。"]


def test_the_same_text_is_read_once_and_goes_with_the_last_who_has_it(
    editor: Actor,
    speaks: Engine,
    sounds: Path,
    django_capture_on_commit_callbacks: Callable[..., object],
) -> None:
    for code in ("noise", "noise-too"):
        actions.make(editor, entry(code))
        work(editor, code)
    assert len(speaks.read) == 2
    for code, left in (("noise", True), ("noise-too", False)):
        with django_capture_on_commit_callbacks(execute=True):  # type: ignore[attr-defined]
            actions.remove(editor, code)
        assert bool(heard(sounds, Text(BODY))) is left


def test_who_has_a_recording_is_not_read(editor: Actor, speaks: Engine) -> None:
    actions.make(editor, entry(title_prompt="k_noise"))
    assert [row.text for row in rows(editor)] == [BODY]


def test_languages_have_their_voices_and_cantonese_has_none(
    editor: Actor, speaks: Engine, sounds: Path
) -> None:
    titles = {"zh": TITLE, "en": "Noise", "yue": "夜晚開工"}
    actions.make(editor, entry(titles=titles, bodies={}))
    work(editor)
    assert speaks.read == [(TITLE, "zf_xiaobei"), ("Noise", "af_heart")]
    assert heard(sounds, Text("Noise"), "en")
    assert heard(sounds, Text(TITLE), "en"), "Mandarin rather than nothing"
    found = browse(editor.centre, "noise", "yue", 0)
    assert found is not None
    assert found.title == TITLE, "of what nobody reads the Mandarin is heard"


def test_an_import_is_read(editor: Actor, speaks: Engine) -> None:
    import_tree(editor, f"code,title_zh,body_zh,state\nnoise,{TITLE},{BODY},published")
    assert [row.text for row in rows(editor)] == [TITLE, BODY]


# --- the job


def test_jobs_are_queued_with_what_they_are_about(editor: Actor, speaks: Engine) -> None:
    actions.make(editor, entry())
    jobs = ProcrastinateJob.objects.filter(task_name="prompts.read_aloud").order_by("-id")[:2]
    assert {job.args["reading"] for job in jobs} == {row.pk for row in rows(editor)}
    assert {(job.lock, job.queue_name) for job in jobs} == {("read_aloud", "speech")}


def test_twice_is_once(editor: Actor, speaks: Engine) -> None:
    actions.make(editor, entry())
    for _ in range(2):
        work(editor)
    assert len(speaks.read) == 2


def test_what_was_withdrawn_while_it_was_read_stays_unheard(
    editor: Actor, speaks: Engine, monkeypatch: pytest.MonkeyPatch, sounds: Path
) -> None:
    row = actions.make(editor, entry(title_prompt="k_noise"))

    def read(text: str, voice: str, speed: float) -> sound.Samples:
        actions.change(editor, "noise", row.version, entry(state="draft"))
        return speaks(text, voice, speed)

    monkeypatch.setattr(engine, "read", read)
    work(editor)
    assert heard(sounds, Text(BODY)) == []


def test_what_cannot_be_read_is_tried_again_then_told(
    editor: Actor, speaks: Engine, who: People, login: Callable[..., Client]
) -> None:
    speaks.refuses = "not in the word lists: Shifan"
    made = actions.make(editor, entry(titles={"zh": "标"}, title_prompt="k_noise"))
    for _ in range(MOST_TRIES - 1):
        with pytest.raises(engine.NotSpoken):
            work(editor)
    assert [row.state for row in rows(editor)] == ["waiting"]
    for _ in range(2):
        work(editor)
    assert len(speaks.read) == MOST_TRIES
    with editor.scope():
        alarm = Alarm.objects.get(code="text.unread")
    assert (alarm.object_type, alarm.object_id, alarm.data) == ("knowledge", "noise", {})
    shown = login("9300").get("/api/knowledge/noise").json()["reading"]
    assert (shown["state"], shown["reason"]) == ("failed", speaks.refuses)
    speaks.refuses = ""
    actions.change(editor, "noise", made.version, entry(title_prompt="k_noise"))
    work(editor)
    assert [row.state for row in rows(editor)] == ["ready"], "saved again, tried again"


@pytest.mark.parametrize("engines", [True, False])
def test_what_has_no_sound_is_refused_by_name_and_nobody_reads_it(
    editor: Actor,
    speaks: Engine,
    login: Callable[..., Client],
    monkeypatch: pytest.MonkeyPatch,
    engines: bool,
) -> None:
    monkeypatch.setattr(engine, "available", lambda: engines)
    actions.make(editor, entry(bodies={"zh": "见附图☎。"}, title_prompt="k_noise"))
    work(editor)
    assert speaks.read == []
    me = login("9300")
    shown = me.get("/api/knowledge/noise").json()["reading"]
    assert (shown["state"], "“☎”没有读音" in shown["reason"]) == ("failed", True)
    english = me.get("/api/knowledge/noise", headers={"accept-language": "en"}).json()
    assert english["reading"]["reason"].startswith("No voice has a sound for ☎,")
    with editor.scope():
        assert Alarm.objects.filter(code="text.unread", object_id="noise").exists()


def test_the_quota_holds(editor: Actor, speaks: Engine, centre: Centre) -> None:
    Centre.objects.filter(pk=centre.pk).update(quota_storage_mb=0)
    actions.make(editor, entry())
    work(editor)
    assert {row.state for row in rows(editor)} == {"failed"}
    assert "限额" in rows(editor)[0].reason


# --- without an engine, and when one comes


def test_without_an_engine_texts_wait_and_nothing_is_an_alarm(
    editor: Actor, monkeypatch: pytest.MonkeyPatch, login: Callable[..., Client]
) -> None:
    monkeypatch.setattr(engine, "available", lambda: False)
    actions.make(editor, entry())
    work(editor)
    read_what_waits(0)
    with editor.scope():
        assert not Alarm.objects.filter(code="text.unread").exists()
    shown = login("9300").get("/api/knowledge/noise").json()["reading"]
    assert shown == {"state": "waiting", "reason": "", "seconds": 0.0, "engine": False}


def test_when_an_engine_comes_everything_that_is_published_is_read(
    editor: Actor, speaks: Engine, sounds: Path
) -> None:
    with editor.scope():
        Reading.objects.all().delete()  # as before an update
    actions.make(editor, entry(state="draft"))
    read_what_waits(0)
    with editor.scope():
        known = set(Reading.objects.values_list("about_id", flat=True))
    assert "law-noise" in known, "of the made-up city"
    assert "noise" not in known


def test_what_waits_is_queued_once_however_often_it_is_looked_at(
    editor: Actor, speaks: Engine
) -> None:
    actions.make(editor, entry())
    texts = {row.pk for row in rows(editor)}

    def queued() -> list[int]:
        jobs = ProcrastinateJob.objects.filter(task_name=readings.READ_ALOUD, status="todo")
        return sorted(job.args["reading"] for job in jobs if job.args["reading"] in texts)

    for _ in range(3):
        read_what_waits(0)
    assert queued() == sorted(texts)
    ProcrastinateJob.objects.all().delete()
    read_what_waits(0)
    assert queued() == sorted(texts), "what the queue has lost is queued again"


def test_looking_leaves_alone_what_the_worker_notes_meanwhile(
    editor: Actor, speaks: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    actions.make(editor, entry())

    def meanwhile(text: str, language: Language) -> str:
        Reading.objects.filter(about_id="noise").update(state="failed", tries=3, reason="x")
        return key_of(text, language)

    monkeypatch.setattr(readings, "key_of", meanwhile)
    with editor.scope():
        readings.catch_up(editor.centre)
    assert {(row.state, row.tries, row.reason) for row in rows(editor)} == {("failed", 3, "x")}


def test_a_lost_file_and_another_recipe_are_read_again(
    editor: Actor, speaks: Engine, sounds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    actions.make(editor, entry())
    work(editor)
    for file in sounds.glob("shifan/aloud/*"):
        file.unlink()
    with editor.scope():
        readings.catch_up(editor.centre)
    work(editor)
    assert heard(sounds, Text(BODY))
    monkeypatch.setattr(aloud, "RECIPE", aloud.RECIPE + 1)
    assert heard(sounds, Text(BODY)) == []
    with editor.scope():
        readings.catch_up(editor.centre)
    work(editor)
    assert heard(sounds, Text(BODY))
    assert len(speaks.read) == 6


def test_readings_stay_behind_the_wall(editor: Actor, other: Centre) -> None:
    actions.make(editor, entry())
    with scope(other.pk):
        assert not Reading.objects.filter(about_id="noise").exists()


# --- the engine itself, where it is installed


def test_the_real_engine_reads_figures_letters_and_long_texts() -> None:
    if not engine.available():
        pytest.skip("the speech extra is not installed here")
    read = engine.read("示范市 12345：3 个工作日内答复，请下载 APP。" * 3, "zf_xiaobei")
    found = sound.measure(read)
    assert 15 < found.seconds < 45
    assert found.level == pytest.approx(-20, abs=1.5)
    with pytest.raises(engine.NotSpoken):
        engine.read("……", "zf_xiaobei")
