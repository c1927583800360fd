"""What the switchboard relies on, held against Asterisk itself and against its twin."""

from __future__ import annotations

import asyncio
import io
import wave

import pytest

from lianxin.switchboard.ari import (
    ApplicationReplaced,
    AriError,
    BridgeDestroyed,
    ChannelDestroyed,
    ChannelDtmfReceived,
    ChannelEnteredBridge,
    ChannelHangupRequest,
    ChannelLeftBridge,
    ChannelStateChange,
    Dial,
    Disconnected,
    Event,
    Gone,
    NotConnected,
    PlaybackFinished,
    RecordingFinished,
    RecordingStarted,
    StasisEnd,
    StasisStart,
)
from lianxin.switchboard.ari.twin import FarEnd
from tests.switchboard.ari_sides import (
    CALLER,
    MISSING,
    NUMBER,
    SHORT,
    SPEECH,
    Side,
    answered,
)

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_a_call_enters_the_application(side: Side) -> None:
    channel = await side.call_in()

    start = await side.seen(StasisStart)
    assert start.args == ["inbound", NUMBER]
    assert start.channel.id == channel
    assert start.channel.state == "Ring"
    assert start.channel.caller.number == CALLER
    assert start.at > 1_700_000_000
    assert [c.id for c in await side.exchange.channels()] == [channel]


async def test_it_is_answered(side: Side) -> None:
    channel = await answered(side)
    change = await side.seen(ChannelStateChange)
    assert (change.channel.id, change.channel.state) == (channel, "Up")
    assert (await side.exchange.channel(channel)).state == "Up"


async def test_sounds_are_heard_one_after_another(side: Side) -> None:
    channel = await answered(side)
    await side.exchange.play(channel, [SHORT, SHORT], "first")
    await side.exchange.play(channel, [SHORT], "second", no_wait=True)

    await side.seen(PlaybackFinished, lambda e: e.playback.id == "second")
    finished = [e.playback for e in side.events if isinstance(e, PlaybackFinished)]
    assert [(p.id, p.state) for p in finished] == [("first", "done"), ("second", "done")]
    assert finished[0].target_uri == f"channel:{channel}"


async def test_a_sound_is_stopped(side: Side) -> None:
    channel = await answered(side)
    await side.exchange.play(channel, [SPEECH], "speech")
    await side.exchange.stop_playback("speech")

    assert (await side.seen(PlaybackFinished)).playback.state == "done"
    with pytest.raises(Gone):
        await side.exchange.stop_playback("speech")


async def test_a_missing_sound_fails(side: Side) -> None:
    channel = await answered(side)
    await side.exchange.play(channel, [MISSING], "missing")
    assert (await side.seen(PlaybackFinished)).playback.state == "failed"


async def test_keys_are_heard_while_a_sound_plays(side: Side) -> None:
    channel = await answered(side)
    await side.exchange.play(channel, [SPEECH], "speech")
    await side.press(channel, "1#")

    await side.seen(ChannelDtmfReceived, lambda e: e.digit == "#")
    assert [e.digit for e in side.events if isinstance(e, ChannelDtmfReceived)] == ["1", "#"]


async def test_what_follows_when_the_caller_hangs_up(side: Side) -> None:
    channel = await answered(side)
    await side.exchange.play(channel, [SPEECH], "speech")
    await side.exchange.record_channel(channel, "words", max_seconds=60)
    await side.hang_up(channel)

    await side.seen(StasisEnd)
    assert (await side.seen(ChannelHangupRequest)).cause == 16
    assert (await side.seen(PlaybackFinished)).playback.state == "failed"
    kinds = side.kinds()
    assert kinds.index("PlaybackFinished") < kinds.index("StasisEnd")
    with pytest.raises(Gone):
        await side.exchange.play(channel, [SHORT], "late")
    with pytest.raises(Gone):
        await side.exchange.hangup(channel)
    with pytest.raises(Gone):
        await side.exchange.channel(channel)
    assert not [e for e in side.events if isinstance(e, ChannelDestroyed)]


