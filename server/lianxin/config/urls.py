"""Addresses: portal at /, console at /desk/, API at /api/."""

from __future__ import annotations

from django.urls import include, path
from django.views.generic import RedirectView

from lianxin.api.root import api
from lianxin.pages.console import desk
from lianxin.portal import urls as portal

urlpatterns = [
    path("api/", api.urls),
    path("desk", RedirectView.as_view(url="/desk/")),
    path("desk/", desk),
    path("desk/<path:path>", desk),
    path("", include(portal)),
]

handler400 = "lianxin.pages.error_views.bad_request"
handler404 = "lianxin.pages.error_views.not_found"
handler500 = "lianxin.pages.error_views.server_error"
