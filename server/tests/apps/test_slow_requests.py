"""Requests that are sent slowly, or half, hold nobody else up."""

from __future__ import annotations

import http.client
import os
import socket
import subprocess
import time
from collections.abc import Iterator

import pytest

from devkit.programs import web_command
from lianxin.config import asgi

SLOW = 200
HALF = (
    b"POST /query HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000\r\n"
    b"Content-Type: application/x-www-form-urlencoded\r\n\r\nnumber=1"
)
HALF_HEAD = b"POST /query HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: "


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def web() -> Iterator[int]:
    """Web as ``./dev up`` starts it; its port."""
    port = _free_port()
    process = subprocess.Popen(
        web_command(port), env=dict(os.environ), stdout=subprocess.DEVNULL, start_new_session=True
    )
    try:
        _wait_for(port)
        yield port
    finally:
        process.terminate()
        process.wait(20)


def _wait_for(port: int) -> None:
    deadline = time.monotonic() + 60
    while True:
        try:
            get(port)
            return
        except OSError:
            assert time.monotonic() < deadline
            time.sleep(0.1)


def get(port: int, path: str = "/robots.txt") -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        return answer.status
    finally:
        connection.close()


@pytest.mark.parametrize("sent", [HALF, HALF_HEAD])
def test_two_hundred_slow_sockets_leave_the_portal_answering(web: int, sent: bytes) -> None:
    slow = [socket.create_connection(("127.0.0.1", web), timeout=30) for _ in range(SLOW)]
    try:
        for each in slow:
            each.sendall(sent)
        took = []
        for _ in range(20):
            began = time.monotonic()
            assert get(web) == 200
            took.append(time.monotonic() - began)
        assert max(took) < 4
        if sent == HALF:
            heads = [each.recv(64).split(b" ", 2)[1] for each in slow]
            busy, late = heads.count(b"429"), heads.count(b"408")
            assert busy + late == SLOW
            assert busy >= SLOW - 2 * asgi.BODIES_OF_ADDRESS  # two workers, each with its count
    finally:
        for each in slow:
            each.close()


def test_a_whole_body_is_read_and_one_that_is_too_long_is_not(web: int) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", web, timeout=20)
    connection.request("POST", "/query", b"x" * 1000, {"Content-Type": "text/plain"})
    answer = connection.getresponse()
    assert answer.status == 403  # no token of a form
    answer.read()
    connection.request("POST", "/query", iter([b"x" * 4096] * 100), {"Content-Type": "text/plain"})
    assert connection.getresponse().status == 413
    connection.close()
