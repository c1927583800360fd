"""A centre's own prompts. What is shipped stands in ``shipped/prompts.toml``, for every centre."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

from lianxin.centres.choices import ChoiceField, held_to
from lianxin.centres.models import Centre, Person
from lianxin.prompts.choices import PromptSource, VersionState
from lianxin.rules.values import Language


class Prompt(models.Model):
    """``code`` is what a flow writes. The same code as a shipped prompt goes before that one."""

    centre = models.ForeignKey(Centre, models.PROTECT)
    code = models.CharField(max_length=48)
    name = models.CharField(max_length=64, blank=True, default="")
    note = models.CharField(max_length=400, blank=True, default="")
    #: Language → what is to be said; a version keeps what it does say.
    texts = models.JSONField(default=dict)
    #: Grows with each change of name, note and texts; 0: none since it was made, or shipped.
    version = models.PositiveIntegerField(default=0)
    updated_at = models.DateTimeField(default=timezone.now)
    updated_by = models.ForeignKey(Person, models.PROTECT, null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["centre", "code"], name="prompt_code")
        ]

    def __str__(self) -> str:
        return self.code


class PromptVersion(models.Model):
    """One sound of a prompt in one language. ``number`` counts from 1 within both."""

    centre = models.ForeignKey(Centre, models.PROTECT)
    prompt = models.ForeignKey(Prompt, models.CASCADE, related_name="versions")
    language: ChoiceField[Language] = models.CharField(max_length=3)
    number = models.PositiveIntegerField()
    text = models.TextField(blank=True, default="")
    voice = models.CharField(max_length=32, blank=True, default="")
    speed = models.FloatField(default=1.0)
    source: ChoiceField[PromptSource] = models.CharField(max_length=12)
    state: ChoiceField[VersionState] = models.CharField(max_length=12, default="ready")
    reason = models.CharField(max_length=400, blank=True, default="")  # why it failed
    current = models.BooleanField(default=False)
    seconds = models.FloatField(default=0.0)
    level = models.FloatField(null=True)  # of the voice, dB below full scale
    bytes = models.BigIntegerField(default=0)
    sha256 = models.CharField(max_length=64, blank=True, default="")
    path = models.CharField(max_length=160, blank=True, default="")  # under ``Env.sounds``
    peaks = models.JSONField(default=list)  # 0 to 100, evenly over the sound
    made_by = models.ForeignKey(Person, models.PROTECT, null=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["prompt", "language", "number"], name="prompt_version_number"
            ),
            models.UniqueConstraint(
                fields=["prompt", "language"],
                condition=Q(current=True),
                name="prompt_version_current",
            ),
            *held_to("prompt_version", language=Language, source=PromptSource, state=VersionState),
        ]

    def __str__(self) -> str:
        return f"{self.prompt_id} {self.language} {self.number}"


class PromptCode(models.Model):
    """Who knows ``code`` may speak a new version of a prompt into the telephone, once."""

    centre = models.ForeignKey(Centre, models.PROTECT)
    prompt = models.ForeignKey(Prompt, models.CASCADE)
    language: ChoiceField[Language] = models.CharField(max_length=3)
    code = models.CharField(max_length=8)
    made_by = models.ForeignKey(Person, models.PROTECT)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    version = models.ForeignKey(PromptVersion, models.SET_NULL, null=True)  # what was made of it

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["centre", "code"], condition=Q(used_at=None), name="prompt_code_open"
            ),
            *held_to("prompt_code", language=Language),
        ]

    def __str__(self) -> str:
        return f"{self.prompt_id} {self.language}"
