"""Messages, cases and queries: what a caller leaves and asks when no agent is needed."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from lianxin.live import messages as m
from lianxin.live.tickets import Identity
from lianxin.rules.case_number import build
from lianxin.rules.flow.effects import OpenCase, Record
from lianxin.rules.flow.nodes.record import RecordMessage
from lianxin.switchboard.ari import AriError
from lianxin.switchboard.calls.actor import CallActor
from tests.switchboard.probe import Probe, into
from tests.switchboard.world import CENTRE, LINE, SECOND_LINE, World

NUMBER, CODE = build("9901", date(2026, 11, 23), 1), "471100"


def played(world: World) -> list[str]:
    """The ids of all prompts that were played, in order."""
    media = [medium for what in world.twin.commands if what[0] == "play" for medium in what[2]]  # type: ignore[attr-defined]
    return [medium.rpartition("/")[2] for medium in media]


async def leave_message(world: World, actor: CallActor, seconds: float = 12) -> None:
    """Listen to the end, speak after the beep, press #."""
    await world.wait(5)
    await world.wait(seconds)
    await world.press(actor, "#")


async def test_a_complaint_becomes_a_case_and_its_number_is_told(world: World) -> None:
    actor = await world.call_in()
    await world.press(actor, "221")
    await leave_message(world, actor)
    await world.wait(2)
    recording = world.entry(actor.call, "recording").data
    assert recording["kind"] == "complaint"
    assert world.entry(actor.call, "stored").data["recording"] == recording["recording"]
    case = world.entry(actor.call, "case").data
    assert (case["recording"], case["case_kind"]) == (recording["recording"], "complaint")
    assert "case_number_is" in played(world)
    await world.hang_up(actor.call.channel)
    assert world.entry(actor.call, "ended").data["outcome"] == "message"
    assert world.left() == []


async def test_words_that_nobody_confirmed_are_a_message_all_the_same(world: World) -> None:
    words = RecordMessage(
        kind="complaint", prompts=("complaint_intro",), confirm=True, done="end", empty="end"
    )
    actor = await into(world, start=words, end=Probe())
    await leave_message(world, actor)
    await world.wait(1)
    assert "case" not in world.kinds(actor.call)  # 1 sends, 2 plays, 3 begins anew
    await world.hang_up(actor.call.channel)
    assert world.entry(actor.call, "case").data["case_kind"] == "complaint"
    assert world.entry(actor.call, "ended").data["outcome"] == "message"


async def test_a_letter_to_the_mayor_is_confidential_from_the_first_word(world: World) -> None:
    actor = await world.call_in()
    await world.press(actor, "21")
    await world.wait(5)
    assert world.entry(actor.call, "recording").data["kind"] == "mailbox"  # while it is made


async def test_the_page_of_an_agent_is_not_told_the_way_to_the_mailbox(world: World) -> None:
    rung = await world.sign_in(8001)
    actor = await world.call_in()
    await world.press(actor, "21")
    await world.wait(5)
    await world.press(actor, "0")  # ends the words and calls an agent
    assert actor.call.phase == "ringing"
    assert actor.call.keys[:2] == ["2", "1"]  # the record has them, for who may read it
    await world.pick_up(actor)
    await world.kill()
    await world.start()
    back = await world.sign_in(8001, ready=False)
    [welcomed] = back.of(m.Welcome)[-1].calls
    await world.hang_up(actor.call.channel)
    told = [
        each.call for kind in (m.CallChanged, m.CallEnded) for each in rung.of(kind) + back.of(kind)
    ]
    assert {each.keys for each in (welcomed, *told)} == {""}
    assert welcomed.caller == actor.call.caller


@pytest.mark.parametrize(
    "asks", [Record(0, 60, 5, "mailbox"), OpenCase(0, "mailbox", "", title="x")]
)
async def test_what_leaves_something_in_the_mailbox_is_confidential(
    world: World, asks: Record | OpenCase
) -> None:
    actor = await into(world, start=Probe(asks=(asks,)))
    assert actor.call.confidential
    assert not (await world.call_in(SECOND_LINE)).call.confidential


async def test_a_caller_in_the_queue_leaves_a_message_instead(world: World) -> None:
    await world.sign_in(8001)
    talk = await world.call_talking()
    actor = await world.call_queued("13800000002")
    assert actor.call.phase == "queued"
    leg = world.twin.world.legs[actor.call.channel]
    await world.wait(3)
    assert leg.music
    await world.press(actor, "2")
    assert actor.call.id not in world.floor.waiting
    assert not leg.music
    await leave_message(world, actor)
    await world.wait(20)
    assert world.entry(actor.call, "left_queue").data == {"reason": "chosen"}
    assert world.entry(actor.call, "case").data["case_kind"] == "message"
    assert world.entry(actor.call, "ended").data["outcome"] == "message"
    assert talk.call.phase == "talking"