async def test_audio_that_comes_is_counted(side: Side) -> None:
    channel = await answered(side)
    await side.speak(channel)
    await side.pass_time(0.5)
    before = await side.exchange.packets_received(channel)
    await side.pass_time(1.0)
    assert await side.exchange.packets_received(channel) > before
    with pytest.raises(Gone):
        await side.exchange.packets_received("nobody")


async def test_a_caller_is_hung_up(side: Side) -> None:
    channel = await answered(side)
    await side.exchange.hangup(channel)
    assert (await side.seen(StasisEnd)).channel.id == channel


async def test_a_recording_is_stopped_fetched_and_deleted(side: Side) -> None:
    channel = await answered(side)
    await side.exchange.record_channel(channel, "words", max_seconds=60)
    await side.seen(RecordingStarted)
    assert (await side.exchange.live_recording("words")).state == "recording"
    await side.pass_time(1.2)
    await side.exchange.stop_recording("words")

    done = (await side.seen(RecordingFinished)).recording
    assert (done.name, done.state, done.duration) == ("words", "done", 1)
    assert "words" in [r.name for r in await side.exchange.stored_recordings()]
    assert (await side.exchange.download_recording("words")).startswith(b"RIFF")
    await side.exchange.delete_stored_recording("words")
    for command in (
        side.exchange.download_recording("words"),
        side.exchange.delete_stored_recording("words"),
        side.exchange.stop_recording("words"),
        side.exchange.live_recording("words"),
    ):
        with pytest.raises(Gone):
            await command


async def test_a_recording_ends_at_its_limit(side: Side) -> None:
    channel = await answered(side)
    await side.exchange.record_channel(channel, "limited", max_seconds=1)
    await side.seen(RecordingFinished)
    # The exchange compares whole seconds of its clock: a limit of one ends between one and two,
    # which only the audio's own length tells (8000 frames a second, up to one packet more).
    audio = await side.exchange.download_recording("limited")
    with wave.open(io.BytesIO(audio)) as file:
        assert 1.0 <= file.getnframes() / 8000 <= 2.02
    await side.exchange.delete_stored_recording("limited")


async def test_a_recording_is_kept_when_the_caller_hangs_up(side: Side) -> None:
    channel = await answered(side)
    await side.exchange.record_channel(channel, "cut", max_seconds=60)
    await side.seen(RecordingStarted)
    await side.hang_up(channel)
    assert (await side.seen(RecordingFinished)).recording.state == "done"
    await side.exchange.delete_stored_recording("cut")


async def test_two_legs_in_a_bridge(side: Side) -> None:
    one, two = await answered(side), await answered(side)
    made = await side.exchange.create_bridge("talk", "a talk")
    assert (made.id, made.name, made.bridge_type) == ("talk", "a talk", "mixing")
    await side.exchange.add_to_bridge("talk", one, two)

    await side.seen(ChannelEnteredBridge, lambda e: e.channel.id == two)
    assert {*(await side.exchange.bridge("talk")).channels} == {one, two}
    assert [b.id for b in await side.exchange.bridges()] == ["talk"]
    await side.exchange.remove_from_bridge("talk", one)
    await side.seen(ChannelLeftBridge, lambda e: e.channel.id == one)
    await side.hang_up(two)
    await side.seen(ChannelLeftBridge, lambda e: e.channel.id == two)
    assert (await side.exchange.bridge("talk")).channels == []
    await side.exchange.destroy_bridge("talk")
    await side.seen(BridgeDestroyed)
    with pytest.raises(Gone):
        await side.exchange.add_to_bridge("talk", one)
    with pytest.raises(Gone):
        await side.exchange.destroy_bridge("talk")


async def test_a_lost_leg_cannot_be_bridged(side: Side) -> None:
    channel = await answered(side)
    await side.hang_up(channel)
    await side.seen(StasisEnd)
    await side.exchange.create_bridge("talk")
    with pytest.raises(Gone):
        await side.exchange.add_to_bridge("talk", channel)


