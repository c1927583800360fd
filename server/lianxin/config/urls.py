from django.urls import path

from lianxin.config import health

urlpatterns = [path("api/health", health.read)]
handler400 = "lianxin.config.failures.bad_request"
handler404 = "lianxin.config.failures.not_found"
handler500 = "lianxin.config.failures.server_error"
