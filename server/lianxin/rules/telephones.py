"""Telephone numbers: one canonical form, however they are written or come from a network.

A number of the public network is stored as E.164 (ITU-T: ``+8613900007704``). In code, on screens
and towards the network it is what one dials in this country (``13900007704``, ``01055501000``,
``+85298765432``). Each is made of the other. What is no number of the public network (``12345``,
``8001``, a local number of a city whose area code is not known) is its digits in both.
"""

from __future__ import annotations

import re
from functools import lru_cache

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumber, PhoneNumberFormat

from lianxin.rules.written import figures

#: 12345 is a service of this country: its numbers are written without the country's code.
HOME = "CN"
_HOME_CODE = phonenumbers.country_code_for_region(HOME)

#: Characters of a text that are looked at; no number is longer, with all that is put between.
MAX_TEXT = 64

#: Fewer digits are no number, and E.164 has 15 at most; services and extensions are let be as long.
_FEWEST, _MOST = 3, 20

#: So many digits with 00 ahead are still a part from within a number; more begin one abroad.
_WITHIN = 6

#: Digits that may stand between two "/", or before one: more are a number of their own.
_MOST_AHEAD = 4

#: Digits and what people put between them; behind it an extension, which is not dialled at first.
#: A hyphen alone leads to one only behind what is whole without it: a landline, a mobile, 400.
#: ``web/apps/console/src/shared/formats/phone-text.ts`` reads the same, see ``telephones.json``.
_SHAPE = re.compile(
    r"(?:tel:\s*)?(?:"
    r"(?P<whole>(?:\(?(?:\+|00)86\)?[-\s]*)?(?:"
    r"\(?0?[1-9][0-9]{1,2}\)?[-\s]+[2-9][0-9]{2,3}[-\s]?[0-9]{4}"
    r"|\(?0[1-9][0-9]{1,2}\)?[2-9][0-9]{2,3}[-\s]?[0-9]{4}"
    r"|(?![48]00)[2-9][0-9]{3}[-\s]?[0-9]{4}"
    r"|1[3-9][0-9](?:[-\s]?[0-9]){8}"
    r"|[48]00(?:[-\s]?[0-9]){7}"
    r"))\s*-\s*(?P<behind>[0-9]{1,6})"
    r"|(?P<number>[(\[]?\+?[0-9()\[\]./\s-]*?)"
    r"(?:\(?\s*(?:转接?|轉|分机号?|分機|extension|ext\.?|x|,|#|;ext=)[:\s]*"
    r"(?P<extension>[0-9]{1,6})\s*\)?)?"
    r")(?:;[a-z][a-z-]*=[^;]*)*",
    re.IGNORECASE,
)

#: A number of one city: seven or eight digits, by which no service and no trunk begins.
_LOCAL = re.compile(r"[2-9][0-9]{6,7}")

#: How many numbers are remembered: more than stand on a page, fewer than would be a directory.
_REMEMBERED = 2048


@lru_cache(_REMEMBERED)
def dialled(text: str, area: str = "") -> str:
    """``text`` as it is dialled in this country, "" when it is no number at all.

    ``area`` is the area code (区号, ``010``) of the city in which numbers without one are.

    >>> dialled("+86 139-0000-7704"), dialled("5550 1000", "010"), dialled("00852 9876 5432")
    ('13900007704', '01055501000', '+85298765432')
    >>> dialled("1234567e1")
    ''
    """
    digits = _digits(text)
    number = _public(digits, area)
    if number is None:
        return _plain(digits)
    if number.country_code != _HOME_CODE:
        return phonenumbers.format_number(number, PhoneNumberFormat.E164)
    national = phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL)
    return _only_digits(national)


