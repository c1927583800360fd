"""``python -m lianxin.switchboard``: the process that moves calls."""

from __future__ import annotations

import logging
import os
import sys

import django
import uvloop

from lianxin.env import load_env
from lianxin.setting import BadSetting

log = logging.getLogger("lianxin.switchboard")


def main() -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lianxin.config.settings")
    os.umask(0o077)  # recordings, faxes and the journal are nobody else's
    try:
        env = load_env()
        django.setup()  # sets up the log as well
    except BadSetting as error:
        sys.stderr.write(f"{error}\n")
        return 2
    logging.getLogger("websockets").setLevel(logging.WARNING)  # each page's coming and going
    # Imported only now: these modules need the applications to be loaded.
    from lianxin.switchboard.app import AlreadyRunning, Process
    from lianxin.switchboard.router import Replaced

    async def live() -> None:
        await Process(env).run()

    try:
        uvloop.run(live())
    except AlreadyRunning as error:
        log.critical("another switchboard runs on %s", error)
        return 2
    except Replaced as error:
        log.critical("another switchboard has taken %s over; this one leaves", error)
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main())
