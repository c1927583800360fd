"""通知: what is sent to citizens. Written down first, sent from there, never twice."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from lianxin.centres.choices import ChoiceField, held_to
from lianxin.centres.ids import new_id
from lianxin.centres.models import Centre, Person
from lianxin.centres.telephone_field import TelephoneField
from lianxin.notices.choices import CaseNoticeEvent, NoticeEvent, NoticeState, NoticeWay
from lianxin.rules.values import Language


class NoticeTemplate(models.Model):
    """The words of a notice by language. ``{name}`` is filled with what the flow gave."""

    centre = models.ForeignKey(Centre, models.PROTECT)
    code = models.CharField(max_length=32)
    name = models.CharField(max_length=64)
    texts = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1)
    updated_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering: ClassVar = ["code"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["centre", "code"], name="notice_template_code")
        ]

    def __str__(self) -> str:
        return self.code


class NoticeGateway(models.Model):
    """How a centre sends: the code of an HTTP connection, the path, and the fields' names.

    ``version`` 0: it was never set.
    """

    centre = models.OneToOneField(Centre, models.PROTECT)
    connection = models.CharField(max_length=32, default="")
    path = models.CharField(max_length=200, default="/messages")
    number_field = models.CharField(max_length=32, default="to")
    text_field = models.CharField(max_length=32, default="text")
    key_field = models.CharField(max_length=32, default="key")
    version = models.PositiveIntegerField(default=0)
    updated_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    updated_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return self.connection


class NoticeRule(models.Model):
    """What a centre sends of an event of a case over one way, where it chose otherwise than what
    is shipped."""

    centre = models.ForeignKey(Centre, models.PROTECT)
    event: ChoiceField[CaseNoticeEvent] = models.CharField(max_length=16)
    way: ChoiceField[NoticeWay] = models.CharField(max_length=8)
    on = models.BooleanField()
    template = models.CharField(max_length=32)
    version = models.PositiveIntegerField(default=0)
    updated_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["centre", "event", "way"], name="notice_rule_once"),
            *held_to("notice_rule", event=CaseNoticeEvent, way=NoticeWay),
        ]

    def __str__(self) -> str:
        return f"{self.event} {self.way}"


class Notice(models.Model):
    """One message to one number. ``key`` says which fact it came from: the same fact again
    makes no second notice, and the gateway is given the key so that it sends once.

    ``text`` is "" until it was rendered, which is when it is first sent. ``case``, ``event`` and
    ``by``: of which case it tells what, and who did that; None and "" when it is of none.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    centre = models.ForeignKey(Centre, models.PROTECT)
    key = models.CharField(max_length=80)
    way: ChoiceField[NoticeWay] = models.CharField(max_length=8, default="sms")
    number = TelephoneField(max_length=32)
    template = models.CharField(max_length=32)
    data = models.JSONField(default=dict)
    language: ChoiceField[Language] = models.CharField(max_length=8, default="zh")
    text = models.TextField(default="")
    state: ChoiceField[NoticeState] = models.CharField(max_length=16, default="waiting")
    tries = models.PositiveSmallIntegerField(default=0)
    next_at = models.DateTimeField()
    last_error = models.CharField(max_length=64, default="")
    call = models.UUIDField(null=True)
    #: A key of a folder above this one.
    case = models.UUIDField(null=True)
    #: The database's own default is for a process of the version before.
    event: ChoiceField[NoticeEvent] = models.CharField(max_length=16, default="", db_default="")
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["centre", "key"], name="notice_key"),
            *held_to(
                "notice", way=NoticeWay, language=Language, state=NoticeState, event=NoticeEvent
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["centre", "-created_at", "-id"], name="notice_newest"),
            models.Index(fields=["state", "next_at"], name="notice_due"),
            models.Index(
                fields=["case"], name="notice_case", condition=models.Q(case__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.way} {self.state}"
