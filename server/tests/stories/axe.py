"""What hinders people on a page, by axe-core (a development dependency of web/)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.async_api import Page

from devkit.paths import WEB

_FILE: Path = WEB / "node_modules" / "axe-core" / "axe.min.js"
#: WCAG 2.2 AA and all that it builds on.
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_GRAVE = {"serious", "critical"}
#: Nothing moves but what moves for ever, or as somebody scrolls.
_STILL = """() => document.getAnimations().every((each) =>
    each.playState !== "running" || each.timeline !== document.timeline ||
    each.effect?.getComputedTiming().endTime === Infinity)"""


def _script() -> str:
    return _FILE.read_text("utf-8")


async def hindrances(page: Page, within: str | None = None, *, built: bool = False) -> list[str]:
    """The grave ones, each with the first element that it is found on; of one part, or of all.
    ``built``: also the lesser ones: headings, landmarks, all that shows how a page is built.

    What fades in or out has no contrast of its own: it is waited for.
    """
    await page.evaluate(_script())
    await page.wait_for_function(_STILL)
    found: list[dict[str, Any]] = await page.evaluate(
        "async ([part, tags]) => (await axe.run("
        "part ?? document, {runOnly: tags, resultTypes: ['violations']})).violations",
        [within, _TAGS],
    )
    return [_told(each) for each in found if built or each["impact"] in _GRAVE]


def _told(violation: dict[str, Any]) -> str:
    nodes = violation["nodes"]
    first = nodes[0]
    summary = " ".join(first["failureSummary"].split())
    return f"{violation['id']} ({len(nodes)}): {first['target'][-1]}: {summary}"
