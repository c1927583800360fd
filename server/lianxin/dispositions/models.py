"""What a call came to that became no case: the list of each centre."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from lianxin.centres.models import Centre, Person


class Disposition(models.Model):
    """结束方式. One that was used stays for good: archived, it is offered no more.

    ``version`` grows with every change but that of the order.
    """

    centre = models.ForeignKey(Centre, models.PROTECT)
    code = models.SlugField(max_length=32)
    name_zh = models.CharField(max_length=64)
    name_en = models.CharField(max_length=64, default="")
    #: From 1, in the order in which they are offered.
    position = models.PositiveSmallIntegerField()
    archived = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)
    updated_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["centre", "code"], name="disposition_code")
        ]

    def __str__(self) -> str:
        return self.code
