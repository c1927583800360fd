"""What is wrong with an expression, and where."""

from __future__ import annotations


class ExpressionFault(ValueError):
    """A text is no expression. ``position`` counts characters from 0; ``code`` is stable."""

    def __init__(self, position: int, code: str, text: str) -> None:
        self.position, self.code, self.text = position, code, text
        super().__init__(f"{text} (at character {position + 1})")
