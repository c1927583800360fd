"""The centre's setting of outbound numbers: read, and changed by an administrator."""

from __future__ import annotations

from dataclasses import asdict

from lianxin.centres import audit
from lianxin.centres.access import ADMINISTRATOR, Actor
from lianxin.centres.alarms import raise_alarm
from lianxin.centres.isolation import fresh_connection, scope
from lianxin.centres.versions import check_version
from lianxin.lines.errors import OutboundConflict
from lianxin.lines.models import OutboundSetting
from lianxin.rules.masking import masked
from lianxin.rules.outbound import CLASSES, USUAL, OutboundRule, Refusal


def outbound_rule() -> OutboundRule:
    """The rule of the centre whose scope is open."""
    row = OutboundSetting.objects.first()
    return rule_of(row) if row is not None else USUAL


def rule_of(row: OutboundSetting) -> OutboundRule:
    # A class that a later version knew, and this one does not, bars nothing here.
    classes = tuple(each for each in CLASSES if each in row.barred)
    return OutboundRule(
        barred=classes,
        barred_prefixes=tuple(row.barred_prefixes),
        allowed_prefixes=tuple(row.allowed_prefixes),
        number_an_hour=row.number_an_hour,
        number_a_day=row.number_a_day,
        centre_an_hour=row.centre_an_hour,
        centre_a_day=row.centre_a_day,
    )


def setting(who: Actor) -> tuple[OutboundRule, int]:
    """The rule and its version, 0 where the centre has said nothing. For administrators."""
    who.need(ADMINISTRATOR)
    with who.scope():
        row = OutboundSetting.objects.first()
        return (rule_of(row), row.version) if row is not None else (USUAL, 0)


def change_setting(who: Actor, version: int, rule: OutboundRule) -> None:
    """Let ``rule`` hold from the next leg on. Raises ``OutboundConflict``."""
    who.need(ADMINISTRATOR)
    with who.scope():
        row, _ = OutboundSetting.objects.select_for_update().get_or_create(
            centre_id=who.centre, defaults={**asdict(USUAL), "version": 0}
        )
        check_version(row, version, OutboundConflict)
        before = rule_of(row)
        for name, value in asdict(rule).items():
            setattr(row, name, list(value) if isinstance(value, tuple) else value)
        row.version, row.updated_by_id = row.version + 1, who.person
        row.save()
        changed = [name for name, value in asdict(rule).items() if asdict(before)[name] != value]
        audit.note(
            who,
            "outbound.changed",
            "centre",
            who.centre,
            before={name: asdict(before)[name] for name in changed},
            after={name: asdict(rule)[name] for name in changed},
        )


def report_limit(centre: int, code: Refusal, number: str) -> None:
    """Raise the alarm that a limit was reached. Writes to PostgreSQL, on a thread of its own."""
    fresh_connection()
    with scope(centre):
        raise_alarm(centre, code, "outbound", masked(number) or "centre")