async def test_music(side: Side) -> None:
    channel = await answered(side)
    await side.exchange.start_moh(channel)
    await side.exchange.stop_moh(channel)
    await side.exchange.play(channel, [SHORT], "after")
    assert (await side.seen(PlaybackFinished)).playback.state == "done"


async def test_a_snoop_records_and_ends_with_its_target(side: Side) -> None:
    channel = await answered(side)
    ear = await side.exchange.snoop(channel, "ear", app_args=("ear", channel))
    assert ear.id == "ear"
    start = await side.seen(StasisStart, lambda e: e.channel.id == "ear")
    assert start.args == ["ear", channel]
    await side.exchange.record_channel("ear", "both")
    await side.seen(RecordingStarted)
    await side.hang_up(channel)
    await side.seen(StasisEnd, lambda e: e.channel.id == "ear")
    assert (await side.seen(RecordingFinished)).recording.state == "done"


async def test_a_far_end_rings_and_answers(side: Side) -> None:
    caller = await answered(side)
    endpoint = side.far_end(FarEnd(rings=0.1, answers=0.3))
    leg = await side.exchange.originate(
        endpoint, "leg", originator=caller, caller_id=CALLER, app_args=("agent", "8001")
    )
    assert leg.id == "leg"

    start = await side.seen(StasisStart, lambda e: e.channel.id == "leg")
    assert (start.args, start.channel.state) == (["agent", "8001"], "Up")
    statuses = [e.dialstatus for e in side.events if isinstance(e, Dial)]
    assert statuses == ["", "RINGING", "ANSWER"]
    await side.exchange.hangup("leg")
    await side.seen(StasisEnd, lambda e: e.channel.id == "leg")
    await side.seen(ChannelDestroyed, lambda e: e.channel.id == "leg")


@pytest.mark.parametrize(("cause", "status"), [(17, "BUSY"), (21, "NOANSWER")])
async def test_a_far_end_refuses(side: Side, cause: int, status: str) -> None:
    endpoint = side.far_end(FarEnd(rings=None, refuses=cause))
    await side.exchange.originate(endpoint, "leg")
    gone = await side.seen(ChannelDestroyed)
    assert (gone.channel.id, gone.cause) == ("leg", cause)
    statuses = [e.dialstatus for e in side.events if isinstance(e, Dial)]
    assert statuses[0] == ""
    assert statuses[-1] == status
    assert "StasisStart" not in side.kinds()


async def test_a_far_end_does_not_answer(side: Side) -> None:
    endpoint = side.far_end(FarEnd(rings=0.0))
    await side.exchange.originate(endpoint, "leg", timeout=1)
    gone = await side.seen(ChannelDestroyed)
    assert (gone.channel.id, gone.cause) == ("leg", 19)
    assert [e.dialstatus for e in side.events if isinstance(e, Dial)] == ["", "RINGING"]


async def test_a_ringing_leg_is_called_off(side: Side) -> None:
    endpoint = side.far_end(FarEnd(rings=0.0))
    await side.exchange.originate(endpoint, "leg")
    await side.seen(Dial, lambda e: e.dialstatus == "RINGING")
    await side.exchange.hangup("leg")
    assert (await side.seen(ChannelDestroyed)).channel.id == "leg"
    await side.seen(Dial, lambda e: e.dialstatus == "NOANSWER")


async def test_an_unknown_endpoint_is_refused_at_once(side: Side) -> None:
    with pytest.raises(AriError) as refused:
        await side.exchange.originate("PJSIP/agent-99-9999", "leg")
    assert refused.value.status == 500
    assert not isinstance(refused.value, Gone)


async def test_the_same_leg_twice_is_refused(side: Side) -> None:
    endpoint = side.far_end(FarEnd(rings=0.0))
    await side.exchange.originate(endpoint, "leg")
    with pytest.raises(AriError) as refused:
        await side.exchange.originate(endpoint, "leg")
    assert refused.value.status == 409


