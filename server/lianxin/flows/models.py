"""What a caller hears, as a graph of nodes. A version that was published never changes."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from lianxin.centres.models import Centre, Person


class Flow(models.Model):
    centre = models.ForeignKey(Centre, models.PROTECT)
    code = models.SlugField(max_length=32)
    name = models.CharField(max_length=64)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["centre", "code"], name="flow_code")
        ]

    def __str__(self) -> str:
        return self.code


class FlowVersion(models.Model):
    """A published flow. ``number`` counts from 1 within the flow."""

    centre = models.ForeignKey(Centre, models.PROTECT)
    flow = models.ForeignKey(Flow, models.PROTECT)
    number = models.PositiveIntegerField()
    spec = models.JSONField()
    published_at = models.DateTimeField(auto_now_add=True)
    published_by = models.ForeignKey(Person, models.PROTECT, null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["flow", "number"], name="flow_version_number")
        ]

    def __str__(self) -> str:
        return f"{self.flow_id} v{self.number}"
