"""Texts that are read aloud ahead of any call."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from lianxin.centres.choices import ChoiceField, held_to
from lianxin.centres.models import Centre
from lianxin.rules.values import Language
from lianxin.speech.choices import ReadAbout, ReadingState


class Reading(models.Model):
    """朗读: the sound of a text that callers hear without anybody having recorded it.

    ``about`` and ``about_id``: whose text it is; what belongs to nobody any more is deleted.
    ``key`` is made of all that the sound depends on, and names its file (``files.py``).
    """

    centre = models.ForeignKey(Centre, models.PROTECT)
    about: ChoiceField[ReadAbout] = models.CharField(max_length=16)
    about_id = models.CharField(max_length=64)
    language: ChoiceField[Language] = models.CharField(max_length=3)
    text = models.TextField()
    key = models.CharField(max_length=32)
    state: ChoiceField[ReadingState] = models.CharField(max_length=12, default="waiting")
    tries = models.PositiveIntegerField(default=0)
    reason = models.CharField(max_length=400, blank=True, default="")  # why it failed
    seconds = models.FloatField(default=0.0)
    bytes = models.BigIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["centre", "about", "about_id", "language", "key"], name="reading_key"
            ),
            *held_to("reading", about=ReadAbout, language=Language, state=ReadingState),
        ]
        indexes: ClassVar = [models.Index(fields=["centre", "key"], name="reading_file")]

    def __str__(self) -> str:
        return self.key
