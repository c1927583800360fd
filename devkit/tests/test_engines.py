"""How the engines' packages are chosen."""

from __future__ import annotations

from pathlib import Path

import pytest

from devkit.engines.catalogue import ENGINES, left_out, upstream
from devkit.engines.lock import Package, digest_of, read_lock, write_lock
from devkit.engines.sources import Source, of_distribution, parse_classic, parse_deb822
from devkit.paths import ENGINES_LOCK

CLASSIC = """\
# a comment
deb [arch=amd64 signed-by=/keys/a.gpg] http://mirror.example/debian bookworm main contrib
deb-src http://mirror.example/debian bookworm main
deb cdrom:[disc]/ bookworm main
deb http://mirror.example/tool stable main # another
"""
DEB822 = """\
Types: deb deb-src
URIs: http://mirror.example/debian http://second.example/debian
Suites: trixie trixie-updates
Components: main
Signed-By:
 -----BEGIN PGP PUBLIC KEY BLOCK-----
 .
 abc
 -----END PGP PUBLIC KEY BLOCK-----

Types: deb
URIs: http://mirror.example/off
Suites: trixie
Components: main
Enabled: no
"""


def test_a_classic_file_keeps_how_an_archive_is_trusted() -> None:
    first, *_ = parse_classic(CLASSIC)
    assert first == Source(
        "http://mirror.example/debian",
        "bookworm",
        ("main", "contrib"),
        (("signed-by", "/keys/a.gpg"),),
    )


def test_only_the_distributions_own_archives_are_taken() -> None:
    taken = of_distribution(parse_classic(CLASSIC), "bookworm")
    assert [source.uri for source in taken] == ["http://mirror.example/debian"]


def test_a_stanza_is_one_source_for_each_address_and_suite() -> None:
    found = list(parse_deb822(DEB822))
    assert [(s.uri.split("/")[2], s.suite) for s in found] == [
        ("mirror.example", "trixie"),
        ("mirror.example", "trixie-updates"),
        ("second.example", "trixie"),
        ("second.example", "trixie-updates"),
    ]


def test_a_key_inside_a_stanza_survives_writing_and_reading() -> None:
    first, *_ = parse_deb822(DEB822)
    assert list(parse_deb822(first.stanza())) == [first]
    assert "\n -----BEGIN" in first.stanza()


def test_another_suite_of_the_same_archive() -> None:
    source = Source("http://mirror.example/debian", "bookworm", ("main", "contrib"))
    assert source.of_suite("forky") == Source("http://mirror.example/debian", "forky", ("main",))


@pytest.mark.parametrize(
    ("engine", "version", "good"),
    [
        ("asterisk", "1:18.10.0~dfsg+~cs6.10.40431411-2", False),
        ("asterisk", "1:20.6.0~dfsg+~cs6.13.40431414-2", False),
        ("asterisk", "1:20.15.0", True),
        ("asterisk", "1:21.8.1", False),
        ("asterisk", "1:22.10.1+dfsg+~cs6.17.60671434-1", True),
        ("asterisk", "1:23.1.0", True),
        ("postgres", "14+238", False),
        ("postgres", "15+248+deb12u1", True),
        ("postgres", "17+278", True),
    ],
)
def test_whether_a_suite_is_good_enough(engine: str, version: str, good: bool) -> None:
    assert ENGINES[engine].good_enough(version) is good


def test_versions_without_epoch_and_with_it() -> None:
    assert upstream("1:22.10.1+dfsg-1") == (22, 10, 1)
    assert upstream("15+248") == (15,)
    assert upstream("nonsense") == (0,)


def test_libraries_are_unpacked_and_installation_helpers_are_not() -> None:
    assert not left_out("libc6")
    assert not left_out("libicu72")
    assert left_out("perl-modules-5.42")
    assert left_out("debconf")


def test_a_lock_survives_writing_and_reading(tmp_path: Path) -> None:
    lock = {
        "asterisk debian-forky-amd64": (Package("a", "1", "aa"), Package("b", "2:3", "bb")),
        "postgres debian-bookworm-amd64": (Package("c", "15", "cc"),),
    }
    write_lock(tmp_path / "lock", lock)
    assert read_lock(tmp_path / "lock") == lock


def test_the_digest_does_not_depend_on_the_order() -> None:
    one, two = Package("a", "1", "aa"), Package("b", "2", "bb")
    assert digest_of((one, two)) == digest_of((two, one)) != digest_of((one,))


def test_the_committed_lock_names_no_mirror() -> None:
    assert "://" not in ENGINES_LOCK.read_text("utf-8")
    assert read_lock(ENGINES_LOCK)
