"""What holds for every request: limits, language, headers, and a database that is away."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.db import InterfaceError, OperationalError
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseForbidden,
    HttpResponseNotAllowed,
)
from django.http.response import HttpResponseBase
from django.middleware.csrf import CsrfViewMiddleware
from django.utils import translation

from lianxin.api import errors
from lianxin.api.base import has_controls
from lianxin.centres.db_errors import is_away
from lianxin.centres.errors import Problem
from lianxin.pages.error_views import respond, speaks_json

Handler = Callable[[HttpRequest], HttpResponse]

#: Bytes of all headers together, and of one body.
MAX_HEADERS = 8 * 1024
MAX_BODY = 256 * 1024
#: Where more is taken: sound files with the form around them; flows with their layout, or as files.
_LARGE = (
    (re.compile(r"/api/prompts/[a-z0-9_]+/[a-z]+/audio"), 21 * 1024 * 1024),
    (re.compile(r"/api/flows(/.*)?"), 5 * 1024 * 1024),
)


def _limit(request: HttpRequest) -> Problem | None:
    if request.path.startswith("/api/") and has_controls(request.path):
        return errors.UnknownPath()  # nothing has such a name, and PostgreSQL refuses to look
    size = sum(len(k) + len(v) for k, v in request.META.items() if k.startswith("HTTP_"))
    if size + len(request.META.get("QUERY_STRING", "")) > MAX_HEADERS:
        return errors.HeadersTooLarge(limit=MAX_HEADERS)
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not str(length).isdigit():
        return errors.Malformed()
    most = _most(request.path)
    if int(length) > most:
        return errors.TooLarge(limit=most)
    return None


def _most(path: str) -> int:
    """How many bytes the body of a request may have."""
    return next((most for paths, most in _LARGE if paths.fullmatch(path)), MAX_BODY)


def limits(get_response: Handler) -> Handler:
    """Refuse what is too large, and an address that cannot be, before anything reads it."""

    def middleware(request: HttpRequest) -> HttpResponse:
        problem = _limit(request)
        for name in [name for name, value in request.COOKIES.items() if has_controls(value)]:
            del request.COOKIES[name]  # none of ours: PostgreSQL refuses to look for it
        if problem is not None:
            with translation.override(_chosen(request)):
                return respond(request, problem)
        try:
            response = get_response(request)
        except RequestDataTooBig:
            return respond(request, errors.TooLarge(limit=_most(request.path)))
        if isinstance(response, HttpResponseNotAllowed) and speaks_json(request):
            with translation.override(_chosen(request)):
                allowed = response["Allow"]
                response = respond(request, errors.WrongMethod(allowed=allowed))
                response["Allow"] = allowed
        return response

    return middleware


class DatabaseAway:
    """Answer 503 with a code while PostgreSQL is away; the next request tries again."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        try:
            return self.get_response(request)
        except (OperationalError, InterfaceError) as error:
            if not is_away(error):
                raise
            return self._unavailable(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """For what a view raises: Django turns it into a 500 before ``__call__`` sees it."""
        if isinstance(error, Problem):  # of the portal; the API answers its own
            return respond(request, error)
        return self._unavailable(request) if is_away(error) else None

    def _unavailable(self, request: HttpRequest) -> HttpResponse:
        return respond(request, errors.DatabaseUnavailable(retry_after=5))


database_away = DatabaseAway


def _chosen(request: HttpRequest) -> str:
    wanted = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    if wanted in dict(settings.LANGUAGES):
        return wanted
    if speaks_english(request.headers.get("Accept-Language", "")):
        return "en"
    return settings.LANGUAGE_CODE


def speaks_english(accept: str) -> bool:
    """Whether the first language that is asked for is English; anything else is Chinese."""
    return accept.strip().lower().startswith("en")


def language(get_response: Handler) -> Handler:
    """Chinese, unless the visitor chose English or their browser asks for it first."""

    def middleware(request: HttpRequest) -> HttpResponse:
        with translation.override(_chosen(request)):
            request.LANGUAGE_CODE = translation.get_language()
            response = get_response(request)
        response.setdefault("Content-Language", request.LANGUAGE_CODE or "zh-hans")
        return response

    return middleware


class csrf(CsrfViewMiddleware):  # noqa: N801 - named like its neighbours in settings
    """Django's own, for every unsafe request: the API marks none of its views exempt."""

    def process_view(
        self,
        request: HttpRequest,
        callback: Callable[..., HttpResponseBase],
        callback_args: tuple[Any, ...],
        callback_kwargs: dict[str, Any],
    ) -> HttpResponseForbidden | None:
        """Check below /api/ too, where ninja exempts its views."""
        if request.path.startswith("/api/"):
            callback = _checked
        return super().process_view(request, callback, callback_args, callback_kwargs)


def _checked() -> HttpResponseBase:
    """Stands for a view that is not exempt, and is never called."""
    raise NotImplementedError


_POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self' data:; "
    "connect-src 'self' {live} {sip}; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"
)


#: What is about somebody: the API, a case's state, the page of a call and its ticket.
_NEVER_KEPT = ("/api/", "/query", "/call", "/portal/")


def _origin(url: str) -> str:
    return "/".join(url.split("/")[:3])


def headers(get_response: Handler) -> Handler:
    """Content security policy, and the microphone only where people telephone."""
    policy = _POLICY.format(
        live=_origin(settings.ENV.live_url), sip=_origin(settings.ENV.sip_ws_url)
    )

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.path.startswith(_NEVER_KEPT):  # also by proxies, and for the button "back"
            response.setdefault("Cache-Control", "no-store")
        talks = request.path.startswith(("/desk", "/call"))
        response.setdefault("Content-Security-Policy", policy)
        response.setdefault(
            "Permissions-Policy",
            f"microphone=({'self' if talks else ''}), camera=(), geolocation=()",
        )
        return response

    return middleware
