"""What granian serves: ``granian --interface wsgi lianxin.config.wsgi:application``."""

from __future__ import annotations

import logging
import os

from django.core.wsgi import get_wsgi_application
from django.db import InterfaceError, OperationalError

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lianxin.config.settings")
os.umask(0o077)  # uploads are nobody else's
application = get_wsgi_application()


def _refuse_demo() -> None:
    from lianxin.config.demo_refused import why_refused

    try:
        refused = why_refused()
    except (OperationalError, InterfaceError):
        return  # the sign-in refuses the demo's people all the same
    if refused:
        logging.getLogger(__name__).critical(refused)
        raise SystemExit(refused)


_refuse_demo()
