"""The words of reading aloud, written down once (see ``centres.choices``)."""

from __future__ import annotations

from typing import Literal

#: Whose text is read aloud: an entry of the knowledge (its code), a case's reply (the case).
ReadAbout = Literal["knowledge", "reply"]

#: A text that the worker will read, one that callers hear, one of which nothing came.
ReadingState = Literal["waiting", "ready", "failed"]
