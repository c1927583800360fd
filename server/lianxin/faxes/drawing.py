"""Pages as a fax machine prints them: black dots on A4, 204 by 196 an inch, in one TIFF.

Each character is drawn into its cell of the grid that ``faxes.pages`` lays out on; a
font whose Latin letters are half as wide as its Chinese ones fills it exactly.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from lianxin.faxes.pages import COLUMNS, Page, cells

#: Dots of an A4 page at the fine resolution of group 3.
WIDTH, HEIGHT = 1728, 2287
DOTS_AN_INCH = (204, 196)

_CELL = 16  # dots of half a character
_LEFT = (WIDTH - COLUMNS * _CELL) // 2
_PITCH = 48  # dots from line to line
_HEADING, _RULE, _TOP = 72, 124, 148
_LOW_RULE, _FOOTER = 2140, 2156


#: No font has a shape for it: what is drawn instead is what is drawn for any sign that is missing.
_NO_SIGN = "\uffff"


class NoFont(Exception):
    """There is no font to write faxes in; the message names where it was looked for."""


class NoSigns(Exception):
    """The font lacks ``signs``, which the reader of the fax would miss."""

    def __init__(self, signs: Iterable[str]) -> None:
        self.signs = tuple(signs)
        super().__init__(" ".join(self.signs))


def draw(pages: Sequence[Page], file: Path, font: Path, index: int = 0) -> None:
    """Write ``pages`` into ``file``, whole or not at all. Raises ``NoFont``, ``NoSigns``."""
    try:
        small = ImageFont.truetype(font, 2 * _CELL, index)
        large = ImageFont.truetype(font, 4 * _CELL, index)
    except OSError as error:
        raise NoFont(f"{font}: {error}") from error
    missing = _missing(pages, small)
    if missing:
        raise NoSigns(missing)
    images = [_image(page, small, large) for page in pages]
    file.parent.mkdir(parents=True, exist_ok=True)
    temporary = file.with_suffix(".part")
    images[0].save(
        temporary,
        format="TIFF",
        save_all=True,
        append_images=images[1:],
        compression="group4",
        dpi=DOTS_AN_INCH,
    )
    temporary.replace(file)


def _missing(pages: Sequence[Page], font: ImageFont.FreeTypeFont) -> list[str]:
    """The signs of ``pages`` that ``font`` has no shape for, each once."""
    none = bytes(font.getmask(_NO_SIGN))
    texts = (
        text
        for page in pages
        for text in (page.left, page.right, *page.title, *page.body, page.footer)
    )
    signs = dict.fromkeys(sign for text in texts for sign in text if not sign.isspace())
    return [sign for sign in signs if bytes(font.getmask(sign)) in (b"", none)]


def _image(page: Page, small: ImageFont.FreeTypeFont, large: ImageFont.FreeTypeFont) -> Image.Image:
    image = Image.new("1", (WIDTH, HEIGHT), 1)
    pen = ImageDraw.Draw(image)
    pen.fontmode = "1"
    _write(pen, small, page.left, 0, _HEADING)
    _write(pen, small, page.right, COLUMNS - cells(page.right), _HEADING)
    pen.line((_LEFT, _RULE, WIDTH - _LEFT, _RULE), fill=0, width=3)
    at = _TOP
    for line in page.title:
        _write(pen, large, line, 0, at, scale=2)
        at += 2 * _PITCH
    if page.title:
        at += _PITCH
    for line in page.body:
        _write(pen, small, line, 0, at)
        at += _PITCH
    pen.line((_LEFT, _LOW_RULE, WIDTH - _LEFT, _LOW_RULE), fill=0, width=3)
    _write(pen, small, page.footer, 0, _FOOTER)
    return image


def _write(
    pen: ImageDraw.ImageDraw,
    font: ImageFont.FreeTypeFont,
    text: str,
    column: int,
    at: int,
    *,
    scale: int = 1,
) -> None:
    for character in text:
        wide = cells(character)
        middle = _LEFT + round((column + wide * scale / 2) * _CELL)
        pen.text((middle, at), character, fill=0, font=font, anchor="ma")
        column += wide * scale
