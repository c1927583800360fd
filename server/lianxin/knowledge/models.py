"""知识库: a tree of laws, duties and guides that callers walk with keys."""

from __future__ import annotations

from typing import ClassVar, Literal

from django.db import models

from lianxin.centres.choices import ChoiceField, held_to
from lianxin.centres.models import Centre, Person

EntryState = Literal["draft", "published"]


class KnowledgeEntry(models.Model):
    """知识条目. ``titles`` and ``bodies`` are texts by language: zh, en, yue.

    ``title_prompt`` and ``body_prompt`` name prompts of the library, "" where there is none:
    the text is read aloud then (``reading.py``). Heard while published and between the two days.
    """

    centre = models.ForeignKey(Centre, models.PROTECT)
    code = models.CharField(max_length=64)
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="children")
    order = models.PositiveIntegerField(default=0)
    titles = models.JSONField(default=dict)
    bodies = models.JSONField(default=dict)
    title_prompt = models.CharField(max_length=64, default="")
    body_prompt = models.CharField(max_length=64, default="")
    state: ChoiceField[EntryState] = models.CharField(max_length=16, default="draft")
    effective_from = models.DateField(null=True)
    effective_to = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)
    updated_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["centre", "code"], name="knowledge_code"),
            *held_to("knowledge", state=EntryState),
        ]
        indexes: ClassVar = [
            models.Index(fields=["centre", "parent", "order", "id"], name="knowledge_tree")
        ]

    def __str__(self) -> str:
        return self.code


class KnowledgeVersion(models.Model):
    """An entry as it was saved once. ``data``: its fields, as the API gives them."""

    centre = models.ForeignKey(Centre, models.PROTECT)
    entry = models.ForeignKey(KnowledgeEntry, models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    data = models.JSONField()
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["entry", "number"], name="knowledge_version")
        ]

    def __str__(self) -> str:
        return f"{self.entry_id} {self.number}"