async def test_a_caller_who_is_being_rung_for_leaves_a_message(world: World) -> None:
    page = await world.sign_in(8001)
    actor = await world.call_ringing()
    await world.press(actor, "2")
    assert actor.call.phase == "in_flow"
    assert world.agent(8001).state == "ready"
    assert page.of(m.CallEnded)[-1].by == "caller"
    assert [leg for leg in world.twin.world.legs if leg.startswith("leg.")] == []


async def test_with_nobody_on_duty_a_message_is_taken(world: World) -> None:
    await world.sign_in(8001, ready=False)  # on a break: 临时闭席
    actor = await world.call_queued()
    assert "nobody_on_duty" in played(world)
    assert "queued" not in world.kinds(actor.call)
    await leave_message(world, actor)
    await world.wait(20)
    assert world.entry(actor.call, "case").data["case_kind"] == "message"
    assert world.left() == []


async def test_a_caller_who_says_nothing_is_told_so(world: World) -> None:
    actor = await world.call_in()
    await world.press(actor, "221*")  # a key skips the intro
    world.twin.fall_silent(actor.call.channel)
    await world.wait(7)
    assert "record_empty" in played(world)
    assert "case" not in world.kinds(actor.call)
    await world.hang_up(actor.call.channel)
    await world.wait(1)
    assert world.left() == []


async def test_a_recording_without_a_single_sample_is_lost_with_an_entry(world: World) -> None:
    actor = await world.call_in()
    await world.press(actor, "221")
    await world.press(actor, "*")  # skips the intro: the recording begins
    await world.press(actor, "#")  # and is over in the same moment
    await world.wait(1)
    assert world.entry(actor.call, "lost").data["reason"] == "empty"
    assert "stored" not in world.kinds(actor.call)
    assert "record_empty" in played(world)


async def test_a_recording_that_cannot_begin_is_lost_with_an_entry(world: World) -> None:
    world.twin.failures["record_channel"] = AriError(500, "disk full")
    actor = await world.call_in()
    await world.press(actor, "221")
    await world.wait(6)
    assert world.entry(actor.call, "lost").data["reason"] == "refused"
    assert actor.call.phase == "in_flow"
    await world.hang_up(actor.call.channel)
    assert world.entry(actor.call, "ended").data["outcome"] == "self_served"


async def test_a_caller_who_hangs_up_while_speaking_is_still_heard(world: World) -> None:
    actor = await world.call_in()
    await world.press(actor, "221")
    await world.wait(20)
    await world.hang_up(actor.call.channel)
    await world.wait(1)
    assert world.entry(actor.call, "case").data["case_kind"] == "complaint"
    assert world.entry(actor.call, "stored").data["milliseconds"] > 10_000
    assert world.entry(actor.call, "ended").data["outcome"] == "message"
    assert len(world.calls) == 0


async def test_a_caller_who_hangs_up_at_the_beep_has_left_no_message(world: World) -> None:
    """1.2 s of receiver: the recording is kept with the call, and is no message."""
    actor = await world.call_in()
    await world.press(actor, "221")
    await world.press(actor, "*")  # skips the intro: the beep
    await world.wait(1.2)
    await world.hang_up(actor.call.channel)
    await world.wait(1)
    stored = world.entry(actor.call, "stored").data
    assert stored["no_words"] is True
    assert 1000 <= stored["milliseconds"] < 2000
    assert "case" not in world.kinds(actor.call)
    assert world.entry(actor.call, "ended").data["outcome"] == "self_served"
    assert world.left() == []


async def test_a_caller_who_hangs_up_in_the_beep_has_lost_no_words(world: World) -> None:
    actor = await world.call_in()
    await world.press(actor, "221*")
    await world.hang_up(actor.call.channel)
    await world.wait(1)
    assert world.entry(actor.call, "lost").data["reason"] == "no_words"
    assert "case" not in world.kinds(actor.call)


async def test_a_caller_who_says_a_word_and_hangs_up_has_left_a_message(world: World) -> None:
    actor = await world.call_in()
    await world.press(actor, "221")
    await world.press(actor, "*")
    await world.wait(2.5)
    await world.hang_up(actor.call.channel)
    await world.wait(1)
    assert "no_words" not in world.entry(actor.call, "stored").data
    assert world.entry(actor.call, "case").data["case_kind"] == "complaint"
    assert world.entry(actor.call, "ended").data["outcome"] == "message"


async def test_whoever_wanted_an_agent_and_said_nothing_was_not_served(world: World) -> None:
    """Pressed 1, nobody on duty, silent: lost to the hotline, not dealt with by it."""
    actor = await world.call_queued()
    assert "nobody_on_duty" in played(world)
    await world.hang_up(actor.call.channel)
    await world.wait(1)
    assert world.entry(actor.call, "ended").data["outcome"] == "abandoned"


@pytest.mark.parametrize(("keys", "wanted"), [("1", True), ("221", False)])
async def test_a_message_for_want_of_an_agent_says_so(
    world: World, keys: str, wanted: bool
) -> None:
    actor = await world.call_in()
    await world.press(actor, keys)
    await leave_message(world, actor)
    await world.hang_up(actor.call.channel)
    await world.wait(1)
    end = world.entry(actor.call, "ended").data
    assert (end["outcome"], end.get("wanted_agent", False)) == ("message", wanted)


