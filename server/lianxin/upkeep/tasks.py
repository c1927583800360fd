"""Jobs of the whole platform, which no one room owns.

Jobs that an older version has put into the queue are known by their ``aliases``.
"""

from __future__ import annotations

from datetime import timedelta

from django.contrib.sessions.models import Session
from django.utils import timezone
from procrastinate import JobContext
from procrastinate.contrib.django import app

from lianxin.calls.memory import forget_old
from lianxin.cases.models import CaseRequest, CodeAttempt
from lianxin.centres import throttle
from lianxin.centres.isolation import fresh_connection, scope
from lianxin.centres.logins import end_unused, forget_ended
from lianxin.centres.people.rules import switch_off_by_rule
from lianxin.centres.queries import all_centres
from lianxin.knowledge.reading import read_published
from lianxin.speech import engine
from lianxin.speech.readings import catch_up


@app.periodic(cron="17 * * * *")
@app.task(queue="sweep", queueing_lock="sweep", name="upkeep.sweep", aliases=["config.sweep"])
def sweep(timestamp: int) -> None:  # noqa: ARG001 - procrastinate says when it was due
    """Delete what has expired: sessions, attempts, keys of requests. Twice does no harm."""
    now = timezone.now()
    fresh_connection()
    Session.objects.filter(expire_date__lt=now).delete()
    throttle.sweep()
    for centre in all_centres():
        with scope(centre.pk):
            CodeAttempt.objects.filter(at__lt=now - timedelta(days=2)).delete()
            CaseRequest.objects.filter(at__lt=now - timedelta(days=2)).delete()
            forget_old()
            forget_ended()


@app.periodic(cron="*/5 * * * *")
@app.task(queue="sweep", queueing_lock="accounts", name="upkeep.accounts")
def accounts(timestamp: int) -> None:  # noqa: ARG001 - procrastinate says when it was due
    """Switch off accounts that expired, or that nobody uses, by the rules of their centre."""
    fresh_connection()
    for centre in all_centres():
        with scope(centre.pk):
            switch_off_by_rule(centre)


@app.periodic(cron="* * * * *")
@app.task(queue="sweep", queueing_lock="end_unused_logins", name="upkeep.end_unused_logins")
def end_unused_logins(timestamp: int) -> None:  # noqa: ARG001 - procrastinate says when it was due
    """End logins that nobody uses, or that have lived long enough: with them the live socket."""
    fresh_connection()
    for centre in all_centres():
        with scope(centre.pk):
            end_unused()


@app.periodic(cron="*/20 * * * *")
@app.task(
    queue="sweep",
    queueing_lock="read_what_waits",
    name="upkeep.read_what_waits",
    aliases=["config.read_what_waits"],
)
def read_what_waits(timestamp: int) -> None:  # noqa: ARG001 - procrastinate says when it was due
    """Read aloud what waited for an engine, and what an update or a lost disk has made unread."""
    fresh_connection()
    for centre in all_centres() if engine.available() else ():
        with scope(centre.pk):
            read_published(centre.pk)
            catch_up(centre.pk)


@app.periodic(cron="*/5 * * * *")
@app.task(
    queue="sweep",
    queueing_lock="retry_stalled",
    name="upkeep.retry_stalled",
    aliases=["config.retry_stalled"],
    pass_context=True,
)
async def retry_stalled(context: JobContext, timestamp: int) -> None:  # noqa: ARG001
    """Start the jobs of workers that died once more: every job may run twice."""
    jobs = context.app.job_manager
    for job in await jobs.get_stalled_jobs():
        await jobs.retry_job(job)
