"""Where this installation keeps its files, which ports it uses and which secrets it holds.

Everything is derived from a handful of environment variables, so that two
installations (a developer's and a test's) can stand side by side on one machine.
A file ``lianxin.env`` in the folder that ``LIANXIN_VAR`` names supplies what the
environment does not; the environment wins.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from lianxin.setting import Values, is_address, listed, unquoted

REPOSITORY = Path(__file__).resolve().parents[2]
_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_DATABASE = ("postgresql", "postgres")
_OUTSIDE = re.compile(r"[A-Za-z]+/[^{}]*\{number\}[^{}]*")
_TRUNK_NUMBER = re.compile(r"\+?[0-9]+\*?|\+?\*")
#: The font of faxes in the engines' folder.
FONT = Path("font/usr/share/fonts/truetype/wqy/wqy-microhei.ttc")


@dataclass(frozen=True)
class Ports:
    """TCP and UDP ports on loopback, in the order of ``LIANXIN_PORT_BASE`` + n."""

    web: int
    live: int
    asterisk_http: int  # ARI, and the browsers' SIP over WebSocket
    asterisk_sip: int  # UDP, the trunks
    postgres: int
    carrier_http: int
    carrier_sip: int

    @classmethod
    def from_base(cls, base: int) -> Ports:
        return cls(*range(base, base + 7))


@dataclass(frozen=True)
class Env:
    """One installation. Paths are absolute."""

    var: Path
    engines: Path
    ports: Ports
    rtp_base: int  # Asterisk takes [base, base + 2000), the carrier the next 2000
    secret: str
    database_url: str  # the runtime role: no BYPASSRLS, owns nothing
    database_owner_url: str  # migrations only
    asterisk_url: str
    ari_user: str
    ari_password: str
    outside: str  # what is dialled for an outside number: PJSIP/{number}@carrier
    sip_ws_url: str  # as browsers see it
    live_url: str  # as browsers see it
    #: The pages, as browsers see them: they may use the live socket, their hosts are served,
    #: and cookies are for HTTPS only when all of them are.
    web_origins: tuple[str, ...]
    proxies: tuple[str, ...]  # addresses whose X-Forwarded-For is believed
    console: Path  # the built console
    #: Hosts that look-ups of flows may reach: names, addresses, networks, each perhaps ":port".
    look_up_hosts: tuple[str, ...]
    log_level: str
    debug: bool
    #: Numbers that the trunk brings, each may end in ``*``; empty: not known.
    trunk_numbers: tuple[str, ...] = ()
    #: What faxes are written in: a TrueType font with Chinese letters, all of one width.
    fax_font: Path = Path()
    fax_font_index: int = 0  # of a collection's fonts
    #: Faxes that may be under way at once.
    fax_lines: int = 2
    #: Calls from the portal that may be up at once; the other channels are the carrier's callers'.
    web_calls: int = 20
    #: How long browsers remember that there is HTTPS only; 0: they are not told.
    hsts_seconds: int = 180 * 24 * 3600
    trunks: Path | None = None  # the list of real trunks, which need not be there
    #: Minutes without a sign of somebody, and hours in all, after which they must sign in again;
    #: both by role, as ``rules.sessions`` reads them.
    session_idle: str = "60,agent=240,administrator=30,operator=30"
    session_life: str = "12"
    #: Browsers in which somebody may be signed in at once.
    sessions: int = 5
    demo: bool = True  # whether a newcomer's installation gets the made-up city

    @property
    def hosts(self) -> tuple[str, ...]:
        """The names under which web answers: those of the pages, and this machine's own."""
        pages = (urlsplit(origin).netloc for origin in self.web_origins)
        names = (re.sub(r":\d+$", "", page) for page in pages)
        return tuple(dict.fromkeys((*names, "127.0.0.1", "localhost", "[::1]")))

    @property
    def https(self) -> bool:
        """Whether every page is reached by HTTPS."""
        return all(origin.startswith("https:") for origin in self.web_origins)

    @property
    def own(self) -> bool:
        """Whether others reach it than who sits at this machine: pages or a trunk of its own."""
        hosts = (urlsplit(origin).hostname for origin in self.web_origins)
        foreign = any(host not in _LOOPBACK for host in hosts)
        return foreign or bool(self.trunk_numbers) or _is_there(self.trunks)

    @property
    def spool(self) -> Path:
        """What must be kept until PostgreSQL has it: the journal, fallback messages."""
        return self.var / "spool"

    @property
    def store(self) -> Path:
        """Recordings and uploads, by content: ``store/ab/abcd….wav``."""
        return self.var / "store"

    @property
    def recordings(self) -> Path:
        """Where Asterisk writes what is being recorded now."""
        return self.var / "asterisk" / "recording"

    @property
    def journal(self) -> Path:
        """The switchboard's memory on disk."""
        return self.spool / "journal"

    @property
    def hangup_log(self) -> Path:
        """``epoch,channel`` of every inbound call that ended, written by the dialplan."""
        return self.spool / "hangups.csv"

    @property
    def fax_log(self) -> Path:
        """How each fax ended that was under way, written by the dialplan."""
        return self.spool / "faxes.csv"

    @property
    def faxes(self) -> Path:
        """Faxes as they are sent: ``faxes/<id>.tif``."""
        return self.store / "faxes"

    @property
    def fallback_messages(self) -> Path:
        """Where the dialplan leaves messages while no switchboard is there."""
        return self.spool / "fallback"

    @property
    def sounds(self) -> Path:
        """Prompts as Asterisk plays them: ``sounds/zh/welcome.wav``, ``sounds/shifan/…``."""
        return self.var / "asterisk" / "sounds"


