"""SIP that nobody should send. It gets a clear answer, and the next call works."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from devkit import testing
from devkit.carrier.call import NotAnswered
from devkit.carrier.carrier import Carrier
from lianxin.rules.telephones import e164
from tests.stack import Stack
from tests.stories.aftermath import events_of, next_call_works
from tests.stories.conftest import eventually

pytestmark = pytest.mark.timeout(180)

SCENARIO = """<?xml version="1.0" encoding="UTF-8"?>
<scenario name="{name}">
  <send retrans="500"><![CDATA[
    INVITE sip:12345@[remote_ip]:[remote_port] SIP/2.0
    Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
    From: <sip:{caller}@[local_ip]:[local_port]>;tag=[call_number]
    To: <sip:12345@[remote_ip]:[remote_port]>
    Call-ID: [call_id]
    CSeq: 1 INVITE
    Contact: <sip:{caller}@[local_ip]:[local_port]>
    Max-Forwards: 70
    {header}
    Content-Type: application/sdp
    Content-Length: [len]

    v=0
    o=- 1 1 IN IP4 [local_ip]
    s=-
    c=IN IP4 [media_ip]
    t=0 0
    m=audio [media_port] RTP/AVP {codec}
  ]]></send>
  <recv response="100" optional="true"/>
  <recv response="180" optional="true"/>
  <recv response="183" optional="true"/>
  <recv response="{response}"/>
  <send><![CDATA[
    ACK sip:12345@[remote_ip]:[remote_port] SIP/2.0
    [last_Via:]
    [last_From:]
    [last_To:]
    Call-ID: [call_id]
    CSeq: 1 ACK
    Max-Forwards: 70
    Content-Length: 0

  ]]></send>
  {after}
</scenario>
"""
BYE = """<pause milliseconds="300"/>
  <send retrans="500"><![CDATA[
    BYE sip:12345@[remote_ip]:[remote_port] SIP/2.0
    Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
    [last_From:]
    [last_To:]
    Call-ID: [call_id]
    CSeq: 2 BYE
    Max-Forwards: 70
    Content-Length: 0

  ]]></send>
  <recv response="200"/>"""


async def sipp(stack: Stack, folder: Path, **fields: str) -> tuple[int, str]:
    """One call from the carrier's address as the scenario says it; exit status and errors."""
    scenario = folder / f"{fields['name']}.xml"
    scenario.write_text(SCENARIO.format(**{"header": "Subject: -", "after": "", **fields}))
    errors = folder / "errors.log"
    process = await asyncio.create_subprocess_exec(
        testing.sipp(), f"127.0.0.1:{stack.env.ports.asterisk_sip}",
        *("-sf", str(scenario), "-i", "127.0.0.2", "-mi", "127.0.0.2", "-m", "1"),
        *("-timeout", "20s", "-trace_err", "-error_file", str(errors), "-nostdin"),
        stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE, cwd=folder,
    )  # fmt: skip
    _, said = await process.communicate()
    written = errors.read_text() if errors.exists() else ""
    return process.returncode or 0, said.decode() + written


async def test_a_call_without_a_codec_in_common(
    stack: Stack, carrier: Carrier, tmp_path: Path
) -> None:
    codec = "96\n    a=rtpmap:96 NONSENSE/8000"
    status, errors = await sipp(
        stack, tmp_path, name="codec", caller="13800000401", codec=codec, response="488"
    )
    assert status == 0, errors
    known = stack.sql("SELECT count(*) FROM calls_call WHERE caller = %s", e164("13800000401"))
    assert known == [(0,)]
    await next_call_works(carrier)


async def test_ten_kilobytes_of_a_sip_header(
    stack: Stack, carrier: Carrier, tmp_path: Path
) -> None:
    """It is a strange call, but it is one: answered like any other."""
    status, errors = await sipp(
        stack, tmp_path, name="header", caller="13800000402", codec="8",
        header="Subject: " + "z" * 10_240, response="200", after=BYE,
    )  # fmt: skip
    assert status == 0, errors
    events = await events_of(stack, "13800000402")
    assert events[-1][1]["outcome"] == "no_choice"
    await next_call_works(carrier)


@pytest.mark.parametrize(
    ("caller", "header", "kept"),
    [
        ("13800000403", "Subject: -", ("+8613800000403", "")),
        ("+8613800000404", "Subject: -", ("+8613800000404", "+8613800000404")),
        ("0086-138-0000-0405", "Subject: -", ("+8613800000405", "0086-138-0000-0405")),
        ("1380000040e6", "Subject: -", ("", "1380000040e6")),
        (
            "anonymous",
            "P-Asserted-Identity: <sip:+8613800000407@127.0.0.2>\n    Privacy: id",
            ("", ""),
        ),
    ],
)
async def test_whose_number_it_is(
    stack: Stack, carrier: Carrier, tmp_path: Path, caller: str, header: str, kept: tuple[str, str]
) -> None:
    """One form of each number; a user name is none, and withheld is withheld."""
    [(before,)] = stack.sql("SELECT now()")
    status, errors = await sipp(
        stack, tmp_path, name="caller", caller=caller, codec="8",
        header=header, response="200", after=BYE,
    )  # fmt: skip
    assert status == 0, errors

    async def recorded() -> Any:
        return stack.sql(
            "SELECT c.caller, coalesce(e.data->>'given', '') FROM calls_call c"
            " JOIN calls_callevent e ON e.call_id = c.id AND e.kind = 'started'"
            " WHERE c.started_at > %s AND c.ended_at IS NOT NULL",
            before,
        )

    assert await eventually(recorded, "its record") == [kept]


@pytest.mark.parametrize("extension", ["h", "i", "t", "s"])
async def test_what_the_dialplan_keeps_for_itself_is_nobodys_to_dial(
    stack: Stack, carrier: Carrier, extension: str
) -> None:
    """The end of a call is written down by Asterisk itself: who dials it writes nothing."""
    log = stack.env.hangup_log
    before = log.read_bytes() if log.exists() else b""
    call = await carrier.dial(extension, caller="13800000409")
    with pytest.raises(NotAnswered):
        await call.answered(10)
    assert (log.read_bytes() if log.exists() else b"") == before
    await next_call_works(carrier)
    assert log.read_bytes() != before, "the end of a call that came in is written"
