"""Addresses: portal at /, console at /desk/, API at /api/."""

from __future__ import annotations

from django.urls import path

from lianxin.api.root import api

urlpatterns = [path("api/", api.urls)]

handler400 = "lianxin.config.failures.bad_request"
handler404 = "lianxin.config.failures.not_found"
handler500 = "lianxin.config.failures.server_error"
