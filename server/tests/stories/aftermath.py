"""What must be so after something went wrong: the record, the log, and the next call."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from devkit.carrier.carrier import Carrier
from lianxin.rules.telephones import e164
from tests.stack import Stack
from tests.stories.conftest import eventually

LINE = "12345"


async def next_call_works(carrier: Carrier) -> None:
    """Somebody else calls, is answered and gets a menu further."""
    call = await carrier.dial(LINE, caller="13800009999")
    await call.answered(10)
    await call.keys("2")
    await call.hangup()
    assert call.end is not None
    assert call.end.by == "us"


class Log:
    """What all logs of the installation have gained since this was made."""

    def __init__(self, stack: Stack) -> None:
        self._folder = stack.env.var / "log"
        self._began = {file: file.stat().st_size for file in self._files()}

    def _files(self) -> list[Path]:
        return sorted(self._folder.rglob("*.log"))

    def text(self, part: str = "") -> str:
        return "\n".join(
            file.read_bytes()[self._began.get(file, 0) :].decode(errors="replace")
            for file in self._files()
            if part in file.name
        )

    async def says(self, what: str, part: str = "") -> None:
        async def said() -> bool:
            return what in self.text(part)

        await eventually(said, f"a log line with {what!r}")


async def events_of(stack: Stack, caller: str) -> list[tuple[str, dict[str, Any]]]:
    """The ledger of the one ended call of ``caller``: each story has numbers of its own."""

    async def ended() -> Any:
        rows = stack.sql(
            "SELECT e.kind, e.data, e.call_id FROM calls_callevent e"
            " JOIN calls_call c ON c.id = e.call_id WHERE c.caller = %s ORDER BY e.seq",
            e164(caller),
        )
        return rows if any(kind == "ended" for kind, _, _ in rows) else None

    rows = await eventually(ended, f"the record of {caller}")
    assert len({call for _, _, call in rows}) == 1, f"{caller} has called more than once"
    return [(kind, data) for kind, data, _ in rows]


def path(events: list[tuple[str, dict[str, Any]]]) -> list[str]:
    """The nodes that the caller went through."""
    return [data["node"] for kind, data in events if kind == "node" and data["what"] == "entered"]
