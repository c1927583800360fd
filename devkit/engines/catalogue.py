"""Which engines there are, what they are made of and where they come from."""

from __future__ import annotations

import re
from dataclasses import dataclass

#: The Debian suite that supplies an engine where the machine's own suite has none good enough.
FALLBACK_SUITE = "forky"

#: Packages that the engines name but do not need at run time when they are only unpacked:
#: installation helpers, interpreters, other front ends, hardware and drivers of unloaded modules.
_LEFT_OUT = re.compile(
    r"(perl.*|libperl.*|gnupg.*|gpg.*|dirmngr|pinentry.*|adduser|debconf|cdebconf|passwd|login.*|"
    r"base-passwd|tzdata|libgpgme.*|libgmime.*|libsnmp.*|libsensors.*|libpci3|pci\.ids|"
    r"libportaudio2|libjack.*|libasound2.*|freetds.*|libsybdb5|libgdbm.*|libnl-.*|libwrap0|"
    r"libsemanage.*|libsepol.*|libllvm.*|libz3-.*|locales|locales-all|ssl-cert|postgresql-common.*|"
    r"libjson-perl|.*-perl|libdebconf.*|ucf|netbase|sensible-utils|openssl|lsb-.*|init-system-.*|"
    r"logrotate|procps|systemd.*|mawk|dpkg|tar|sysvinit.*|media-types|libassuan.*|libksba.*|"
    r"libnpth.*|libradcli.*|libdb5\..*|libaudit.*|gcc-.*-base|readline-common)"
)


@dataclass(frozen=True)
class Engine:
    """One engine: ``packages`` may hold ``{major}``, filled from the suite's metapackage."""

    name: str
    packages: tuple[str, ...]
    probe: str  # the package whose version decides whether a suite is good enough
    least: tuple[tuple[int, ...], ...]  # the first good version of each major branch, ascending

    def good_enough(self, version: str) -> bool:
        """Tell whether a Debian version such as ``1:22.10.1+dfsg-1`` will do.

        >>> ENGINES["asterisk"].good_enough("1:20.6.0~dfsg-2")
        False
        """
        found = upstream(version)
        for least in reversed(self.least):
            if found[0] >= least[0]:
                return found >= least
        return False


#: What an installation runs on; the others are for tests.
RUNTIME = ("asterisk", "postgres", "font")
#: Asterisk: REST over the event WebSocket came with 20.14 and 22.4. PostgreSQL: ICU as the
#: database's own collation came with 15.
ENGINES = {
    engine.name: engine
    for engine in (
        Engine(
            "asterisk",
            ("asterisk", "asterisk-modules", "asterisk-core-sounds-en-gsm"),
            "asterisk",
            ((20, 14), (21, 9), (22, 4)),
        ),
        Engine(
            "postgres",
            ("postgresql-{major}", "postgresql-client-{major}", "libc-bin"),
            "postgresql",
            ((15,),),
        ),
        # no engine, but come by in the same way: what faxes are written in (decision 0037)
        Engine("font", ("fonts-wqy-microhei",), "fonts-wqy-microhei", ((0, 2),)),
        Engine("sipp", ("sip-tester",), "sip-tester", ((3, 6),)),
        Engine("mariadb", ("mariadb-server-core",), "mariadb-server-core", ((10, 5),)),
    )
}


def left_out(package: str) -> bool:
    """Tell whether a package of the closure is not unpacked."""
    return _LEFT_OUT.fullmatch(package) is not None


def upstream(version: str) -> tuple[int, ...]:
    """Read the leading numbers of a Debian version: ``1:22.10.1+dfsg-1`` is (22, 10, 1)."""
    found = re.match(r"(?:\d+:)?(\d+(?:\.\d+)*)", version)
    return tuple(int(part) for part in found[1].split(".")) if found else (0,)
