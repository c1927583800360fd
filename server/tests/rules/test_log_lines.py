"""What every line of a log is, whoever writes it."""

from __future__ import annotations

import io
import logging
import re
import sys
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from lianxin.centres.log_lines import MOST, Line, PerSource, plain

NUMBERS = ("13900007704", "+8613900007704", "008613900007704", "02155500001", "00881600123")


@pytest.fixture
def said() -> tuple[logging.Logger, Callable[[], str]]:
    """A logger as the processes have it, and what it has written."""
    out = io.StringIO()
    handler = logging.StreamHandler(out)
    handler.setFormatter(Line())
    handler.addFilter(PerSource())
    log = logging.Logger("test")  # noqa: LOG001 - of nobody else, and gone with the test
    log.addHandler(handler)
    return log, out.getvalue


@pytest.mark.parametrize("number", NUMBERS)
def test_no_number_is_whole_wherever_it_stands(number: str) -> None:
    for text in (
        number,
        f"({number})",
        f"/desk/{number}",
        f"caller={number},x",
        f"'{number}'",
    ):
        assert number not in plain(text)


@pytest.mark.parametrize(
    "text",
    [
        "01a22480-8d0e-74b3-a1aa-c063f40b66d4",
        "out.01a22480-8d0e-74b3-a1aa-c063f40b66d4.01a22480-8d0e-74b3-a1aa-c063f40b66d4",
        "8001 dialled 12345: refused (21)",
        "1789654321.25 s",
        "9901260302000017",
        "127.0.0.1:12345",
    ],
)
def test_ids_and_what_is_no_citizens_number_stay(text: str) -> None:
    assert plain(text) == text


@given(st.text())
def test_nothing_begins_another_line(text: str) -> None:
    assert len(plain(text).splitlines()) <= 1
    assert not re.search("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202e]", plain(text))


def test_a_dialled_line_break_forges_nothing(
    said: tuple[logging.Logger, Callable[[], str]],
) -> None:
    log, read = said
    log.warning("%s dialled %s", "x", "1\r\n2026-01-01 00:00:00,000 INFO lianxin: all is well")
    try:
        raise ValueError("13900007704\n2026-01-01 00:00:00,000 INFO lianxin: forged")
    except ValueError:
        log.exception("failed")
    lines = read().splitlines()
    assert len([line for line in lines if not line.startswith("  ")]) == 2
    assert "13900007704" not in read()


def test_a_source_has_so_many_lines_a_minute(
    said: tuple[logging.Logger, Callable[[], str]],
) -> None:
    log, read = said
    for n in range(5000):
        log.warning("unreadable message from %s: %s", "203.0.113.7", n)
    log.warning("unreadable message from %s: %s", "203.0.113.8", 0)
    lines = read().splitlines()
    assert len(lines) == MOST + 1
    assert "no more of these" in lines[MOST - 1]


def test_every_process_logs_like_this() -> None:
    logging_: dict[str, Any] = settings.LOGGING
    handlers = logging_["handlers"].values()
    assert [each["formatter"] for each in handlers] == ["line"]
    assert all("per_source" in each["filters"] for each in handlers)
    assert logging_["formatters"]["line"]["()"].endswith("log_lines.Line")
    assert sys.modules["lianxin.centres.log_lines"].Line is Line
