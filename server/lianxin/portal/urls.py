"""Addresses of the portal."""

from __future__ import annotations

from django.urls import path

from lianxin.portal import views

urlpatterns = [
    path("", views.home, name="home"),
    path("robots.txt", views.robots, name="robots"),
    path("query", views.query, name="query"),
    path("call", views.call, name="call"),
    path("look", views.choose, name="look"),
    path("portal/call-ticket", views.ticket, name="call-ticket"),
]
