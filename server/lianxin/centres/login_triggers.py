"""What PostgreSQL itself does when an account changes, for the migrations of logins."""

from __future__ import annotations

from django.db.migrations import RunSQL

#: PostgreSQL's channel on which an end is announced.
CHANNEL = "lianxin_logins"

_NOTE_END = (
    "INSERT INTO centres_loginend (centre_id, person_id, login, at)"
    " VALUES (NEW.centre_id, NEW.id, '', clock_timestamp());"
)
#: Fewer roles leave the session as it is, with fewer rights; these end it.
_CLOSE = (
    "IF OLD.password IS DISTINCT FROM NEW.password OR OLD.active IS DISTINCT FROM NEW.active THEN"
    " UPDATE centres_login SET ended_at = clock_timestamp(), ended_by = 'account'"
    " WHERE person_id = NEW.id AND ended_at IS NULL; END IF;"
)


def end_logins_by_trigger() -> list[RunSQL]:
    """Migration steps: ends are announced, and follow from changes of a person's account."""
    announce = (
        "CREATE FUNCTION lianxin_announce_login_end() RETURNS trigger LANGUAGE plpgsql AS $$"
        f" BEGIN PERFORM pg_notify('{CHANNEL}', ''); RETURN NULL; END $$;"
        "CREATE TRIGGER announce_login_end AFTER INSERT ON centres_loginend"
        " FOR EACH STATEMENT EXECUTE FUNCTION lianxin_announce_login_end()"
    )
    taken = " OR ".join(
        f"OLD.{column} IS DISTINCT FROM NEW.{column}"
        for column in ("password", "roles", "rights", "active")
    )
    whenever = (
        "CREATE TRIGGER end_logins AFTER UPDATE ON centres_person"
        f" FOR EACH ROW WHEN ({taken}) EXECUTE FUNCTION lianxin_end_logins()"
    )
    return [
        RunSQL(
            announce,
            "DROP TRIGGER announce_login_end ON centres_loginend;"
            "DROP FUNCTION lianxin_announce_login_end()",
        ),
        RunSQL(_ender("CREATE", _NOTE_END), "DROP FUNCTION lianxin_end_logins()"),
        RunSQL(whenever, "DROP TRIGGER end_logins ON centres_person"),
    ]


def close_logins_by_trigger() -> RunSQL:
    """Migration step: with a password or an account its logins are over, whoever changed it."""
    return RunSQL(
        _ender("CREATE OR REPLACE", _NOTE_END + _CLOSE), _ender("CREATE OR REPLACE", _NOTE_END)
    )


def _ender(create: str, does: str) -> str:
    return (
        f"{create} FUNCTION lianxin_end_logins() RETURNS trigger LANGUAGE plpgsql AS $$"
        f" BEGIN {does} RETURN NULL; END $$"
    )
