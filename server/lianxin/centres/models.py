"""The tenant: a centre, its people, its audit trail."""

from __future__ import annotations

from typing import ClassVar, Literal

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Now
from django.utils import timezone

from lianxin.centres.choices import ChoiceField, held_to


class Centre(models.Model):
    """A hotline: a city's, or a county's."""

    code = models.SlugField(max_length=32, unique=True)
    name = models.CharField(max_length=64)
    #: The city as it is spoken and written: 示范市. "" for the first word of the name.
    city = models.CharField(max_length=32, blank=True, default="")
    city_code = models.CharField(max_length=4, unique=True)
    #: 区号: what is dialled before the numbers of this city, 0990; "" when it is not known.
    area_code = models.CharField(max_length=4, blank=True, default="")
    zone = models.CharField(max_length=64, default="Asia/Shanghai")
    #: The host name under which citizens reach this centre's portal, "" for the default.
    host = models.CharField(max_length=253, blank=True, default="")
    #: Made up, with people whose passwords are in the manual: for trying only.
    demo = models.BooleanField(default=False, db_default=False)
    #: What the operator has switched off for this centre, see ``functions.py``.
    functions_off = ArrayField(models.CharField(max_length=32), default=list)
    #: The most that the centre may have; null: as many as it likes.
    quota_lines = models.PositiveIntegerField(null=True)
    quota_agents = models.PositiveIntegerField(null=True)
    quota_storage_mb = models.PositiveIntegerField(null=True)
    quota_faxes = models.PositiveIntegerField(null=True)  # of a day
    #: 三员分立: nobody is two of system, security and audit administrator.
    separate_administrators = models.BooleanField(default=False, db_default=False)
    #: Accounts in which nobody has signed in for so many days are switched off; 0: none is.
    dormant_days = models.PositiveSmallIntegerField(default=0, db_default=0)
    #: Who has one of these roles shows a second factor at sign-in, see ``second_factor``.
    second_factor_roles = ArrayField(models.CharField(max_length=32), default=list, db_default=[])
    #: Grows with every change by an operator.
    version = models.PositiveIntegerField(default=1)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return self.code

    @property
    def updated_by(self) -> Person | None:
        """Nobody is named: operators are people of other centres, whom no other centre sees."""
        return None


#: Which rule has switched an account off; "" for a person, or none.
OffReason = Literal["", "dormant", "expired"]


class Person(AbstractBaseUser):
    """Somebody who works at a centre. ``number`` is the 工号. ``version`` grows with every change
    by another person."""

    USERNAME_FIELD = "number"
    REQUIRED_FIELDS: ClassVar = ["centre", "name"]

    centre = models.ForeignKey(Centre, models.PROTECT)
    number = models.CharField(max_length=12)
    name = models.CharField(max_length=64)
    roles = ArrayField(models.CharField(max_length=32), default=list)
    rights = ArrayField(models.CharField(max_length=32), default=list)
    active = models.BooleanField(default=True)
    #: Somebody else knows the password: nothing may be done before it is changed.
    password_temporary = models.BooleanField(default=False, db_default=False)
    off_reason: ChoiceField[OffReason] = models.CharField(
        max_length=16, blank=True, default="", db_default=""
    )
    #: Since the account is switched on: from then on it can be dormant.
    on_since = models.DateTimeField(default=timezone.now, db_default=Now())
    #: The last day on which they may come in, in the centre's zone.
    expires_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1, db_default=1)
    updated_by = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    updated_at = models.DateTimeField(auto_now=True, db_default=Now())

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["centre", "number"], name="person_number"),
            *held_to("person", off_reason=OffReason),
        ]

    def __str__(self) -> str:
        return self.number


class PasswordBefore(models.Model):
    """The hash of a password that a person had, so that it does not come again."""

    centre = models.ForeignKey(Centre, models.PROTECT)
    person = models.ForeignKey(Person, models.PROTECT)
    password = models.CharField(max_length=128)
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.person_id} {self.at:%Y-%m-%d}"


