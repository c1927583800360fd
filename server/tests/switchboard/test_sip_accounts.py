"""The fields of a browser's telephone, and its password."""

from __future__ import annotations

import pytest

from lianxin.switchboard.exchange.sip_accounts import (
    aor_fields,
    auth_fields,
    derive_password,
    endpoint_fields,
)


def test_the_same_login_has_the_same_password() -> None:
    assert derive_password("s", "agent-1-8001", 10) == derive_password("s", "agent-1-8001", 10)


@pytest.mark.parametrize(
    ("secret", "name", "expires_at"),
    [("t", "agent-1-8001", 10), ("s", "agent-1-8002", 10), ("s", "agent-1-8001", 11)],
)
def test_another_login_has_another_password(secret: str, name: str, expires_at: int) -> None:
    other = derive_password(secret, name, expires_at)
    assert other != derive_password("s", "agent-1-8001", 10)


def test_a_password_is_long_and_needs_no_quoting() -> None:
    password = derive_password("密钥", "web-0f", 10)
    assert len(password) == 32
    assert password.replace("-", "").replace("_", "").isalnum()


def test_name_and_expiry_cannot_be_moved_into_each_other() -> None:
    assert derive_password("s", "web-1", 11) != derive_password("s", "web-11", 1)


def test_an_endpoint_uses_its_own_account_and_address() -> None:
    fields = endpoint_fields("web-0f", "from-web")
    assert (fields["auth"], fields["aors"], fields["context"]) == ("web-0f", "web-0f", "from-web")
    assert auth_fields("web-0f", "p")["username"] == "web-0f"


def test_everything_is_forbidden_before_something_is_allowed() -> None:
    names = list(endpoint_fields("web-0f", "from-web"))
    assert names.index("disallow") < names.index("allow")


def test_only_a_citizen_who_fell_silent_is_hung_up() -> None:
    assert int(endpoint_fields("web-0f", "from-web")["rtp_timeout"]) > 0
    assert "rtp_timeout" not in endpoint_fields("agent-1-8001", "from-agent")


def test_the_newest_page_is_the_telephone() -> None:
    fields = aor_fields("agent-1-8001")
    assert (fields["max_contacts"], fields["remove_existing"]) == ("1", "yes")
