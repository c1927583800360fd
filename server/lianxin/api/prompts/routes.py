"""The prompt library."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpResponseBase
from ninja import File, Form, Path, Query, Router, Status
from ninja.files import UploadedFile

from lianxin.api import audio
from lianxin.api.base import Page, SignedInRequest, refusals
from lianxin.api.prompts import mappers, schemas
from lianxin.centres.access import Actor
from lianxin.flows.uses import uses_of_prompts
from lianxin.lines.studio import studio_numbers
from lianxin.prompts import actions, queries, telephone
from lianxin.prompts.errors import PromptAudioMissing
from lianxin.prompts.library import LibraryPrompt
from lianxin.rules.values import Language
from lianxin.speech.audio import MAX_BYTES
from lianxin.speech.errors import AudioTooLarge

router = Router(tags=["prompts"])


_READ = refusals(401, 403, 404)
_WRITE = refusals(401, 403, 404, 409, 422)
_SOUND = {200: None, 206: None, **refusals(401, 403, 404, 409, 416)}


def _detail(who: Actor, entry: LibraryPrompt) -> schemas.PromptRead:
    return mappers.detail(entry, uses_of_prompts(who).get(entry.code, []))


@router.get(
    "/prompts", response={200: Page[schemas.PromptSummary], **_READ}, operation_id="list_prompts"
)
def list_prompts(
    request: SignedInRequest, wanted: Query[schemas.PromptFilter]
) -> Page[schemas.PromptSummary]:
    """The centre's prompts by code: its own and the shipped ones."""
    part = queries.library(request.auth, **wanted.dict())
    uses = uses_of_prompts(request.auth)
    items = [mappers.item(entry, uses.get(entry.code, [])) for entry in part.items]
    return Page(items=items, next=part.next, total=part.total)


@router.get(
    "/prompt-studio",
    response={200: schemas.PromptStudio, **_READ},
    operation_id="read_prompt_studio",
)
def read_prompt_studio(request: SignedInRequest) -> schemas.PromptStudio:
    """What prompts can be made with here, and how much room is left for them."""
    return mappers.studio(queries.storage(request.auth))


@router.post("/prompts", response={201: schemas.PromptRead, **_WRITE}, operation_id="create_prompt")
def create_prompt(
    request: SignedInRequest, new: schemas.PromptCreate
) -> Status[schemas.PromptRead]:
    """Begin a prompt of the centre's own."""
    entry = actions.create_prompt(request.auth, **new.dict(exclude_none=True))
    return Status(201, _detail(request.auth, entry))


@router.get(
    "/prompts/{code}", response={200: schemas.PromptRead, **_READ}, operation_id="read_prompt"
)
def read_prompt(request: SignedInRequest, code: Path[schemas.PromptCode]) -> schemas.PromptRead:
    """A prompt with its texts and versions."""
    return _detail(request.auth, queries.prompt(request.auth, code))


@router.patch(
    "/prompts/{code}", response={200: schemas.PromptRead, **_WRITE}, operation_id="change_prompt"
)
def change_prompt(
    request: SignedInRequest, code: Path[schemas.PromptCode], change: schemas.PromptUpdate
) -> schemas.PromptRead:
    """Change the name, the note or the texts. 409 ``prompt.conflict`` when somebody was faster."""
    changes = change.dict(exclude_none=True, exclude={"version"})
    changed = actions.change_prompt(request.auth, code, change.version, changes)
    return _detail(request.auth, changed)


@router.delete("/prompts/{code}", response={204: None, **_WRITE}, operation_id="remove_prompt")
def remove_prompt(request: SignedInRequest, code: Path[schemas.PromptCode]) -> Status[None]:
    """Delete the centre's own; what is shipped under the same code is heard again."""
    uses = uses_of_prompts(request.auth).get(code, [])
    actions.remove_prompt(request.auth, code, [use.name for use in uses])
    return Status(204, None)


@router.get("/prompts/{code}/{language}/audio", response=_SOUND, operation_id="read_prompt_audio")
def read_prompt_audio(
    request: SignedInRequest, code: Path[schemas.PromptCode], language: Path[Language]
) -> HttpResponseBase:
    """What callers hear, audio/wav, in ranges if asked."""
    return _send(request, queries.sound_path(request.auth, code, language, None))