@lru_cache(_REMEMBERED)
def e164(text: str) -> str:
    """``text`` in the form in which it is stored; as it is when it is no number.

    >>> e164("13900007704"), e164("12345"), e164("unknown")
    ('+8613900007704', '12345', 'unknown')
    """
    digits = _digits(text)
    number = _public(digits, "")
    if number is None:
        return _plain(digits) or text
    return phonenumbers.format_number(number, PhoneNumberFormat.E164)


def may_be_rung(number: str) -> bool:
    """Whether ``number``, as it is dialled here, is somebody's: no service and no extension."""
    return e164(number).startswith("+") or _LOCAL.fullmatch(number) is not None


def part(text: str) -> str:
    """What to look for in stored numbers for a part of one, "" for nothing.

    The trunk's 0 before an area code and the country's own code are not stored as they are typed.
    What begins with 00 is of another country where it is long enough: 0013 are four digits of a
    number here.
    """
    digits = _digits(text)
    if _public(digits, "") is not None:
        return e164(text)
    if digits.startswith("00") and len(digits) <= _WITHIN:
        return digits
    return re.sub(r"^(?:\+|00|0)", "", digits)


def written(text: str) -> tuple[str, str]:
    """The digits of the number in ``text``, with "+" where it is written, and of its extension
    (分机); both "" for what is no number.

    >>> written("+86 755 8888 1234 转 801"), written("12345"), written("没有")
    (('+8675588881234', '801'), ('12345', ''), ('', ''))
    """
    digits, behind = _read(text)
    return (digits, behind) if dialled(text) else ("", "")


@lru_cache(_REMEMBERED)
def extension(text: str) -> str:
    """The extension (分机) behind the number in ``text``, its digits; "" for none.

    >>> extension("(0755) 8888-1234 转 801"), extension("0755-88881234-801"), extension("12345")
    ('801', '801', '')
    """
    return _read(text)[1]


def _digits(text: str) -> str:
    """``+`` and digits of what is written like a number, else ""."""
    return _read(text)[0]


def _read(text: str) -> tuple[str, str]:
    """The digits of a number, "+" before them where it is written, and those of its extension."""
    if len(text) > MAX_TEXT:
        return "", ""
    shaped = _SHAPE.fullmatch(figures(text))
    if shaped is None:
        return "", ""
    number = shaped["whole"] or shaped["number"] or ""
    if _joins_two(number) or _is_decimal(number):
        return "", ""
    digits = _only_digits(number)
    if not digits:
        return "+" if "+" in number else "", ""
    ahead = "+" if "+" in number else ""
    return ahead + digits, shaped["behind"] or shaped["extension"] or ""


def _joins_two(number: str) -> bool:
    """Whether a "/" stands behind more than an area code or a group: 0755-88881234/88885678."""
    *ahead, _ = re.sub(rf"^\D*(?:\+|00){_HOME_CODE}", "", number).split("/")
    return any(len(_only_digits(part)) > _MOST_AHEAD for part in ahead)


def _is_decimal(number: str) -> bool:
    """Whether a spreadsheet has written it as a decimal: 13900007704.0."""
    return re.search(r"\.[0-9]$", number) is not None


def _only_digits(text: str) -> str:
    return re.sub(r"[^0-9]", "", text)


def _public(digits: str, area: str) -> PhoneNumber | None:
    """The number of the public network that ``digits`` dial; None when they dial none."""
    if not digits or (_LOCAL.fullmatch(digits) and not area):
        return None
    whole = area + digits if _LOCAL.fullmatch(digits) else digits
    try:
        number = phonenumbers.parse(whole, HOME)
    except NumberParseException:
        return None
    if number.country_code == _HOME_CODE:
        return number if phonenumbers.is_valid_number(number) else None
    return number if phonenumbers.is_possible_number(number) else None


def _plain(digits: str) -> str:
    """What is no public number: an extension, a service, a local number, a slip."""
    plain = re.sub(rf"^(?:\+|00){_HOME_CODE}", "", digits).removeprefix("+")
    return plain if _FEWEST <= len(plain) <= _MOST else ""
