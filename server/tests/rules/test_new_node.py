"""docs/howto/new-node.md is true: what it shows is done here, block by block."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import get_args

from lianxin.rules.flow.lookups import Source

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs/howto/new-node.md").read_text("utf-8")

#: In a process of its own: a node type that is registered here would be met by other tests.
_FOLLOW = """
import importlib.util, json, sys
from pathlib import Path

folder = Path(sys.argv[1])
name = "lianxin.rules.flow.nodes.time_signal"
spec = importlib.util.spec_from_file_location(name, folder / "time_signal.py")
module = importlib.util.module_from_spec(spec)
sys.modules[name] = module
spec.loader.exec_module(module)

from lianxin.codegen.flow_schema import flow_schema
from lianxin.rules.flow import Flow, start
from tests.rules.transcript import Teller

flow = Flow.from_json(json.loads((folder / "flow.json").read_text("utf-8")))
teller = Teller()
teller.session = start(flow)
told = teller.tell((folder / "written.scenario").read_text("utf-8"))
print(json.dumps({"told": told, "schema": flow_schema()["$defs"]["TimeSignal"]}))
"""


def _block(language: str) -> str:
    (block,) = re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    return str(block)


def test_the_page_makes_a_node_type(tmp_path: Path) -> None:
    (tmp_path / "time_signal.py").write_text(_block("python"), "utf-8")
    (tmp_path / "flow.json").write_text(_block("json"), "utf-8")
    (tmp_path / "written.scenario").write_text(_block("scenario"), "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", _FOLLOW, str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT / "server",
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["told"] == _block("scenario")
    assert found["schema"]["required"] == ["type", "next"]
    assert found["schema"]["x-group"] == "play"


def test_the_page_is_formatted_and_named_as_the_project_wants_it(tmp_path: Path) -> None:
    file = tmp_path / "time_signal.py"
    file.write_text(_block("python"), "utf-8")
    ruff = [sys.executable, "-m", "ruff"]
    settings = ["--config", str(ROOT / "pyproject.toml")]
    for words in (["format", "--check"], ["check", "--ignore", "ARG002"]):
        done = subprocess.run(
            [*ruff, *words, *settings, str(file)], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr


def test_the_editors_folder_is_where_the_page_puts_it() -> None:
    folders = ROOT / "web/packages/flow-editor/src/nodes"
    assert "`web/packages/flow-editor/src/nodes/time_signal/index.ts`" in PAGE
    assert (folders / "say" / "index.ts").read_text("utf-8").startswith(_block("ts").split("\n")[0])


def test_every_source_is_in_the_table() -> None:
    rows = re.findall(r"^\| `([a-z_]+)` \|", PAGE, re.MULTILINE)
    assert rows == list(get_args(Source))
