"""Django's commands: ``python -m lianxin.config.manage migrate|demo|worker|openapi|…``.

``migrate`` connects as the owner of the tables; every other command connects as the
runtime role, which owns nothing and is held by row-level security.
"""

from __future__ import annotations

import os
import sys

from lianxin.setting import BadSetting


def main(argv: list[str] | None = None) -> None:
    """Run the command that ``argv`` names."""
    os.umask(0o077)  # what a command or the worker writes is nobody else's
    arguments = list(sys.argv if argv is None else argv)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lianxin.config.settings")
    if arguments[1:2] == ["migrate"]:
        os.environ["LIANXIN_AS_OWNER"] = "1"
        arguments += ["--database", "owner"]
    from django.core.management import execute_from_command_line

    try:
        execute_from_command_line(arguments)
    except BadSetting as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
