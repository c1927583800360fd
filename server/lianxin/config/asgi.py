"""What granian serves: Django's WSGI application behind a reader that nobody can hold up.

A thread that waits for the rest of a half-sent body serves nobody else: ten of them froze all of
web. So bodies are read here, on the event loop, within a deadline and a budget for each address; a
thread is taken once all of a request is there, and between the parts of a long answer it is free.
"""

from __future__ import annotations

import asyncio
import ipaddress
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Iterator, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from typing import IO, Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lianxin.config.settings")

from django.conf import settings
from django.db import close_old_connections
from django.utils import translation

from lianxin.config.wsgi import application as wsgi_application  # isort: skip - sets Django up
from lianxin.api import errors
from lianxin.centres.errors import Problem
from lianxin.env import web_threads

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Environ = dict[str, Any]
Started = tuple[str, list[tuple[str, str]]]

#: How long a body may take: so many seconds, and one more for each so many bytes that have come.
BODY_SECONDS = 10.0
BYTES_A_SECOND = 64 * 1024
#: Bytes of a body, whatever its path: the middleware knows how much less is taken where.
MOST_BYTES = 22 * 1024 * 1024
#: Bodies of one address that may be under way at once, and of all.
BODIES_OF_ADDRESS, BODIES_OF_ALL = 20, 300
#: What is kept in memory of a body; more of it goes to a file.
IN_MEMORY = 512 * 1024


class Left(Exception):
    """The other end has gone: nobody waits for an answer."""


class Bounded:
    """An ASGI application; ``threads`` requests are worked on at once."""

    def __init__(self, application: Callable[..., Iterable[bytes]], threads: int) -> None:
        self._application = application
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="web")
        self._reading: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        try:
            with tempfile.SpooledTemporaryFile(IN_MEMORY) as body:
                length = await self._read(scope, receive, body)
                body.seek(0)
                await self._answer(environ_of(scope, body, length), send)
        except Problem as problem:
            await _refuse(scope, send, problem)
        except Left:
            return

    async def _read(self, scope: Scope, receive: Receive, body: IO[bytes]) -> int:
        """Take the whole body, or raise a ``Problem``; gives its length."""
        if not _has_body(scope):
            return 0
        address = _address(scope)
        if self._reading[address] >= BODIES_OF_ADDRESS or self._reading.total() >= BODIES_OF_ALL:
            raise errors.TooManyAtOnce
        self._reading[address] += 1
        try:
            return await _read_in_time(receive, body)
        finally:
            self._reading[address] -= 1
            if not self._reading[address]:
                del self._reading[address]

    async def _answer(self, environ: Environ, send: Send) -> None:
        loop = asyncio.get_running_loop()
        started, parts, first = await loop.run_in_executor(self._threads, self._begin, environ)
        status, headers = started
        await send(
            {
                "type": "http.response.start",
                "status": int(status.split(" ", 1)[0]),
                "headers": [(k.lower().encode("latin-1"), v.encode("latin-1")) for k, v in headers],
            }
        )
        try:
            part: bytes | None = first
            while part is not None:
                following = await loop.run_in_executor(self._threads, next, parts, None)
                await send(
                    {"type": "http.response.body", "body": part, "more_body": following is not None}
                )
                part = following
            if first is None:
                await send({"type": "http.response.body", "body": b"", "more_body": False})
        finally:
            await loop.run_in_executor(self._threads, parts.close)

    def _begin(self, environ: Environ) -> tuple[Started, Parts, bytes | None]:
        """On a thread: call the application, and fetch the first part of its answer."""
        started: list[Started] = []

        def start(status: str, headers: list[tuple[str, str]], _: Any = None) -> None:
            started.append((status, headers))

        parts = Parts(self._application(environ, start))
        try:
            first = next(parts, None)
        except BaseException:
            parts.close()
            raise
        finally:
            close_old_connections()  # what follows of a long answer may come from another thread
        return started[-1], parts, first


