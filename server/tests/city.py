"""The city's services as they may behave: an HTTP server for look-ups that go wrong."""

from __future__ import annotations

import asyncio
from typing import Any

ANSWERS: dict[str, tuple[Any, ...]] = {
    "/500": (500, b"{}"),
    "/404": (404, b"{}"),
    "/wrong": (200, b"<html>"),
    "/nothing": (204, b""),
    "/mark": (200, b'\xef\xbb\xbf{"data":{"due":"42"}}'),
    "/redirect": (302, b"", "Location: http://169.254.169.254/"),
    "/zip": (200, b"x", "Content-Encoding: gzip"),
}


class City:
    """An HTTP server that answers as its paths say. ``asked`` are the request lines; everything
    that is no fault is answered with ``due``."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, dict[str, str], bytes]] = []
        self.port = 0
        self.failures = 0
        self.due = "42.50"
        self._release = asyncio.Event()
        self._talks: dict[asyncio.Task[None], asyncio.StreamWriter] = {}

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def start(self) -> None:
        self._server = await asyncio.start_server(self._began, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        self._release.set()
        self._server.close()
        for writer in self._talks.values():
            writer.transport.abort()
        await asyncio.gather(*self._talks)
        await self._server.wait_closed()

    def _began(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._talks[asyncio.create_task(self._talk(reader, writer))] = writer

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while line := (await reader.readline()).decode().strip():
                headers: dict[str, str] = {}
                while header := (await reader.readline()).decode().strip():
                    name, _, value = header.partition(":")
                    headers[name.lower()] = value.strip()
                body = await reader.readexactly(int(headers.get("content-length", 0)))
                self.asked.append((line, headers, body))
                await self._answer(line.split()[1], writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    async def _answer(self, path: str, writer: asyncio.StreamWriter) -> None:
        at = path.partition("?")[0]
        if at == "/hang":
            await self._release.wait()
        elif at == "/large":
            self._write(writer, 200, b"", length=10_000_000)
            await self._release.wait()  # nobody may wait for the rest
        elif at == "/stream":
            await self._stream(writer)
        elif at == "/cut":
            self._write(writer, 200, b'{"data":{"du', length=4000)
            raise ConnectionAbortedError
        elif at == "/flaky":
            self.failures += 1
            self._write(writer, 503 if self.failures == 1 else 200, b'{"data":{"due":"42"}}')
        else:
            due = f'{{"data":{{"due":"{self.due}"}}}}'.encode()
            self._write(writer, *ANSWERS.get(at, (200, due)))
        await writer.drain()

    async def _stream(self, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        for _ in range(160):
            writer.write(b"10000\r\n" + b" " * 65536 + b"\r\n")
            await writer.drain()
        writer.write(b"0\r\n\r\n")

    def _write(
        self, writer: asyncio.StreamWriter, status: int, body: bytes, *extra: str, length: int = -1
    ) -> None:
        size = len(body) if length < 0 else length
        lines = [f"HTTP/1.1 {status} X", f"Content-Length: {size}", *extra, "", ""]
        writer.write("\r\n".join(lines).encode() + body)
