"""Saved scenarios, played twice: in the simulator of the editor, and as a call on the exchange.

The caller of the exchange does each step when the flow stands where it stood in the simulator;
what the ledger holds must be what the transcript says, and each prompt that is a tone must be
heard in its turn.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from devkit.carrier.call import Call
from devkit.carrier.carrier import Carrier
from lianxin.rules.flow.describe import describe_trace
from lianxin.rules.flow.simulator.transcript import PATH
from tests.stack import Stack
from tests.stories.air import hears
from tests.stories.conftest import eventually, tone_file
from tests.stories.floor import LivePage
from tests.stories.staff import Staff
from tests.stories.whereabouts import Walk, Whereabouts

#: What a flow tells besides its path: the same words in a transcript and in a ledger.
FACTS = ("vote", "survey", "language", "notice", "prompt_recorded")

SPEECH_HZ = 330.0
#: Q.850, by what becomes of a telephone that rings.
CAUSES = {"busy": 17, "refused": 21, "failed": 1}

#: Time passes anyway, and the telephone of an agent who is ready answers by itself.
BY_ITSELF = ("wait", "agent_comes")

Lines = list[dict[str, Any]]


# --- one transcript of two


def told_by_simulator(lines: Lines) -> list[str]:
    """What a ledger would hold as well, in order."""
    asked = ""
    told: list[str] = []
    for number, line in enumerate(lines):
        kind, text = line["kind"], line["text"]
        if kind == "ask":
            asked = text
        if kind in PATH:
            told.append(describe_trace(line["node"], kind, text))
        elif kind == "told" and asked:
            told.append(f"told {asked}:{text}")
        elif kind == "tell" and text in FACTS:
            told.append(text)
        elif kind in SIMULATED and not _turned_away(lines[number:]):
            told.append(SIMULATED[kind](line))
    return told


#: How lines of a transcript are written; others are in no ledger.
SIMULATED: dict[str, Callable[[Mapping[str, Any]], str]] = {
    "ask": lambda line: f"asked {line['text']}",
    "record": lambda line: f"record {line['text']}",
    "queue": lambda line: f"queue {line['text']}",
    "dial": lambda line: f"dial {line['text']}",
    "dial_answered": lambda _: "dial_answered",
    "dial_ended": lambda line: f"dial_ended {line['text']}",
    "agent_came": lambda line: f"agent_came {line['text']}",
    "agent_left": lambda _: "agent_left",
    "sent_to": lambda line: f"sent_to {line['text']}",
    "case": lambda line: f"case {line['data']['kind']}",
    "hang_up": lambda _: "ended",
}


def _turned_away(lines: Lines) -> bool:
    """Whoever comes to a queue with nobody on duty never stood in it."""
    left = next((line for line in lines if line["kind"] in ("queue_left", "exit")), None)
    return lines[0]["kind"] == "queue" and left is not None and left["text"] == "nobody"


def told_by_ledger(entries: Iterable[tuple[str, Mapping[str, Any]]]) -> list[str]:
    """The same of a call that was."""
    told: list[str] = []
    for kind, data in entries:
        if kind == "node" and data["what"] in PATH:
            told.append(describe_trace(data["node"], data["what"], data["detail"]))
        elif kind == "node" and data["what"] in ("asked", "told"):
            told.append(f"{data['what']} {data['detail']}")
        elif kind in FACTS:
            told.append(kind)
        elif kind in WRITTEN and not _left_out(kind, data):
            told.append(WRITTEN[kind](data))
    return told


#: How entries of a ledger are written; others are in no transcript.
WRITTEN: dict[str, Callable[[Mapping[str, Any]], str]] = {
    "recording": lambda data: f"record {data['kind']}",
    "queued": lambda data: f"queue {data['queue']}",
    "dialled": lambda data: f"dial {', '.join(data['numbers'])}",
    "dial_answered": lambda _: "dial_answered",
    "dial_ended": lambda data: f"dial_ended {data['reason']}",
    "answered": lambda data: f"agent_came {data['number']}",
    "agent_left": lambda _: "agent_left",
    "sent_to": lambda data: f"sent_to {data['node']}",
    "case": lambda data: f"case {data['case_kind']}",
    "ended": lambda _: "ended",
}


def _left_out(kind: str, data: Mapping[str, Any]) -> bool:
    """What follows of the caller's hanging up, and the recording of a conversation."""
    by_caller = "caller" in (data.get("reason"), data.get("by")) and kind != "ended"
    return by_caller or data.get("kind") == "conversation"


# --- the call


