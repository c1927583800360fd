"""Faxes: asked for by callers, written down once, drawn, claimed once, settled once."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
import uuid_utils.compat
from django.conf import settings
from django.test import Client
from PIL import Image

from lianxin.api.faxes import mappers
from lianxin.calls.events import Entry
from lianxin.cases.intake import open_from_recording
from lianxin.cases.models import Case
from lianxin.centres.access import Actor
from lianxin.centres.models import AuditEntry, Centre
from lianxin.faxes.drawing import HEIGHT, WIDTH, NoFont, draw
from lianxin.faxes.models import Fax
from lianxin.faxes.outbox import Wanted, pages_of, put
from lianxin.faxes.policy import MOST_OF_CALLER, MOST_TO_NUMBER, WAITS, FaxRefusal
from lianxin.faxes.sending import LOST, claim, release, settle
from lianxin.faxes.tasks import draw as draw_task
from tests.apps.facts import hand_over

pytestmark = pytest.mark.django_db

JSON = "application/json"
NOW = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
FAX, CALLER = "01088881234", "13800000001"


def ask(
    who: Actor,
    key: str = "k",
    number: str = FAX,
    caller: str = CALLER,
    body: str = "带身份证办理。",
    at: datetime = NOW,
) -> FaxRefusal | None:
    with who.scope():
        return put(
            Wanted(
                centre=who.centre,
                key=key,
                number=number,
                caller=caller,
                line="12345",
                title="居住证办理",
                body=body,
                language="zh",
                call=uuid4(),
                at=at,
            )
        )


def the_fax(who: Actor) -> Fax:
    with who.scope():
        return Fax.objects.select_related("centre").get()


def drawn(who: Actor) -> Fax:
    draw_task.func(centre=who.centre, fax=str(the_fax(who).pk))
    return the_fax(who)


def end(who: Actor, call: str, how: str, at: datetime = NOW, pages: int = 0) -> None:
    told = {"fax": str(the_fax(who).pk), "end": how, "error": "", "pages": pages}
    hand_over(Entry(call, 4, who.centre, at.timestamp(), "fax_ended", told))


def test_a_fax_is_drawn_claimed_sent_and_its_picture_goes(
    who: Callable[[str], Actor],
    django_capture_on_commit_callbacks: Callable[..., AbstractContextManager[Any]],
) -> None:
    me = who("9000")
    assert ask(me, number="010-8888 1234") is None
    assert ask(me, number="01088881234") is None, "the same fact again"
    assert claim(me.centre, 5, NOW) == [], "it is not drawn"
    fax = drawn(me)
    assert (fax.number, fax.pages, fax.drawn) == (FAX, 1, True)
    picture: Path = settings.ENV.faxes / f"{fax.pk}.tif"
    with Image.open(picture) as image:
        assert (image.size, image.mode, image.info["dpi"]) == ((WIDTH, HEIGHT), "1", (204, 196))
        assert image.info["compression"] == "group4"
    (due,) = claim(me.centre, 5, NOW)
    assert (due.fax, due.number, due.line, due.tries) == (str(fax.pk), FAX, "12345", 1)
    assert claim(me.centre, 5, NOW) == [], "nobody else takes it"
    with django_capture_on_commit_callbacks(execute=True):
        end(me, due.call, "sent", pages=1)
    end(me, due.call, "busy")
    sent = the_fax(me)
    assert (sent.state, sent.sent_at, sent.tries, sent.twice) == ("sent", NOW, 1, False)
    assert [(each["call"], each["end"]) for each in sent.attempts] == [(due.call, "sent")]
    assert not picture.exists()


def test_the_picture_is_the_same_at_every_try(who: Callable[[str], Actor], tmp_path: Path) -> None:
    me = who("9000")
    ask(me)
    fax, env = drawn(me), settings.ENV
    first = (env.faxes / f"{fax.pk}.tif").read_bytes()
    draw(pages_of(fax), tmp_path / "again.tif", env.fax_font, env.fax_font_index)
    assert (tmp_path / "again.tif").read_bytes() == first
    (env.faxes / f"{fax.pk}.tif").unlink()
    assert claim(me.centre, 1, NOW) == []
    assert the_fax(me).drawn is False, "what is gone from the disk is drawn again"
    with pytest.raises(NoFont):
        draw(pages_of(fax), tmp_path / "none.tif", tmp_path / "no-font.ttf")


def test_signs_that_the_font_lacks_are_named(who: Callable[[str], Actor]) -> None:
    me = who("9000")
    ask(me, body="室温18℃，湿度30‰，李䶮、𠮷田。")
    fax = drawn(me)
    assert (fax.state, fax.last_error, fax.drawn) == ("failed", "no_sign: 䶮 𠮷", False)
    told = mappers.fax(fax)
    assert (told.last_error, told.missing_signs) == ("no_sign", "䶮 𠮷")
    assert not (settings.ENV.faxes / f"{fax.pk}.tif").exists()


def test_signs_of_measures_are_drawn(who: Callable[[str], Actor]) -> None:
    me = who("9000")
    ask(me, body="室温18℃，湿度30‰，80㎡，≥5，①，½，″。")
    assert drawn(me).drawn is True


def test_a_fax_without_a_font_has_failed(
    who: Callable[[str], Actor], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    me = who("9000")
    ask(me)
    monkeypatch.setattr(settings, "ENV", replace(settings.ENV, fax_font=tmp_path / "none.ttf"))
    fax = drawn(me)
    assert (fax.state, fax.last_error) == ("failed", "no_font")


def test_busy_is_tried_again_later_and_fails_in_the_end(who: Callable[[str], Actor]) -> None:
    me, now = who("9000"), NOW
    ask(me)
    drawn(me)
    for wait in WAITS:
        (due,) = claim(me.centre, 1, now)
        end(me, due.call, "busy", now)
        row = the_fax(me)
        assert (row.state, row.next_at, row.last_error) == ("waiting", now + wait, "busy")
        assert claim(me.centre, 1, now) == []
        now = row.next_at
    (due,) = claim(me.centre, 1, now)
    end(me, due.call, "busy", now)
    row = the_fax(me)
    assert (row.state, row.tries, len(row.attempts)) == ("failed", 5, 5)


def test_what_may_have_come_out_is_marked(who: Callable[[str], Actor]) -> None:
    me = who("9000")
    ask(me)
    drawn(me)
    (due,) = claim(me.centre, 1, NOW)
    end(me, due.call, "unknown")
    row = the_fax(me)
    assert (row.state, row.twice) == ("waiting", True)
    (again,) = claim(me.centre, 1, row.next_at)
    end(me, due.call, "sent", row.next_at)
    assert the_fax(me).state == "sending", "the end of an older call ends no newer claim"
    end(me, again.call, "sent", row.next_at)
    assert (the_fax(me).state, the_fax(me).twice) == ("sent", True)


def test_a_claim_without_a_call_is_put_back_and_counts_no_try(who: Callable[[str], Actor]) -> None:
    me = who("9000")
    ask(me)
    drawn(me)
    (due,) = claim(me.centre, 1, NOW)
    assert release(me.centre, lambda call: call == due.call, NOW) == 0, "its call began"
    assert release(me.centre, lambda _: False, NOW) == 1
    row = the_fax(me)
    assert (row.state, row.tries, row.twice) == ("waiting", 0, False)
    (due,) = claim(me.centre, 1, NOW)
    late = NOW + LOST
    assert release(me.centre, lambda call: call == due.call, late) == 1
    assert (the_fax(me).state, the_fax(me).twice) == ("waiting", True)


def test_nobody_is_buried_in_paper(who: Callable[[str], Actor]) -> None:
    me = who("9000")
    spelled = ["88881234", "01088881234", "+861088881234"]
    assert len(spelled) == MOST_TO_NUMBER
    for index, number in enumerate(spelled):
        assert ask(me, f"a{index}", number, caller=f"1380000000{index}") is None
    assert ask(me, "b", FAX, caller="13800000009") == "too_many"
    assert ask(me, "c", "88881234", caller="") == "too_many"
    assert ask(me, "d", FAX, at=NOW + timedelta(days=1)) is None, "tomorrow again"
    for index in range(MOST_OF_CALLER):
        assert ask(me, f"e{index}", f"8777123{index}", caller="13911111111") is None
    assert ask(me, "f", "87779999", caller="13911111111") == "too_many"


def test_a_centre_has_a_quota_of_faxes_a_day(who: Callable[[str], Actor]) -> None:
    me = who("9000")
    Centre.objects.filter(pk=me.centre).update(quota_faxes=1)
    assert ask(me, "a") is None
    assert ask(me, "b") == "too_many"


def test_what_is_refused(who: Callable[[str], Actor]) -> None:
    me = who("9000")
    assert ask(me, number=CALLER) == "bad_number"
    assert ask(me, body="长" * 40_000) == "too_long"
    Centre.objects.filter(pk=me.centre).update(functions_off=["fax"])
    assert ask(me) == "refused"
    with me.scope():
        assert not Fax.objects.exists()


def test_people_see_faxes_cancel_them_and_send_them_again(
    who: Callable[[str], Actor], login: Callable[..., Client]
) -> None:
    me, page = who("9000"), login("9000")
    ask(me)
    (item,) = page.get("/api/faxes").json()["items"]
    assert (item["number"], item["title"], item["state"]) == (
        "010****1234",
        "居住证办理",
        "waiting",
    )
    at = f"/api/faxes/{item['id']}"
    assert page.post(f"{at}/again", content_type=JSON).json()["error"]["code"] == "fax.not_over"
    assert page.post(f"{at}/cancel", content_type=JSON).json()["state"] == "cancelled"
    assert page.post(f"{at}/cancel", content_type=JSON).json()["error"]["code"] == "fax.not_waiting"
    assert claim(me.centre, 1, NOW) == []
    assert page.post(f"{at}/again", content_type=JSON).json()["state"] == "waiting"
    drawn(me)
    (due,) = claim(me.centre, 1, datetime.now(UTC))
    end(me, due.call, "no_route", datetime.now(UTC))
    (item,) = page.get("/api/faxes?state=failed").json()["items"]
    assert [each["end"] for each in item["attempts"]] == ["no_route"]
    with me.scope():
        noted = set(AuditEntry.objects.values_list("action", flat=True))
    assert {"fax.cancelled", "fax.sent_again"} <= noted
    assert login("8001").get("/api/faxes").status_code == 403
    assert login("9000", "shixian").get("/api/faxes").json()["items"] == []
    assert page.post(f"/api/faxes/{UUID(int=1)}/cancel", content_type=JSON).status_code == 404
    with me.scope():
        settle(me.centre, due.call, {"fax": str(UUID(int=1)), "end": "sent"}, NOW)


def test_a_case_shows_the_faxes_of_the_calls_that_it_came_from(
    who: Callable[[str], Actor], login: Callable[..., Client]
) -> None:
    me, call, recording = who("9000"), uuid_utils.compat.uuid7(), uuid_utils.compat.uuid7()
    open_from_recording(me.centre, call, recording, "complaint", NOW)
    ask(me)
    with me.scope():
        other = Fax.objects.get()  # of a call that the case knows nothing of
        Fax.objects.create(
            centre_id=me.centre,
            key="other",
            number=FAX,
            line="12345",
            title="办事指南",
            body="带身份证。",
            pages=1,
            state="sent",
            next_at=NOW,
            call=call,
            created_at=NOW,
            sent_at=NOW,
        )
        case = Case.objects.get()
    (told,) = login("8100").get(f"/api/cases/{case.pk}").json()["faxes"]
    assert other.call != call
    assert (told["title"], told["state"], told["pages"]) == ("办事指南", "sent", 1)
    assert told["number"] != FAX
    assert told["number"][:3] == FAX[:3]
