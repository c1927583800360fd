"""The pages of the portal. They work without script, all but the call itself."""

from __future__ import annotations

from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.middleware.csrf import get_token
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lianxin.cases.errors import StatusRefused
from lianxin.cases.status import status_by_number
from lianxin.centres.addresses import address_of
from lianxin.portal.calling import call_ticket, need_web_calls
from lianxin.portal.page import LOOKS, Site, show, site
from lianxin.portal.texts import texts
from lianxin.rules.written import figures


@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """The few things that people come for."""
    return show(request, site(request), "home", {})


#: The front page may be found; where cases, calls and people are, nothing is to be listed.
_ROBOTS = """User-agent: *
Allow: /$
Disallow: /
"""


@require_GET
def robots(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    return HttpResponse(_ROBOTS, content_type="text/plain; charset=utf-8")


@require_http_methods(["GET", "POST"])
def query(request: HttpRequest) -> HttpResponse:
    """How far a case is, for who knows its number and code. The code is only ever POSTed."""
    at = site(request)
    if request.method == "POST":
        return _answer(request, at)
    return show(request, at, "query", {"number": figures(request.GET.get("number", ""))[:40]})


def _answer(request: HttpRequest, at: Site) -> HttpResponse:
    number = figures(request.POST.get("number", ""))[:40]
    code = figures(request.POST.get("code", ""))[:12]
    said = texts(get_language() or "")
    if not number or not code:
        return _again(request, at, number, said["required"], 422)
    try:
        status = status_by_number(at.centre.pk, number, code, address_of(request))
    except StatusRefused as refusal:
        sentence = refusal.sentence(get_language() or "")
        response = _again(request, at, number, sentence, refusal.status)
        if refusal.retry_after is not None:
            response["Retry-After"] = str(refusal.retry_after)
        return response
    rows = [
        (said["number"], status.number),
        (said["state"], said[f"state.{status.state}"]),
        (said["type"], said[f"type.{status.type}"]),
        (said["created"], f"{status.created_at.astimezone(at.zone):%Y-%m-%d %H:%M}"),
        (said["updated"], f"{status.updated_at.astimezone(at.zone):%Y-%m-%d %H:%M}"),
    ]
    if status.replied_at is not None:
        rows.append((said["replied"], f"{status.replied_at.astimezone(at.zone):%Y-%m-%d %H:%M}"))
    reply = {"reply": status.reply, "reply_language": _HTML_LANGUAGES[status.reply_language]}
    return show(request, at, "status", {"rows": rows, **reply})


#: As a browser and a screen reader are told them.
_HTML_LANGUAGES = {"zh": "zh-CN", "en": "en", "yue": "yue"}


def _again(request: HttpRequest, at: Site, number: str, refusal: str, status: int) -> HttpResponse:
    return show(request, at, "query", {"number": number, "refusal": refusal}, status)


@require_GET
def call(request: HttpRequest) -> HttpResponse:
    """网页拨打12345: a place for the calling panel, which is a script of its own."""
    at = site(request)
    need_web_calls(at.centre)
    context = {
        "csrf": get_token(request),
        "built": finders.find("portal-call/portal-call.js") is not None,
        "styled": finders.find("portal-call/portal-call.css") is not None,
    }
    return show(request, at, "call", context)


@require_POST
def ticket(request: HttpRequest) -> HttpResponse:
    """A ticket for one call from the page: ``{ticket, url, expires_in, number}``."""
    at = site(request)
    url, phone = settings.ENV.live_url, request.POST.get("phone", "")
    return JsonResponse(call_ticket(at.centre, at.line, address_of(request), url, phone))


@require_GET
def choose(request: HttpRequest) -> HttpResponse:
    """Keep a choice of theme, type size or language, and go back to where it was made."""
    wanted = request.GET.get("next", "/")
    safe = url_has_allowed_host_and_scheme(wanted, {request.get_host()})
    response = HttpResponseRedirect(wanted if safe else "/")
    for name, values in LOOKS.items():
        if request.GET.get(name) in values:
            year = 365 * 24 * 3600
            response.set_cookie(f"lianxin_{name}", request.GET[name], year, samesite="Lax")
    return response
