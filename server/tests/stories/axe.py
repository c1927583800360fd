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
#: What a whole page is held to beside the grave: how it is built, for those who do not see it.
_BUILT = {
    *("heading-order", "page-has-heading-one", "empty-heading", "region", "bypass"),
    *("landmark-one-main", "landmark-no-duplicate-main", "landmark-main-is-top-level"),
    *("landmark-no-duplicate-banner", "landmark-banner-is-top-level", "landmark-unique"),
    *("landmark-no-duplicate-contentinfo", "landmark-contentinfo-is-top-level"),
    *("landmark-complementary-is-top-level", "target-size"),
}
#: Nothing moves but what moves for ever.
_STILL = """() => document.getAnimations().every((each) =>
    each.playState !== "running" || each.effect?.getComputedTiming().endTime === Infinity)"""


def _script() -> str:
    return _FILE.read_text("utf-8")


async def hindrances(page: Page, within: str | None = None, *, built: bool = False) -> list[str]:
    """The grave ones, each with the first element that it is found on; of one part, or of all.

    ``built``: also headings out of order, landmarks that are missing or doubled, targets too small.
    What fades in or out has no contrast of its own: it is waited for.
    """
    await page.evaluate(_script())
    await page.wait_for_function(_STILL)
    found: list[dict[str, Any]] = await page.evaluate(
        "async ([part, tags]) => (await axe.run("
        "part ?? document, {runOnly: tags, rules: {'target-size': {enabled: true}},"
        " resultTypes: ['violations']})).violations",
        [within, _TAGS],
    )
    return [
        _told(each)
        for each in found
        if (each["id"] in _BUILT and built)
        or (each["impact"] in _GRAVE and each["id"] != "target-size")
    ]


def _told(violation: dict[str, Any]) -> str:
    nodes = violation["nodes"]
    first = nodes[0]
    summary = " ".join(first["failureSummary"].split())
    return f"{violation['id']} ({len(nodes)}): {first['target'][-1]}: {summary}"
