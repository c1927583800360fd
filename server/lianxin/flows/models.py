"""What a caller hears, as a graph of nodes: one draft, and versions that never change."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone

from lianxin.centres.choices import ChoiceField, held_to
from lianxin.centres.models import Centre, Person
from lianxin.flows.choices import DraftState, FlowKind


class Flow(models.Model):
    """``deleted_at``: put away; its code stays taken, and it can be had back."""

    centre = models.ForeignKey(Centre, models.PROTECT)
    code = models.SlugField(max_length=32)
    name = models.CharField(max_length=64)
    kind: ChoiceField[FlowKind] = models.CharField(max_length=8, default="flow")
    deleted_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["centre", "code"], name="flow_code"),
            *held_to("flow", kind=FlowKind),
        ]

    def __str__(self) -> str:
        return self.code


class FlowDraft(models.Model):
    """What is being drawn. It may be broken, and embeds no subflow.

    ``version`` grows with every change: an editor names the one that they changed.
    """

    centre = models.ForeignKey(Centre, models.PROTECT)
    flow = models.OneToOneField(Flow, models.PROTECT, related_name="draft")
    version = models.PositiveIntegerField(default=1)
    spec = models.JSONField()
    #: Where the nodes stand on the canvas; null: the editor lays them out.
    layout = models.JSONField(null=True)
    state: ChoiceField[DraftState] = models.CharField(max_length=8, default="editing")
    note = models.CharField(max_length=500, blank=True, default="")  # of the review
    updated_by = models.ForeignKey(Person, models.PROTECT, null=True)
    updated_at = models.DateTimeField(default=timezone.now)
    based_on = models.PositiveIntegerField(null=True)  # the number of a version
    uses = ArrayField(models.CharField(max_length=64), default=list)  # codes of subflows
    #: Of lint, when it was saved; null: it was never saved by an editor.
    errors = models.PositiveIntegerField(null=True)
    warnings = models.PositiveIntegerField(null=True)

    class Meta:
        constraints: ClassVar = held_to("flow_draft", state=DraftState)

    def __str__(self) -> str:
        return f"{self.flow_id} draft {self.version}"


class FlowVersion(models.Model):
    """A published flow, never changed. ``number`` counts from 1 within the flow.

    In force is the newest by ``effective_at``, then ``number``, of those whose time has come
    and that were not called off. ``spec`` embeds its subflows.
    """

    centre = models.ForeignKey(Centre, models.PROTECT)
    flow = models.ForeignKey(Flow, models.PROTECT)
    number = models.PositiveIntegerField()
    spec = models.JSONField()
    layout = models.JSONField(null=True)
    #: Layouts of the embedded subflows, by where they stand: ``bill``, ``bill/pay``.
    inner_layouts = models.JSONField(default=dict)
    embeds = ArrayField(models.CharField(max_length=64), default=list)  # codes, at any depth
    note = models.CharField(max_length=500, blank=True, default="")
    reason = models.CharField(max_length=500, blank=True, default="")  # why despite scenarios
    from_version = models.PositiveIntegerField(null=True)  # rolled back to
    #: Of the draft that it is; null: of no draft of today's (rolled back to, or of a file).
    draft_version = models.PositiveIntegerField(null=True)
    #: {"passed": n, "failed": n, "failing": [names]} as they were when it was published.
    scenarios = models.JSONField(default=dict)
    published_at = models.DateTimeField(auto_now_add=True)
    published_by = models.ForeignKey(Person, models.PROTECT, null=True)
    effective_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["flow", "number"], name="flow_version_number")
        ]
        indexes: ClassVar = [
            models.Index(fields=["flow", "-effective_at", "-number"], name="flow_version_force"),
        ]

    def __str__(self) -> str:
        return f"{self.flow_id} v{self.number}"


class FlowCancellation(models.Model):
    """A version that was to come and was called off: a row beside it, which stays as it is."""

    centre = models.ForeignKey(Centre, models.PROTECT)
    version = models.OneToOneField(FlowVersion, models.PROTECT, related_name="cancellation")
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(Person, models.PROTECT, null=True)

    def __str__(self) -> str:
        return f"{self.version_id} cancelled"


class FlowScenario(models.Model):
    """A caller's way through a flow, and the transcript that it must give."""

    centre = models.ForeignKey(Centre, models.PROTECT)
    flow = models.ForeignKey(Flow, models.PROTECT, related_name="scenarios")
    name = models.CharField(max_length=80)
    setup = models.JSONField(default=dict)
    steps = models.JSONField(default=list)
    expected = models.JSONField(default=list)
    updated_by = models.ForeignKey(Person, models.PROTECT, null=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["flow", "name"], name="flow_scenario_name")
        ]

    def __str__(self) -> str:
        return self.name


class FlowPresence(models.Model):
    """Who has a flow's draft open, and when their page last said so."""

    centre = models.ForeignKey(Centre, models.PROTECT)
    flow = models.ForeignKey(Flow, models.CASCADE)
    person = models.ForeignKey(Person, models.CASCADE)
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["flow", "person"], name="flow_presence")
        ]

    def __str__(self) -> str:
        return f"{self.flow_id} {self.person_id}"
