"""The files and settings of an installation, as far as they are made without starting it."""

from __future__ import annotations

import os
import socket
import stat
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from devkit import ports, secrets_file
from devkit.__main__ import sentence
from devkit.paths import REPOSITORY, SERVER
from devkit.programs import Program
from devkit.say import Stop
from devkit.supervise import render
from devkit.web import compile_translations, sources_digest
from lianxin.asterisk import conf as asterisk_conf
from lianxin.asterisk.modules import MODULES
from lianxin.env import Env, load_env, read_env_file
from lianxin.setting import BadSetting


@pytest.fixture
def env(tmp_path: Path) -> Env:
    return load_env({"LIANXIN_VAR": str(tmp_path / "var"), "LIANXIN_PORT_BASE": "15990"})


def test_secrets_are_made_once_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "lianxin.env"
    secrets_file.ensure(path, {"LIANXIN_PORT_BASE": "1"})
    first = read_env_file(path)
    secrets_file.ensure(path, {"LIANXIN_PORT_BASE": "2"})
    assert read_env_file(path) == first | {"LIANXIN_PORT_BASE": "2"}
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert len({first[name] for name in secrets_file.NAMES}) == len(secrets_file.NAMES)


def test_an_operators_own_lines_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "lianxin.env"
    path.write_text("# ours\nLIANXIN_DATABASE_URL=postgresql://db/x\n", "utf-8")
    secrets_file.ensure(path, {})
    assert path.read_text("utf-8").startswith("# ours\nLIANXIN_DATABASE_URL=postgresql://db/x\n")


def test_a_value_may_stand_in_quotes(tmp_path: Path) -> None:
    """As systemd and shells read them, who are given the same file."""
    lines = (
        'LIANXIN_LOOK_UP_HOSTS="10.0.0.0/8, *.city.example"',
        "LIANXIN_ARI_USER = 'it''s'",
        'LIANXIN_SECRET=a"b"c',
        'LIANXIN_FAX_LINES="3"',
        "LIANXIN_WEB_CALLS=",
        '# LIANXIN_SESSIONS="7"',
    )
    (tmp_path / "lianxin.env").write_text("\n".join(lines), "utf-8")
    read = load_env({"LIANXIN_VAR": str(tmp_path)})
    assert read.look_up_hosts == ("10.0.0.0/8", "*.city.example")
    assert (read.ari_user, read.secret, read.fax_lines) == ("it''s", 'a"b"c', 3)
    assert (read.web_calls, read.sessions) == (Env.web_calls, Env.sessions)


@pytest.mark.parametrize(
    ("name", "wrong", "right"),
    [
        ("PORT_BASE", "65530", "65529"),
        ("RTP_BASE", "many", "20000"),
        ("DATABASE_URL", "lianxin:geheim@db/x", "postgresql://lianxin:geheim@db/x"),
        ("DATABASE_OWNER_URL", "mysql://lianxin:geheim@db/x", "postgres://db/x"),
        ("DATABASE_URL", "postgresql://lianxin:geheim@db:none/x", "postgresql://[::1]:5432/x"),
        ("ASTERISK_URL", "127.0.0.1:8088", "http://127.0.0.1:8088"),
        ("OUTSIDE", "PJSIP/@carrier", "PJSIP/{number}@trunk"),
        ("SIP_WS_URL", "https://a.example/ws", "wss://a.example/ws"),
        ("LIVE_URL", "wss://", "wss://a.example/live"),
        ("WEB_ORIGINS", "a.example", "https://a.example/, http://b.example:8080"),
        ("WEB_ORIGINS", "https://a.example, https://a.example/portal", "https://a.example"),
        ("PROXIES", "10.0.0.0/8", "10.0.0.1, ::1"),
        ("TRUNK_NUMBERS", "12345; 0991*", "12345, 0991*, *"),
        ("LOG", "loud", "debug"),
        ("DEBUG", "true", "1"),
        ("DEMO", "false", "0"),
        ("FAX_FONT_INDEX", "-1", "0"),
        ("FAX_LINES", "2.5", "2"),
        ("HSTS_SECONDS", "180 days", "0"),
        ("WEB_CALLS", "٣", "0"),
        ("SESSIONS", "0", "1"),
    ],
)
def test_a_setting_that_cannot_be_understood_is_refused_by_name(
    tmp_path: Path, name: str, wrong: str, right: str
) -> None:
    here = {"LIANXIN_VAR": str(tmp_path)}
    load_env({**here, f"LIANXIN_{name}": right})
    with pytest.raises(BadSetting, match=rf"^LIANXIN_{name}: .+ is not .+") as refused:
        load_env({**here, f"LIANXIN_{name}": wrong})
    assert "geheim" not in str(refused.value)


@pytest.mark.parametrize(
    ("name", "wrong", "right"),
    [
        ("SIP_BIND", "eth0", "0.0.0.0"),
        ("HTTP_BIND", "127.0.0.1:8088", "::1"),
        ("MEDIA_ADDRESS", "a b", "sip.city.example"),
        ("LOCAL_NETWORKS", "10.0.0.0/8 192.168.0.0/16", "10.0.0.0/8, 192.168.1.1/16"),
    ],
)
def test_so_is_one_of_the_telephone_side(name: str, wrong: str, right: str) -> None:
    asterisk_conf.read_settings({f"LIANXIN_{name}": right})
    with pytest.raises(BadSetting, match=f"^LIANXIN_{name}: "):
        asterisk_conf.read_settings({f"LIANXIN_{name}": wrong})


