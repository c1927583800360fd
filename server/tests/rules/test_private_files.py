"""What the processes write is nobody else's on the machine."""

from __future__ import annotations

import subprocess
import sys

import pytest

from devkit.paths import REPOSITORY

STARTED = {
    "wsgi": "import lianxin.config.wsgi",
    "manage": "from lianxin.config.manage import main\ntry:\n main(['manage', 'help'])\nexcept "
    "SystemExit:\n pass",
}


@pytest.mark.parametrize("name", STARTED)
def test_a_process_gives_its_files_to_itself_alone(name: str) -> None:
    code = f"import os\nos.umask(0o022)\n{STARTED[name]}\nprint(oct(os.umask(0)))"
    answer = subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        capture_output=True,
        text=True,
        cwd=REPOSITORY / "server",
    )
    assert answer.stdout.split()[-1] == "0o77"


def test_so_do_the_switchboard_and_what_is_supervised() -> None:
    main = (REPOSITORY / "server/lianxin/switchboard/__main__.py").read_text()
    assert "os.umask(0o077)" in main
    texts = [
        (REPOSITORY / "devkit" / name).read_text() for name in ("supervisord.py", "supervise.py")
    ]
    assert any("\numask=077\n" in text for text in texts)
