"""What nobody should send. Each gets a clear answer and a log line, and the next call works."""

from __future__ import annotations

import asyncio
import os
import struct
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from devkit.carrier.call import Call
from devkit.carrier.carrier import Carrier
from tests.stack import Stack
from tests.stories.aftermath import LINE, Log, events_of, next_call_works, path
from tests.stories.conftest import Telephones, eventually, tone_file
from tests.stories.floor import on_duty
from tests.stories.staff import Staff
from tests.stories.whereabouts import Whereabouts

pytestmark = pytest.mark.timeout(180)

UNALLOCATED = 1


# --- numbers and keys


async def test_a_number_that_nobody_has(stack: Stack, carrier: Carrier) -> None:
    log = Log(stack)
    call = await carrier.dial("99999", caller="13800000101")
    end = await call.ended(10)
    assert (end.by, end.cause) == ("them", UNALLOCATED)
    await log.says("dialled 99999: refused", "switchboard")
    await next_call_works(carrier)


async def answered(carrier: Carrier, caller: str) -> Call:
    call = await carrier.dial(LINE, caller=caller)
    await call.answered()
    return call


#: From the welcome to the beep of a complaint; the star skips what is said before it.
TO_COMPLAINT = (("welcome", "2"), ("automatic", "2"), ("complaint_menu", "1"), ("complaint", "*"))


async def complains(carrier: Carrier, where: Whereabouts, caller: str) -> Call:
    """Somebody whose complaint is being recorded."""
    call = await answered(carrier, caller)
    await where.press(call, *TO_COMPLAINT)
    await where.stands(caller, "complaint", "recording")
    return call


async def too_early(carrier: Carrier, where: Whereabouts, caller: str) -> None:
    """Types through three menus while the welcome has just begun."""
    call = await answered(carrier, caller)
    await call.keys("221", gap=0.25)  # as fast as fingers are: that is the story
    await where.stands(caller, "complaint")
    await call.hangup()


async def too_late(carrier: Carrier, where: Whereabouts, caller: str) -> None:
    """Waits until the menu is said again, then chooses after all."""
    call = await answered(carrier, caller)
    await where.stands(caller, "welcome", "speaking", tries=1, seconds=60)
    await where.press(call, ("welcome", "2"))
    await where.stands(caller, "automatic")
    await call.hangup()


async def none_at_all(carrier: Carrier, where: Whereabouts, caller: str) -> None:
    """Presses nothing and says nothing until Lianxin ends the call."""
    call = await answered(carrier, caller)
    end = await call.ended(150)
    assert end.by == "them"


async def stars(carrier: Carrier, where: Whereabouts, caller: str) -> None:
    call = await answered(carrier, caller)
    for tries in range(3):
        await where.stands(caller, "welcome", tries=tries)
        await call.keys("*")
    await where.stands(caller, "nobody")
    await call.hangup()


async def silent_message(carrier: Carrier, where: Whereabouts, caller: str) -> None:
    """A complaint without a word."""
    call = await complains(carrier, where, caller)
    await where.stands(caller, "complaint_menu", seconds=40)
    await call.hangup()


async def muted_message(carrier: Carrier, where: Whereabouts, caller: str) -> None:
    """A telephone that sends no packet at all: there is not even silence to record."""
    call = await answered(carrier, caller)
    await where.press(call, *TO_COMPLAINT)
    await call._client.stop_silence(call.id)
    await where.stands(caller, "complaint_menu", seconds=40)
    await call.hangup()


async def test_keys_and_words_that_come_at_the_wrong_time(
    stack: Stack, carrier: Carrier, where: Whereabouts
) -> None:
    who = {
        f"1380000020{n}": each
        for n, each in enumerate(
            (too_early, too_late, none_at_all, stars, silent_message, muted_message)
        )
    }
    await asyncio.gather(*(each(carrier, where, caller) for caller, each in who.items()))
    events = {each.__name__: await events_of(stack, caller) for caller, each in who.items()}
    paths = {name: path(rows) for name, rows in events.items()}

    assert paths["too_early"] == ["welcome", "automatic", "complaint_menu", "complaint"]
    assert paths["too_late"] == ["welcome", "automatic"]
    assert paths["none_at_all"] == ["welcome", "agents", "nobody", "goodbye"]
    assert paths["stars"][:3] == ["welcome", "agents", "nobody"]
    exits = [data["detail"] for kind, data in events["none_at_all"] if kind == "node"]
    assert "missing.3" in exits
    for name in ("none_at_all", "silent_message", "muted_message"):
        kinds = [kind for kind, _ in events[name]]
        assert kinds.count("recording") == 1, name
        assert kinds.count("stored") + kinds.count("lost") == 1, name
        assert "case" not in kinds, events[name]  # of silence nobody makes a case
        assert kinds[-1] == "ended", name
    for name in ("silent_message", "muted_message"):
        assert paths[name][3:5] == ["complaint", "complaint_menu"], name  # told, and asked again
    await next_call_works(carrier)


# --- recordings


async def test_a_recording_that_is_cut_to_nothing_while_it_is_made(
    stack: Stack, carrier: Carrier, where: Whereabouts, tmp_path: Path
) -> None:
    log, caller = Log(stack), "13800000301"
    call = await complains(carrier, where, caller)

    async def begun() -> Any:
        files = list(stack.env.recordings.glob("*.wav"))
        return next((file for file in files if file.stat().st_size > 8000), None)

    saying = asyncio.create_task(call.play(tone_file(tmp_path / "words.wav", 700, 6)))
    os.truncate(await eventually(begun, "a recording"), 0)
    await saying
    await call.keys("#")
    await where.stands(caller, "complaint_menu")
    await call.hangup()
    events = await events_of(stack, caller)
    kinds = [kind for kind, _ in events]
    assert kinds.count("lost") == 1
    assert path(events)[3:5] == ["complaint", "complaint_menu"]  # asked to say it again
    await log.says("put aside", "switchboard")
    await next_call_works(carrier)


