"""Names to addresses that may be connected to. The list is the operator's."""

from __future__ import annotations

import asyncio
import socket
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache

from django.conf import settings

from lianxin.connections.reaching import Listed, address_allowed, listed, name_allowed
from lianxin.connections.result import LookUpFailed

# Resolvers hang, and their threads with them: they have a pool that nothing else waits for.
_RESOLVERS = ThreadPoolExecutor(8, thread_name_prefix="resolve")


def allowed(host: str, port: int) -> bool:
    """Whether the operator lists ``host`` for ``port``."""
    return name_allowed(_list(tuple(settings.LOOK_UP_HOSTS)), host, port)


async def reachable(host: str, port: int) -> str:
    """An address of ``host`` that may be connected to.

    Raises ``LookUpFailed``: ``not_allowed``, or ``unreachable`` when the name is unknown.
    The address is what is connected to, so a name that changes in between changes nothing.
    """
    if not allowed(host, port):
        raise LookUpFailed("not_allowed")
    loop = asyncio.get_running_loop()
    try:
        found = await loop.run_in_executor(_RESOLVERS, _resolve, host, port)
    except OSError as error:
        raise LookUpFailed("unreachable") from error
    known = _list(tuple(settings.LOOK_UP_HOSTS))
    # One refused address is enough: such a name is no honest one.
    if not found or not all(address_allowed(known, address, port) for address in found):
        raise LookUpFailed("not_allowed")
    return found[0]


def _resolve(host: str, port: int) -> list[str]:
    answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(answer[4][0]) for answer in answers))


@lru_cache(maxsize=8)
def _list(entries: tuple[str, ...]) -> tuple[Listed, ...]:
    return listed(entries)
