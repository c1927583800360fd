"""Jobs of prompts. Each may run twice, or be killed in the middle, without harm.

Every process knows the jobs; what decodes sound is loaded by the worker that does them.
"""

from __future__ import annotations

from procrastinate.contrib.django import app

from lianxin.centres.errors import StorageFull
from lianxin.centres.isolation import scope
from lianxin.prompts.models import PromptVersion


@app.task(queue="speech", name="prompts.render_version")
def render_version(*, centre: int, version: int) -> None:
    """Speak a version that waits for it: no transaction stands open while the engine works."""
    from lianxin.prompts.actions import fail_rendered, keep_rendered
    from lianxin.speech import audio, engine

    with scope(centre):
        row = _waiting(version)
    if row is None:
        return
    try:
        made = audio.describe(engine.speak(row.text, row.voice, row.speed))
    except engine.NotSpoken as error:
        with scope(centre):
            fail_rendered(row, str(error))
        return
    try:
        with scope(centre):
            if _waiting(version) is not None:
                keep_rendered(row, made)
    except StorageFull as full:
        with scope(centre):
            fail_rendered(row, full.sentence("zh"))


@app.task(queue="speech", name="prompts.keep_take", retry=3)
def keep_take(*, centre: int, code: int, path: str) -> None:
    """Make a version of what was spoken into the telephone; ``path`` is under the store."""
    from lianxin.prompts.takes import make_version

    make_version(centre, code, path)


def _waiting(version: int) -> PromptVersion | None:
    rows = PromptVersion.objects.select_related("prompt__centre")
    return rows.filter(pk=version, state="rendering").first()