class Parts(Iterator[bytes]):
    """The parts of an answer, which ends once."""

    def __init__(self, answer: Iterable[bytes]) -> None:
        self._answer = answer
        self._parts = iter(answer)

    def __next__(self) -> bytes:
        return next(self._parts)

    def close(self) -> None:
        close = getattr(self._answer, "close", None)
        if close is not None:
            close()


async def _read_in_time(receive: Receive, body: IO[bytes]) -> int:
    loop = asyncio.get_running_loop()
    began, length, more = loop.time(), 0, True
    while more:
        deadline = began + BODY_SECONDS + length / BYTES_A_SECOND
        try:
            async with asyncio.timeout_at(deadline):
                message = await receive()
        except TimeoutError:
            raise errors.TooSlow from None
        if message["type"] == "http.disconnect":
            raise Left
        part = message.get("body", b"")
        length += len(part)
        if length > MOST_BYTES:
            raise errors.TooLarge(limit=MOST_BYTES)
        body.write(part)
        more = message.get("more_body", False)
    return length


def environ_of(scope: Scope, body: IO[bytes], length: int) -> Environ:
    """The request as WSGI (PEP 3333) knows it."""
    server = scope.get("server") or ("127.0.0.1", 0)
    environ: Environ = {
        "REQUEST_METHOD": scope["method"],
        "SCRIPT_NAME": "",
        "PATH_INFO": scope["path"].encode().decode("latin-1"),
        "QUERY_STRING": scope["query_string"].decode("latin-1"),
        "SERVER_PROTOCOL": f"HTTP/{scope['http_version']}",
        "SERVER_NAME": str(server[0]),
        "SERVER_PORT": str(server[1] or 0),
        "REMOTE_ADDR": (scope.get("client") or ("",))[0],
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope.get("scheme", "http"),
        "wsgi.input": body,
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    for name, value in _headers(scope):
        key = name.upper().replace("-", "_")
        key = key if key in ("CONTENT_TYPE", "CONTENT_LENGTH") else f"HTTP_{key}"
        between = "; " if key == "HTTP_COOKIE" else ","
        environ[key] = f"{environ[key]}{between}{value}" if key in environ else value
    if length and "CONTENT_LENGTH" not in environ:  # it came in chunks
        environ["CONTENT_LENGTH"] = str(length)
    return environ


def _headers(scope: Scope) -> Iterator[tuple[str, str]]:
    """Names with "_" are left out: they would pass for others with "-"."""
    for name, value in scope["headers"]:
        plain = name.decode("latin-1")
        if "_" not in plain:
            yield plain, value.decode("latin-1")


def _has_body(scope: Scope) -> bool:
    names = {name.lower(): value for name, value in scope["headers"]}
    return names.get(b"content-length", b"0") != b"0" or b"transfer-encoding" in names


def _address(scope: Scope) -> str:
    """Whose budget it is; behind a proxy of ours that of the visitor."""
    peer = str((scope.get("client") or ("",))[0])
    if peer not in settings.TRUSTED_PROXIES:
        return peer
    named = dict(_headers(scope)).get("x-forwarded-for", "")
    last = named.split(",")[-1].strip()
    try:
        return str(ipaddress.ip_address(last))
    except ValueError:
        return peer


async def _refuse(scope: Scope, send: Send, problem: Problem) -> None:
    english = dict(_headers(scope)).get("accept-language", "").strip().lower().startswith("en")
    with translation.override("en" if english else settings.LANGUAGE_CODE):
        answer = errors.answer(problem)
    headers = [(b"content-type", b"application/json"), (b"connection", b"close")]
    headers.append((b"content-length", str(len(answer.content)).encode()))
    await send({"type": "http.response.start", "status": answer.status_code, "headers": headers})
    await send({"type": "http.response.body", "body": answer.content, "more_body": False})


application = Bounded(wsgi_application, web_threads(os.cpu_count() or 1))
