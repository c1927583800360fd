"""Look-ups by HTTP: one JSON answer, bounded in time and size, from an address that is allowed."""

from __future__ import annotations

import asyncio
import codecs
import random
import ssl
from collections.abc import Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import unquote

import httpx
import msgspec

from lianxin.connections.addresses import reachable
from lianxin.connections.picking import NotThere, pick
from lianxin.connections.plan import HttpPlan
from lianxin.connections.result import ConnectionResult, LookUpFailed, failed
from lianxin.rules.values import Scalar

METHODS = ("GET", "POST", "PUT", "PATCH")

#: Bytes of an answer that are read; one that says that it is larger is not read at all.
MOST_BYTES = 1024 * 1024
#: What is decoded on the spot: a larger document would make other calls wait.
SMALL_BYTES = 32 * 1024
_RETRY_SECONDS = 0.2
#: No part of an exchange takes longer, whatever the connection allows.
LONGEST_SECONDS = 30.0


class HttpClient:
    """Connections are kept open between look-ups. Belongs to one event loop."""

    def __init__(self) -> None:
        # trust_env: no proxy of the environment may lead around the list of hosts.
        self._client = httpx.AsyncClient(
            verify=_tls(),
            trust_env=False,
            follow_redirects=False,
            timeout=LONGEST_SECONDS,
            limits=httpx.Limits(max_connections=100, max_keepalive_connections=20),
        )

    async def close(self) -> None:
        await self._client.aclose()

    async def look_up(
        self,
        plan: HttpPlan,
        method: str,
        path: str,
        *,
        body: Mapping[str, Scalar] | None = None,
        picks: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        seconds: float | None = None,
    ) -> ConnectionResult:
        """Ask ``plan``'s service. ``body``: parameters of the address for GET, JSON otherwise.
        An answer with nothing in it (204) will do where nothing is wanted.

        ``picks``: the values wanted, by path. Never raises, never takes longer than ``seconds``.
        """
        try:
            async with asyncio.timeout(min(seconds or plan.seconds, plan.seconds)):
                request = self._request(plan, method, path, body or {}, headers or {})
                content = await self._with_retries(plan, request)
                document = await _decoded(content) if content or picks else None
                return ConnectionResult(
                    "ok", {name: pick(document, at) for name, at in (picks or {}).items()}
                )
        except LookUpFailed as failure:
            return failed(failure.reason)
        except TimeoutError:
            return failed("timeout")
        except NotThere:
            return failed("missing")
        except (httpx.HTTPError, httpx.InvalidURL, ValueError):
            return failed("failed")

    def _request(
        self,
        plan: HttpPlan,
        method: str,
        path: str,
        body: Mapping[str, Scalar],
        headers: Mapping[str, str],
    ) -> httpx.Request:
        if method not in METHODS:
            raise LookUpFailed("method")
        base = httpx.URL(plan.base_url)
        # The path cannot lead to another host: it is put behind the base, never joined to it.
        url = httpx.URL(plan.base_url.rstrip("/") + "/" + path.lstrip("/"))
        if (url.scheme, url.host, url.port) != (base.scheme, base.host, base.port):
            raise LookUpFailed("not_allowed")
        if climbs(path) or not _below(base, url):
            raise LookUpFailed("not_allowed")
        merged_headers = {"Accept": "application/json", "Accept-Encoding": "identity"}
        merged_headers |= {**plan.headers, **headers}
        if method == "GET":
            merged = url.copy_merge_params({k: _text(v) for k, v in body.items()}) if body else url
            return self._client.build_request(method, merged, headers=merged_headers)
        return self._client.build_request(method, url, headers=merged_headers, json=dict(body))

    async def _with_retries(self, plan: HttpPlan, request: httpx.Request) -> bytes:
        # Only what may be asked twice is asked twice.
        left = plan.retries if request.method == "GET" else 0
        while True:
            try:
                return await self._once(request)
            except LookUpFailed as failure:
                again = failure.reason == "unreachable" or failure.reason.startswith("status_5")
                if not left or not again:
                    raise
            left -= 1
            # Jitter: callers who failed together must not come back together.
            await asyncio.sleep(_RETRY_SECONDS * (0.5 + random.random()))  # noqa: S311 - no secret

    async def _once(self, request: httpx.Request) -> bytes:
        url = request.url
        port = url.port or (443 if url.scheme == "https" else 80)
        address = await reachable(url.host, port)
        # To the address that was checked, under the name that was asked for.
        headers = request.headers.copy()
        headers["Host"] = url.netloc.decode()
        sent = httpx.Request(
            request.method,
            url.copy_with(host=address),
            headers=headers,
            content=request.content,
            extensions={"sni_hostname": url.host},
        )
        try:
            response = await self._client.send(sent, stream=True)
        except (httpx.ConnectError, httpx.RemoteProtocolError, httpx.ReadError) as error:
            raise LookUpFailed("unreachable") from error
        try:
            return await _content(response)
        except (httpx.RemoteProtocolError, httpx.ReadError) as error:
            raise LookUpFailed("unreachable") from error
        finally:
            await response.aclose()


def climbs(path: str) -> bool:
    """Whether ``path`` would leave the part of the host that the connection is for, however its
    dots, its slashes and what looks like a "?" are written.

    >>> climbs("/x%3f/../../admin"), climbs("/%252e%252e/admin"), climbs("/a..b?up=../c")
    (True, True, False)
    """
    bare = path.partition("?")[0].partition("#")[0]
    for _ in range(3):  # what stands behind the service may decode once more
        if {"..", "."} & {*bare.replace("\\", "/").replace(";", "/").split("/")}:
            return True
        bare = unquote(bare)
    return False


def _below(base: httpx.URL, url: httpx.URL) -> bool:
    """Whether what is *sent* stands under the base: the last word, whatever was typed."""
    over = base.raw_path.partition(b"?")[0].rstrip(b"/") + b"/"
    sent = url.raw_path.partition(b"?")[0]
    return sent.startswith(over) or sent == over[:-1]


async def _content(response: httpx.Response) -> bytes:
    if response.is_redirect:
        raise LookUpFailed("redirect")
    if not response.is_success:
        raise LookUpFailed(f"status_{response.status_code}")
    if int(response.headers.get("content-length") or 0) > MOST_BYTES:
        raise LookUpFailed("too_large")
    if response.headers.get("content-encoding", "identity") != "identity":
        raise LookUpFailed("not_json")  # nobody asked for it, and it may unpack to anything
    content = bytearray()
    async for part in response.aiter_raw():
        content += part
        if len(content) > MOST_BYTES:
            raise LookUpFailed("too_large")
    return bytes(content)


async def _decoded(content: bytes) -> Any:
    content = content.removeprefix(codecs.BOM_UTF8)  # RFC 8259, 8.1: it may be passed over
    try:
        if len(content) <= SMALL_BYTES:
            return msgspec.json.decode(content)
        return await asyncio.to_thread(msgspec.json.decode, content)
    except (msgspec.DecodeError, RecursionError) as error:
        raise LookUpFailed("not_json") from error


def _text(value: Scalar) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


@lru_cache(maxsize=1)
def _tls() -> ssl.SSLContext:
    """The machine's own authorities: a city's services are often signed by the city's."""
    return ssl.create_default_context()
