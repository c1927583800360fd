"""What every page of the portal knows: the centre, the language, the look."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from lianxin.centres.functions import functions_of
from lianxin.centres.models import Centre
from lianxin.centres.queries import centre_for
from lianxin.lines.queries import first_line
from lianxin.portal.errors import NoCentre
from lianxin.portal.texts import texts

CENTRE_COOKIE = "lianxin_centre"
LOOKS = {"theme": ("light", "dark"), "type": ("normal", "large"), "language": ("zh-hans", "en")}


@dataclass(frozen=True)
class Site:
    """The hotline that a visitor is at. ``line``: its number, "" when it has none."""

    centre: Centre
    line: str

    @property
    def web_calls(self) -> bool:
        """Whether citizens may call from the page."""
        return bool(self.line) and "web_calls" in functions_of(self.centre)

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.centre.zone)


def site(request: HttpRequest) -> Site:
    """By ``?centre=``, else by what was chosen before, else by host, else the first."""
    chosen = request.GET.get("centre") or request.COOKIES.get(CENTRE_COOKIE, "")
    centre = centre_for(code=chosen, host=request.get_host().partition(":")[0])
    if centre is None:
        raise NoCentre
    line = first_line(centre.pk)
    return Site(centre, line.number if line else "")


def show(
    request: HttpRequest, at: Site, template: str, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    """Render a page of ``at``."""
    language = get_language() or "zh-hans"
    said = {key: text.replace("{line}", at.line) for key, text in texts(language).items()}
    known = {
        "t": {key: text for key, text in said.items() if "." not in key},
        "site": at,
        "language": language,
        "theme": look(request, "theme"),
        "type": look(request, "type"),
        "here": request.path + ("?" + urlencode({"centre": at.centre.code})),
    }
    response = render(request, f"portal/{template}.html", {**known, **context}, status=status)
    if request.GET.get("centre") == at.centre.code:
        response.set_cookie(CENTRE_COOKIE, at.centre.code, samesite="Lax", httponly=True)
    return response


def look(request: HttpRequest, name: str) -> str:
    """What the visitor chose for ``name``, "" for what their system says."""
    value = request.COOKIES.get(f"lianxin_{name}", "")
    return value if value in LOOKS[name] else ""
