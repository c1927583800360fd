"""What is shown when no view could answer: JSON below /api/, a page elsewhere."""

from __future__ import annotations

import sys

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import get_language

from lianxin.api import errors
from lianxin.centres.errors import Problem


def speaks_json(request: HttpRequest) -> bool:
    """Whether the asker is a program."""
    return request.path.startswith(("/api/", "/portal/call-ticket"))


def respond(request: HttpRequest, problem: Problem) -> HttpResponse:
    """Answer with ``problem`` in the asker's form and language."""
    if speaks_json(request):
        return errors.answer(problem)
    language = get_language() or "zh-hans"
    context = {"message": problem.sentence(language), "code": problem.code, "language": language}
    page = render_to_string("portal/problem.html", context)
    response = HttpResponse(page, status=problem.status)
    if problem.retry_after is not None:
        response["Retry-After"] = str(problem.retry_after)
    return response


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    return respond(request, errors.CsrfFailed())


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    return respond(request, errors.UnknownPath())


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    return respond(request, errors.Malformed())


def server_error(request: HttpRequest) -> HttpResponse:
    error = sys.exc_info()[1] or RuntimeError("unknown")
    return respond(request, errors.fault(request, error))
