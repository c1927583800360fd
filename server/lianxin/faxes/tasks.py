"""Jobs of faxes. Each may run twice, or be killed in the middle, without harm."""

from __future__ import annotations

import logging
from datetime import timedelta

from django.conf import settings
from django.utils import timezone
from procrastinate.contrib.django import app

from lianxin.centres.isolation import fresh_connection, scope
from lianxin.centres.queries import all_centres
from lianxin.faxes.drawing_jobs import draw_soon
from lianxin.faxes.models import Fax
from lianxin.faxes.outbox import announce, pages_of
from lianxin.faxes.policy import NO_SIGN

log = logging.getLogger(__name__)

#: What was not drawn by then was forgotten: its job is asked for again.
FORGOTTEN = timedelta(minutes=1)


@app.task(queue="faxes", name="faxes.draw")
def draw(*, centre: int, fax: str) -> None:
    """Draw the pages of a fax that waits for them; the switchboard is told."""
    from lianxin.faxes.drawing import NoFont, NoSigns
    from lianxin.faxes.drawing import draw as draw_pages

    with scope(centre):
        row = _undrawn(fax)
    if row is None:
        return
    env = settings.ENV
    try:
        draw_pages(pages_of(row), env.faxes / f"{fax}.tif", env.fax_font, env.fax_font_index)
    except NoFont as error:
        log.error("fax %s cannot be drawn: %s", fax, error)
        _fail(centre, fax, "no_font")
        return
    except NoSigns as error:
        _fail(centre, fax, f"{NO_SIGN}: {error}")
        return
    with scope(centre):
        Fax.objects.filter(pk=fax, state="waiting").update(drawn=True)
        announce(centre)


@app.periodic(cron="* * * * *")
@app.task(queue="faxes", queueing_lock="draw_all", name="faxes.draw_all")
def draw_all(timestamp: int) -> None:  # noqa: ARG001 - procrastinate says when it was due
    """Ask again for what nobody has drawn."""
    fresh_connection()
    before = timezone.now() - FORGOTTEN
    for centre in all_centres():
        with scope(centre.pk):
            rows = Fax.objects.filter(state="waiting", drawn=False, created_at__lt=before)
            found = list(rows.values_list("pk", flat=True)[:100])
        for fax in found:
            draw_soon(centre.pk, fax)


def _fail(centre: int, fax: str, reason: str) -> None:
    with scope(centre):
        Fax.objects.filter(pk=fax, state="waiting").update(state="failed", last_error=reason[:64])


def _undrawn(fax: str) -> Fax | None:
    rows = Fax.objects.select_related("centre").filter(state="waiting", drawn=False)
    return rows.filter(pk=fax).first()
