"""``./dev up``, ``down``, ``status`` and ``logs``."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from types import FrameType

from devkit import health, schema, web
from devkit.installation import Installation
from devkit.paths import SERVER
from devkit.say import Stop, line, step
from devkit.supervise import State

_OURS = ("switchboard", "web", "worker")
_TITLES = {"asterisk": "Asterisk", "postgres": "PostgreSQL", "font": "font of faxes"}


def up(installation: Installation, *, detach: bool) -> int:
    """Make what is missing, start everything, and stay until Ctrl-C."""
    started = float(os.environ.pop("DEV_BEGAN", time.monotonic()))
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _interrupt)
    try:
        bring_up(installation)
        line(f"\n{_welcome(installation, time.monotonic() - started)}")
        if detach:
            line("  Stop it:          ./dev down")
            return 0
        line("  Stop it:          Ctrl-C")
        _watch(installation)
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt):
            line()
        if not detach or not isinstance(error, Stop):
            signal.signal(signal.SIGINT, signal.SIG_IGN)  # a second Ctrl-C must not cut it short
            _stop(installation)
        if isinstance(error, KeyboardInterrupt):
            return 0
        raise
    return 0


def bring_up(installation: Installation, *, with_console: bool = True) -> None:
    """Do every step up to the point where all parts are healthy."""
    for name, title in _TITLES.items():
        with step(f"{title}: unpack") as progress:
            installation.unpack(name, progress)
    if with_console:
        with step("console and translations: build") as progress:
            rebuilt = web.build(progress)
        if rebuilt:
            renew(installation, "web")  # it keeps the sizes of files
    with step("configuration and prompts"):
        installation.prepare()
        installation.start_supervisor()
        installation.launch("postgres", "asterisk")
    _configure_anew(installation)
    _start(installation, "postgres", "PostgreSQL")
    if make_tables(installation):
        renew(installation, *_OURS)
    if installation.env.own:
        with step("nobody has the demo's password"):
            manage(installation, "demo")
    _start(installation, "asterisk", "Asterisk")
    installation.launch(*_OURS)
    for name in _OURS:
        _start(installation, name, name)


def _configure_anew(installation: Installation) -> None:
    """Let an Asterisk that runs already take a configuration that is new, unless it cost a call."""
    if not installation.has_new_configuration():
        return
    if calls := health.channels(installation.env):
        line(
            f"  Asterisk keeps its old configuration: {calls} channels are in use. Call `./dev up`"
        )
        line("  again when there is no call.")
    else:
        renew(installation, "asterisk")


def _start(installation: Installation, name: str, title: str) -> None:
    with step(f"{title}: start") as progress:
        installation.start(name, progress)


def make_tables(installation: Installation) -> bool:
    """Migrate and load the made-up city, unless both were done from the very same sources.

    Tells whether it did.
    """
    made = schema.digest()
    if schema.made_from(installation.env) == made:
        return False
    with step("database: migrate"):
        manage(installation, "migrate", "--noinput")
    if installation.env.demo and not installation.env.own:
        with step("database: the made-up city"):
            manage(installation, "demo")
    schema.note(installation.env, made)
    return True


def renew(installation: Installation, *names: str) -> None:
    """Start those of our own parts again that run already, from other sources than today's."""
    running = [state.name for state in installation.states() if state.pid]
    for name in names:
        if name in running:
            with step(f"{name}: start again, from what is new") as progress:
                installation.supervisor.stop_program(name)
                installation.start(name, progress)


def manage(installation: Installation, *words: str) -> None:
    """Run one of Django's commands for the installation."""
    done = subprocess.run(
        [sys.executable, "-m", "lianxin.config.manage", *words],
        env=installation.environment,
        cwd=SERVER,
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    if done.returncode:
        log = installation.env.var / "log" / f"manage-{words[0]}.log"
        log.write_text(done.stdout + done.stderr, "utf-8")
        last = (done.stderr.strip().splitlines() or ["no message"])[-1]
        raise Stop(f"`manage {words[0]}` failed: {last}\nThe whole of it is in {log}")


def _welcome(installation: Installation, seconds: float) -> str:
    address = f"http://127.0.0.1:{installation.env.ports.web}"
    return f"""\
  Lianxin is up after {seconds:.0f} s.

  Citizens:         {address}/
  Agents' desk:     {address}/desk/
{_whose_account(installation)}
  Dial:             12345 (示范市) or 12346 (示范县): ./dev call 12345
  Look at it:       ./dev status, ./dev logs [part]"""


def _whose_account(installation: Installation) -> str:
    if installation.env.own or not installation.env.demo:
        return """\
  Make a centre:    lianxin centre create --help: it tells its administrator's first password"""
    return """\
  A demo:           these people can sign in on this computer only (LIANXIN_DEMO=0: without them)
  Log in as:        centre shifan (示范市), number 8001, password lianxin-demo
                    8001-8003 agents, 8100 supervisor, 9000 administrator, 9100 mayor's mailbox
                    9200 flow editor, 9900 operator of the platform
                    centre shixian (示范县): 8001, 8002, 8100, 9000, 9200"""


def _watch(installation: Installation) -> None:
    """Say when a part dies and when it is back, until the supervisor is gone."""
    pids = {state.name: state.pid for state in installation.states()}
    while installation.supervisor.is_up():
        for state in installation.states():
            if state.state == "RUNNING" and state.pid != pids.get(state.name):
                line(f"  {state.name} was started again (./dev logs {state.name})")
                pids[state.name] = state.pid
        time.sleep(1)
    line("  Stopped.")


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _stop(installation: Installation) -> None:
    if installation.supervisor.is_up():
        with step("stopping"):
            installation.stop()


def down(installation: Installation) -> int:
    """Stop everything."""
    if not installation.supervisor.is_up():
        line("  Nothing runs.")
        return 0
    _stop(installation)
    return 0


def status(installation: Installation) -> int:
    """Print what runs. The exit status is 0 when all of it does, and 3 when not."""
    states = installation.states()
    if not states:
        line("  Nothing runs; `./dev up` starts it.")
        return 3
    for state in states:
        line(f"  {state.name:<12} {state.state.lower():<9} {_since(state)}")
    return 0 if all(state.state == "RUNNING" for state in states) else 3


def _since(state: State) -> str:
    if state.state != "RUNNING":
        return ""
    minutes, seconds = divmod(state.seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"process {state.pid}, for {hours}:{minutes:02}:{seconds:02}"


def logs(installation: Installation, parts: list[str]) -> int:
    """Show the last lines; at a terminal, read on until Ctrl-C."""
    folder = installation.env.var / "log"
    known = [program.name for program in installation.programs]
    unknown = [part for part in parts if part not in known]
    if unknown:
        raise Stop(f"There is no part {unknown[0]!r}; there are {', '.join(known)}.")
    files = [str(folder / f"{part}.log") for part in parts or known]
    follow = ["-F"] if sys.stdout.isatty() else []
    return subprocess.run(["tail", "-n", "60", *follow, *files], check=False).returncode
