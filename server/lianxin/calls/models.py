"""What happened on the telephone: calls, their events, their recordings."""

from __future__ import annotations

from typing import ClassVar, Literal

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q

from lianxin.calls.events import (
    ENDS_EARLY,
    CallEndedBy,
    CallOutcome,
    CallSource,
    Kind,
    RecordingKind,
)
from lianxin.calls.segments import LEG, PARTY, QUEUE, SegmentEnd, SegmentKind
from lianxin.centres.access import CONFIDENTIAL, Secrecy
from lianxin.centres.choices import ChoiceField, held_to
from lianxin.centres.ids import new_id
from lianxin.centres.models import Centre, Person
from lianxin.centres.telephone_field import TelephoneField
from lianxin.dispositions.models import Disposition
from lianxin.rules.values import Language

RecordingState = Literal["recording", "stored", "lost"]


def kept_by(reader: int) -> Q:
    """Cases that this person has opened, and made as secret as they are: they go on with those."""
    return Q(created_by_id=reader, secrecy_by_id=reader)


class Call(models.Model):
    """One call, folded from its events. Absent times have not happened."""

    id = models.UUIDField(primary_key=True, default=new_id)
    centre = models.ForeignKey(Centre, models.PROTECT)
    line_number = models.CharField(max_length=32, default="")
    caller = TelephoneField(max_length=64, default="")
    source: ChoiceField[CallSource] = models.CharField(max_length=16, default="carrier")
    flow_version = models.BigIntegerField(null=True)
    channel = models.CharField(max_length=128, default="")
    #: Of the first event that is known, until ``started`` itself arrives.
    started_at = models.DateTimeField()
    queued_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    talking_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    outcome: ChoiceField[CallOutcome] = models.CharField(max_length=16, default="")
    ended_by: ChoiceField[CallEndedBy] = models.CharField(max_length=16, default="")
    cause = models.PositiveSmallIntegerField(null=True)
    agent = models.ForeignKey(Person, models.PROTECT, null=True)
    #: What the caller pressed: "2,0".
    keys = models.CharField(max_length=400, default="")
    last_seq = models.IntegerField(default=0)
    #: Confidential once it led to the mayor's mailbox: ``calls.secrecy``. The database's own
    #: default is for the ledger's statements, also those of a version before.
    secrecy: ChoiceField[Secrecy] = models.CharField(
        max_length=16, default="internal", db_default="internal"
    )

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["centre", "-started_at", "-id"], name="call_newest"),
            models.Index(fields=["centre", "caller", "-started_at"], name="call_caller"),
            models.Index(fields=["centre", "agent", "-started_at"], name="call_agent"),
        ]
        constraints: ClassVar = held_to(
            "call", source=CallSource, outcome=CallOutcome, ended_by=CallEndedBy, secrecy=Secrecy
        )

    def __str__(self) -> str:
        return str(self.id)


class CallEvent(models.Model):
    """One entry of the ledger, as the switchboard wrote it."""

    pk = models.CompositePrimaryKey("call", "seq")
    centre = models.ForeignKey(Centre, models.PROTECT, db_index=False)
    call = models.ForeignKey(Call, models.PROTECT, db_index=False)
    seq = models.IntegerField()
    at = models.DateTimeField()
    kind: ChoiceField[Kind] = models.CharField(max_length=32)
    data = models.JSONField(default=dict)

    class Meta:
        constraints: ClassVar = held_to("call_event", kind=Kind)

    def __str__(self) -> str:
        return f"{self.call_id} {self.seq} {self.kind}"


class CallSegment(models.Model):
    """One stretch of a call, folded from its events by ``calls.segments``, which says when each
    kind begins and ends. ``lianxin ledger rebuild`` makes all of them anew."""

    pk = models.CompositePrimaryKey("call", "ordinal")
    centre = models.ForeignKey(Centre, models.PROTECT, db_index=False)
    call = models.ForeignKey(Call, models.PROTECT, db_index=False)
    #: From 1, in the order in which they began.
    ordinal = models.PositiveIntegerField()
    kind: ChoiceField[SegmentKind] = models.CharField(max_length=16)
    leg = models.CharField(max_length=LEG, default="")
    party = models.CharField(max_length=PARTY, default="")
    agent = models.ForeignKey(Person, models.PROTECT, null=True, db_index=False)
    queue = models.CharField(max_length=QUEUE, default="")
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    how: ChoiceField[SegmentEnd] = models.CharField(max_length=32, default="")

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["centre", "kind", "began_at"], name="segment_kind"),
            models.Index(fields=["centre", "agent", "began_at"], name="segment_agent"),
            models.Index(fields=["centre", "queue", "began_at"], name="segment_queue"),
        ]
        constraints: ClassVar = held_to("call_segment", kind=SegmentKind, how=SegmentEnd)

    def __str__(self) -> str:
        return f"{self.call_id} {self.ordinal} {self.kind}"


