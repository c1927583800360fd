"""A centre's own row of a prompt. In the centre's scope."""

from __future__ import annotations

from lianxin.prompts.models import Prompt
from lianxin.prompts.queries import read_prompt
from lianxin.prompts.shipped import shipped


def own_prompt(centre: int, code: str) -> Prompt:
    """The centre's row of ``code``, locked; made for a shipped one at its first change.

    Raises ``NotFound``.
    """
    if code in shipped():
        Prompt.objects.get_or_create(centre_id=centre, code=code)
    else:
        read_prompt(code)
    return Prompt.objects.select_for_update().get(code=code)
