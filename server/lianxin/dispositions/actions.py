"""Writes of dispositions."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import IntegrityError, transaction

from lianxin.centres import audit
from lianxin.centres.access import ADMINISTRATOR, Actor
from lianxin.centres.errors import NotFound
from lianxin.centres.versions import check_version
from lianxin.dispositions.errors import CodeTaken, DispositionConflict, ListFull
from lianxin.dispositions.models import Disposition
from lianxin.dispositions.shipped import SHIPPED

#: More nobody chooses from while a caller waits.
MOST = 40

_AUDITED = ("name_zh", "name_en", "position", "archived")


@dataclass(frozen=True)
class DispositionDraft:
    """A disposition as it shall be. ``position``: from 1; None: where it stands, or the last."""

    name_zh: str
    name_en: str = ""
    position: int | None = None
    archived: bool = False


def ship_dispositions(who: Actor) -> None:
    """Give a centre that has none those that it begins with. Needs administrator."""
    who.need(ADMINISTRATOR)
    with who.scope():
        if Disposition.objects.exists():
            return
        Disposition.objects.bulk_create(
            Disposition(
                centre_id=who.centre, code=each.code, name_zh=each.zh, name_en=each.en, position=n
            )
            for n, each in enumerate(SHIPPED, start=1)
        )


def make_disposition(who: Actor, code: str, draft: DispositionDraft) -> Disposition:
    """Put a disposition into the centre's list. Needs administrator.

    Raises ``CodeTaken``, ``ListFull``.
    """
    who.need(ADMINISTRATOR)
    with who.scope():
        rows = _locked()
        if len(rows) >= MOST:
            raise ListFull(most=MOST)
        try:
            with transaction.atomic():
                row = Disposition.objects.create(
                    centre_id=who.centre,
                    code=code,
                    name_zh=draft.name_zh,
                    name_en=draft.name_en,
                    archived=draft.archived,
                    position=len(rows) + 1,
                )
        except IntegrityError as error:
            raise CodeTaken(disposition=code) from error
        _place([*rows, row], row, draft.position)
        audit.note(who, "disposition.made", "disposition", code, name=draft.name_zh)
        return row


def change_disposition(who: Actor, code: str, version: int, draft: DispositionDraft) -> Disposition:
    """Change names, place or archiving of a disposition that was read at ``version``. Calls that
    have it keep it. Needs administrator.

    Raises ``DispositionConflict``, ``NotFound``.
    """
    who.need(ADMINISTRATOR)
    with who.scope():
        rows = _locked()
        row = next((each for each in rows if each.code == code), None)
        if row is None:
            raise NotFound
        check_version(row, version, DispositionConflict)
        before = {name: getattr(row, name) for name in _AUDITED}
        row.name_zh, row.name_en, row.archived = draft.name_zh, draft.name_en, draft.archived
        _place(rows, row, draft.position)
        changes = audit.changes(before, {name: getattr(row, name) for name in _AUDITED})
        if changes["after"]:
            row.version, row.updated_by_id = version + 1, who.person
            row.save()
            audit.note(who, "disposition.changed", "disposition", code, **changes)
        return row


def _locked() -> list[Disposition]:
    """The centre's list in order: nobody else changes it meanwhile."""
    return list(Disposition.objects.select_for_update().order_by("position", "pk"))


def _place(rows: list[Disposition], row: Disposition, position: int | None) -> None:
    """Let ``row`` stand at ``position`` of ``rows``, and all be counted from 1."""
    if position is not None:
        rows = [each for each in rows if each is not row]
        rows.insert(position - 1, row)
    for place, each in enumerate(rows, start=1):
        if each.position != place:
            each.position = place
            each.save(update_fields=["position"])
