"""Somebody who is signed in over the API, as the console does it: cookies and CSRF included."""

from __future__ import annotations

import asyncio
import http.cookiejar
import json
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import Any, Self

PASSWORD = "lianxin-demo"


@dataclass(frozen=True)
class Answer:
    status: int
    body: Any
    headers: dict[str, str]

    @property
    def error(self) -> str:
        """The stable code of a refusal; "" for a success."""
        return str(self.body["error"]["code"]) if self.status >= 400 else ""


class Staff:
    """One browser session without a browser. ``Staff(url)`` is nobody yet: a citizen."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._cookies = http.cookiejar.CookieJar()
        self._opener = urllib.request.build_opener(
            urllib.request.HTTPCookieProcessor(self._cookies)
        )

    @classmethod
    async def sign_in(
        cls, url: str, number: str, centre: str = "shifan", password: str = PASSWORD
    ) -> Self:
        staff = cls(url)
        await staff.get("/api/centres")  # brings the CSRF cookie
        login = {"centre": centre, "number": number, "password": password}
        answer = await staff.post("/api/session", login)
        if answer.status != 200:
            raise PermissionError(f"{number}@{centre}: {answer.body}")
        return staff

    async def get(self, path: str, **headers: str) -> Answer:
        return await asyncio.to_thread(self._ask, "GET", path, None, headers)

    async def post(self, path: str, body: Any = None, **headers: str) -> Answer:
        return await asyncio.to_thread(self._ask, "POST", path, body or {}, headers)

    async def put(self, path: str, body: Any) -> Answer:
        return await asyncio.to_thread(self._ask, "PUT", path, body, {})

    async def patch(self, path: str, body: Any) -> Answer:
        return await asyncio.to_thread(self._ask, "PATCH", path, body, {})

    async def delete(self, path: str) -> Answer:
        return await asyncio.to_thread(self._ask, "DELETE", path, None, {})

    async def audio(self, recording: str) -> bytes:
        """The bytes of a recording that this person may hear."""
        answer = await self.get(f"/api/recordings/{recording}/audio")
        if answer.status != 200:
            raise PermissionError(str(answer.body))
        return bytes(answer.body)

    def _ask(self, method: str, path: str, body: Any, headers: dict[str, str]) -> Answer:
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self._url + path, data, method=method)
        request.add_header("Content-Type", "application/json")
        for cookie in self._cookies:
            if "csrf" in cookie.name:
                request.add_header("X-CSRFToken", cookie.value or "")
        for name, value in headers.items():
            request.add_header(name.replace("_", "-"), value)
        try:
            with self._opener.open(request, timeout=10) as response:
                return _answer(response.status, response.read(), dict(response.headers))
        except urllib.error.HTTPError as error:
            return _answer(error.code, error.read(), dict(error.headers))


def _answer(status: int, raw: bytes, headers: dict[str, str]) -> Answer:
    lower = {name.lower(): value for name, value in headers.items()}
    is_json = lower.get("content-type", "").startswith("application/json")
    return Answer(status, json.loads(raw) if is_json and raw else raw, lower)
