"""Who may do what to accounts: the whole table of roles and acts, apart and together."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianxin.rules import powers
from lianxin.rules.powers import (
    ACTS,
    ADMINISTRATORS,
    MAILBOX,
    ORDINARY,
    RIGHTS,
    ROLES,
    Account,
    Act,
    Held,
    Refusal,
    acts_of,
    is_dormant,
    is_over,
    locks_out,
    reach_of,
    refusal,
    refusal_to_give,
)

HELD = st.builds(
    Held, st.frozensets(st.sampled_from(ROLES)), st.frozensets(st.sampled_from(RIGHTS))
)

#: Role -> what it may do where one person may be all administrators, and where nobody may.
TABLE: dict[str, tuple[str, str]] = {
    "agent": ("", ""),
    "supervisor": ("list", "list"),
    "administrator": (
        "list add change switch grant reset end_logins read_trail",
        "list add change switch",
    ),
    "security_administrator": (
        "list switch grant reset end_logins",
        "list switch grant reset end_logins",
    ),
    "audit_administrator": ("list read_trail", "list read_trail"),
    "flow_editor": ("", ""),
    "knowledge_editor": ("", ""),
    "operator": ("", ""),
}


TOUCHING: tuple[Act, ...] = ("change", "switch", "reset", "end_logins")


def held(*roles: str, rights: tuple[str, ...] = ()) -> Held:
    return Held(frozenset(roles), frozenset(rights))


def test_the_table_knows_every_role() -> None:
    assert set(TABLE) == set(ROLES)
    assert ORDINARY | ADMINISTRATORS | {"operator"} == set(ROLES)


@pytest.mark.parametrize(("role", "act", "separate"), [*product(ROLES, ACTS, (False, True))])
def test_a_role_may_do_what_stands_in_the_table(role: str, act: Act, separate: bool) -> None:
    may = act in TABLE[role][separate].split()
    assert (act in acts_of([role], separate)) is may
    nobody = held()
    assert refusal(act, held(role), nobody, separate, own=False) == (None if may else "no_role")


def test_separate_administrators_share_no_act_that_could_hide_another() -> None:
    """Who makes an account cannot give it rights; who does either cannot read who did it."""
    acts = {role: acts_of([role], separate=True) for role in ADMINISTRATORS}
    assert "grant" not in acts["administrator"]
    assert "reset" not in acts["administrator"]
    assert "add" not in acts["security_administrator"]
    assert [role for role in acts if "read_trail" in acts[role]] == ["audit_administrator"]


@pytest.mark.parametrize("separate", [False, True])
@pytest.mark.parametrize("act", ["switch", "grant", "reset", "end_logins"])
def test_nobody_does_it_to_themselves(act: Act, separate: bool) -> None:
    for role in ADMINISTRATORS:
        me = held(role)
        if act in acts_of([role], separate):
            assert refusal(act, me, me, separate, own=True) == "yourself"


GIFTS: list[tuple[bool, Held, Held, Held, Refusal | None]] = [
    # An administrator gives the work of the hotline, and their own role, and takes both.
    (False, held("administrator"), held(), held("agent", "supervisor"), None),
    (False, held("administrator"), held("agent"), held(), None),
    (False, held("administrator"), held(), held("administrator"), None),
    # Nobody gives what they do not hold, or takes it away.
    (False, held("administrator"), held(), held(rights=(MAILBOX,)), "beyond"),
    (False, held("administrator"), held("agent", rights=(MAILBOX,)), held("agent"), "beyond"),
    (False, held("administrator", rights=(MAILBOX,)), held(), held(rights=(MAILBOX,)), None),
    (False, held("administrator"), held(), held("operator"), "beyond"),
    (False, held("administrator", "operator"), held(), held("operator"), None),
    (False, held("administrator"), held(), held("security_administrator"), "beyond"),
    (False, held("security_administrator"), held(), held("administrator"), "beyond"),
    (False, held("security_administrator"), held(), held("security_administrator"), None),
    # What stays as it is need not be held: only what is given or taken.
    (False, held("administrator"), held(rights=(MAILBOX,)), held("agent", rights=(MAILBOX,)), None),
    # Where the three are separate, who gives rights gives all three, to three people.
    (True, held("security_administrator"), held(), held("administrator"), None),
    (True, held("security_administrator"), held(), held("audit_administrator"), None),
    (True, held("security_administrator"), held("agent"), held("agent", "administrator"), None),
    (
        True,
        held("security_administrator"),
        held("administrator"),
        held("administrator", "audit_administrator"),
        "exclusive",
    ),
    (True, held("security_administrator"), held(), held("operator"), "beyond"),
    (True, held("security_administrator"), held(), held(rights=(MAILBOX,)), "beyond"),
]


@pytest.mark.parametrize(("separate", "me", "before", "after", "why"), GIFTS)
def test_who_gives_what(
    separate: bool, me: Held, before: Held, after: Held, why: Refusal | None
) -> None:
    assert refusal_to_give(me, before, after, separate) == why


@given(HELD, HELD, HELD, st.booleans())
def test_a_gift_never_reaches_further_than_its_giver(
    me: Held, before: Held, after: Held, separate: bool
) -> None:
    if refusal_to_give(me, before, after, separate) is None:
        reach = reach_of(me, separate)
        assert after <= before | reach
        assert before <= after | reach
        if separate:
            assert len(after.roles & ADMINISTRATORS) < 2


@given(HELD, HELD, st.booleans())
def test_an_account_is_out_of_reach_with_all_that_it_holds(
    me: Held, other: Held, separate: bool
) -> None:
    """A reset password gives whoever knows it all that the other holds."""
    if refusal("reset", me, other, separate, own=False) is None:
        assert other.rights <= me.rights
        beyond = other.roles - me.roles - ORDINARY
        assert not beyond or (separate and beyond <= ADMINISTRATORS)


def test_an_administrator_touches_no_account_that_holds_more() -> None:
    reader = held(rights=(MAILBOX,))
    for act in TOUCHING:
        assert refusal(act, held("administrator"), reader, False, own=False) == "beyond"
    assert refusal("switch", held("administrator"), held("administrator"), True, own=False) is None
    security = held("security_administrator")
    assert refusal("switch", held("administrator"), security, True, own=False) == "beyond"
    assert refusal("reset", security, held("administrator"), True, own=False) is None


def account(*roles: str, active: bool = True, until: date | None = None) -> Account:
    return Account(frozenset(roles), active, until)


def test_somebody_who_may_give_rights_stays() -> None:
    admin, agent = account("administrator"), account("agent")
    assert locks_out([admin, agent], [account("agent"), agent], separate=False)
    assert locks_out([admin], [account("administrator", active=False)], separate=False)
    assert locks_out([admin], [account("administrator", until=date(2030, 1, 1))], separate=False)
    assert not locks_out([admin, admin], [admin, agent], separate=False)
    assert not locks_out([agent], [agent], separate=False), "where nobody could, nothing is lost"
    security = account("security_administrator")
    assert not locks_out([admin, security], [admin, agent], separate=False)
    assert locks_out([admin, security], [admin, agent], separate=True)


def test_an_account_ends_after_its_last_day() -> None:
    last = date(2026, 3, 2)
    assert not is_over(None, last)
    assert not is_over(last, last)
    assert is_over(last, last + timedelta(days=1))


def test_dormant_is_who_was_away_for_longer_than_the_centre_allows() -> None:
    now = datetime(2026, 3, 2, tzinfo=UTC)
    assert not is_dormant(now - timedelta(days=90), now, 90)
    assert is_dormant(now - timedelta(days=90, seconds=1), now, 90)
    assert not is_dormant(now - timedelta(days=9000), now, 0)


def test_powers_of_several_roles_are_those_of_each() -> None:
    both = powers.acts_of(["administrator", "audit_administrator"], separate=True)
    assert both == acts_of(["administrator"], separate=True) | {"read_trail"}