def _is_there(path: Path | None) -> bool:
    return path is not None and path.exists()


def read_env_file(path: Path) -> dict[str, str]:
    """Read ``KEY=value`` lines, the value perhaps in quotes; blank lines and ``#`` comments are
    passed over."""
    if not path.exists():
        return {}
    pairs = (line.partition("=") for line in path.read_text("utf-8").splitlines())
    return {key.strip(): unquoted(value) for key, _, value in pairs if key and key[0] != "#"}


def web_threads(cores: int) -> int:
    """How many requests one worker of web works on at once, at most 8.

    They wait for PostgreSQL more than they compute; past two a core and one, they would only
    wait for each other.
    """
    return min(8, 2 * cores + 1)


def _is_dialled(text: str) -> bool:
    return _OUTSIDE.fullmatch(text) is not None


def _is_of_trunk(text: str) -> bool:
    return _TRUNK_NUMBER.fullmatch(text) is not None


def load_env(environ: Mapping[str, str] = os.environ) -> Env:
    """Build the installation that ``environ`` describes. Raises ``BadSetting``."""
    var = Path(environ.get("LIANXIN_VAR") or REPOSITORY / "var").resolve()
    values = Values({**read_env_file(var / "lianxin.env"), **environ})
    text, whole = values.text, values.whole
    ports = Ports.from_base(whole("LIANXIN_PORT_BASE", 12345, 1, 65529))
    database = f"127.0.0.1:{ports.postgres}/lianxin"
    engines = Path(text("LIANXIN_ENGINES", str(REPOSITORY / "var" / "engines"))).resolve()
    return Env(
        var=var,
        engines=engines,
        ports=ports,
        rtp_base=whole("LIANXIN_RTP_BASE", 20000, 1024, 61536),
        secret=text("LIANXIN_SECRET"),
        database_url=values.url(
            "LIANXIN_DATABASE_URL",
            f"postgresql://lianxin_app:{text('LIANXIN_DB_PASSWORD')}@{database}",
            *_DATABASE,
        ),
        database_owner_url=values.url(
            "LIANXIN_DATABASE_OWNER_URL",
            f"postgresql://lianxin_owner:{text('LIANXIN_DB_OWNER_PASSWORD')}@{database}",
            *_DATABASE,
        ),
        asterisk_url=values.url(
            "LIANXIN_ASTERISK_URL", f"http://127.0.0.1:{ports.asterisk_http}", "http", "https"
        ),
        ari_user=text("LIANXIN_ARI_USER", "lianxin"),
        ari_password=text("LIANXIN_ARI_PASSWORD"),
        outside=values.fitting(
            "LIANXIN_OUTSIDE", _is_dialled, "PJSIP/{number}@trunk", "PJSIP/{number}@carrier"
        ),
        sip_ws_url=values.url(
            "LIANXIN_SIP_WS_URL", f"ws://127.0.0.1:{ports.asterisk_http}/ws", "ws", "wss"
        ),
        live_url=values.url("LIANXIN_LIVE_URL", f"ws://127.0.0.1:{ports.live}/live", "ws", "wss"),
        web_origins=values.origins(
            "LIANXIN_WEB_ORIGINS", f"http://127.0.0.1:{ports.web},http://localhost:{ports.web}"
        ),
        proxies=values.entries("LIANXIN_PROXIES", is_address, "the address of a proxy"),
        console=Path(text("LIANXIN_CONSOLE", str(REPOSITORY / "web/apps/console/dist"))),
        look_up_hosts=tuple(listed(text("LIANXIN_LOOK_UP_HOSTS"))),
        log_level=values.level("LIANXIN_LOG", "INFO"),
        debug=values.switch("LIANXIN_DEBUG", False),
        trunk_numbers=values.entries(
            "LIANXIN_TRUNK_NUMBERS", _is_of_trunk, "a number, or the beginning of some and *"
        ),
        fax_font=Path(text("LIANXIN_FAX_FONT", str(engines / FONT))).resolve(),
        fax_font_index=whole("LIANXIN_FAX_FONT_INDEX", 0 if text("LIANXIN_FAX_FONT") else 1),
        fax_lines=whole("LIANXIN_FAX_LINES", Env.fax_lines),
        hsts_seconds=whole("LIANXIN_HSTS_SECONDS", Env.hsts_seconds),
        web_calls=whole("LIANXIN_WEB_CALLS", Env.web_calls),
        trunks=Path(text("LIANXIN_TRUNKS", str(var / "trunks.toml"))),
        session_idle=text("LIANXIN_SESSION_IDLE", Env.session_idle),
        session_life=text("LIANXIN_SESSION_LIFE", Env.session_life),
        sessions=whole("LIANXIN_SESSIONS", Env.sessions, 1),
        demo=values.switch("LIANXIN_DEMO", Env.demo),
    )
