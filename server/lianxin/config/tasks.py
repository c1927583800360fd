"""Jobs of the whole platform."""

from __future__ import annotations

from datetime import timedelta

from django.contrib.sessions.models import Session
from django.utils import timezone
from procrastinate.contrib.django import app

from lianxin.cases.models import CaseRequest, CodeAttempt
from lianxin.centres import throttle
from lianxin.centres.isolation import scope
from lianxin.centres.queries import all_centres


@app.periodic(cron="17 * * * *")
@app.task(queue="sweep", queueing_lock="sweep", name="config.sweep")
def sweep(timestamp: int) -> None:  # noqa: ARG001 - procrastinate says when it was due
    """Delete what has expired: sessions, attempts, keys of requests. Twice does no harm."""
    now = timezone.now()
    Session.objects.filter(expire_date__lt=now).delete()
    throttle.sweep()
    for centre in all_centres():
        with scope(centre.pk):
            CodeAttempt.objects.filter(at__lt=now - timedelta(days=2)).delete()
            CaseRequest.objects.filter(at__lt=now - timedelta(days=2)).delete()
