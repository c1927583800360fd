"""A citizen wants a guide on paper: it comes out of their fax machine, dot for dot."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops

from devkit.carrier.call import Call
from devkit.carrier.carrier import Carrier
from tests.stack import Stack
from tests.stories.conftest import eventually
from tests.stories.staff import Staff
from tests.stories.test_services_in_flows import answered_by, published
from tests.stories.whereabouts import Whereabouts, following

pytestmark = pytest.mark.timeout(120)

LINE, CALLER, MACHINE = "12392", "13800000392", "88886666"

FLOW: dict[str, Any] = {
    "spec": 2,
    "id": "paper",
    "title": "传真索取",
    "start": "tree",
    "nodes": {
        "tree": {"type": "knowledge", "send": "fax", "done": "end", "unknown": "end"},
        "end": {"type": "hang_up", "prompts": ["goodbye"]},
    },
}


async def asked_for(carrier: Carrier, where: Whereabouts) -> Call:
    """法律法规 → 城市管理 → 夜间施工噪声, by fax to the machine."""
    call: Call = await eventually(lambda: answered_by(carrier, LINE, CALLER), f"line {LINE}")
    await where.stands(CALLER, "tree", "choosing")
    await call.keys("121", gap=0.3)  # who knows the way types it ahead
    await where.stands(CALLER, "tree", "reading")
    await call.keys("2")
    await where.stands(CALLER, "tree", "numbering")
    await call.keys(f"{MACHINE}#", gap=0.3)
    return call


def kept(stack: Stack, fax: str, folder: Path) -> Path:
    """A copy of the picture that is sent: it goes when the fax is over."""
    copy = folder / "sent.tif"
    copy.write_bytes((stack.env.faxes / f"{fax}.tif").read_bytes())
    return copy


def same_dots(one: Path, other: Path) -> bool:
    with Image.open(one) as a, Image.open(other) as b:
        frames = (getattr(a, "n_frames", 1), getattr(b, "n_frames", 1))
        difference = ImageChops.difference(a.convert("L"), b.convert("L"))
        return frames == (1, 1) and a.size == b.size and difference.getbbox() is None


async def test_a_guide_comes_by_fax_though_the_switchboard_is_killed(
    stack: Stack, carrier: Carrier, tmp_path: Path
) -> None:
    staff = await Staff.sign_in(stack.url, "9000")
    await published(staff, FLOW, "paper", LINE)
    papers: list[asyncio.Future[Path]] = []

    async def machine(call: Call) -> None:
        papers.append(asyncio.ensure_future(call.receive_fax()))
        await papers[-1]

    carrier.answer(MACHINE, machine)
    async with following(stack) as where:
        caller = await asked_for(carrier, where)

    async def the_fax(*states: str) -> Any:
        items = (await staff.get("/api/faxes")).body["items"]
        return next((each for each in items if each["state"] in states), None)

    fax = await eventually(lambda: the_fax("sending"), "the fax")
    assert (fax["title"], fax["number"], fax["pages"]) == ("夜间施工噪声", "88****6666", 1)
    await caller.hangup()
    picture = kept(stack, fax["id"], tmp_path)
    await eventually(lambda: _there(papers), "the machine's answer")
    pid = stack.kill("switchboard")
    await asyncio.to_thread(stack.wait_restarted, "switchboard", pid)

    sent = await eventually(lambda: the_fax("sent"), "the end of the fax", 40)
    [attempt] = sent["attempts"]
    assert (attempt["end"], attempt["pages"], sent["tries"], sent["twice"]) == ("sent", 1, 1, False)
    [paper] = papers
    assert same_dots(await paper, picture)
    record = (await staff.get(f"/api/calls/{attempt['call']}")).body
    assert (record["source"], record["outcome"], record["line"]) == ("fax", "fax_sent", LINE)


async def _there(papers: list[asyncio.Future[Path]]) -> bool:
    return bool(papers)
