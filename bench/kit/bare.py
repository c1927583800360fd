"""The least that can walk a caller through a script over ARI: what we are compared with.

``python -m bench.kit.bare URL USER PASSWORD SCRIPT``: a process of its own, one application
(``bare``), no flow, no journal, no checks. SCRIPT is a JSON file with a list of steps:
``{"play": [media, …], "until": "end" | "key"}`` and ``{"record": true}`` (ended by a key); a
play until anything else is the last.
It prints ``ready`` when the exchange listens to it.
"""

from __future__ import annotations

import asyncio
import base64
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import uvloop
from websockets.asyncio.client import ClientConnection, connect

APPLICATION = "bare"


class Bare:
    """One socket; each caller is a generator that is sent what happened."""

    def __init__(self, socket: ClientConnection, script: list[dict[str, Any]]) -> None:
        self._socket = socket
        self._script = script
        self._walks: dict[str, Walk] = {}
        self._asked = 0

    def ask(self, method: str, uri: str, **query: object) -> None:
        self._asked += 1
        request = {
            "type": "RESTRequest",
            "request_id": str(self._asked),
            "method": method,
            "uri": uri,
            "content_type": "application/json",
            "message_body": json.dumps(query),
        }
        self._sending = asyncio.create_task(self._socket.send(json.dumps(request)))

    async def serve(self) -> None:
        async for text in self._socket:
            event = json.loads(text)
            handler = _HANDLERS.get(event["type"])
            if handler is not None:
                handler(self, event)

    def start(self, event: dict[str, Any]) -> None:
        channel = event["channel"]["id"]
        self.ask("POST", f"channels/{channel}/answer")
        self._walks[channel] = walk = Walk(self, channel, self._script)
        walk.go_on()

    def key(self, event: dict[str, Any]) -> None:
        if walk := self._walks.get(event["channel"]["id"]):
            walk.key()

    def played(self, event: dict[str, Any]) -> None:
        if walk := self._walks.get(event["playback"]["target_uri"].partition(":")[2]):
            walk.played(event["playback"]["id"])

    def recorded(self, event: dict[str, Any]) -> None:
        if walk := self._walks.get(event["recording"]["target_uri"].partition(":")[2]):
            walk.go_on()

    def left(self, event: dict[str, Any]) -> None:
        self._walks.pop(event["channel"]["id"], None)


class Walk:
    """Where one caller stands in the script."""

    def __init__(self, bare: Bare, channel: str, script: list[dict[str, Any]]) -> None:
        self._bare = bare
        self._channel = channel
        self._script = script
        self._at = -1

    def go_on(self) -> None:
        self._at += 1
        if self._at == len(self._script):
            self._bare.ask("DELETE", f"channels/{self._channel}")
        elif "play" in self._step:
            uri = f"channels/{self._channel}/play/{self._name}"
            self._bare.ask("POST", uri, media=self._step["play"])
        else:
            self._bare.ask(
                *("POST", f"channels/{self._channel}/record"),
                name=self._name,
                format="wav",
                beep="true",
                ifExists="overwrite",
            )

    def key(self) -> None:
        if self._at >= len(self._script):
            return
        if "record" in self._step:
            self._bare.ask("POST", f"recordings/live/{self._name}/stop")
        elif self._step["until"] == "key":
            self._bare.ask("DELETE", f"playbacks/{self._name}")
            self.go_on()

    def played(self, name: str) -> None:
        if name == self._name and self._step["until"] == "end":
            self.go_on()

    @property
    def _step(self) -> dict[str, Any]:
        return self._script[self._at]

    @property
    def _name(self) -> str:
        return f"bare-{self._channel}-{self._at}"


_HANDLERS: dict[str, Callable[[Bare, dict[str, Any]], None]] = {
    "StasisStart": Bare.start,
    "StasisEnd": Bare.left,
    "ChannelDtmfReceived": Bare.key,
    "PlaybackFinished": Bare.played,
    "RecordingFinished": Bare.recorded,
}


async def run(url: str, user: str, password: str, script: list[dict[str, Any]]) -> None:
    address = f"{url.replace('http', 'ws', 1)}/ari/events?app={APPLICATION}"
    pair = base64.b64encode(f"{user}:{password}".encode()).decode()
    async with connect(address, additional_headers={"Authorization": f"Basic {pair}"}) as socket:
        bare = Bare(socket, script)
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        await bare.serve()


if __name__ == "__main__":
    url, user, password, file = sys.argv[1:]
    uvloop.run(run(url, user, password, json.loads(Path(file).read_text("utf-8"))))
