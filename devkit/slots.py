"""Slots: where the ports of test installations lie, so that test runs can stand side by side."""

from __future__ import annotations

import errno
import os
import socket

from devkit.say import Stop

#: The first port of each test installation, in slot 0. Each takes seven, a slot takes 100.
BASES = {"apps": 15300, "switchboard": 15310, "stories": 15320, "bench": 15330, "takeover": 15340}
SLOT_PORTS, _SLOTS = 100, 10
_GUARD = 99  # the port of a slot that is held for as long as the slot is used
_OF_ONE = 7
_ADDRESSES = ("127.0.0.1", "127.0.0.2")  # the second is the simulated carrier's
_guards: list[socket.socket] = []


def slot() -> int:
    return int(os.environ.get("LIANXIN_TEST_SLOT", "0"))


def take_free_slot() -> int:
    """Choose the slot for this process and its children, unless ``LIANXIN_TEST_SLOT`` does.

    A free one has all of its ports free. It is held against every other account and checkout
    until this process ends.
    """
    if "LIANXIN_TEST_SLOT" not in os.environ:
        free = next((number for number in range(_SLOTS) if _take(number)), None)
        if free is None:
            raise Stop(
                "All ten places for test installations are in use (ports from 15300 on): stop "
                "test runs that were left behind."
            )
        os.environ["LIANXIN_TEST_SLOT"] = str(free)
    return slot()


def _take(number: int) -> bool:
    """Hold a slot's guard, if nobody does and nothing uses the slot's ports."""
    first = number * SLOT_PORTS
    guard = _bound(first + min(BASES.values()) + _GUARD)
    if guard is None:
        return False
    used = (first + base + offset for base in BASES.values() for offset in range(_OF_ONE))
    if any(_is_used(port) for port in used):
        guard.close()
        return False
    _guards.append(guard)
    return True


def _is_used(port: int) -> bool:
    kinds = (socket.SOCK_STREAM, socket.SOCK_DGRAM)
    probes = [_bound(port, kind, address) for kind in kinds for address in _ADDRESSES]
    for probe in probes:
        if probe is not None:
            probe.close()
    return None in probes


def _bound(
    port: int, kind: socket.SocketKind = socket.SOCK_STREAM, address: str = "127.0.0.1"
) -> socket.socket | None:
    """A listening socket (a bound one, of UDP), or None when the port is taken."""
    probe = socket.socket(socket.AF_INET, kind)
    try:
        if kind == socket.SOCK_STREAM:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind((address, port))
        if kind == socket.SOCK_STREAM:
            probe.listen(1)
    except OSError as error:
        probe.close()
        if error.errno != errno.EADDRINUSE:
            raise
        return None
    return probe