@pytest.mark.parametrize(
    ("name", "wrong"),
    [("LOOK_UP_HOSTS", "10.0.0.0/8,db:port"), ("SESSION_IDLE", "60,agnet=240")],
)
def test_what_only_the_rooms_understand_is_refused_at_their_start(name: str, wrong: str) -> None:
    """Not where it is used first, in the middle of a call."""
    begun = subprocess.run(
        [sys.executable, "-m", "lianxin.config.cli", "centre", "list"],
        env={**os.environ, "PYTHONPATH": str(SERVER), f"LIANXIN_{name}": wrong},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (begun.returncode, begun.stdout) == (2, "")
    entry = wrong.partition(",")[2]
    assert begun.stderr.startswith(f"LIANXIN_{name}: {entry!r} is not "), begun.stderr


def test_rtp_ranges_of_neighbours_do_not_meet() -> None:
    bases = [ports.rtp_base(base) for base in (12345, *range(15300, 15400, 10))]
    assert len(set(bases)) == len(bases)
    assert max(bases) + 4000 < 65536


def test_a_taken_port_is_named(env: Env) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        taken = server.getsockname()[1]
        busy = replace(env, ports=replace(env.ports, web=taken))
        with pytest.raises(Stop, match=rf"port {taken}, which web needs, is taken by process"):
            ports.refuse_taken(busy, ["web"])


def test_the_supervisor_restarts_every_program(env: Env) -> None:
    text = render(env, [Program("web", ("run it", "100%"), "web", whole_group=True)])
    assert 'command="run it" 100%%' in text
    assert "autorestart=true" in text
    assert "killasgroup=true" in text


def test_a_deep_folder_gets_a_short_place_for_sockets(tmp_path: Path, env: Env) -> None:
    deep = replace(env, var=tmp_path / ("deep" * 30))
    assert len(str(asterisk_conf.socket_folder(deep))) < 70


def test_a_configuration_is_written_only_where_it_is_new(tmp_path: Path, env: Env) -> None:
    etc = tmp_path / "etc"
    asterisk_conf.render(env, {}, etc)
    for file in etc.iterdir():
        os.utime(file, (1, 1))
    asterisk_conf.render(replace(env, ari_password="another"), {}, etc)
    written = {file.name for file in etc.iterdir() if file.stat().st_mtime > 1}
    assert written == {"ari.conf"}


def test_asterisk_is_configured_for_this_installation(tmp_path: Path, env: Env) -> None:
    asterisk_conf.render(env, {}, tmp_path / "etc")
    read = {path.name: path.read_text("utf-8") for path in (tmp_path / "etc").iterdir()}
    assert "bindport = 15992" in read["http.conf"]
    assert "bind = 127.0.0.1:15993" in read["pjsip.conf"]
    assert "match = 127.0.0.2" in read["pjsip.conf"]
    assert f"{env.spool}/hangups.csv" in read["extensions.conf"]
    assert "bridge_native_rtp" not in MODULES
    assert all("{{" not in text and "{%" not in text for text in read.values())


def test_an_operators_trunk_replaces_the_simulated_one(tmp_path: Path, env: Env) -> None:
    trunks = tmp_path / "trunks.toml"
    trunks.write_text(
        '[[trunk]]\nname = "telecom"\nmatch = ["192.0.2.0/28"]\naddress = "192.0.2.1:5060"\n',
        "utf-8",
    )
    asterisk_conf.render(env, {"LIANXIN_TRUNKS": str(trunks)}, tmp_path / "etc")
    text = (tmp_path / "etc" / "pjsip.conf").read_text("utf-8")
    assert "[telecom]" in text
    assert "match = 192.0.2.0/28" in text
    assert "127.0.0.2" not in text


def test_errors_of_the_system_say_what_to_do() -> None:
    assert "disk is full" in sentence(OSError(28, "No space left on device"))
    assert "cannot be written" in sentence(PermissionError(13, "Permission denied", "/x"))


def test_the_console_is_built_again_when_a_source_changed(tmp_path: Path) -> None:
    (tmp_path / "a.ts").write_text("1", "utf-8")
    (tmp_path / "dist").mkdir()
    before = sources_digest(tmp_path)
    (tmp_path / "dist" / "built.js").write_text("x", "utf-8")
    assert sources_digest(tmp_path) == before
    (tmp_path / "a.ts").write_text("2", "utf-8")
    assert sources_digest(tmp_path) != before


def test_translations_are_compiled(tmp_path: Path) -> None:
    folder = tmp_path / "portal" / "locale" / "en" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").write_text('msgid "查询"\nmsgstr "Look up"\n', "utf-8")
    compile_translations(tmp_path)
    assert b"Look up" in (folder / "django.mo").read_bytes()


def test_a_reader_that_goes_away_ends_nothing() -> None:
    command = [sys.executable, "-c", "from devkit.say import line\nfor n in range(9999): line('x')"]
    with subprocess.Popen(
        command, cwd=REPOSITORY, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0
