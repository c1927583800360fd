"""Cases that a citizen opened by speaking to the machine, or by typing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from lianxin.calls.events import Entry, RecordingKind
from lianxin.calls.models import Call, Recording
from lianxin.cases import codes, events
from lianxin.cases.choices import CaseSource, CaseType
from lianxin.cases.events import Cause
from lianxin.cases.models import Case, CaseRecording
from lianxin.cases.numbering import next_number
from lianxin.cases.secrecy import secrecy_in
from lianxin.centres import audit
from lianxin.centres.access import CONFIDENTIAL, Secrecy
from lianxin.centres.ids import new_id
from lianxin.centres.isolation import scope
from lianxin.centres.locks import Turn, advisory_lock
from lianxin.rules.keepable import keepable
from lianxin.rules.telephones import dialled, extension

#: type, source, secrecy and title of a case by the kind of its recording.
_MADE_OF: dict[RecordingKind, tuple[CaseType, CaseSource, Secrecy, str]] = {
    "complaint": ("complaint", "voicemail", "internal", "电话投诉录音"),
    "report": ("report", "voicemail", "internal", "电话举报录音"),
    "mailbox": ("help", "mailbox", CONFIDENTIAL, "市长信箱录音"),
    "message": ("help", "voicemail", "internal", "电话留言"),
}
#: What a flow may write; whatever else it does is a message.
_KINDS: dict[str, RecordingKind] = {kind: kind for kind in _MADE_OF}
#: Characters of what a flow writes into a case.
MOST_CONTENT = 10_000


@dataclass(frozen=True)
class Opened:
    """``code`` is for the citizen, and known this once: ``None`` when the case was there."""

    number: str
    code: str | None


@dataclass(frozen=True)
class Said:
    """What the flow has learnt beside the recording. "": as the kind and the caller say.

    Any text may come from a system outside: what PostgreSQL refuses is left out of it.
    """

    title: str = ""
    content: str = ""
    phone: str = ""

    def __post_init__(self) -> None:
        for name in ("title", "content", "phone"):
            object.__setattr__(self, name, keepable(getattr(self, name)))


def open_from_recording(
    centre_id: int,
    call_id: UUID,
    recording_id: UUID,
    kind: str,
    at: datetime,
    said: Said | None = None,
    number_of: datetime | None = None,
) -> Opened:
    """Open the case of a recording. The same recording again gives the same case.

    ``at``: when it was recorded, aware. The call and the recording need not have reached
    the database yet: the ledger completes their rows when it arrives. ``number_of``: the moment
    whose day gives the number, None for ``at``. Raises ``NumbersUsedUp``.
    """
    with scope(centre_id):
        advisory_lock(Turn.CASE_OF_RECORDING, str(recording_id))
        known = Case.objects.filter(attachments__recording_id=recording_id).first()
        if known is not None:
            return Opened(known.number, None)
        call = _call(centre_id, call_id, kind, at)
        recording = _recording(centre_id, call, recording_id, kind, at)
        said = said or Said()
        numbered, key = number_of or at, str(recording_id)
        opened, case = _open(call, recording.kind, numbered, said, new_id(), key)
        CaseRecording.objects.create(centre_id=centre_id, case=case, recording=recording)
        note = {"recording": str(recording.pk)}
        audit.note_system(centre_id, "case.opened", "case", case.pk, **note)
        return opened


def open_typed(
    centre_id: int,
    call_id: UUID,
    case_id: UUID,
    kind: str,
    at: datetime,
    said: Said,
    number_of: datetime | None = None,
) -> Opened:
    """Open the case of what a caller typed or chose. The same ``case_id`` is the same case.

    ``number_of`` and errors as of ``open_from_recording``.
    """
    with scope(centre_id):
        advisory_lock(Turn.CASE_OF_RECORDING, str(case_id))
        known = Case.objects.filter(pk=case_id).first()
        if known is not None:
            return Opened(known.number, None)
        call, key = _call(centre_id, call_id, kind, at), str(case_id)
        opened, case = _open(call, kind, number_of or at, said, case_id, key)
        audit.note_system(centre_id, "case.opened", "case", case.pk)
        return opened


def open_told(entry: Entry, number_of: datetime | None = None) -> tuple[str, Opened]:
    """Open the case that a ``case`` entry of the ledger tells of; its key is that of who waits.

    ``number_of`` and errors as of ``open_from_recording``.
    """
    data, call, at = entry.data, UUID(entry.call), datetime.fromtimestamp(entry.at, UTC)
    words = (str(data.get(name) or "") for name in ("title", "content", "phone"))
    opens = open_from_recording if "recording" in data else open_typed
    key = data["recording"] if "recording" in data else data["case"]
    kind = data["case_kind"]
    return key, opens(entry.centre, call, UUID(key), kind, at, Said(*words), number_of)


def _call(centre_id: int, call_id: UUID, kind: str, at: datetime) -> Call:
    secrecy = _MADE_OF[_KINDS.get(kind, "message")][2]
    row = {"centre_id": centre_id, "started_at": at, "secrecy": secrecy}
    # Not get_or_create: the journal may insert the same call at this moment.
    Call.objects.bulk_create([Call(id=call_id, **row)], ignore_conflicts=True)
    return Call.objects.select_for_update(of=("self",), no_key=True).get(pk=call_id)


def _recording(
    centre_id: int, call: Call, recording_id: UUID, kind: str, at: datetime
) -> Recording:
    known = _KINDS.get(kind, "message")
    row = Recording(
        id=recording_id,
        centre_id=centre_id,
        call=call,
        kind=known,
        secrecy=_MADE_OF[known][2],
        began_at=at,
    )
    Recording.objects.bulk_create([row], ignore_conflicts=True)
    return Recording.objects.get(pk=recording_id)


def _open(
    call: Call, kind: str, numbered: datetime, said: Said, case_id: UUID, request_id: str
) -> tuple[Opened, Case]:
    type_, source, secrecy, title = _MADE_OF[_KINDS.get(kind, "message")]
    number, code = next_number(call.centre_id, numbered), codes.new_code()
    case = Case.objects.create(
        id=case_id,
        centre_id=call.centre_id,
        number=number,
        type=type_,
        source=source,
        secrecy=secrecy_in(call, secrecy),
        title=(said.title or title)[:200],
        content=said.content[:MOST_CONTENT],
        phone_extension=extension(said.phone),
        phone=(dialled(said.phone, call.centre.area_code) or said.phone or call.caller)[:32],
        call=call,
        code_hash=codes.hash_code(number, code),
    )
    events.begin(case, Cause("system", request_id=request_id))
    return Opened(number, code), case
