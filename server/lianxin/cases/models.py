"""The work order: what a citizen asked for."""

from __future__ import annotations

from typing import ClassVar, Literal, get_args

from django.db import models

from lianxin.calls.models import Call, Recording
from lianxin.cases.choices import CaseSource, CaseType, Ground, Urgency
from lianxin.centres.access import Secrecy
from lianxin.centres.choices import ChoiceField, held_to
from lianxin.centres.ids import new_id
from lianxin.centres.models import Centre, Person
from lianxin.centres.telephone_field import TelephoneField
from lianxin.rules.lifecycle import CASE_OPENED, CaseHistoryEvent, CaseState
from lianxin.rules.values import Language


class Case(models.Model):
    """工单. ``version`` grows with every change: an editor names the one that they read."""

    id = models.UUIDField(primary_key=True, default=new_id)
    centre = models.ForeignKey(Centre, models.PROTECT)
    number = models.CharField(max_length=16, unique=True)
    type: ChoiceField[CaseType] = models.CharField(max_length=16)
    source: ChoiceField[CaseSource] = models.CharField(max_length=16)
    title = models.CharField(max_length=200)
    content = models.TextField(default="")
    citizen_name = models.CharField(max_length=64, default="")
    phone = TelephoneField(max_length=32, default="")
    #: 分机: what is dialled behind the number.
    phone_extension = models.CharField(max_length=6, default="", db_default="")
    address = models.CharField(max_length=200, default="")
    urgency: ChoiceField[Urgency] = models.CharField(max_length=16, default="normal")
    secrecy: ChoiceField[Secrecy] = models.CharField(max_length=16, default="internal")
    #: Who chose the secrecy; None for the system, and where it is not known any more.
    secrecy_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    state: ChoiceField[CaseState] = models.CharField(max_length=16, default=CASE_OPENED)
    code_hash = models.CharField(max_length=64, default="")
    version = models.PositiveIntegerField(default=1)
    created_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    updated_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    call = models.ForeignKey(Call, models.PROTECT, null=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["centre", "-created_at", "-id"], name="case_newest"),
            models.Index(fields=["centre", "phone", "-created_at"], name="case_phone"),
        ]
        constraints: ClassVar = held_to(
            "case",
            type=CaseType,
            source=CaseSource,
            urgency=Urgency,
            secrecy=Secrecy,
            state=CaseState,
        )

    def __str__(self) -> str:
        return self.number


class CaseRecording(models.Model):
    """A recording that is attached to a case: at most one case for each."""

    centre = models.ForeignKey(Centre, models.PROTECT)
    case = models.ForeignKey(Case, models.PROTECT, related_name="attachments")
    recording = models.OneToOneField(Recording, models.PROTECT)

    def __str__(self) -> str:
        return f"{self.case_id} {self.recording_id}"


class CaseEvent(models.Model):
    """What happened to a case. Only ever added: the case's state is the last event's ``after``.

    ``number`` counts from 1 in each case. ``by`` null: nobody who was signed in. ``allowed_by``
    says why it was allowed. ``request_id``: what asked for it once, however often it came; "" when
    nobody said.
    """

    centre = models.ForeignKey(Centre, models.PROTECT)
    case = models.ForeignKey(Case, models.PROTECT, related_name="events")
    number = models.PositiveIntegerField()
    at = models.DateTimeField()
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    event: ChoiceField[CaseHistoryEvent] = models.CharField(max_length=16)
    before: ChoiceField[CaseState | Literal[""]] = models.CharField(max_length=16, default="")
    after: ChoiceField[CaseState] = models.CharField(max_length=16)
    reason = models.CharField(max_length=500, default="")
    allowed_by: ChoiceField[Ground] = models.CharField(max_length=32)
    data = models.JSONField(default=dict)
    request_id = models.CharField(max_length=80, default="")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "number"], name="case_event_number"),
            models.UniqueConstraint(
                fields=["case", "by", "request_id"],
                condition=~models.Q(request_id=""),
                nulls_distinct=False,  # also of the system, which is nobody
                name="case_event_request",
            ),
            models.CheckConstraint(
                condition=models.Q(number=1, event="opened", before="")
                | models.Q(~models.Q(event="opened"), number__gt=1, before__in=get_args(CaseState)),
                name="case_event_opened_first",
            ),
            *held_to("case_event", event=CaseHistoryEvent, after=CaseState, allowed_by=Ground),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.number} {self.event}"


class CaseReply(models.Model):
    """答复: what a citizen is told was done. Each is a row of its own, and stays
    once it is approved; what stood in a draft before is in the audit trail.

    The newest without ``approved_at`` is the draft; the newest with it is what the citizen is
    told, while the case is in a state that a reply belongs to and was not taken up again since.
    """

    centre = models.ForeignKey(Centre, models.PROTECT)
    case = models.ForeignKey(Case, models.PROTECT, related_name="replies")
    number = models.PositiveIntegerField()
    language: ChoiceField[Language] = models.CharField(max_length=3, default="zh")
    text = models.TextField()
    written_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    approved_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    approved_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "number"], name="case_reply_number"),
            models.CheckConstraint(
                condition=models.Q(approved_by=None, approved_at=None)
                | models.Q(approved_by__isnull=False, approved_at__isnull=False),
                name="case_reply_approval",
            ),
            *held_to("case_reply", language=Language),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.number}"


class CaseCounter(models.Model):
    """The last sequence that a centre used on a day of its own calendar."""

    centre = models.ForeignKey(Centre, models.PROTECT)
    day = models.DateField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["centre", "day"], name="case_counter_day")
        ]

    def __str__(self) -> str:
        return f"{self.centre_id} {self.day}"


class CaseRequest(models.Model):
    """A request to open a case, by its idempotency key: asked twice, opened once."""

    centre = models.ForeignKey(Centre, models.PROTECT)
    person = models.ForeignKey(Person, models.PROTECT)
    key = models.CharField(max_length=80)
    fingerprint = models.CharField(max_length=64)
    case = models.ForeignKey(Case, models.PROTECT)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["centre", "person", "key"], name="case_request_key")
        ]

    def __str__(self) -> str:
        return self.key


class CodeAttempt(models.Model):
    """A wrong code for a number, by who asked (a telephone number or an address)."""

    centre = models.ForeignKey(Centre, models.PROTECT)
    number = models.CharField(max_length=16)
    asker = models.CharField(max_length=64)
    #: Of an address: what it shares with its neighbours; "" for a telephone number.
    network = models.CharField(max_length=64, default="", db_default="")
    at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["centre", "number", "at"], name="code_attempts"),
            models.Index(fields=["centre", "asker", "at"], name="code_attempts_of_asker"),
            models.Index(fields=["centre", "network", "at"], name="code_attempts_of_network"),
        ]

    def __str__(self) -> str:
        return self.number
