"""Telephones for browsers: each login gets a SIP account of its own, for a while.

Asterisk holds the accounts in memory only. They are pushed at login, pushed again when
Asterisk or this process came back, and deleted when they expire. The password follows
from the installation's secret, the name and the expiry, so nothing needs to be kept.
"""

from __future__ import annotations

import logging
import secrets
from typing import Any

import msgspec

from lianxin.centres.addresses import network_of
from lianxin.live.messages import SipAccount
from lianxin.live.tickets import CITIZEN, CITIZEN_SECONDS, RESUME_SECONDS, BadTicket, Identity
from lianxin.switchboard.ari import AriError, Exchange, NotConnected
from lianxin.switchboard.clock import Clock
from lianxin.switchboard.exchange.sip_accounts import (
    aor_fields,
    auth_fields,
    derive_password,
    endpoint_fields,
)
from lianxin.switchboard.ledger.journal import Journal

log = logging.getLogger(__name__)

#: Telephones of citizens' pages at once, of all and of one network (/24, of IPv6 /64).
MOST_OF_ALL, MOST_OF_NETWORK = 400, 40


class Account(msgspec.Struct, frozen=True):
    """What is known of one pushed account."""

    name: str
    expires: int  # seconds since the epoch
    line: str = ""  # a citizen may call this number only
    caller: str = ""  # and said that this is theirs
    address: str = ""  # from which they came
    spent: bool = False  # it has made its call: nobody can use it again, also not by resuming


def agent_name(centre: int, number: str) -> str:
    """The PJSIP endpoint of an agent."""
    return f"agent-{centre}-{number}"


class Accounts:
    """All accounts that this switchboard has pushed, by endpoint name."""

    def __init__(
        self, exchange: Exchange, journal: Journal, secret: str, ws_url: str, clock: Clock
    ) -> None:
        self._exchange = exchange
        self._journal = journal
        self._secret = secret
        self._ws_url = ws_url
        self._clock = clock
        self._accounts: dict[str, Account] = {}
        journal.restore("sip", self._restore)
        self._in_place: set[str] = set()  # endpoints that this Asterisk has had from us

    def _restore(self, name: str, kept: dict[str, Any]) -> None:
        self._accounts[name] = msgspec.convert(kept, Account)

    def __getitem__(self, name: str) -> Account | None:
        return self._accounts.get(name)

    def grant(self, identity: Identity) -> Identity:
        """The identity with a telephone: the one it has, or a new one.

        A citizen's is that of their ticket: no resume makes another, or a longer one. Raises
        ``BadTicket`` where it is over, or there are too many.
        """
        now = int(self._clock().timestamp())
        if identity.kind == "citizen" and identity.sip_user:
            self._check_citizen(identity, now)
            return identity
        if identity.sip_user and identity.sip_expires > now + CITIZEN_SECONDS:
            return identity
        if identity.kind == "agent":
            name, seconds = agent_name(identity.centre, identity.number), RESUME_SECONDS
        else:
            name, seconds = f"{CITIZEN}{secrets.token_hex(8)}", CITIZEN_SECONDS
        return msgspec.structs.replace(identity, sip_user=name, sip_expires=now + seconds)

    def _check_citizen(self, identity: Identity, now: int) -> None:
        account = self._accounts.get(identity.sip_user)
        if identity.sip_expires <= now or (account is not None and account.spent):
            raise BadTicket("live.session_over")
        if account is not None:
            return
        network = network_of(identity.address) or identity.address
        citizens = [each for each in self._accounts.values() if each.name.startswith(CITIZEN)]
        near = [each for each in citizens if (network_of(each.address) or each.address) == network]
        full = len(citizens) >= MOST_OF_ALL or (network and len(near) >= MOST_OF_NETWORK)
        if full:
            log.warning("no telephone for %s: %d of all", network, len(citizens))
            raise BadTicket("live.too_many_calls")

    async def push(self, identity: Identity) -> SipAccount | None:
        """Give the account to Asterisk; None while Asterisk is away: it is pushed later."""
        account = Account(
            identity.sip_user,
            identity.sip_expires,
            identity.line,
            identity.caller,
            identity.address if identity.kind == "citizen" else "",
        )
        self._accounts[account.name] = account
        self._journal.keep(f"sip:{account.name}", msgspec.to_builtins(account))
        try:
            await self._push(account)
        except AriError as error:
            log.warning("the account %s waits for the exchange: %s", account.name, error)
            return None
        return self._shown(account)

    async def push_all(self) -> None:
        """Asterisk has come back, perhaps without its memory."""
        self._in_place.clear()
        for account in tuple(self._accounts.values()):
            if account.spent:
                continue
            try:
                await self._push(account)
            except NotConnected:
                raise
            except AriError as error:  # one telephone less, but all the others
                log.error("the account %s could not be pushed: %s", account.name, error)

    async def drop(self, name: str) -> None:
        """The login is over: nobody can use this account any more."""
        account = self._accounts.pop(name, None)
        if account is None:
            return
        self._journal.keep(f"sip:{name}", None)
        if account.spent:
            return
        if name.startswith(CITIZEN) and account.expires > self._clock().timestamp():
            spent = msgspec.structs.replace(account, spent=True)  # remembered until it is over
            self._accounts[name] = spent
            self._journal.keep(f"sip:{name}", msgspec.to_builtins(spent))
        self._in_place.discard(name)
        for kind in ("endpoint", "aor", "auth"):
            try:
                await self._exchange.delete_config(kind, name)
            except AriError as error:
                log.info("%s of %s could not be deleted: %s", kind, name, error)

    async def drop_expired(self) -> None:
        now = self._clock().timestamp()
        for account in tuple(self._accounts.values()):
            if account.expires < now:
                await self.drop(account.name)

    def _shown(self, account: Account) -> SipAccount:
        return SipAccount(
            uri=f"sip:{account.name}@lianxin",
            user=account.name,
            password=self._password(account),
            ws_url=self._ws_url,
            expires_at=account.expires * 1000,
        )

    def _password(self, account: Account) -> str:
        return derive_password(self._secret, account.name, account.expires)

    async def _push(self, account: Account) -> None:
        context = "from-agent" if account.name.startswith("agent-") else "from-web"
        fields: dict[str, dict[str, Any]] = {
            "auth": auth_fields(account.name, self._password(account)),
            "aor": aor_fields(account.name),
        }
        if account.name not in self._in_place:
            # Once only: it never changes, and of a second one Asterisk warns each time that
            # `stir_shaken`, which it filled in itself, is no longer supported.
            fields["endpoint"] = endpoint_fields(account.name, context)
        for kind, values in fields.items():
            await self._exchange.push_config(kind, account.name, values)
        self._in_place.add(account.name)