class BothWays:
    """Plays the scenarios of one flow that ``line`` runs. ``tones``: prompts that are tones.

    ``page`` is the agent who comes where a scenario says so; their telephone answers at once.
    """

    def __init__(
        self,
        stack: Stack,
        carrier: Carrier,
        where: Whereabouts,
        staff: Staff,
        *,
        flow: str,
        line: str,
        tones: Mapping[str, float] | None = None,
        page: LivePage | None = None,
    ) -> None:
        self._stack = stack
        self._carrier = carrier
        self._where = where
        self._staff = staff
        self._flow = flow
        self._line = line
        self._tones = tones or {}
        self._page = page
        self._rung: dict[str, Call] = {}  # not yet looked at
        self._talking: dict[str, Call] = {}

    def rings(self, *numbers: str) -> None:
        """Outside telephones: each does what the scenario says of it."""

        async def ring(call: Call) -> None:
            self._rung[call.number] = call
            await call.ring()
            await call.ended(60)

        for number in numbers:
            self._carrier.answer(number, ring)

    async def differences(self, scenario: Mapping[str, Any], caller: str) -> list[str]:
        """Play it; what the transcript says (-) and the ledger does not (+), and the reverse."""
        steps = scenario["steps"]
        setup = {**scenario["setup"], "caller": caller, "line": self._line}
        told = [await self._simulated(setup, steps[:n]) for n in range(len(steps) + 1)]
        call = await self._carrier.dial(self._line, caller=caller)
        await call.answered()
        actor = Actor(call, self)
        try:
            for step, before in zip(steps, told, strict=False):
                if step["do"] not in BY_ITSELF:
                    await self._reached(actor, before)
                    await actor.do(step, before)
            await self._reached(actor, told[-1])
            await call.hangup()
        except TimeoutError as error:
            await call.hangup()
            return [f"{scenario['name']}: {error}", *self._difference(caller, told[-1])]
        return self._difference(caller, told[-1])

    async def _simulated(self, setup: dict[str, Any], steps: Lines) -> dict[str, Any]:
        spec = (await self._staff.get(f"/api/flows/{self._flow}")).body["draft"]["spec"]
        asked = {"spec": spec, "setup": setup, "steps": steps}
        answer = await self._staff.post(f"/api/flows/{self._flow}/simulate", asked)
        assert answer.status == 200, answer.body
        assert not [line for line in answer.body["transcript"] if line["kind"] == "ignored"]
        return dict(answer.body)

    def _difference(self, caller: str, simulated: dict[str, Any]) -> list[str]:
        wanted = told_by_simulator(simulated["transcript"])
        came = told_by_ledger(self._where.of(caller).entries)[: len(wanted)]
        return list(difflib.unified_diff(wanted, came, "simulator", "exchange", lineterm=""))

    async def _reached(self, actor: Actor, simulated: dict[str, Any]) -> None:
        """Wait until the call is as far as the simulator, and has heard what was said."""
        wanted = len(told_by_simulator(simulated["transcript"]))

        def there(walk: Walk) -> bool:
            if len(told_by_ledger(walk.entries)) < wanted:
                return False
            return simulated["finished"] or _stands(walk, simulated)

        caller = actor.call.caller
        await self._where.until(caller, there, f"as far as {simulated['node']}", seconds=45)
        await actor.hear(simulated["transcript"])

    # --- for the actor

    @property
    def stack(self) -> Stack:
        return self._stack

    @property
    def tones(self) -> Mapping[str, float]:
        return self._tones

    @property
    def page(self) -> LivePage:
        assert self._page is not None, "the scenario needs an agent"
        return self._page

    async def outside(self, number: str) -> Call:
        """The telephone that rings at ``number``."""

        async def rung() -> Call | None:
            return self._rung.pop(number, None) or self._talking.get(number)

        call: Call = await eventually(rung, f"{number} rings")
        self._talking[number] = call
        return call


def _stands(walk: Walk, simulated: Mapping[str, Any]) -> bool:
    """Nothing is said that the simulator has heard to its end, and what must begin has begun."""
    over = bool(simulated["playing"]) or "play" not in walk.awaits
    speaks = "speak" not in simulated["waiting"] or "record" in walk.awaits
    return walk.node == simulated["node"] and over and speaks


class Actor:
    """The caller, and whoever is with them."""

    def __init__(self, call: Call, ways: BothWays) -> None:
        self.call = call
        self._ways = ways
        self._heard = 0  # tones so far
        self._heard_to = 0.0

    async def hear(self, transcript: Lines) -> None:
        """Wait until all tones of the transcript were heard, one after another."""
        said = [
            self._ways.tones[word]
            for line in transcript
            if line["kind"] == "play"
            for word in line["data"]["said"]
            if word in self._ways.tones
        ]
        for hertz in said[self._heard :]:
            self._heard_to = await hears(self.call, hertz, self._heard_to)
            self._heard += 1

    async def do(self, step: Mapping[str, Any], before: Mapping[str, Any]) -> None:
        match step["do"]:
            case "key":
                await self.call.keys(step["key"], gap=0.3)
            case "speak":
                file = self._ways.stack.env.var / f"said-{self.call.caller}.wav"
                await self.call.play(tone_file(file, SPEECH_HZ, step["seconds"]))
            case "hang_up":
                await self.call.hangup()
            case "dial":
                await self._outside(step.get("result", "answered"), before)
            case "agent_leaves":
                await self._agent("hang_up")
                await self._ways.page.until(lambda: self._ways.page.state == "wrap_up")
            case "send_to":
                await self._agent("send_to", node=step["node"], back=step.get("back", True))

    async def _agent(self, act: str, **fields: Any) -> None:
        page = self._ways.page
        await page.until(lambda: page.call is not None and page.call["phase"] == "talking")
        assert page.call is not None
        await page.say(act, call=page.call["id"], **fields)

    async def _outside(self, result: str, before: Mapping[str, Any]) -> None:
        numbers = [line["text"] for line in before["transcript"] if line["kind"] == "dial"]
        telephone = await self._ways.outside(numbers[-1])
        if result == "answered":
            await telephone.answer()
        elif result == "over":
            await telephone.hangup()
        elif result in CAUSES:
            await telephone.hangup(CAUSES[result])
