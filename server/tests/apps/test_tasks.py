"""Jobs, run directly and twice."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone
from procrastinate.contrib.django import app

from lianxin.calls.models import Recording
from lianxin.calls.tasks import verify_recordings
from lianxin.centres import throttle
from lianxin.centres.isolation import scope
from lianxin.centres.models import Alarm, Attempt
from lianxin.upkeep.tasks import sweep

pytestmark = pytest.mark.django_db


def test_a_recording_that_is_what_was_stored_is_verified(
    recorded: Callable[..., Recording],
) -> None:
    row = recorded()
    sound = (settings.ENV.store / row.path).read_bytes()
    with scope(row.centre_id):
        Recording.objects.filter(pk=row.pk).update(sha256=hashlib.sha256(sound).hexdigest())
    verify_recordings(centre=row.centre_id, recordings=[str(row.pk)])
    with scope(row.centre_id):
        assert Recording.objects.get(pk=row.pk).verified_at is not None
        assert not Alarm.objects.exists()


@pytest.mark.parametrize("missing", [False, True])
def test_another_sound_than_was_stored_is_an_alarm_once(
    recorded: Callable[..., Recording], missing: bool
) -> None:
    row = recorded()
    if missing:
        (settings.ENV.store / row.path).unlink()
    for _ in range(2):
        verify_recordings(centre=row.centre_id, recordings=[str(row.pk)])
    with scope(row.centre_id):
        alarm = Alarm.objects.get()
    assert (alarm.code, alarm.object_id) == ("recording.mismatch", str(row.pk))


def test_the_sweep_takes_what_has_expired_and_nothing_else(db: None) -> None:
    throttle.note("login", "old")
    Attempt.objects.update(at=timezone.now() - timedelta(days=2))
    throttle.note("login", "new")
    for _ in range(2):
        sweep(0)
    assert [attempt.key for attempt in Attempt.objects.all()] == ["new"]


@pytest.mark.parametrize("job", ["sweep", "read_what_waits", "retry_stalled"])
def test_a_job_that_an_older_version_queued_is_known(job: str) -> None:
    assert app.tasks[f"config.{job}"] is app.tasks[f"upkeep.{job}"]
