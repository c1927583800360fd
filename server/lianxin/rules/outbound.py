"""Which telephones outside may be rung, and how often: one rule for every leg that goes out.

What is dialled costs the centre money, and some of it is somebody's income: a stranger who types a
satellite telephone as the number to be called back at earns at each call. So what is asked for is
put into a class by how it would be dialled in this country, whatever it looks like; classes and
prefixes are barred by the centre's setting. Pure: told the time, the setting and what was dialled.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from typing import Literal, get_args

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberType

from lianxin.rules.telephones import dialled

NumberClass = Literal[
    "emergency",  # 110, 119, 120, 122: never barred and never counted
    "service",  # 114, 12315, 10086, 01012345: a public service, here or of a city
    "service_95",  # 95588: banks, insurers, whoever bought one
    "service_96",  # 96111: within a province, often at a charge
    "shared_cost",  # 400
    "toll_free",  # 800
    "premium",  # 168…, 160…: what is heard is paid for
    "local",  # seven or eight digits, where the area code is not known
    "landline",
    "mobile",
    "extension",  # of this house, or of what stands behind the trunk
    "international",  # 00 or + before anything but 86; Hong Kong, Macao and Taiwan as well
    "satellite",  # 00870, 00881…00883, and 1349, 174
    "indirect",  # through an access code of another carrier: 17951 before the number
    "code",  # * or #: an order to the exchange behind the trunk
    "unknown",  # no number that this country has
]

CLASSES: tuple[NumberClass, ...] = get_args(NumberClass)

#: Whatever the setting says, these are rung.
ALWAYS: frozenset[NumberClass] = frozenset({"emergency"})

#: What a centre that has said nothing does not ring.
BARRED: tuple[NumberClass, ...] = (
    "premium",
    "international",
    "satellite",
    "indirect",
    "code",
    "unknown",
)

#: Who named the number. What ``caller`` named is held to the limits of a number; the ``centre``
#: itself may ring its duty telephone, or 12315, as often as it has callers for it.
NamedBy = Literal["caller", "centre"]

Refusal = Literal[
    "outbound.barred",  # a class or a prefix that the centre's setting bars
    "outbound.number_limit",  # this number was rung often enough
    "outbound.centre_limit",  # the centre has rung as many telephones as it may
]

HOUR, DAY = timedelta(hours=1), timedelta(days=1)

_EMERGENCY = frozenset({"110", "112", "119", "120", "122"})
_CITY = "0(?:10|2[0-9]|[3-9][0-9]{2})"
_SERVICE = re.compile(rf"(?:{_CITY})?(?:11[0-9]{{1,4}}|12[0-9]{{1,3}}|10[0-9]{{3}})")
_SERVICE_95 = re.compile(rf"(?:{_CITY})?95[0-9]{{3,6}}")
_SERVICE_96 = re.compile(rf"(?:{_CITY})?96[0-9]{{3,4}}")
_PREMIUM = re.compile(rf"(?:{_CITY})?(?:16[08][0-9]{{3,8}}|1259[0-9]{{1,8}})")
_INDIRECT = re.compile(r"1(?:[12][0-9]|79)[0-9]{2}(?:0|1[3-9])[0-9]{5,}")
_SATELLITE_HERE = re.compile(r"0?(?:1349|174[0-9])[0-9]{7}")
_SATELLITE_ABROAD = re.compile(r"(?:\+|00)(?:870|88[123])")
_ABROAD = re.compile(r"\+|00")
_HOME = re.compile(r"^(?:\+|00)86")
_LOCAL = re.compile(r"[2-9][0-9]{6,7}")
_EXTENSION = re.compile(r"[1-9][0-9]{2,3}|[2-8][0-9]{4}")

_TYPES: dict[int, NumberClass] = {
    PhoneNumberType.FIXED_LINE: "landline",
    PhoneNumberType.MOBILE: "mobile",
    PhoneNumberType.FIXED_LINE_OR_MOBILE: "landline",
    PhoneNumberType.TOLL_FREE: "toll_free",
    PhoneNumberType.SHARED_COST: "shared_cost",
    PhoneNumberType.PREMIUM_RATE: "premium",
    PhoneNumberType.UAN: "shared_cost",
}


@dataclass(frozen=True)
class OutboundRule:
    """The setting of a centre. Prefixes are of what is dialled (``0898``, ``+852``); the longest
    that fits decides, before the class. The limits count what has been rung."""

    barred: tuple[NumberClass, ...] = BARRED
    barred_prefixes: tuple[str, ...] = ()
    allowed_prefixes: tuple[str, ...] = ()
    number_an_hour: int = 6
    number_a_day: int = 15
    centre_an_hour: int = 600
    centre_a_day: int = 6000


#: A centre that has said nothing; also while its setting is not known.
USUAL = OutboundRule()


@dataclass(frozen=True)
class Rung:
    """How often a number, and the centre, went out in the hour and the day before now."""

    number_hour: int = 0
    number_day: int = 0
    centre_hour: int = 0
    centre_day: int = 0


@lru_cache(2048)
def class_of(number: str) -> NumberClass:
    """What ``number`` is, as it would be dialled here.

    >>> class_of("00881600123"), class_of("+8613900007704"), class_of("01012345")
    ('satellite', 'mobile', 'service')
    """
    digits = re.sub(r"[\s()./-]", "", number)
    if not re.fullmatch(r"\+?[0-9*#]+", digits):
        return "unknown"
    if "*" in digits or "#" in digits:
        return "code"
    if _ABROAD.match(digits) and not _HOME.match(digits):
        return "satellite" if _SATELLITE_ABROAD.match(digits) else "international"
    plain = _HOME.sub("", digits)
    for shape, named in _SHAPES:
        if shape.fullmatch(plain):
            return named
    return _public(plain)


def rung_as(number: str) -> str:
    """The one form in which a number is counted and held to prefixes: as it is dialled here, so
    that +86, 0086 and blanks make no other number of it.

    >>> rung_as("0086 139 0000 7704"), rung_as("00852 9876 5432"), rung_as("12315")
    ('13900007704', '+85298765432', '12315')
    """
    bare = re.sub(r"[\s()./-]", "", number)
    return re.sub(r"^00", "+", dialled(bare) or bare)


def barred(number: str, rule: OutboundRule) -> NumberClass | None:
    """The class of a number that may not be rung; None where it may.

    >>> barred("00881600123", USUAL), barred("13900007704", USUAL)
    ('satellite', None)
    """
    kind = class_of(number)
    if kind in ALWAYS:
        return None
    prefix = _longest(rung_as(number), (*rule.barred_prefixes, *rule.allowed_prefixes))
    if prefix:
        return kind if prefix in rule.barred_prefixes else None
    return kind if kind in rule.barred else None


def refusal(number: str, by: NamedBy, rule: OutboundRule, rung: Rung) -> Refusal | None:
    """Why ``number`` may not be rung now; None where it may."""
    if class_of(number) in ALWAYS:
        return None
    if barred(number, rule) is not None:
        return "outbound.barred"
    if rung.centre_hour >= rule.centre_an_hour or rung.centre_day >= rule.centre_a_day:
        return "outbound.centre_limit"
    often = rung.number_hour >= rule.number_an_hour or rung.number_day >= rule.number_a_day
    return "outbound.number_limit" if by == "caller" and often else None


def _longest(number: str, prefixes: Iterable[str]) -> str:
    fits = (prefix for prefix in prefixes if number.startswith(re.sub(r"^00", "+", prefix)))
    return max(fits, key=len, default="")


def _public(plain: str) -> NumberClass:
    try:
        parsed = phonenumbers.parse(plain, "CN")
    except NumberParseException:
        return "unknown"
    if not phonenumbers.is_valid_number(parsed):
        return "unknown"
    return _TYPES.get(phonenumbers.number_type(parsed), "unknown")


#: In order: the first that fits the whole number names its class.
_SHAPES: tuple[tuple[re.Pattern[str], NumberClass], ...] = (
    (re.compile("|".join(sorted(_EMERGENCY))), "emergency"),
    (_PREMIUM, "premium"),
    (_INDIRECT, "indirect"),
    (_SERVICE, "service"),
    (_SERVICE_95, "service_95"),
    (_SERVICE_96, "service_96"),
    (_SATELLITE_HERE, "satellite"),
    (re.compile(r"0?400[0-9]{7}"), "shared_cost"),
    (re.compile(r"0?800[0-9]{7}"), "toll_free"),
    (_LOCAL, "local"),
    (_EXTENSION, "extension"),
)
