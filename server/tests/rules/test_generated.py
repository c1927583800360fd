"""What is made from the Python definitions is up to date."""

from __future__ import annotations

from pathlib import Path

import pytest

from lianxin.codegen import typescript as schema

OUTPUTS = schema.outputs()


@pytest.mark.parametrize("path", OUTPUTS, ids=lambda path: path.name)
def test_a_generated_file_is_up_to_date(path: Path) -> None:
    written = path.read_text("utf-8")
    assert written == OUTPUTS[path], "run python -m lianxin.codegen.typescript"
