"""What we are compared with: the same calls by Asterisk's own dialplan, in the same Asterisk.

The numbers come in over the same trunk; only here is it known that they exist.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lianxin.env import Env

PROMPT, IVR, QUEUE, BARE = "9101", "9102", "9103", "9104"
#: Of app_queue's members: one that is never in use. Without a state interface members such
#: as PJSIP/1001@trunk look unavailable, and callers sit in music, cheaper than a call.
_STATE = "Custom:bench"

_MODULES = ("app_queue", "func_devstate")

_DIALPLAN = """
[from-carrier]
exten => {prompt},1,Goto(bench-prompt,s,1)
exten => {ivr},1,Goto(bench-welcome,s,1)
exten => {queue},1,Goto(bench-queue,s,1)
exten => {bare},1,Stasis(bare)
 same => n,Hangup()

[bench-prompt]
exten => s,1,Answer()
 same => n,Playback({sounds}/shifan/welcome)
 same => n,Hangup()

[bench-welcome]
exten => s,1,Answer()
 same => n,Background({sounds}/shifan/welcome)
 same => n,WaitExten(8)
exten => 2,1,Goto(bench-automatic,s,1)

[bench-automatic]
exten => s,1,Background({sounds}/zh/main_menu)
 same => n,WaitExten(8)
exten => 4,1,Goto(bench-consulting,s,1)

[bench-consulting]
exten => s,1,Playback({sounds}/zh/closed_hours)
 same => n,Goto(bench-automatic,s,1)

[bench-queue]
exten => s,1,Answer()
 same => n,Queue(bench,,,,60)
 same => n,Hangup()
"""

_QUEUES = """\
[general]
persistentmembers = no
autofill = yes
shared_lastcall = no

[bench]
strategy = rrmemory
ringinuse = yes
timeout = 20
retry = 1
wrapuptime = 0
joinempty = yes
monitor-format = wav
monitor-type = MixMonitor
"""


def recordings(env: Env) -> Path:
    """Where app_queue's recordings are written."""
    return env.var / "asterisk" / "monitor"


def install(env: Env, members: Sequence[str]) -> None:
    """Add it to a rendered configuration, before Asterisk starts. ``members``: dial strings."""
    etc = env.var / "asterisk" / "etc"
    dialplan = _DIALPLAN.format(prompt=PROMPT, ivr=IVR, queue=QUEUE, bare=BARE, sounds=env.sounds)
    _append(etc / "extensions.conf", dialplan)
    modules = (etc / "modules.conf").read_text("utf-8")
    missing = [name for name in _MODULES if f"{name}.so" not in modules]
    _append(etc / "modules.conf", "".join(f"load = {name}.so\n" for name in missing))
    lines = [f"member => {member},0,{member[6:10]},{_STATE}" for member in members]
    (etc / "queues.conf").write_text(_QUEUES + "\n".join(lines) + "\n", "utf-8")
    recordings(env).mkdir(parents=True, exist_ok=True)


def _append(path: Path, text: str) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write(text)
