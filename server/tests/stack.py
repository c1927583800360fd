"""The installations that the tiers run on; see ``devkit.stack``."""

from devkit.stack import Stack, wait_until

__all__ = ["Stack", "wait_until"]
