"""Jobs of speech. Each may run twice, or be killed in the middle, without harm.

Every process knows the jobs; what decodes sound is loaded by the worker that does them.
"""

from __future__ import annotations

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from lianxin.speech.readings import READ_ALOUD


@app.task(queue="speech", name=READ_ALOUD, retry=RetryStrategy(max_attempts=9, wait=15))
def read_aloud(*, centre: int, reading: int) -> None:
    """Read a text that callers are to hear; without an engine it goes on waiting."""
    from lianxin.speech import reader

    reader.read(centre, reading)
