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

from lianxin.rules.written import folded

#: 12345 is a service of this country: its numbers are written without the country's code.
HOME = "CN"
_HOME_CODE = phonenumbers.country_code_for_region(HOME)

#: Characters of a text that are looked at; no number is longer, with all that is put between.
MAX_TEXT = 64

#: Fewer digits are no number, and E.164 has 15 at most; services and extensions are let be as long.
_FEWEST, _MOST = 3, 20

#: Digits and what people put between them; behind it an extension, which is not dialled at first.
_SHAPE = re.compile(
    r"(?:tel:)?(?P<number>0[0-9]{2,3}[-\s]?[2-9][0-9]{6,7}(?=-[0-9]{1,6}$)|\(?\+?[0-9()./\s-]*)"
    r"(?:(?:转|分机|ext\.?|x|,|#|-|;ext=)\s*[0-9]{1,6})?(?:;[a-z][a-z-]*=[^;]*)*",
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
    """
    digits = _digits(text)
    if _public(digits, "") is not None:
        return e164(text)
    return re.sub(r"^(?:\+|00|0)", "", digits)


def _digits(text: str) -> str:
    """``+`` and digits of what is written like a number, else ""."""
    shaped = _SHAPE.fullmatch(folded(text)) if len(text) <= MAX_TEXT else None
    if shaped is None:
        return ""
    ahead = "+" if "+" in shaped["number"] else ""
    return ahead + _only_digits(shaped["number"])


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
