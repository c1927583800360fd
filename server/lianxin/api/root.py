"""The API: its parts, and how each error becomes an answer."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse, RawPostDataException
from django.http.multipartparser import MultiPartParserError
from ninja.errors import HttpError, ValidationError

from lianxin import __version__
from lianxin.api import errors
from lianxin.api.agents import routes as agents
from lianxin.api.calendars import routes as calendars
from lianxin.api.calls import routes as calls
from lianxin.api.cases import routes as cases
from lianxin.api.centre import routes as centre
from lianxin.api.connections import routes as connections
from lianxin.api.dispositions import routes as dispositions
from lianxin.api.document import DocumentedApi
from lianxin.api.faults import field_at, given_in
from lianxin.api.faxes import routes as faxes
from lianxin.api.flow_scenarios import routes as flow_scenarios
from lianxin.api.flow_traffic import routes as flow_traffic
from lianxin.api.flows import routes as flows
from lianxin.api.health import routes as health
from lianxin.api.knowledge import routes as knowledge
from lianxin.api.lines import routes as lines
from lianxin.api.notices import routes as notices
from lianxin.api.people import routes as people
from lianxin.api.platform import routes as platform
from lianxin.api.polls import routes as polls
from lianxin.api.prompts import routes as prompts
from lianxin.api.queues import routes as queues
from lianxin.api.search import routes as search
from lianxin.api.second_factor import routes as second_factor
from lianxin.api.session import routes as session
from lianxin.api.surveys import routes as surveys
from lianxin.centres.errors import Problem


def _for_staff(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The document of the API: a map of the house is for who works in it."""

    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        session.signed_in(request)
        return view(request, *args, **kwargs)

    return checked


api = DocumentedApi(
    title="Lianxin 连心",
    version=__version__,
    description=(
        "Signed in by cookie. Every write sends the cookie lianxin_csrf back in the header "
        'X-CSRFToken. Errors: {"error": {"code", "message", "details"}} with a stable code; '
        "the message is Chinese, or English when Accept-Language asks for it first."
    ),
    docs_url=None,
    docs_decorator=_for_staff,
    urls_namespace="api",
)
api.add_router("", health.router)
for part in (
    session,
    second_factor,
    agents,
    calls,
    cases,
    centre,
    prompts,
    flows,
    flow_scenarios,
    flow_traffic,
    lines,
    calendars,
    queues,
    dispositions,
    platform,
    people,
    connections,
    polls,
    surveys,
    knowledge,
    notices,
    faxes,
    search,
):
    api.add_router("", part.router, auth=session.signed_in)


@api.exception_handler(Problem)
def _problem(request: HttpRequest, error: Problem) -> HttpResponse:  # noqa: ARG001
    return errors.answer(error)


@api.exception_handler(ValidationError)
def _invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    given = given_in(request)
    return errors.answer(errors.InvalidInput(fields=[field_at(e, given) for e in error.errors]))


@api.exception_handler(Http404)
def _missing(request: HttpRequest, error: Http404) -> HttpResponse:  # noqa: ARG001
    return errors.answer(errors.UnknownPath())


#: What a page sends that has a form of its own.
_FORMS = ("multipart/form-data", "application/x-www-form-urlencoded")


@api.exception_handler(HttpError)
def _http(request: HttpRequest, error: HttpError) -> HttpResponse:  # noqa: ARG001
    sent = request.content_type or ""
    return errors.answer(errors.NotJson() if sent in _FORMS else errors.Malformed())


@api.exception_handler(RawPostDataException)
def _form(request: HttpRequest, error: RawPostDataException) -> HttpResponse:  # noqa: ARG001
    """A form was sent: looking for the token in it has read what JSON would be read from."""
    return errors.answer(errors.NotJson())


@api.exception_handler(MultiPartParserError)
def _broken_form(request: HttpRequest, error: MultiPartParserError) -> HttpResponse:  # noqa: ARG001
    return errors.answer(errors.Malformed())


@api.exception_handler(Exception)
def _fault(request: HttpRequest, error: Exception) -> HttpResponse:
    if isinstance(error, OperationalError | InterfaceError):
        raise error  # the middleware knows whether PostgreSQL is away
    return errors.answer(errors.fault(request, error))
