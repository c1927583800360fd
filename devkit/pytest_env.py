"""A pytest plugin that says, before Django reads its settings, which installation tests use.

Django in the test process is that of ``tests/apps``: PostgreSQL under the restricted role.
The other tiers talk to installations of their own, from outside (``devkit.stack``).
"""

from __future__ import annotations

import os

from devkit.slots import take_free_slot
from devkit.stack import installation_of


def _point_at_tests() -> None:
    # Services of the city stand on this machine in tests.
    os.environ.setdefault("LIANXIN_LOOK_UP_HOSTS", "127.0.0.1")
    if _beside_another():
        os.environ.pop("LIANXIN_TEST_SLOT", None)  # that is the other's
    take_free_slot()
    installation = installation_of("apps")
    installation.make_secrets()
    os.environ.update(installation.environment)
    os.environ["LIANXIN_AS_OWNER"] = "1"  # tests may look at tables as their owner


def _beside_another() -> bool:
    """Whether pytest runs in several processes (pytest-xdist), and this is not the first."""
    return os.environ.get("PYTEST_XDIST_WORKER", "gw0") != "gw0"


_point_at_tests()
