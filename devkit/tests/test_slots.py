"""Test runs find a place of their own."""

from __future__ import annotations

import socket

import pytest

from devkit import slots


@pytest.fixture(autouse=True)
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ports that no test run uses, and no slot of the environment's."""
    moved = {name: base + 30000 for name, base in slots.BASES.items()}
    monkeypatch.setattr(slots, "BASES", moved)
    monkeypatch.setattr(slots, "_guards", [])
    monkeypatch.setenv("LIANXIN_TEST_SLOT", "")  # so that it is put back as it was
    monkeypatch.delenv("LIANXIN_TEST_SLOT")


def test_two_runs_take_two_slots(monkeypatch: pytest.MonkeyPatch) -> None:
    first = slots.take_free_slot()
    monkeypatch.delenv("LIANXIN_TEST_SLOT")
    assert slots.take_free_slot() > first
    for guard in slots._guards:
        guard.close()


def test_a_slot_with_a_port_in_use_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    free = slots.take_free_slot()
    slots._guards.pop().close()
    monkeypatch.delenv("LIANXIN_TEST_SLOT")
    port = slots.BASES["stories"] + free * slots.SLOT_PORTS + 6
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as carrier:
        carrier.bind(("127.0.0.2", port))
        assert slots.take_free_slot() > free
    for guard in slots._guards:
        guard.close()


def test_a_slot_that_is_named_is_taken_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIANXIN_TEST_SLOT", "7")
    assert slots.take_free_slot() == 7
    assert slots._guards == []