@router.post(
    "/prompts/{code}/{language}/audio",
    response={201: schemas.PromptVersionRead, **_WRITE, **refusals(413)},
    operation_id="upload_prompt_audio",
)
def upload_prompt_audio(
    request: SignedInRequest,
    code: Path[schemas.PromptCode],
    language: Path[Language],
    form: Form[schemas.UploadedAudio],
    file: File[UploadedFile],
) -> Status[schemas.PromptVersionRead]:
    """Make a version of a sound file: converted, trimmed, levelled; not in use yet."""
    if (file.size or 0) > MAX_BYTES:
        raise AudioTooLarge(megabytes=MAX_BYTES // 1024**2)
    ends = (form.start, form.end)
    row = actions.add_audio(request.auth, code, language, file.read(), form.source, form.text, ends)
    return Status(201, mappers.version(code, row))


@router.post(
    "/prompts/{code}/{language}/speech",
    response={201: schemas.PromptVersionRead, **_WRITE},
    operation_id="speak_prompt",
)
def speak_prompt(
    request: SignedInRequest,
    code: Path[schemas.PromptCode],
    language: Path[Language],
    new: schemas.SpeechCreate,
) -> Status[schemas.PromptVersionRead]:
    """Have a version spoken by the engine; it is ready a few seconds later. 409
    ``prompt.conflict`` when somebody changed the texts since they were read."""
    said = actions.Speech(**new.dict(exclude={"version"}))
    row = actions.speak(request.auth, code, new.version, language, said)
    return Status(201, mappers.version(code, row))


@router.post(
    "/prompts/{code}/{language}/telephone",
    response={201: schemas.PromptCodeRead, **_WRITE},
    operation_id="give_prompt_code",
)
def give_prompt_code(
    request: SignedInRequest, code: Path[schemas.PromptCode], language: Path[Language]
) -> Status[schemas.PromptCodeRead]:
    """A code with which a version can be spoken into the telephone, once."""
    row = telephone.give_code(request.auth, code, language)
    numbers = studio_numbers(request.auth)
    return Status(201, mappers.prompt_code(row, numbers))


@router.put(
    "/prompts/{code}/{language}/current",
    response={200: schemas.PromptRead, **_WRITE},
    operation_id="choose_prompt_version",
)
def choose_prompt_version(
    request: SignedInRequest,
    code: Path[schemas.PromptCode],
    language: Path[Language],
    choice: schemas.Choice,
) -> schemas.PromptRead:
    """Let callers hear this version from now on; null: what is shipped."""
    entry = actions.make_current(request.auth, code, language, choice.number)
    return _detail(request.auth, entry)


@router.get(
    "/prompts/{code}/{language}/versions/{int:number}/audio",
    response=_SOUND,
    operation_id="read_prompt_version_audio",
)
def read_prompt_version_audio(
    request: SignedInRequest, code: Path[schemas.PromptCode], language: Path[Language], number: int
) -> HttpResponseBase:
    """The sound of one version, audio/wav, in ranges if asked."""
    return _send(request, queries.sound_path(request.auth, code, language, number))


@router.post(
    "/prompts/{code}/{language}/versions/{int:number}/trim",
    response={201: schemas.PromptVersionRead, **_WRITE},
    operation_id="trim_prompt_version",
)
def trim_prompt_version(
    request: SignedInRequest,
    code: Path[schemas.PromptCode],
    language: Path[Language],
    number: int,
    cut: schemas.Cut,
) -> Status[schemas.PromptVersionRead]:
    """Cut a version; what is left is a new one."""
    row = actions.trim(request.auth, code, language, number, (cut.start, cut.end))
    return Status(201, mappers.version(code, row))


def _send(request: SignedInRequest, path: str) -> HttpResponseBase:
    file = settings.ENV.sounds / path
    if not file.is_file():
        raise PromptAudioMissing
    return audio.send(file, request.headers.get("Range", ""))
