"""A flow as a file: with its layout, its scenarios, its subflows and what its prompts say.

    {"format": "lianxin.flow", "version": 1,
     "flow": {"code", "name", "kind", "spec", "layout", "scenarios": [{"name", "setup", …}]},
     "subflows": [like ``flow``],
     "prompts": {"welcome": {"zh": "…"}}}

Reading is pure: it gives the file, or every fault with its place.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from lianxin.flows import drawing
from lianxin.flows.choices import FlowKind
from lianxin.flows.errors import DraftTooLarge
from lianxin.rules.flow import SPEC, Flow
from lianxin.rules.flow.lint import Finding
from lianxin.rules.flow.simulator import MAX_LINES, MAX_STEPS, BadScenario, Scenario
from lianxin.rules.flow.spec_versions import current
from lianxin.rules.keepable import keepable

FORMAT = "lianxin.flow"
VERSION = 1

MAX_BYTES = 2 * 1024 * 1024
MAX_SUBFLOWS = 50
MAX_SCENARIOS = 200

_CODE = re.compile(r"[a-z][a-z0-9_-]{0,31}")


@dataclass(frozen=True)
class FileScenario:
    name: str
    setup: dict[str, Any]
    steps: list[Any]
    expected: list[Any]


@dataclass(frozen=True)
class FileFlow:
    code: str
    name: str
    kind: FlowKind
    spec: dict[str, Any]
    layout: Any
    scenarios: tuple[FileScenario, ...]


@dataclass(frozen=True)
class FlowFile:
    """``prompts``: texts by id and language."""

    flow: FileFlow
    subflows: tuple[FileFlow, ...]
    prompts: dict[str, dict[str, str]]


class BadFile(ValueError):
    """``faults``: every reason, with its place."""

    def __init__(self, faults: list[Finding]) -> None:
        super().__init__("; ".join(f"{fault.place}: {fault.text}" for fault in faults))
        self.faults = faults


def fault(code: str, place: str, text: str, data: Mapping[str, Any] | None = None) -> Finding:
    """A reason why a file is refused."""
    return Finding(code, "error", place, "", data or {}, text)


def write(file: FlowFile) -> dict[str, Any]:
    """Give what ``read`` reads."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "flow": _plain(file.flow),
        "subflows": [_plain(each) for each in file.subflows],
        "prompts": file.prompts,
    }


def _plain(flow: FileFlow) -> dict[str, Any]:
    return {**vars(flow), "scenarios": [vars(scenario) for scenario in flow.scenarios]}


def read(text: str) -> FlowFile:
    """Read a file. Raises ``BadFile``."""
    data = _parsed(text)
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        said = f'is no file of flows: "format" must be "{FORMAT}"'
        raise BadFile([fault("file.foreign", "format", said, {"format": FORMAT})])
    version = data.get("version")
    if not isinstance(version, int) or version > VERSION:
        said = f"is {version!r}, newer than the {VERSION} that is read here"
        raise BadFile([fault("file.newer", "version", said, {"is": version, "most": VERSION})])
    reading = _Reading()
    file = reading.whole(data)
    if reading.faults:
        raise BadFile(reading.faults)
    return file


