"""The setting of outbound numbers: who changes it, what it says to the switchboard, its alarm."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lianxin.centres.access import Actor
from lianxin.centres.errors import NotAllowed
from lianxin.centres.isolation import scope
from lianxin.centres.models import Alarm, AuditEntry
from lianxin.lines.errors import OutboundConflict
from lianxin.lines.loading import load_plans
from lianxin.lines.outbound import change_setting, report_limit, setting
from lianxin.rules.outbound import USUAL, OutboundRule

pytestmark = pytest.mark.django_db

RULE = OutboundRule(barred=("satellite",), allowed_prefixes=("+852",), number_an_hour=2)


def test_a_centre_that_has_said_nothing_has_the_usual_one(who: Callable[[str], Actor]) -> None:
    assert setting(who("9000")) == (USUAL, 0)
    assert {plan.rule for plan in load_plans().outbound} == {USUAL}


def test_a_change_is_checked_noted_and_reaches_the_switchboard(
    who: Callable[[str], Actor],
) -> None:
    admin = who("9000")
    change_setting(admin, 0, RULE)
    assert setting(admin) == (RULE, 1)
    rules = {plan.centre: plan.rule for plan in load_plans().outbound}
    assert rules[admin.centre] == RULE
    assert {rule for centre, rule in rules.items() if centre != admin.centre} == {USUAL}
    with scope(admin.centre):
        entry = AuditEntry.objects.get(action="outbound.changed")
    assert entry.data["after"]["allowed_prefixes"] == ["+852"]
    assert "centre_a_day" not in entry.data["after"]
    with pytest.raises(OutboundConflict):
        change_setting(admin, 0, USUAL)
    for number in ("8001", "8100"):
        with pytest.raises(NotAllowed):
            change_setting(who(number), 1, USUAL)
        with pytest.raises(NotAllowed):
            setting(who(number))


def test_a_limit_that_is_reached_is_an_alarm_that_shows_no_number(
    who: Callable[[str], Actor],
) -> None:
    centre = who("9000").centre
    for _ in range(2):
        report_limit(centre, "outbound.number_limit", "13900007704")
    report_limit(centre, "outbound.centre_limit", "")
    with scope(centre):
        told = {(alarm.code, alarm.object_id) for alarm in Alarm.objects.all()}
    assert told == {
        ("outbound.number_limit", "139****7704"),
        ("outbound.centre_limit", "centre"),
    }
