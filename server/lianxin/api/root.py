"""The API: its parts, and how each error becomes an answer."""

from __future__ import annotations

from typing import Any

from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from lianxin import __version__
from lianxin.api import (
    answers,
    calendars,
    calls,
    cases,
    centres,
    connections,
    faxes,
    flow_calls,
    flow_files,
    flow_scenarios,
    flow_versions,
    flows,
    health,
    knowledge,
    lines,
    notices,
    platform,
    polls,
    prompts,
    session,
)
from lianxin.centres.errors import Problem

api = NinjaAPI(
    title="Lianxin 连心",
    version=__version__,
    description=(
        "Signed in by cookie. Every write sends the cookie lianxin_csrf back in the header "
        'X-CSRFToken. Errors: {"error": {"code", "message", "details"}} with a stable code; '
        "the message is Chinese, or English when Accept-Language asks for it first."
    ),
    docs_url=None,
    urls_namespace="api",
)
api.add_router("", health.public)
for part in (
    session,
    calls,
    cases,
    centres,
    prompts,
    flow_files,
    flows,
    flow_versions,
    flow_scenarios,
    flow_calls,
    lines,
    calendars,
    platform,
    connections,
    polls,
    knowledge,
    notices,
    faxes,
):
    api.add_router("", part.router, auth=session.signed_in)


@api.exception_handler(Problem)
def _problem(request: HttpRequest, error: Problem) -> HttpResponse:  # noqa: ARG001
    return answers.answer(error)


@api.exception_handler(ValidationError)
def _invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:  # noqa: ARG001
    return answers.answer(answers.InvalidInput(fields=[_field(e) for e in error.errors]))


@api.exception_handler(Http404)
def _missing(request: HttpRequest, error: Http404) -> HttpResponse:  # noqa: ARG001
    return answers.answer(answers.UnknownPath())


@api.exception_handler(HttpError)
def _http(request: HttpRequest, error: HttpError) -> HttpResponse:  # noqa: ARG001
    return answers.answer(answers.Malformed())


@api.exception_handler(Exception)
def _fault(request: HttpRequest, error: Exception) -> HttpResponse:
    if isinstance(error, OperationalError | InterfaceError):
        raise error  # the middleware knows whether PostgreSQL is away
    return answers.answer(answers.fault(request, error))


def _field(error: dict[str, Any]) -> dict[str, Any]:
    """Where the input is wrong, and how: ``{"field": "title", "type": "string_too_long", …}``."""
    place = [str(part) for part in error.get("loc", ())]
    # ninja names the argument of the handler as well: body.new.title.
    return {
        "field": ".".join(place[2:] or place[-1:]),
        "type": error.get("type", ""),
        "limits": {k: v for k, v in error.get("ctx", {}).items() if isinstance(v, int | str)},
    }
