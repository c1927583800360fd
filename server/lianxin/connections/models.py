"""Where flows look things up: a centre's connections to services and databases of the city."""

from __future__ import annotations

from typing import ClassVar, Literal

from django.db import models

from lianxin.centres.choices import ChoiceField, held_to
from lianxin.centres.models import Centre, Person
from lianxin.connections.breaker import BreakerState

ConnectionKind = Literal["http", "postgresql", "mysql"]


class Connection(models.Model):
    """数据连接. ``settings`` by kind: ``connections.actions``. Its secrets are in ``sealed``.

    ``version`` grows with every change: an editor names the one that they read.
    """

    centre = models.ForeignKey(Centre, models.PROTECT)
    code = models.CharField(max_length=32)
    name = models.CharField(max_length=64)
    kind: ChoiceField[ConnectionKind] = models.CharField(max_length=16)
    settings = models.JSONField(default=dict)
    #: Header values and passwords, encrypted (``connections.secrets``); "" when there are none.
    sealed = models.TextField(default="")
    version = models.PositiveIntegerField(default=1)
    updated_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering: ClassVar = ["code"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["centre", "code"], name="connection_code"),
            *held_to("connection", kind=ConnectionKind),
        ]

    def __str__(self) -> str:
        return self.code


class ConnectionQuery(models.Model):
    """A statement that an administrator wrote; a flow names it and gives the parameters."""

    centre = models.ForeignKey(Centre, models.PROTECT)
    connection = models.ForeignKey(Connection, models.CASCADE, related_name="queries")
    code = models.CharField(max_length=32)
    sql = models.TextField()
    note = models.CharField(max_length=200, default="")

    class Meta:
        ordering: ClassVar = ["code"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["connection", "code"], name="connection_query_code")
        ]

    def __str__(self) -> str:
        return self.code


class ConnectionHealth(models.Model):
    """How a connection has done lately, as the switchboard saw it.

    ``samples``: the last 100 look-ups, ``[milliseconds, ok]`` each, the newest last.
    """

    centre = models.ForeignKey(Centre, models.PROTECT)
    connection = models.OneToOneField(Connection, models.CASCADE, related_name="health")
    breaker: ChoiceField[BreakerState] = models.CharField(max_length=16, default="closed")
    samples = models.JSONField(default=list)
    last_error = models.CharField(max_length=64, default="")
    last_error_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = held_to("connection_health", breaker=BreakerState)

    def __str__(self) -> str:
        return f"{self.connection_id} {self.breaker}"
