"""A simulated caller of the article's tree, for the tests of the simulator."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lianxin.rules.flow import Flow
from lianxin.rules.flow.simulator import Simulation, simulate
from tests.plain import plain_flow

ARTICLE = Flow.from_json(plain_flow())
AT = "2026-02-13T09:00:00+08:00"
SETUP = {"line": "12345", "caller": "02155500001", "at": AT}


class Library(Mapping[Any, Any]):
    """Every prompt there is: its id is what it says, in two seconds."""

    def __getitem__(self, key: tuple[str, str]) -> tuple[str, float]:
        if key[0].startswith("missing"):
            raise KeyError(key)
        return key[0], 2.0

    def __iter__(self) -> Any:
        return iter(())

    def __len__(self) -> int:
        return 0


PROMPTS = Library()


def drawn(nodes: dict[str, Any], **head: Any) -> Flow:
    start = next(iter(nodes))
    return Flow.from_json(
        {"spec": 2, "id": "x", "title": "x", "start": start, "nodes": nodes, **head}
    )


def play(flow: Flow, *steps: dict[str, Any], **setup: Any) -> Simulation:
    return simulate(flow, {**SETUP, **setup}, steps, PROMPTS)


def key(key: str) -> dict[str, Any]:
    return {"do": "key", "key": key}


def wait(seconds: float | None = None) -> dict[str, Any]:
    return {"do": "wait"} if seconds is None else {"do": "wait", "seconds": seconds}


def lines(simulation: Simulation, kind: str) -> list[tuple[float, str]]:
    return [(line.at, line.text) for line in simulation.lines if line.kind == kind]


def kinds(simulation: Simulation) -> list[str]:
    return [line.kind for line in simulation.lines]
