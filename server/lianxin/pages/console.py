"""The built console at /desk/: one page for every address in it, its parts kept for a year."""

from __future__ import annotations

import mimetypes
from pathlib import Path

from django.conf import settings
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_safe

_UNBUILT = """<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><title>连心</title>
<main style="font:16px/1.6 system-ui,sans-serif;max-width:40rem;margin:4rem auto;padding:0 1rem">
<h1>受理台尚未构建</h1>
<p>请在仓库目录运行 <code>./dev up</code>，完成后刷新本页。</p>
<p lang="en">The console has not been built: run <code>./dev up</code> in the repository, then
reload this page.</p></main></html>"""


@require_safe
@ensure_csrf_cookie
def desk(request: HttpRequest, path: str = "") -> HttpResponseBase:  # noqa: ARG001
    """A file of the console, or its page: the address inside of it is the console's own."""
    root: Path = settings.CONSOLE_DIST
    wanted = (root / path.replace("\x00", "")).resolve()
    if path and wanted.is_relative_to(root.resolve()) and wanted.is_file():
        return _file(wanted, lasting=path.startswith("assets/"))
    if path.startswith("assets/"):
        return HttpResponse(status=404)
    page = root / "index.html"
    if not page.is_file():
        return HttpResponse(_UNBUILT, status=503)
    response = HttpResponse(page.read_bytes(), content_type="text/html; charset=utf-8")
    response["Cache-Control"] = "no-cache, private"
    return response


def _file(path: Path, *, lasting: bool) -> FileResponse:
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    response = FileResponse(path.open("rb"), content_type=kind)
    response["Cache-Control"] = (
        "public, max-age=31536000, immutable" if lasting else "no-cache, private"
    )
    return response
