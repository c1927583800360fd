"""The citizens' pages."""

from __future__ import annotations

import pytest
import uuid_utils.compat
from django.conf import LazySettings
from django.test import Client
from django.utils import timezone

from lianxin.cases.intake import open_from_recording
from lianxin.centres.models import Centre
from lianxin.live.tickets import read_ticket
from lianxin.portal import calling
from lianxin.portal.texts import EN, ZH

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(centre: Centre) -> tuple[str, str]:
    call, recording = uuid_utils.compat.uuid7(), uuid_utils.compat.uuid7()
    opened = open_from_recording(centre.pk, call, recording, "report", timezone.now())
    return opened.number, opened.code or ""


def test_both_languages_say_everything() -> None:
    assert ZH.keys() == EN.keys()
    assert all(ZH.values())
    assert all(EN.values())


@pytest.mark.parametrize("path", ["/", "/query", "/call"])
@pytest.mark.parametrize(("language", "word"), [("zh-CN", "进度查询"), ("en", "Track a request")])
def test_pages_in_both_languages(db: None, path: str, language: str, word: str) -> None:
    client = Client(headers={"accept-language": language})
    assert client.get(path).status_code == 200
    assert word in client.get("/").content.decode()


def test_number_and_code_show_the_state(case: tuple[str, str]) -> None:
    number, code = case
    page = Client().post("/query", {"number": number, "code": code})
    assert "已受理" in page.content.decode()


WIDE = {ord("0") + n: ord("０") + n for n in range(10)}


@pytest.mark.parametrize("between", ["", " ", "\u3000", "\u00a0", "\u2009", "\u200b", "\u2014"])
def test_number_and_code_are_read_as_people_paste_them(case: tuple[str, str], between: str) -> None:
    number, code = (between.join((text[:3], text[3:])).translate(WIDE) for text in case)
    given = {"number": f"\ufeff\u202d{number}\u202c", "code": f"\u3000{code}\u200b"}
    page = Client().post("/query", given)
    assert (page.status_code, "已受理" in page.content.decode()) == (200, True)


def test_wrong_codes_are_refused_then_locked(case: tuple[str, str]) -> None:
    number, code = case
    wrong = {"number": number, "code": f"{(int(code) + 1) % 1_000_000:06d}"}
    statuses = [Client().post("/query", wrong).status_code for _ in range(4)]
    assert statuses == [403, 403, 403, 429]
    page = Client().post("/query", {"number": number, "code": code})
    assert (page.status_code, "30 分钟" in page.content.decode()) == (429, True)
    assert Client().post("/query", {"number": "", "code": ""}).status_code == 422


def test_a_call_ticket_is_for_a_citizen_and_one_line(db: None) -> None:
    said = Client().post("/portal/call-ticket?centre=shixian").json()
    identity = read_ticket(said["ticket"])
    assert (identity.kind, identity.line, identity.person) == ("citizen", "12346", None)
    assert (said["number"], said["expires_in"]) == ("12346", 60)


@pytest.mark.parametrize(
    ("given", "caller"),
    [
        ("", ""),
        ("138 0000 0001", "13800000001"),
        ("+86 13800000001", "13800000001"),
        ("(0990) 555-0001", "09905550001"),
        ("5550001", "5550001"),
    ],
)
def test_a_citizen_may_give_their_number(db: None, given: str, caller: str) -> None:
    said = Client().post("/portal/call-ticket", {"phone": given}).json()
    assert read_ticket(said["ticket"]).caller == caller


@pytest.mark.parametrize("given", ["abc", "110", "23800000001", "1380000000", "1" * 30])
def test_what_is_no_number_costs_no_call(db: None, given: str) -> None:
    for _ in range(6):
        refused = Client().post("/portal/call-ticket", {"phone": given})
        assert (refused.status_code, refused.json()["error"]["code"]) == (422, "portal.bad_phone")
    assert Client().post("/portal/call-ticket").status_code == 200


def test_calls_from_one_address_are_limited(db: None, settings: LazySettings) -> None:
    def ask(**headers: str) -> int:
        return Client().post("/portal/call-ticket", headers=headers).status_code

    assert [ask() for _ in range(6)] == [200] * 5 + [429]
    assert ask(**{"X-Forwarded-For": "192.0.2.7"}) == 429
    refused = Client().post("/portal/call-ticket")
    assert refused.json()["error"]["code"] == "portal.too_many_calls"
    assert int(refused["Retry-After"]) > 0
    settings.TRUSTED_PROXIES = ["127.0.0.1"]
    assert ask(**{"X-Forwarded-For": "10.0.0.1, 192.0.2.7"}) == 200


def test_the_microphone_is_for_the_calling_page_only(db: None) -> None:
    def pages(path: str) -> str:
        return Client().get(path)["Permissions-Policy"]

    assert "microphone=(self)" in pages("/call")
    assert "microphone=()" in pages("/")
    assert "ws://" in Client().get("/call")["Content-Security-Policy"]


def test_choices_are_kept_and_lead_nowhere_else(db: None) -> None:
    client = Client()
    answer = client.get("/look", {"type": "large", "theme": "dark", "next": "/query"})
    assert answer["Location"] == "/query"
    assert 'data-type="large"' in client.get("/").content.decode()
    away = client.get("/look", {"language": "en", "next": "https://elsewhere.example/"})
    assert away["Location"] == "/"


def test_a_page_that_is_not_there(db: None) -> None:
    answer = Client().get("/nowhere")
    assert (answer.status_code, "request.unknown_path" in answer.content.decode()) == (404, True)


def test_a_network_gets_so_many_call_tickets(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calling, "CALLS_OF_NETWORK", 3)

    def status(address: str) -> int:
        return Client(REMOTE_ADDR=address).post("/portal/call-ticket").status_code

    assert [status(f"203.0.113.{n}") for n in range(4)] == [200, 200, 200, 429]
    assert status("198.51.100.1") == 200
    assert [status(f"2001:db8::{n + 1}") for n in range(6)] == [200] * 5 + [429]


def test_a_ticket_names_its_one_telephone(db: None) -> None:
    said = Client().post("/portal/call-ticket").json()
    first, again = read_ticket(said["ticket"]), read_ticket(said["ticket"])
    assert first.sip_user.startswith("web-")
    assert (first.sip_user, first.sip_expires) == (again.sip_user, again.sip_expires)
