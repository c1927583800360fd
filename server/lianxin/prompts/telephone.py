"""Prompts by telephone: a code on the page, spoken for on the line, once.

The page shows a code and a number. Whoever dials the number walks a flow with a ``studio`` node:
it asks for the code (``find_code``), records, and tells what was kept (``keep_recorded``).
"""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from django.utils.crypto import get_random_string

from lianxin.centres import audit, throttle
from lianxin.centres.access import ADMINISTRATOR, FLOW_EDITOR, Actor
from lianxin.centres.isolation import scope
from lianxin.prompts.models import PromptCode
from lianxin.prompts.own import own_prompt
from lianxin.prompts.tasks import keep_take
from lianxin.rules.values import Language

DIGITS = 6
VALID = timedelta(minutes=30)
#: What a caller has begun while the code was valid still counts.
GRACE = timedelta(minutes=30)
#: Wrong codes in ten minutes, for one centre: a code cannot be found by trying.
TRIES, TRIES_SECONDS = 20, 600


def give_code(who: Actor, prompt: str, language: Language) -> PromptCode:
    """A code for one version of a prompt; the person's older one for it ends. ``NotFound``."""
    who.need(FLOW_EDITOR, ADMINISTRATOR)
    with who.scope():
        row = own_prompt(who.centre, prompt)
        now = timezone.now()
        open_codes = PromptCode.objects.filter(used_at=None)
        open_codes.filter(expires_at__lt=now - GRACE).update(used_at=now)
        open_codes.filter(prompt=row, language=language, made_by_id=who.person).update(used_at=now)
        audit.note(who, "prompt.code_given", "prompt", row.pk, prompt=prompt, language=language)
        return PromptCode.objects.create(
            centre_id=who.centre,
            prompt=row,
            language=language,
            code=_new_code(set(open_codes.values_list("code", flat=True))),
            made_by_id=who.person,
            expires_at=now + VALID,
        )


def find_code(centre: int, code: str) -> tuple[str, str] | None:
    """The prompt and the language that ``code`` stands for; ``None`` when it is not valid."""
    if throttle.wait("prompt_code", str(centre), TRIES, TRIES_SECONDS):
        return None
    with scope(centre):
        row = PromptCode.objects.select_related("prompt").filter(code=code, used_at=None).first()
    if row is None or row.expires_at < timezone.now():
        throttle.note("prompt_code", str(centre))
        return None
    return row.prompt.code, row.language


def keep_recorded(centre: int, code: str, path: str) -> None:
    """What was spoken for ``code`` lies at ``path`` in the store. In the centre's scope.

    The code is spent; a job makes the version. A code that nobody gave is passed over.
    """
    rows = PromptCode.objects.select_for_update().filter(code=code, used_at=None)
    row = rows.filter(expires_at__gt=timezone.now() - GRACE).first()
    if row is None:
        return
    row.used_at = timezone.now()
    row.save(update_fields=["used_at"])
    keep_take.defer(centre=centre, code=row.pk, path=path)


def _new_code(taken: set[str]) -> str:
    while (code := get_random_string(DIGITS, "0123456789")) in taken:
        pass
    return code