def _parsed(text: str) -> Any:
    size = len(text.encode("utf-8", "replace"))
    if size > MAX_BYTES:
        said = f"has {size} bytes; at most {MAX_BYTES} are read"
        raise BadFile([fault("file.too_large", "file", said, {"is": size, "most": MAX_BYTES})])
    try:
        data = json.loads(text.removeprefix("\ufeff"), parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise BadFile([fault("file.not_json", place, error.msg, {"fault": error.msg})]) from error
    except RecursionError as error:
        raise BadFile([fault("file.too_deep", "file", "is nested too deep")]) from error
    except ValueError as error:  # NaN, or a number of a million digits
        raise BadFile(
            [fault("file.not_json", "file", str(error), {"fault": str(error)})]
        ) from error
    if drawing.depth(data) > drawing.MAX_DEPTH:
        raise BadFile([fault("file.too_deep", "file", "is nested too deep")])
    return keepable(data)


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is no JSON")


class _Reading:
    """One reading of a file: collects every fault."""

    def __init__(self) -> None:
        self.faults: list[Finding] = []

    def whole(self, data: dict[str, Any]) -> FlowFile:
        for name in sorted(set(data) - {"format", "version", "flow", "subflows", "prompts"}):
            self._form(name, "is not a field of a file")
        inner = self._list(data, "subflows", "", MAX_SUBFLOWS)
        flow = self._flow(data.get("flow"), "flow")
        subflows = tuple(self._flow(each, f"subflows.{n}") for n, each in enumerate(inner))
        for number, each in enumerate(subflows):
            if each.kind != "subflow":
                self._form(f"subflows.{number}.kind", 'must be "subflow"')
        codes = [flow.code, *(each.code for each in subflows)]
        for code in sorted({code for code in codes if code and codes.count(code) > 1}):
            self._form("subflows", f'has the code "{code}" more than once')
        return FlowFile(flow, subflows, self._prompts(data.get("prompts", {})))

    def _flow(self, data: Any, place: str) -> FileFlow:
        if not isinstance(data, dict):
            self._form(place, "must be an object")
            return FileFlow("", "", "flow", {}, None, ())
        known = {"code", "name", "kind", "spec", "layout", "scenarios"}
        for name in sorted(set(data) - known):
            self._form(f"{place}.{name}", "is not a field of a flow in a file")
        code = self._text(data, "code", place, 32)
        if code and not _CODE.fullmatch(code):
            self._form(f"{place}.code", "must be small letters, digits, _ and -")
        kind = data.get("kind", "flow")
        if kind not in get_args(FlowKind):
            self._form(f"{place}.kind", "must be flow or subflow")
        scenarios = self._list(data, "scenarios", f"{place}.", MAX_SCENARIOS)
        return FileFlow(
            code=code,
            name=self._text(data, "name", place, 64),
            kind=kind,
            spec=self._spec(data.get("spec"), data.get("layout"), f"{place}.spec"),
            layout=data.get("layout"),
            scenarios=tuple(
                self._scenario(each, f"{place}.scenarios.{n}") for n, each in enumerate(scenarios)
            ),
        )

    def _spec(self, spec: Any, layout: Any, place: str) -> dict[str, Any]:
        if not isinstance(spec, dict):
            self._form(place, "must be an object")
            return {}
        number = spec.get("spec")
        if isinstance(number, int) and number > SPEC:
            said = f"is {number}, newer than the {SPEC} that is read here"
            data = {"is": number, "most": SPEC}
            self.faults.append(fault("file.spec_newer", f"{place}.spec", said, data))
            return {}
        if spec.get("subflows"):
            said = "are listed beside the flow, not in it"
            self.faults.append(fault("file.embedded", f"{place}.subflows", said))
        try:
            drawing.check(spec, layout)
        except DraftTooLarge as error:
            self._form(place, error.sentence("en"))
            return {}
        today = current(spec)
        _, faults = Flow.examine(today)
        self.faults += [fault(f.code, f"{place}.{f.place}", f.text) for f in faults]
        return today

    def _scenario(self, data: Any, place: str) -> FileScenario:
        if not isinstance(data, dict):
            self._form(place, "must be an object")
            return FileScenario("", {}, [], [])
        try:
            Scenario.from_json(data)
        except BadScenario as error:
            self._form(f"{place}.{error.place}", error.text)
        return FileScenario(
            name=self._text(data, "name", place, 80),
            setup=data.get("setup", {}),
            steps=self._list(data, "steps", f"{place}.", MAX_STEPS),
            expected=self._list(data, "expected", f"{place}.", MAX_LINES),
        )

    def _prompts(self, data: Any) -> dict[str, dict[str, str]]:
        if not isinstance(data, dict):
            self._form("prompts", "must be an object")
            return {}
        for name, texts in data.items():
            if not (isinstance(texts, dict) and all(_is_text(text) for text in texts.values())):
                self._form(f"prompts.{name}", "must be texts by language")
        return data

    def _text(self, data: Mapping[str, Any], name: str, place: str, most: int) -> str:
        value = data.get(name)
        if isinstance(value, str) and 0 < len(value) <= most:
            return value
        self._form(f"{place}.{name}", f"must be a text of 1 to {most} characters")
        return ""

    def _list(self, data: Mapping[str, Any], name: str, place: str, most: int) -> list[Any]:
        value = data.get(name, [])
        if isinstance(value, list) and len(value) <= most:
            return value
        self._form(f"{place}{name}", f"must be a list of at most {most}")
        return []

    def _form(self, place: str, said: str) -> None:
        self.faults.append(fault("file.form", place, said, {"place": place, "fault": said}))


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= 2000


def flows_of(file: FlowFile) -> Iterator[tuple[str, FileFlow]]:
    """Every flow in a file, with its place."""
    yield "flow", file.flow
    for number, each in enumerate(file.subflows):
        yield f"subflows.{number}", each