@pytest.mark.parametrize("content", [b"", b"\0" * 4000], ids=["empty", "garbage"])
async def test_a_fallback_message_without_audio(
    stack: Stack, carrier: Carrier, content: bytes
) -> None:
    log, caller = Log(stack), f"1380000031{len(content) % 9}"
    began = int(time.time()) - 60
    file = stack.env.fallback_messages / f"{began}-{began}.77-{caller}-{LINE}.wav"
    file.write_bytes(content)
    os.utime(file, (began, began))
    pid = stack.pid("switchboard")
    kinds = [kind for kind, _ in await events_of(stack, caller)]
    assert kinds == ["started", "recording", "lost", "ended"]
    assert not file.exists()
    await log.says(file.name, "switchboard")
    assert stack.pid("switchboard") == pid
    await next_call_works(carrier)


# --- sockets


@asynccontextmanager
async def raw(port: int) -> AsyncIterator[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        yield reader, writer
    finally:
        writer.close()


def frame(text: bytes) -> bytes:
    """A whole text frame, masked with nothing."""
    return bytes([0x81, 0x80 | 126]) + struct.pack("!H", len(text)) + bytes(4) + text


HALF_A_FRAME = bytes([0x81, 0x80 | 126]) + struct.pack("!H", 500) + b"\1\2\3\4" + b"abc"


async def upgrade(port: int, path: str, protocol: str, rest: bytes) -> bytes:
    """Open a WebSocket by hand, send ``rest`` and vanish. Returns the status line."""
    async with raw(port) as (reader, writer):
        writer.write(
            f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\n"
            "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            f"Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n{protocol}\r\n".encode()
        )
        async with asyncio.timeout(5):
            status = await reader.readline()
        writer.write(rest)
        await writer.drain()
        return status


async def test_half_a_frame_to_the_desks_socket(stack: Stack, carrier: Carrier) -> None:
    log = Log(stack)
    assert b" 101 " in await upgrade(stack.env.ports.live, "/live", "", HALF_A_FRAME)
    await log.says("left without a greeting", "switchboard")
    async with on_duty(stack, "8001") as [page]:
        assert page.state == "ready"
    await next_call_works(carrier)


@pytest.mark.parametrize(
    ("rest", "logged"),
    [(HALF_A_FRAME, ""), (frame(b"this is no SIP\r\n\r\n" * 20), "Error processing")],
    ids=["half", "nonsense"],
)
async def test_what_is_no_sip_to_the_telephones_socket(
    stack: Stack, carrier: Carrier, rest: bytes, logged: str
) -> None:
    """Of half a frame Asterisk writes nothing down: to it that is a network that broke."""
    log, pid = Log(stack), stack.pid("asterisk")
    sip = "Sec-WebSocket-Protocol: sip\r\n"
    assert b" 101 " in await upgrade(stack.env.ports.asterisk_http, "/ws", sip, rest)
    await log.says(logged, "asterisk")
    await next_call_works(carrier)
    assert stack.pid("asterisk") == pid


@pytest.mark.parametrize("part", ["web", "live", "asterisk_http"])
async def test_ten_kilobytes_of_an_http_header(stack: Stack, carrier: Carrier, part: str) -> None:
    port = getattr(stack.env.ports, part)
    async with raw(port) as (reader, writer):
        writer.write(b"GET /health HTTP/1.1\r\nHost: x\r\nX-Long: " + b"y" * 10_240 + b"\r\n\r\n")
        async with asyncio.timeout(10):
            status = await reader.readline()
    assert int(status.split()[1]) in (200, 400, 404, 413, 431), status
    await next_call_works(carrier)
    assert (await Staff(stack.url).get("/api/centres")).status == 200


# --- what a citizen types


async def test_a_query_code_is_seen_by_nobody(
    stack: Stack, carrier: Carrier, telephones: Telephones, where: Whereabouts
) -> None:
    """Typed on the telephone it is in no agent's view, in no ledger and in no log."""
    log, caller = Log(stack), "13800000501"
    telephones.give("8001", "1001")
    async with on_duty(stack, "8001") as [page]:
        draft = {"type": "consultation", "title": "x", "content": "y", "phone": caller}
        opened = await page.staff.post("/api/cases", draft)
        assert opened.status == 201, opened.body
        number, code = opened.body["case"]["number"], opened.body["code"]
        call = await answered(carrier, caller)
        await where.press(call, ("welcome", "2"), ("automatic", "3"))
        await where.stands(caller, "result", "number")
        await call.keys(f"{number}#", gap=0.3)
        await where.stands(caller, "result", "code")
        await call.keys(f"{code}#", gap=0.3)
        await where.stands(caller, "result", "telling")
        await call.keys("0")
        await page.until(lambda: page.call is not None and page.call["phase"] == "talking", 30)
        assert page.call is not None
        keys = page.call["keys"]
        await call.hangup()
        await page.until(lambda: page.state == "wrap_up")
    events = await events_of(stack, caller)
    assert "******" in keys
    assert code not in keys.replace(",", "")
    assert not [data for _, data in events if code in str(data)]
    assert any(number in str(data) for _, data in events)  # the number is no secret
    assert code not in log.text()