async def test_variables(side: Side) -> None:
    await side.exchange.set_global("LIANXIN_TRIAL", "1795400000")
    assert await side.exchange.get_global("LIANXIN_TRIAL") == "1795400000"
    assert await side.exchange.get_global("LIANXIN_NEVER_SET") == ""
    channel = await side.call_in()
    await side.exchange.set_channel_variable(channel, "WHO", "连心")
    assert await side.exchange.get_channel_variable(channel, "WHO") == "连心"
    assert await side.exchange.get_channel_variable(channel, "NOBODY") == ""
    await side.hang_up(channel)
    await side.seen(StasisEnd)
    with pytest.raises(Gone):
        await side.exchange.get_channel_variable(channel, "WHO")


async def test_a_telephone_is_pushed_and_taken_away(side: Side) -> None:
    fields = {"auth_type": "userpass", "username": "trial", "password": "s3cret"}
    await side.exchange.push_config("auth", "trial", fields)
    await side.exchange.push_config("aor", "trial", {"max_contacts": "1"})
    fields = {"auth": "trial", "aors": "trial", "context": "from-agent", "allow": "alaw"}
    await side.exchange.push_config("endpoint", "trial", fields)
    await side.exchange.push_config("endpoint", "trial", fields)
    assert (await side.exchange.endpoint("PJSIP", "trial")).state == "offline"
    for kind in ("endpoint", "aor", "auth"):
        await side.exchange.delete_config(kind, "trial")
    with pytest.raises(Gone):
        await side.exchange.delete_config("auth", "trial")


async def test_casts_keep_their_order_and_raise_nothing(side: Side) -> None:
    channel = await answered(side)
    await side.exchange.play(channel, [SPEECH], "speech", no_wait=True)
    await side.exchange.stop_playback("speech", no_wait=True)
    await side.exchange.stop_playback("nothing", no_wait=True)
    await side.exchange.ping()
    assert (await side.seen(PlaybackFinished)).playback.state == "done"


async def test_who_casts_can_hear_of_a_refusal(side: Side) -> None:
    channel, refused = await answered(side), list[AriError]()
    await side.exchange.play(channel, [SHORT], "short", refused=refused.append)
    await side.exchange.play("nobody", [SHORT], "late", refused=refused.append)
    await side.becomes(lambda: bool(refused))
    assert (await side.seen(PlaybackFinished)).playback.id == "short"
    await side.exchange.close()
    await side.exchange.play(channel, [SHORT], "lost", refused=refused.append)
    assert [type(error) for error in refused] == [Gone, NotConnected]


async def test_a_call_outlives_the_controller(side: Side) -> None:
    one, two = await answered(side), await answered(side)
    await side.exchange.create_bridge("talk")
    await side.exchange.add_to_bridge("talk", one, two)
    before = side.events
    await side.exchange.close()
    await side.becomes(lambda: before and isinstance(before[-1], Disconnected))
    with pytest.raises(NotConnected):
        await side.exchange.ping()
    await side.hang_up(two)
    await side.forgotten(two)

    await side.connect()
    assert [c.id for c in await side.exchange.channels()] == [one]
    assert (await side.exchange.bridge("talk")).channels == [one]
    assert "StasisEnd" not in side.kinds()
    await side.exchange.remove_from_bridge("talk", one)
    await side.hang_up(one)
    assert (await side.seen(StasisEnd)).channel.id == one


async def test_a_second_controller_replaces_the_first(side: Side) -> None:
    second = side.another()
    await second.connect()
    await side.seen(ApplicationReplaced)
    await second.close()
    await side.connect()
    await side.exchange.ping()


async def test_what_a_listener_raises_ends_its_listening(side: Side) -> None:
    await side.exchange.close()
    await side.exchange.connect()
    side.events = []

    def hear(event: Event) -> None:
        side.events.append(event)
        if isinstance(event, ChannelDtmfReceived):
            raise LookupError(event.digit)

    listening = asyncio.create_task(side.exchange.listen(hear))
    await asyncio.sleep(0)
    await side.press(await answered(side), "1")
    with pytest.raises(LookupError):
        await listening
    await side.exchange.ping()  # the socket has not failed


async def test_many_requests_at_once(side: Side) -> None:
    await asyncio.gather(*(side.exchange.ping() for _ in range(300)))
