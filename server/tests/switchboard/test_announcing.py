"""自动报工号: the agent's page is told how long it lasts; who may cut it is the queue's affair."""

from __future__ import annotations

import wave
from dataclasses import replace
from pathlib import Path
from shutil import copy

import pytest

from lianxin.live import messages as m
from lianxin.prompts.catalogue import PROMPTS as SHIPPED
from lianxin.switchboard.snapshot.joining import FOLDER, join
from lianxin.switchboard.snapshot.sounds import Sounds
from tests.switchboard.world import CENTRE, World

PARTS = ("number_intro", "d8", "d0", "d0", "d1", "number_outro")


def seconds(file: Path) -> float:
    with wave.open(str(file)) as sound:
        frames, rate = int(sound.getnframes()), int(sound.getframerate())
        return frames / rate


def speak(folder: Path) -> tuple[str, ...]:
    """What ``PARTS`` are at the exchange, whose sounds lie in ``folder``."""
    (folder / "zh").mkdir(parents=True, exist_ok=True)
    for part in PARTS:
        copy(SHIPPED / "zh" / f"{part}.wav", folder / "zh")
    return tuple(f"sound:{folder}/zh/{part}" for part in PARTS)


def test_figures_are_said_closely_after_each_other(tmp_path: Path) -> None:
    media = speak(tmp_path)
    joined = join(tmp_path, media)
    [one] = joined.media
    made = Path(one.removeprefix("sound:") + ".wav")
    assert made.parent == tmp_path / FOLDER
    apart = sum(seconds(tmp_path / "zh" / f"{part}.wav") for part in PARTS)
    assert joined.seconds == pytest.approx(seconds(made))
    assert apart - 1.5 < joined.seconds < apart - 0.5  # the pauses, and nothing that is said
    written = made.stat().st_mtime_ns
    assert join(tmp_path, media) == joined
    assert made.stat().st_mtime_ns == written


def test_a_figure_that_is_spoken_anew_is_heard_anew(tmp_path: Path) -> None:
    media = speak(tmp_path)
    before = join(tmp_path, media).media
    copy(SHIPPED / "zh" / "d5.wav", tmp_path / "zh" / "d8.wav")
    assert join(tmp_path, media).media != before


def test_what_cannot_be_joined_is_played_as_it_is(tmp_path: Path) -> None:
    media = speak(tmp_path)
    assert Sounds(tmp_path, tmp_path, ()).joined(media).seconds > 3
    (tmp_path / "zh" / "d1.wav").write_bytes(b"no sound")
    assert join(tmp_path, media).media == media
    assert join(tmp_path, media).seconds == 0
    (tmp_path / "zh" / "d1.wav").unlink()
    assert join(tmp_path, media).media == media


async def test_the_page_is_told_when_they_will_hear_each_other(world: World) -> None:
    speak(world.env.sounds)
    page = await world.sign_in(8001)
    actor = await world.call_connecting()
    began = world.twin.world.now
    shown = page.of(m.CallChanged)[-1].call
    assert shown.phase == "connecting"
    assert shown.announcing_until is not None
    assert began + 3 < shown.announcing_until / 1000 < began + 6
    assert not shown.may_cut
    played = [what for what in world.twin.commands if what[0] == "play"][-1]
    assert f"/{FOLDER}/" in str(played[2])
    await world.wait(10)
    shown = page.of(m.CallChanged)[-1].call
    assert (shown.phase, shown.announcing_until) == ("talking", None)
    assert actor.call.phase == "talking"


def let_agents_cut(world: World) -> None:
    [queue] = world.plans.queues
    world.plans = replace(
        world.plans, queues=(replace(queue, centre=CENTRE, may_cut_announcement=True),)
    )
    world.switchboard.plans._take(world.plans)


async def test_an_agent_cuts_it_and_speaks_at_once(world: World) -> None:
    let_agents_cut(world)
    page = await world.sign_in(8001)
    actor = await world.call_connecting()
    assert page.of(m.CallChanged)[-1].call.may_cut
    await world.say(page, m.CutAnnouncement(actor.call.id))
    assert actor.call.phase == "talking"
    assert not page.of(m.CallChanged)[-1].call.may_cut
    stopped = [what[0] for what in world.twin.commands]
    assert "stop_playback" in stopped
    await world.say(page, m.CutAnnouncement(actor.call.id))  # pressed twice
    assert page.refused[-1] == "live.not_now"
    await world.wait(20)
    assert actor.call.phase == "talking"
    assert world.kinds(actor.call).count("talking") == 1
    await world.hang_up(actor.call.channel)
    await world.wait(20)
    assert world.left() == []


async def test_a_queue_that_wants_it_whole_is_not_cut(world: World) -> None:
    page = await world.sign_in(8001)
    actor = await world.call_connecting()
    await world.say(page, m.CutAnnouncement(actor.call.id))
    assert page.refused[-1] == "live.not_now"
    assert page.phase == "connecting"
    await world.wait(16)
    assert page.phase == "talking"


async def test_a_switchboard_that_begins_anew_lets_them_talk(world: World) -> None:
    let_agents_cut(world)
    speak(world.env.sounds)
    await world.sign_in(8001)
    actor = await world.call_connecting()
    channel = actor.call.channel
    await world.restart()
    again = world.of(channel).call
    assert again.phase == "talking"
    assert again.view().announcing_until is None