class SecondFactor(models.Model):
    """What somebody shows beside their password: the six digits of their telephone's app.

    ``key`` "": none is in force yet. ``pending``: a key that no telephone has confirmed yet. Both
    are encrypted, see ``second_factor``.
    """

    centre = models.ForeignKey(Centre, models.PROTECT)
    person = models.OneToOneField(Person, models.PROTECT)
    key = models.CharField(max_length=200, blank=True, default="")
    pending = models.CharField(max_length=200, blank=True, default="")
    on_since = models.DateTimeField(null=True)
    #: The half minute since 1970 of the code that was taken last: none is taken twice.
    last_step = models.BigIntegerField(default=0)
    #: Hashes of those that are left, for the loss of the telephone.
    recovery_codes = ArrayField(models.CharField(max_length=64), default=list)
    #: Somebody has asked that it is taken away; another confirms it.
    reset_asked_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    reset_asked_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.person_id}"


class Login(models.Model):
    """That somebody has signed in with a browser; it is over when ``ended_at`` is set.

    ``key`` is in their session and in what the live socket is given; ``ended_by`` is in
    ``logins.ENDS``.
    """

    centre = models.ForeignKey(Centre, models.PROTECT)
    person = models.ForeignKey(Person, models.PROTECT)
    key = models.CharField(max_length=32, unique=True)
    begun_at = models.DateTimeField()
    #: When they last did something, as far as this is known; a minute late at most.
    seen_at = models.DateTimeField()
    #: The end of its longest life.
    until = models.DateTimeField()
    address = models.CharField(max_length=64, blank=True, default="")
    browser = models.CharField(max_length=64, blank=True, default="")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.CharField(max_length=16, blank=True, default="")

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["person", "ended_at"], name="login_of_person"),
            models.Index(
                fields=["centre", "seen_at"], condition=models.Q(ended_at=None), name="login_open"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.begun_at:%Y-%m-%d %H:%M}"


class LoginEnd(models.Model):
    """A login of a person that is over; ``login`` "": all that had begun ``at`` that moment."""

    centre = models.ForeignKey(Centre, models.PROTECT)
    person = models.ForeignKey(Person, models.PROTECT)
    login = models.CharField(max_length=32, default="")
    at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["centre", "at"], name="login_end_at")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.at:%Y-%m-%d %H:%M}"


class AuditEntry(models.Model):
    """Who did what to what. A stable code and data; the sentence is made when it is read.

    ``names``: what the things were called then, by ``kind:key``; None in entries of before names
    were kept.
    """

    centre = models.ForeignKey(Centre, models.PROTECT)
    at = models.DateTimeField(auto_now_add=True)
    person = models.ForeignKey(Person, models.PROTECT, null=True)
    action = models.CharField(max_length=64)
    object_type = models.CharField(max_length=32)
    object_id = models.CharField(max_length=64)
    data = models.JSONField(default=dict)
    names = models.JSONField(null=True)
    address = models.CharField(max_length=64, blank=True, default="")

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["centre", "-at", "-id"], name="audit_newest"),
            models.Index(fields=["centre", "object_type", "object_id"], name="audit_object"),
        ]

    def __str__(self) -> str:
        return f"{self.action} {self.object_type} {self.object_id}"


class Alarm(models.Model):
    """Something that a person must look at: a recording that is not what was stored."""

    centre = models.ForeignKey(Centre, models.PROTECT)
    at = models.DateTimeField(auto_now_add=True)
    code = models.CharField(max_length=64)
    object_type = models.CharField(max_length=32)
    object_id = models.CharField(max_length=64)
    data = models.JSONField(default=dict)
    cleared_at = models.DateTimeField(null=True)
    cleared_by = models.ForeignKey(Person, models.PROTECT, null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["centre", "code", "object_type", "object_id"],
                condition=models.Q(cleared_at=None),
                name="alarm_once",
            )
        ]
        indexes: ClassVar = [models.Index(fields=["centre", "-at", "-id"], name="alarm_newest")]

    def __str__(self) -> str:
        return f"{self.code} {self.object_id}"


class Attempt(models.Model):
    """One try at something that is limited: a login, a call from the web, a code."""

    kind = models.CharField(max_length=16)
    key = models.CharField(max_length=160)
    at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["kind", "key", "at"], name="attempt_window")]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"
