"""The developer's command: ``./dev up | test | call | check | bench``. No part of the product.

It works from a checkout without being installed, so it says itself where the product is.
"""

import sys
from pathlib import Path

_SERVER = str(Path(__file__).resolve().parents[1] / "server")
if _SERVER not in sys.path:
    sys.path.insert(0, _SERVER)
