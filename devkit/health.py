"""Whether a part answers: asked of the part itself, not of the clock."""

from __future__ import annotations

import base64
import json
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from http.client import HTTPResponse
from urllib.parse import urlsplit

from devkit import database
from devkit.say import Progress, Stop
from devkit.supervise import Supervisor
from lianxin.env import Env

#: Seconds that a part without a door of its own must have been up to count as healthy.
_STAYING = 2


def is_healthy(env: Env, supervisor: Supervisor, name: str) -> bool:
    """Ask one part. A part without a door of its own is healthy when it stays up."""
    return _CHECKS.get(name, _stays_up(name))(env, supervisor)


def wait(
    env: Env, supervisor: Supervisor, name: str, progress: Progress, seconds: float = 60.0
) -> None:
    """Wait until a part is healthy; say where to read on when it is not in time."""
    deadline = time.monotonic() + seconds
    while not is_healthy(env, supervisor, name):
        state = next((s.state for s in supervisor.states() if s.name == name), "not supervised")
        if time.monotonic() > deadline:
            raise Stop(
                f"{name} is not healthy after {seconds:.0f} s (supervisor: {state}). "
                f"Read {env.var / 'log' / f'{name}.log'} or run `./dev logs {name}`."
            )
        progress(state.lower())
        time.sleep(0.1)


def _postgres(env: Env, _: Supervisor) -> bool:
    return database.is_ready(env)


def channels(env: Env) -> int:
    """How many channels Asterisk holds; 0 also when it does not answer."""
    try:
        with _open(f"{env.asterisk_url}/ari/channels", _ari_login(env)) as answer:
            return len(json.load(answer))
    except (urllib.error.URLError, OSError, ValueError):
        return 0


def _asterisk(env: Env, _: Supervisor) -> bool:
    return _answers(f"{env.asterisk_url}/ari/asterisk/info?only=status", _ari_login(env))


def _ari_login(env: Env) -> dict[str, str]:
    login = base64.b64encode(f"{env.ari_user}:{env.ari_password}".encode()).decode()
    return {"Authorization": f"Basic {login}"}


def _web(env: Env, _: Supervisor) -> bool:
    return _answers(f"http://127.0.0.1:{env.ports.web}/api/health", {})


def _switchboard(env: Env, _: Supervisor) -> bool:
    """It listens, and Asterisk obeys it."""
    return _answers(f"http://127.0.0.1:{env.ports.live}/health", {})


def _open(url: str, headers: dict[str, str]) -> HTTPResponse:
    if urlsplit(url).scheme not in {"http", "https"}:
        raise Stop(f"{url} is not an http address.")
    request = urllib.request.Request(url, headers=headers)  # noqa: S310 - looked at above
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    answer: HTTPResponse = opener.open(request, timeout=2)
    return answer


def _answers(url: str, headers: dict[str, str]) -> bool:
    try:
        with _open(url, headers) as answer:
            return answer.status == 200
    except (urllib.error.URLError, OSError):
        return False


def _stays_up(name: str) -> Callable[[Env, Supervisor], bool]:
    def check(_: Env, supervisor: Supervisor) -> bool:
        return any(
            s.name == name and s.state == "RUNNING" and s.seconds >= _STAYING
            for s in supervisor.states()
        )

    return check


_CHECKS: dict[str, Callable[[Env, Supervisor], bool]] = {
    "postgres": _postgres,
    "asterisk": _asterisk,
    "switchboard": _switchboard,
    "web": _web,
}
