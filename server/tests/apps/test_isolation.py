"""The wall between centres, as PostgreSQL itself describes it."""

from __future__ import annotations

import pytest
from django.db import ProgrammingError, connection, transaction
from django.db.utils import InternalError

from lianxin.centres.isolation import PLATFORM_TABLES, scope
from lianxin.centres.models import AuditEntry, Centre, Person

pytestmark = pytest.mark.django_db

_TABLES = """
SELECT c.relname, c.relrowsecurity, c.relforcerowsecurity,
    (SELECT count(*) FROM pg_policy p WHERE p.polrelid = c.oid)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p', 'm', 'f')
"""


def test_every_table_is_behind_the_wall_or_has_a_reason_not_to_be() -> None:
    with connection.cursor() as cursor:
        cursor.execute(_TABLES)
        tables = {name: rest for name, *rest in cursor.fetchall()}
    open_tables = {name for name, rest in tables.items() if rest != [True, True, 1]}
    assert open_tables == set(PLATFORM_TABLES)
    assert all(PLATFORM_TABLES.values())


def test_the_policy_of_every_table_names_the_centre_for_reading_and_writing() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT qual, with_check, roles, cmd FROM pg_policies")
        for qual, check, roles, command in cursor.fetchall():
            assert "app.centre" in qual
            assert check == qual
            assert (roles, command) == (["public"], "ALL")


def test_the_runtime_role_cannot_pass_the_wall() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles"
            " WHERE rolname = current_user"
        )
        assert cursor.fetchone() == (False, False, False, False)
        cursor.execute(
            "SELECT count(*) FROM pg_class WHERE pg_get_userbyid(relowner) = current_user"
        )
        assert cursor.fetchone() == (0,)


def test_no_centre_no_rows(centre: Centre) -> None:
    assert not Person.objects.exists()
    with scope(centre.pk):
        assert Person.objects.count() == 12
    assert not Person.objects.exists()


def test_a_row_of_another_centre_cannot_be_read_changed_or_made(
    centre: Centre, other: Centre
) -> None:
    with scope(other.pk):
        stranger = Person.objects.get(number="8001")
    with scope(centre.pk):
        assert not Person.objects.filter(pk=stranger.pk).exists()
        assert Person.objects.filter(pk=stranger.pk).update(name="x") == 0
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            Person.objects.create(centre=other, number="1", name="x")


def test_a_scope_in_a_scope_gives_the_outer_one_back(centre: Centre, other: Centre) -> None:
    with scope(centre.pk):
        with scope(other.pk):
            assert Person.objects.count() == 5
        assert Person.objects.count() == 12


def test_a_scope_that_fails_gives_the_outer_one_back(centre: Centre, other: Centre) -> None:
    with scope(centre.pk):
        with pytest.raises(LookupError), scope(other.pk):
            raise LookupError
        assert Person.objects.count() == 12


_FOR_GOOD = ("centres_auditentry", "calls_callevent", "flows_flowversion", "cases_caseevent")


@pytest.mark.parametrize("table", _FOR_GOOD)
@pytest.mark.parametrize("act", ["DELETE FROM {}", "UPDATE {} SET centre_id = 1", "TRUNCATE {}"])
def test_what_was_written_for_good_cannot_be_changed(centre: Centre, table: str, act: str) -> None:
    with scope(centre.pk), connection.cursor() as cursor:
        denied = pytest.raises((ProgrammingError, InternalError), match="permission denied")
        with denied, transaction.atomic():
            cursor.execute(act.format(table))
        assert AuditEntry.objects.exists()
