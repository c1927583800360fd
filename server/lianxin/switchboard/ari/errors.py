"""What can go wrong with a command to the exchange."""

from __future__ import annotations


class AriError(Exception):
    """The exchange refused a command. ``status`` is HTTP's, 0 where no answer came."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(f"{status} {message}" if status else message)
        self.status = status
        self.message = message


class Gone(AriError):
    """The channel, bridge, playback or recording is no longer there, or never was (404)."""


class Timeout(AriError):
    """No answer in time. The command may still have been carried out."""


class NotConnected(AriError):
    """There is no socket, or it was lost before the answer came."""
