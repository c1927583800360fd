"""The worker's part of reading aloud: one text, with no transaction open while it is read."""

from __future__ import annotations

from lianxin.centres.alarms import raise_alarm
from lianxin.centres.errors import StorageFull
from lianxin.centres.isolation import scope
from lianxin.centres.quotas import need_storage
from lianxin.speech import audio, engine
from lianxin.speech.audio import Made
from lianxin.speech.files import SPEED, VOICES
from lianxin.speech.models import Reading
from lianxin.speech.readings import file_of
from lianxin.speech.texts import unsayable
from lianxin.speech.unsaid import NoSound

#: How often the engine is asked for one text before a person has to look at it.
MOST_TRIES = 3
UNREAD = "text.unread"


def read(centre: int, reading: int) -> None:
    """Read a text that waits. Twice, or killed in the middle: read once, heard whole.

    Raises ``engine.NotSpoken`` when it is to be tried again.
    """
    with scope(centre):
        row = _waiting(reading)
        if row is None or _take_over(row) or _refuse(row):
            return
    if not engine.available():
        return
    try:
        made = audio.describe(engine.read(row.text, VOICES[row.language], SPEED))
    except engine.NotSpoken as error:
        with scope(centre):
            again = _note_try(reading, str(error))
        if again:
            raise
        return
    with scope(centre):
        row = _waiting(reading)
        if row is not None:
            _keep(row, made)


def _waiting(reading: int) -> Reading | None:
    """None when somebody else has read it, or nobody wants it any more."""
    return Reading.objects.select_for_update().filter(pk=reading, state="waiting").first()


def _take_over(row: Reading) -> bool:
    """Whether the same text was read for somebody else: then this one is ready too."""
    twin = Reading.objects.filter(key=row.key, state="ready").first()
    if twin is None or not file_of(row.centre_id, row.key).exists():
        return False
    row.state, row.seconds = "ready", twin.seconds  # the file counts once, with the twin
    row.save()
    return True


def _refuse(row: Reading) -> bool:
    """Whether nobody can say it: known before the engine is asked, and also where there is none."""
    signs = unsayable(row.text, row.language)
    if signs:
        _fail(row, str(NoSound(signs)))
    return bool(signs)


def _keep(row: Reading, made: Made) -> None:
    try:
        need_storage(row.centre_id, 2 * len(made.samples))
    except StorageFull as full:
        _fail(row, full.sentence("zh"))
        return
    row.bytes, _ = audio.keep(made, file_of(row.centre_id, row.key))
    row.state, row.seconds = "ready", made.seconds
    row.save()


def _note_try(reading: int, reason: str) -> bool:
    """The engine has failed; whether it is to be asked again."""
    row = _waiting(reading)
    if row is None:
        return False
    row.tries += 1
    if row.tries >= MOST_TRIES:
        _fail(row, reason)
        return False
    row.save()
    return True


def _fail(row: Reading, reason: str) -> None:
    """Nobody hears it, and somebody must look. The reason may quote the text, so the alarm, which
    everybody who looks after the centre reads, is without it."""
    row.state, row.reason = "failed", reason[:400]
    row.save()
    raise_alarm(row.centre_id, UNREAD, row.about, row.about_id)
