"""How often a password may be guessed: delays that grow, and no lock.

Who has signed in to the account before, from this browser or this address, has a budget that
nobody else can use up. Everybody else shares the delay of the whole account, which slows down
guesses from thousands of addresses, and the limit of their address over all accounts.
"""

from __future__ import annotations

from dataclasses import dataclass

from lianxin.centres import throttle
from lianxin.centres.errors import TooManyLogins
from lianxin.centres.throttle import Try
from lianxin.rules.guesses import Growing, Most

#: Wrong passwords for one number from one address, or from one browser, before the first delay.
LOGINS_BY_NUMBER = 5
#: Wrong passwords from one address over all accounts in ``LOGIN_SECONDS``.
LOGINS_BY_ADDRESS = 30
LOGIN_SECONDS = 300
#: From half a minute to a quarter of an hour; what is an hour old is forgotten.
OWN = Growing(LOGINS_BY_NUMBER, first=30, longest=900, seconds=3600)
#: Over all strangers: one guess a minute in the end, which is 1440 a day against the 59 bits of a
#: first password, and short enough for the owner at a new computer.
STRANGERS = Growing(20, first=2, longest=60, seconds=3600)
_ADDRESS = Most(LOGINS_BY_ADDRESS, LOGIN_SECONDS)


def account_of(code: str, number: str) -> str:
    """The name of an account over all centres, such as ``shifan:8001``."""
    return f"{code}:{number}"


@dataclass(frozen=True)
class Guesser:
    """Who tries a password of ``account`` (``<centre>:<工号>``). ``device``: the name of their
    browser where it has signed in before; ``known``: that their address has."""

    account: str
    address: str
    device: str = ""
    known: bool = False

    @property
    def _own(self) -> Try:
        if self.device:
            return Try("login_device", f"{self.account}#{self.device}", OWN)
        return Try("login", f"{self.account}@{self.address}", OWN)

    @property
    def _shared(self) -> tuple[Try, ...]:
        if self.device:
            return ()
        from_here = Try("login_from", self.address, _ADDRESS)
        if self.known:
            return (from_here,)
        return (from_here, Try("login_account", self.account, STRANGERS))

    def take(self) -> None:
        """Count a guess, before the password is looked at: a hundred at once are a hundred.

        Raises ``TooManyLogins``.
        """
        left = throttle.take_all((self._own, *self._shared))
        if left:
            raise TooManyLogins(retry_after=left)

    def half_done(self) -> None:
        """The password was right, the code is still to come: nothing is counted, and nothing of
        before is forgotten, or codes could be guessed without end."""
        for each in (self._own, *self._shared):
            throttle.give_back(each.kind, each.key)

    def succeeded(self) -> None:
        """It was no guess."""
        throttle.forget(self._own.kind, self._own.key)
        for each in self._shared:
            throttle.give_back(each.kind, each.key)


@dataclass(frozen=True)
class OldPassword:
    """Somebody who is signed in is asked for their password once more. Whoever guesses here sits
    at a desk that was left open: the delay is this account's, wherever they are."""

    account: str

    def take(self) -> None:
        """Count a guess. Raises ``TooManyLogins``."""
        left = throttle.take_all([Try("login_within", self.account, OWN)])
        if left:
            raise TooManyLogins(retry_after=left)

    def succeeded(self) -> None:
        """It was no guess."""
        throttle.forget("login_within", self.account)