async def test_a_case_that_is_late_is_promised(world: World) -> None:
    world.database.away = True
    actor = await world.call_in()
    await world.press(actor, "221")
    await leave_message(world, actor)
    await world.wait(5)
    assert "case_deferred" in played(world)
    world.database.open_late()
    await world.wait(10)
    assert "case_number_is" not in played(world)
    await world.hang_up(actor.call.channel)
    await world.wait(1)
    assert world.left() == []


async def test_a_caller_asks_what_became_of_a_case(world: World) -> None:
    actor = await world.call_in()
    await world.press(actor, "23")
    await world.wait(5)
    await world.press(actor, f"{NUMBER}#")
    await world.wait(5)
    await world.press(actor, f"{CODE}#")
    await world.wait(5)
    assert world.database.asked == [(NUMBER, CODE, "13800000001")]
    assert "state_accepted" in played(world)


@pytest.mark.parametrize("reason", ["unknown", "wrong_code", "locked", "unavailable"])
async def test_a_query_that_is_refused_is_answered(world: World, reason: str) -> None:
    world.database.told = (reason, {})
    actor = await world.call_in()
    await world.press(actor, "23")
    await world.wait(5)
    await world.press(actor, f"{NUMBER}#")
    await world.wait(5)
    before = len(played(world))
    await world.press(actor, f"{CODE}#")
    await world.wait(1)
    assert len(played(world)) > before
    assert actor.call.phase == "in_flow"


async def test_a_code_that_was_typed_is_shown_to_nobody(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    """Neither the agent's page nor the ledger nor the log ever holds it."""
    caplog.set_level("DEBUG")
    page = await world.sign_in(8001)
    actor = await world.call_in()
    await world.press(actor, "23")
    await world.wait(5)
    await world.press(actor, f"{NUMBER}#")
    await world.wait(5)
    await world.press(actor, f"{CODE}#")
    await world.wait(10)
    await world.press(actor, "0")
    assert actor.call.phase == "ringing"
    assert world.database.asked[0][1] == CODE
    views = [notice.call for notice in page.of(m.CallChanged)]
    assert views
    assert not any(CODE in view.keys.replace(",", "") for view in views)
    assert not any(CODE in str(entry.data) for entry in world.entries(actor.call))
    mine = [each for each in caplog.records if each.name.startswith("lianxin")]
    assert not any(CODE in record.getMessage() for record in mine)
    await world.hang_up(actor.call.channel)


async def test_a_number_that_nobody_serves(world: World, caplog: pytest.LogCaptureFixture) -> None:
    channel = world.twin.call_in("99999")
    await world.settle()
    assert ("hangup", channel, 1) in world.twin.commands
    assert "99999" in caplog.text
    assert world.entries() == []
    assert (await world.call_in()).call.phase == "in_flow"


async def test_a_citizens_telephone_calls_its_one_number(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    citizen = world.accounts.grant(Identity("citizen", CENTRE, line=LINE, caller="13900000009"))
    await world.accounts.push(citizen)
    other = world.twin.call_in(SECOND_LINE, endpoint=citizen.sip_user)
    await world.settle()
    assert ("hangup", other, 21) in world.twin.commands
    assert "refused" in caplog.text

    own = world.twin.call_in(LINE, endpoint=citizen.sip_user)
    await world.settle()
    call = world.of(own).call
    assert (call.source, call.caller) == ("web", "13900000009")
    await world.hang_up(own)
    await world.wait(1)
    assert ("endpoint", citizen.sip_user) not in world.twin.config  # one login, one call


async def test_a_telephone_that_this_switchboard_never_gave_out_is_refused(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    stranger = world.twin.call_in(LINE, endpoint="web-0123456789abcdef")
    await world.settle()
    assert stranger not in world.twin.world.legs
    assert "refused" in caplog.text


@pytest.mark.parametrize("keys", ["*", "9", "99", "**"])
async def test_keys_that_mean_nothing_bring_the_menu_again(world: World, keys: str) -> None:
    actor = await world.call_in()
    await world.press(actor, keys)
    assert "bad_key" in played(world)
    assert actor.call.phase == "in_flow"


async def test_no_key_at_all_leads_to_an_agent(world: World) -> None:
    await world.sign_in(8001)
    actor = await world.call_in()
    await world.wait(60)
    assert actor.call.queued is not None


async def test_what_was_typed_becomes_a_case_without_a_recording(world: World) -> None:
    case = OpenCase(0, "complaint", "", title="路灯", content="第 3 盏不亮", phone="13800000009")
    start = Probe(asks=(case,), exits={"CaseOpened": "end"})
    actor = await into(world, start=start, end=Probe())
    assert actor.call.session["node"] == "end"
    data = world.entry(actor.call, "case").data
    assert "recording" not in data
    assert str(UUID(data["case"])) == data["case"]
    assert (data["title"], data["content"], data["phone"]) == (
        case.title,
        case.content,
        case.phone,
    )


# --- the outcome waits for the recording
