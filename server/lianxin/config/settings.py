"""Django's settings, derived from ``Env``. Nothing is configured twice."""

from __future__ import annotations

import os
from typing import Any
from urllib.parse import unquote, urlsplit

from lianxin.connections.reaching import listed as hosts_listed
from lianxin.env import REPOSITORY, load_env
from lianxin.rules.sessions import SessionRules, read_by_role
from lianxin.setting import refused_as

ENV = load_env()

SECRET_KEY = ENV.secret
DEBUG = ENV.debug
ALLOWED_HOSTS = list(ENV.hosts)
CSRF_TRUSTED_ORIGINS = list(ENV.web_origins)
#: Whose X-Forwarded-For is believed. Everybody else is who they connect as.
TRUSTED_PROXIES = list(ENV.proxies)

#: Hosts that look-ups may reach (``connections.reaching``): docs/howto/look-ups.md.
LOOK_UP_HOSTS = list(ENV.look_up_hosts)
refused_as(
    "LIANXIN_LOOK_UP_HOSTS",
    "a name, an address or a network, each perhaps with a port",
    lambda: hosts_listed(LOOK_UP_HOSTS),
)

ROOT_URLCONF = "lianxin.config.urls"
WSGI_APPLICATION = "lianxin.config.wsgi.application"
AUTH_USER_MODEL = "centres.Person"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "procrastinate.contrib.django",
    "lianxin.centres",
    "lianxin.agents",
    "lianxin.queues",
    "lianxin.dispositions",
    "lianxin.speech",
    "lianxin.prompts",
    "lianxin.connections",
    "lianxin.polls",
    "lianxin.knowledge",
    "lianxin.notices",
    "lianxin.faxes",
    "lianxin.calendars",
    "lianxin.flows",
    "lianxin.lines",
    "lianxin.calls",
    "lianxin.cases",
    "lianxin.portal",
    "lianxin.upkeep",
    "lianxin.config",
]

MIDDLEWARE = [
    "lianxin.config.middleware.limits",
    "lianxin.config.middleware.database_away",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "lianxin.config.middleware.language",
    "django.middleware.common.CommonMiddleware",
    "lianxin.config.middleware.csrf",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "lianxin.config.middleware.headers",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
            ],
        },
    }
]


def _database(url: str, *, pooled: bool) -> dict[str, Any]:
    """Settings of one PostgreSQL role from ``postgresql://user:password@host:port/name``."""
    parts = urlsplit(url)
    options: dict[str, Any] = {"connect_timeout": 2, "application_name": "lianxin"}
    if pooled:
        # A short reconnect_timeout: after an outage the next request tries at once,
        # instead of waiting for the end of a long back-off.
        options["pool"] = {
            "min_size": 0,
            "max_size": 16,
            "timeout": 1.5,
            "reconnect_timeout": 1.0,
            "max_idle": 120.0,
        }
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 0,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }


DATABASES = {"default": _database(ENV.database_url, pooled=True)}
RUNTIME_ROLE: str = DATABASES["default"]["USER"]
if os.environ.get("LIANXIN_AS_OWNER") == "1":  # set by `manage migrate`, and by the tests
    DATABASES["owner"] = _database(ENV.database_owner_url, pooled=False)

PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]

_VALIDATION = "django.contrib.auth.password_validation"
#: As NIST SP 800-63B has it: long, not one that everybody tries, and no rules of composition.
AUTH_PASSWORD_VALIDATORS: list[dict[str, Any]] = [
    {"NAME": f"{_VALIDATION}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": f"{_VALIDATION}.CommonPasswordValidator"},
    {
        "NAME": f"{_VALIDATION}.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("number", "name")},
    },
    {"NAME": "lianxin.centres.password_rules.NotPlain"},
]

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "简体中文"), ("en", "English")]
LANGUAGE_COOKIE_NAME = "lianxin_language"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

SESSION_COOKIE_NAME = "lianxin_session"
_BY_ROLE = "a number, and perhaps others by role: 60,agent=240"
SESSION_RULES = SessionRules(
    refused_as("LIANXIN_SESSION_IDLE", _BY_ROLE, lambda: read_by_role(ENV.session_idle)),
    refused_as("LIANXIN_SESSION_LIFE", _BY_ROLE, lambda: read_by_role(ENV.session_life)),
    ENV.sessions,
)
SESSION_COOKIE_AGE = int(SESSION_RULES.longest.total_seconds())
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = "lianxin_csrf"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "lianxin.pages.error_views.csrf_failed"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = ENV.https
#: Behind TLS browsers are told never to come without it, for so long.
SECURE_HSTS_SECONDS = ENV.hsts_seconds if ENV.https else 0
#: Web itself is reached by HTTP: the proxy before it has the certificate.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ENV.proxies else None
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

#: The most of any request; the middleware knows how much less it is for which.
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 200

STATIC_URL = "/static/"
CONSOLE_DIST = ENV.console
_PORTAL_CALL = REPOSITORY / "web/apps/portal-call/dist"
STATICFILES_DIRS = [("portal-call", _PORTAL_CALL)] if _PORTAL_CALL.exists() else []
WHITENOISE_USE_FINDERS = True  # served from where they lie: nothing is collected

PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "tasks"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": "lianxin.centres.log_lines.Line"}},
    "filters": {
        "db_errors": {"()": "lianxin.centres.db_errors.OneLine"},
        "per_source": {"()": "lianxin.centres.log_lines.PerSource"},
    },
    "handlers": {
        "stderr": {
            "class": "logging.StreamHandler",
            "formatter": "line",
            "filters": ["db_errors", "per_source"],
        }
    },
    "root": {"handlers": ["stderr"], "level": ENV.log_level},
    "loggers": {
        "psycopg.pool": {"level": "ERROR"},
        "procrastinate": {"level": "WARNING"},
        # It writes every address that is asked, and with it what a citizen typed.
        "httpx": {"level": "WARNING"},
    },
}
