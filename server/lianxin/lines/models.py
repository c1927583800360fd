"""A number that citizens dial."""

from __future__ import annotations

from django.db import models

from lianxin.centres.models import Centre
from lianxin.flows.models import Flow


class Line(models.Model):
    """``number`` is unique on the platform: a call arrives with nothing but a number."""

    centre = models.ForeignKey(Centre, models.PROTECT)
    number = models.CharField(max_length=20, unique=True)
    name = models.CharField(max_length=64)
    flow = models.ForeignKey(Flow, models.PROTECT)

    def __str__(self) -> str:
        return self.number
