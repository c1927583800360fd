"""Asking the worker to draw: by the job's name, so that the outbox needs none of what draws."""

from __future__ import annotations

from uuid import UUID

from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

DRAW = "faxes.draw"


def draw_soon(centre: int, fax: UUID) -> None:
    """Ask the worker to draw; called after the commit of what is to be drawn."""
    try:
        app.configure_task(DRAW, queueing_lock=f"faxes:{fax}").defer(centre=centre, fax=str(fax))
    except AlreadyEnqueued:
        return
