"""Why a telephone call ended, in the numbers that networks and Asterisk give (ITU-T Q.850)."""

from __future__ import annotations

from typing import Final

UNALLOCATED: Final = 1  # nobody has this number
NO_ROUTE: Final = 3
NORMAL: Final = 16  # somebody hung up
BUSY: Final = 17
NO_RESPONSE: Final = 18  # the telephone did not even ring
NO_ANSWER: Final = 19
ABSENT: Final = 20  # the telephone is not registered
REJECTED: Final = 21
NUMBER_CHANGED: Final = 22
OUT_OF_ORDER: Final = 27
INCOMPLETE: Final = 28  # digits are missing
NO_CIRCUIT: Final = 34
NETWORK_FAILURE: Final = 38
TEMPORARY_FAILURE: Final = 41  # also what is said of a channel that died with the exchange
CONGESTION: Final = 42
NO_CHANNEL: Final = 44  # also what the exchange says when no audio comes any more
NO_RESOURCE: Final = 47
NO_BEARER: Final = 58
INCOMPATIBLE: Final = 88

#: Something broke; nobody hung up. Not 127, of which the exchange makes every CANCEL.
BROKEN: Final = frozenset(
    {
        *(OUT_OF_ORDER, NO_CIRCUIT, NETWORK_FAILURE, TEMPORARY_FAILURE, CONGESTION),
        *(NO_CHANNEL, NO_RESOURCE, NO_BEARER, INCOMPATIBLE),
    }
)
