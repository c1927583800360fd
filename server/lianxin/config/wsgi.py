"""What granian serves: ``granian --interface wsgi lianxin.config.wsgi:application``."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lianxin.config.settings")
os.umask(0o077)  # uploads are nobody else's
application = get_wsgi_application()
