"""Errors as the API tells them: ``{"error": {"code", "message", "details"}}``."""

from __future__ import annotations

import logging
import uuid
from typing import Any

from django.http import HttpRequest, JsonResponse
from django.utils.translation import get_language

from lianxin.centres.errors import Problem

log = logging.getLogger(__name__)


#: What is wrong, in Chinese and English, where the ``type`` of a field's fault says it.
_SAID = {
    "telephone": (
        "这不是电话号码；分机写在号码后面，如 0755-88881234 转 801。",
        "This is no telephone number. An extension stands behind it: 0755-88881234 ext 801.",
    ),
    "string_private": (
        "这段文字全是只有个别单位才能显示的字（造字区），请换成通用的字。",
        "This text has only letters that one office's computers show. Write it in usual ones.",
    ),
}


class InvalidInput(Problem):
    code, status = "request.invalid", 422
    zh = "填写的内容有误，请检查标出的各项。"
    en = "Some of the input is not valid. Check the fields that are named."

    def sentence(self, language: str) -> str:
        """What is wrong where it is one thing, else that something is."""
        kinds = {each["type"] for each in self.details.get("fields", ())}
        said = _SAID.get(kinds.pop()) if len(kinds) == 1 else None
        return said[language.startswith("en")] if said else super().sentence(language)


class UnknownPath(Problem):
    code, status = "request.unknown_path", 404
    zh = "没有这个地址。"
    en = "There is nothing at this address."


class WrongMethod(Problem):
    code, status = "request.wrong_method", 405
    zh = "这个地址不支持此操作。"
    en = "This address does not take this method."


class TooLarge(Problem):
    code, status = "request.too_large", 413
    zh = "提交的内容过大。"
    en = "What was sent is too large."


class TooSlow(Problem):
    code, status = "request.too_slow", 408
    zh = "请求发送过慢，请检查网络后重试。"
    en = "The request came too slowly. Check the network and try again."


class TooManyAtOnce(Problem):
    code, status = "request.too_many_at_once", 429
    zh = "同一地址同时发送的请求过多，请稍后再试。"
    en = "Too many requests come from one address at once. Try again shortly."


class HeadersTooLarge(Problem):
    code, status = "request.headers_too_large", 431
    zh = "请求头过大，请清除本网站的 Cookie 后重试。"
    en = "The request's headers are too large. Clear this site's cookies and try again."


class Malformed(Problem):
    code, status = "request.malformed", 400
    zh = "请求格式不正确。"
    en = "The request is malformed."


class NotJson(Problem):
    code, status = "request.not_json", 415
    zh = "这个地址只接受 JSON，不接受表单和文件。"
    en = "This address takes JSON, no form and no file."


class CsrfFailed(Problem):
    code, status = "session.csrf_failed", 403
    zh = "页面已过期，请刷新后重试。"
    en = "This page has expired. Reload it and try again."


class DatabaseUnavailable(Problem):
    code, status = "service.database_unavailable", 503
    zh = "系统暂时无法存取数据，通话不受影响，请稍后重试。"
    en = "Records cannot be reached for the moment. Calls are not affected; try again shortly."


class Fault(Problem):
    code, status = "service.fault", 500
    zh = "系统发生错误，参考编号 {reference}。请将编号告知管理员。"
    en = "Something went wrong. Reference {reference}: tell it to the administrator."


def answer(problem: Problem, language: str | None = None) -> JsonResponse:
    """The response that tells ``problem`` to a program."""
    body: dict[str, Any] = {
        "code": problem.code,
        "message": problem.sentence(language or get_language() or "zh-hans"),
        "details": problem.details,
    }
    response = JsonResponse({"error": body}, status=problem.status)
    if problem.retry_after is not None:
        response["Retry-After"] = str(problem.retry_after)
    return response


def fault(request: HttpRequest, error: BaseException) -> Fault:
    """Log an unexpected error under a reference that the user can quote."""
    reference = uuid.uuid4().hex[:10]
    log.error("fault %s at %s %s", reference, request.method, request.path, exc_info=error)
    return Fault(reference=reference)
