"""Flows made for one story, and prompts that are tones: what a caller hears names the prompt."""

from __future__ import annotations

import asyncio
import json
import urllib.request
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import soundfile
from django.core import signing

from devkit.carrier.call import Call
from lianxin.live import traffic
from lianxin.rules.telephones import e164
from tests.stack import Stack
from tests.stories.conftest import eventually
from tests.stories.ear import Ear

#: A tone is heard in the shortest prompt for so long, in seconds.
HEARD = 0.4


def write_tone(file: Path, hertz: float, seconds: float = 1.0) -> None:
    """A prompt that is one tone: 8 kHz, mono."""
    file.parent.mkdir(parents=True, exist_ok=True)
    times = np.arange(int(8000 * seconds)) / 8000
    soundfile.write(file, 0.3 * np.sin(2 * np.pi * hertz * times), 8000, subtype="PCM_16")


def ship_tones(stack: Stack, tones: Mapping[str, float], seconds: float = 1.0) -> None:
    """Prompts that every centre has: ``{"tone_a": 400}``."""
    for code, hertz in tones.items():
        write_tone(stack.env.sounds / "zh" / f"{code}.wav", hertz, seconds)


def own_tone(stack: Stack, centre: str, code: str, hertz: float, seconds: float = 1.0) -> None:
    """A centre's own sound of a prompt."""
    path = f"{centre}/{code}.wav"
    write_tone(stack.env.sounds / path, hertz, seconds)
    stack.sql(
        "WITH p AS (INSERT INTO prompts_prompt (centre_id, code, name, note, texts,"
        " version, updated_at) SELECT id, %s, '', '', '{}', 0, now() FROM centres_centre"
        " WHERE code = %s RETURNING id, centre_id)"
        " INSERT INTO prompts_promptversion (centre_id, prompt_id, language, number, text, voice,"
        " speed, source, state, reason, current, seconds, bytes, sha256, path, peaks, at)"
        " SELECT centre_id, id, 'zh', 1, '', '', 1, 'upload', 'ready', '', true, 1, 0, '', %s,"
        " '[]', now() FROM p",
        code, centre, path,
    )  # fmt: skip


async def publish(
    stack: Stack, number: str, nodes: Mapping[str, Any], centre: str = "shifan"
) -> int:
    """Let a line of its own run a flow of these nodes, the first of which is its start. Flow, line
    and nodes have names, as those of a centre do: pages show them.

    Returns the version when the switchboard has it.
    """
    code, title = f"story-{number}", f"故事 {number}"
    notes = {node: f"第 {step} 步" for step, node in enumerate(nodes, 1)}
    layout = {"nodes": {}, "frames": [], "notes": notes}
    spec = {"spec": 2, "id": code, "title": title, "start": next(iter(nodes)), "nodes": nodes}
    [(centre_id,)] = stack.sql("SELECT id FROM centres_centre WHERE code = %s", centre)
    [(flow,)] = stack.sql(
        "INSERT INTO flows_flow (centre_id, code, name, kind) VALUES (%s, %s, %s, 'flow')"
        " ON CONFLICT (centre_id, code) DO UPDATE SET name = excluded.name RETURNING id",
        centre_id, code, title,
    )  # fmt: skip
    stack.sql(  # every flow has a draft: lists rely on it
        "INSERT INTO flows_flowdraft (centre_id, flow_id, version, spec, state, note, updated_at,"
        " uses) VALUES (%s, %s, 1, %s::jsonb, 'editing', '', now(), '{}')"
        " ON CONFLICT (flow_id) DO UPDATE SET spec = excluded.spec",
        centre_id, flow, json.dumps(spec),
    )  # fmt: skip
    [(version,)] = stack.sql(
        "INSERT INTO flows_flowversion (centre_id, flow_id, number, spec, layout, inner_layouts,"
        " embeds, note, reason, scenarios, published_at, effective_at)"
        " SELECT %s, %s, coalesce(max(number), 0) + 1, %s::jsonb, %s::jsonb, '{}', '{}', '', '',"
        " '{}', now(), now() FROM flows_flowversion WHERE flow_id = %s RETURNING id",
        centre_id, flow, json.dumps(spec), json.dumps(layout), flow,
    )  # fmt: skip
    stack.sql(
        "INSERT INTO lines_line (centre_id, number, name, flow_id, mode, emergency, night_bell,"
        " night_bell_seconds, version, updated_at)"
        " VALUES (%s, %s, %s, %s, 'auto', false, '{}', 20, 1, now())"
        " ON CONFLICT (number) DO UPDATE SET flow_id = excluded.flow_id",
        centre_id, number, title, flow,
    )  # fmt: skip
    stack.sql("NOTIFY lianxin_plans")
    await in_plans(
        stack, lambda plans: any(line["flow_version"] == version for line in plans["lines"])
    )
    return int(version)


async def in_plans(stack: Stack, true: Callable[[dict[str, Any]], bool]) -> None:
    """Wait until the switchboard answers by plans of which ``true`` holds: they are on disk."""

    async def known() -> bool:
        plans = await asyncio.to_thread((stack.env.spool / "plans.json").read_bytes)
        return true(json.loads(plans))

    await eventually(known, "the plans", seconds=30)


def say(code: str, then: str) -> dict[str, Any]:
    return {"type": "say", "prompts": [code], "next": then}


BYE: dict[str, Any] = {"type": "hang_up"}


async def hears(call: Call, hertz: float, since: float = 0.0, seconds: float = HEARD) -> float:
    """Wait until the tone is heard; returns where in the recording it was, for the next."""
    return await Ear(call).until_tone(hertz, since=since, seconds=seconds)


async def record_of(
    stack: Stack, caller: str, id: str | None = None, seconds: float = 30
) -> dict[str, Any]:
    """The newest call of this number, or the one with this id, once it has ended and its
    recordings are settled."""

    async def complete() -> Any:
        rows = await asyncio.to_thread(
            stack.sql,
            "SELECT c.id::text, c.outcome, c.ended_by FROM calls_call c WHERE caller = %s"
            " AND coalesce(id = %s::uuid, true)"
            " AND ended_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM calls_recording r"
            " WHERE r.call_id = c.id AND r.state = 'recording') ORDER BY started_at DESC LIMIT 1",
            e164(caller),
            id,
        )
        return rows[0] if rows else None

    found, outcome, by = await eventually(complete, f"the record of {caller}", seconds)
    events = stack.sql(
        "SELECT kind, data FROM calls_callevent WHERE call_id = %s ORDER BY seq", found
    )
    recordings = stack.sql(
        "SELECT kind, state, path, milliseconds FROM calls_recording WHERE call_id = %s"
        " ORDER BY began_at", found,
    )  # fmt: skip
    return {"id": found, "outcome": outcome, "by": by, "events": events, "recordings": recordings}


async def callers_on(stack: Stack, versions: list[int]) -> dict[int, dict[str, int]]:
    """Where callers stand now, asked as web asks it."""
    token = signing.dumps(versions, key=stack.env.secret, salt=traffic.SALT)
    url = f"http://127.0.0.1:{stack.env.ports.live}{traffic.PATH}{token}"
    answer = await asyncio.to_thread(lambda: urllib.request.urlopen(url, timeout=5).read())
    return msgspec.json.decode(answer, type=dict[int, dict[str, int]])


def kinds(record: Mapping[str, Any]) -> list[str]:
    return [kind for kind, _ in record["events"] if kind != "node"]
