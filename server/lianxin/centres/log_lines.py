"""What every line of a log is: one line, without whole telephone numbers, and not without end.

It holds for whatever is logged, by whomever: no caller of ``log`` has to think of it.
"""

from __future__ import annotations

import logging
import re
import time

from lianxin.rules.masking import masked

FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"

#: Numbers of the public network as they are stored or dialled here; not parts of ids and names.
_NUMBER = re.compile(
    r"(?<![0-9A-Za-z_*.-])"
    r"(?:\+[0-9]{7,15}|0[0-9]{8,16}|1[3-9][0-9]{9}|[48]00[0-9]{7})"
    r"(?![0-9A-Za-z_*-])"
)
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")

#: Lines of one source in a minute; what comes beyond is counted and told once.
MOST, SECONDS = 30, 60.0


def plain(text: str) -> str:
    """``text`` as one line: what would begin another one, or turn it around, is escaped.

    >>> plain("12345\\r\\n2026-01-01 INFO forged: 13900007704")
    '12345\\\\r\\\\n2026-01-01 INFO forged: 139****7704'
    """
    visible = _CONTROLS.sub(lambda found: repr(found[0])[1:-1], text)
    return _NUMBER.sub(lambda found: masked(found[0]), visible)


class Line(logging.Formatter):
    """The one formatter. A traceback stands indented below its line, so that nothing in it passes
    for a line of its own."""

    def __init__(self) -> None:
        super().__init__(FORMAT)

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - of the library
        record.message = plain(record.message)
        return super().formatMessage(record)

    def formatException(self, ei: object) -> str:  # noqa: N802 - of the library
        text = super().formatException(ei)  # type: ignore[arg-type]  # as the library calls it
        return "\n".join(f"  {plain(line)}" for line in text.splitlines())


class PerSource(logging.Filter):
    """At most ``MOST`` lines a minute of one sentence about one source (its first value: a
    caller, an address, a call): a stranger's junk does not fill the disk."""

    def __init__(self) -> None:
        super().__init__()
        self._since = 0.0
        self._counts: dict[tuple[str, str, str], int] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        now = time.monotonic()
        if now - self._since >= SECONDS:
            self._since, self._counts = now, {}
        values = record.args if isinstance(record.args, tuple) else ()
        key = (record.name, str(record.msg), str(values[0])[:64] if values else "")
        count = self._counts[key] = self._counts.get(key, 0) + 1
        if count == MOST:
            record.msg = f"{record.getMessage()} (no more of these within a minute)"
            record.args = ()
        return count <= MOST
