"""传真: documents that citizens asked for on the telephone and get on paper."""

from __future__ import annotations

from typing import ClassVar, Literal

from django.db import models

from lianxin.centres.choices import ChoiceField, held_to
from lianxin.centres.ids import new_id
from lianxin.centres.models import Centre
from lianxin.rules.values import Language

FaxState = Literal["waiting", "sending", "sent", "failed", "cancelled"]


class Fax(models.Model):
    """One document for one telephone. ``key`` says which fact it came from: the same fact
    again makes no second fax.

    ``attempt`` is the call that sends it now, or sent it last. ``attempts`` tells of all that
    are over: call, at, end, error, pages. ``twice``: a try broke off when paper may have come
    out already, so that there may be two copies.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    centre = models.ForeignKey(Centre, models.PROTECT)
    key = models.CharField(max_length=80)
    number = models.CharField(max_length=32)
    #: Who asked for it; "" when the number was withheld.
    caller = models.CharField(max_length=64, default="")
    #: The hotline's number: it stands on the page, and the fax is sent from it.
    line = models.CharField(max_length=32)
    title = models.CharField(max_length=200)
    body = models.TextField()
    language: ChoiceField[Language] = models.CharField(max_length=8, default="zh")
    pages = models.PositiveSmallIntegerField()
    #: The picture of its pages is in the store.
    drawn = models.BooleanField(default=False)
    state: ChoiceField[FaxState] = models.CharField(max_length=16, default="waiting")
    tries = models.PositiveSmallIntegerField(default=0)
    next_at = models.DateTimeField()
    attempt = models.UUIDField(null=True)
    attempts = models.JSONField(default=list)
    twice = models.BooleanField(default=False)
    last_error = models.CharField(max_length=64, default="")
    call = models.UUIDField(null=True)
    created_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["centre", "key"], name="fax_key"),
            *held_to("fax", language=Language, state=FaxState),
        ]
        indexes: ClassVar = [
            models.Index(fields=["centre", "-created_at", "-id"], name="fax_newest"),
            models.Index(fields=["state", "next_at"], name="fax_due"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.state}"
