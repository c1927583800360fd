"""Jobs of notices. Each may run twice, or be killed in the middle, without harm."""

from __future__ import annotations

from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from lianxin.centres.isolation import fresh_connection
from lianxin.centres.queries import all_centres
from lianxin.notices.sending import send_due


@app.task(queue="notices", name="notices.send")
def send(*, centre: int) -> None:
    """Send what is due at one centre."""
    send_due(centre)


@app.periodic(cron="* * * * *")
@app.task(queue="notices", queueing_lock="send_all", name="notices.send_all")
def send_all(timestamp: int) -> None:  # noqa: ARG001 - procrastinate says when it was due
    """Send what is due anywhere: retries, and what nobody asked for at once."""
    fresh_connection()
    for centre in all_centres():
        send_due(centre.pk)


def send_soon(centre: int) -> None:
    """Ask the worker to send; called after the commit of what is to be sent."""
    try:
        send.configure(queueing_lock=f"notices:{centre}").defer(centre=centre)
    except AlreadyEnqueued:
        return
