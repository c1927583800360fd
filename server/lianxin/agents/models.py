"""What an agent has beside a person's name and rights."""

from __future__ import annotations

from django.db import models

from lianxin.centres.models import Centre, Person


class Telephone(models.Model):
    """An ordinary telephone that rings instead of the agent's page (居家坐席).

    ``number`` is dialled through the trunk ``trunk``; the page still shows and steers the call.
    """

    centre = models.ForeignKey(Centre, models.PROTECT)
    person = models.OneToOneField(Person, models.CASCADE, related_name="telephone")
    number = models.CharField(max_length=32)
    trunk = models.SlugField(max_length=32, default="carrier")

    def __str__(self) -> str:
        return f"{self.person_id} {self.number}"