class Recording(models.Model):
    """Audio of a call. ``path`` is relative to the store."""

    id = models.UUIDField(primary_key=True, default=new_id)
    centre = models.ForeignKey(Centre, models.PROTECT)
    call = models.ForeignKey(Call, models.PROTECT)
    kind: ChoiceField[RecordingKind] = models.CharField(max_length=16)
    state: ChoiceField[RecordingState] = models.CharField(max_length=16, default="recording")
    secrecy: ChoiceField[Secrecy] = models.CharField(max_length=16, default="internal")
    began_at = models.DateTimeField()
    name = models.CharField(max_length=200, default="")
    path = models.CharField(max_length=400, default="")
    bytes = models.BigIntegerField(default=0)
    milliseconds = models.BigIntegerField(default=0)
    sha256 = models.CharField(max_length=64, default="")
    #: Why nothing is kept of it, or not all (``ENDS_EARLY``: its file was never closed), or why it
    #: is no message (``NO_WORDS``).
    lost_reason = models.CharField(max_length=64, default="")
    verified_at = models.DateTimeField(null=True)

    of_closed_case: bool  # of rows that were ``annotated``

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["centre", "-began_at", "-id"], name="recording_newest"),
        ]
        constraints: ClassVar = held_to(
            "recording", kind=RecordingKind, state=RecordingState, secrecy=Secrecy
        )

    def __str__(self) -> str:
        return str(self.id)

    @property
    def ends_early(self) -> bool:
        """What was said after its end was not written down."""
        return self.state == "stored" and self.lost_reason == ENDS_EARLY

    @classmethod
    def annotated(cls, reader: int) -> models.QuerySet[Recording]:
        """All recordings, each with its call, and whether it is ``in_case_closed_to`` a person
        who has not the right ``mailbox``: ``of_closed_case``."""
        rows = cls.objects.select_related("call")
        return rows.annotate(of_closed_case=cls.in_case_closed_to(reader))

    @classmethod
    def in_case_closed_to(cls, reader: int) -> Q:
        """Those of which a case was made, or in whose call one was filed, that is confidential and
        that this person has not opened and made so themselves."""
        # By its name: this room lies below that of cases.
        cases = apps.get_model("cases", "Case")._default_manager.filter(secrecy=CONFIDENTIAL)
        closed = cases.exclude(kept_by(reader))
        made = closed.filter(attachments__recording=OuterRef("pk"))
        filed = closed.filter(call=OuterRef("call"))
        return Q(Exists(made)) | Q(Exists(filed))


class CallDisposition(models.Model):
    """What a call came to, as an agent said: beside the call's row, which its ledger makes anew."""

    centre = models.ForeignKey(Centre, models.PROTECT)
    call = models.OneToOneField(Call, models.PROTECT, related_name="disposed")
    disposition = models.ForeignKey(Disposition, models.PROTECT, related_name="+")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.call_id} {self.disposition_id}"


class CallerMemory(models.Model):
    """What is remembered of a caller: the language. ``caller`` is a keyed hash of the number."""

    centre = models.ForeignKey(Centre, models.PROTECT)
    caller = models.CharField(max_length=64)
    language: ChoiceField[Language] = models.CharField(max_length=8)
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["centre", "caller"], name="caller_memory"),
            *held_to("caller_memory", language=Language),
        ]

    def __str__(self) -> str:
        return self.language


class FlowTraffic(models.Model):
    """How often a node of a flow's version was entered on a day of the centre's own calendar,
    and how many callers hung up on it. Counted by ``calls.traffic``.

    The node "" is the flow itself: calls that ended, and those of them that needed nobody.
    """

    centre = models.ForeignKey(Centre, models.PROTECT)
    flow_version = models.BigIntegerField()
    day = models.DateField()
    node = models.CharField(max_length=200)
    entered = models.PositiveIntegerField(default=0)
    dropped = models.PositiveIntegerField(default=0)
    contained = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["centre", "flow_version", "day", "node"], name="flow_traffic"
            )
        ]

    def __str__(self) -> str:
        return f"{self.flow_version} {self.day} {self.node}"
