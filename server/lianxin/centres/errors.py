"""Business errors. Each has a stable code, an HTTP status and a sentence in two languages.

A ``Problem`` is an answer, not a fault: what raises it has changed nothing. Every room
declares its own in its ``errors``; a test reads all subclasses.
"""

from __future__ import annotations

from typing import Any, ClassVar, Self


class Problem(Exception):
    """Base of all business errors. ``details`` is data for the page, never prose.

    One that is about fields of the request names them in ``details.fields``, as
    ``request.invalid`` does: a form marks what is named, whatever the error.
    """

    code: ClassVar[str] = ""
    status: ClassVar[int] = 400
    zh: ClassVar[str] = ""
    en: ClassVar[str] = ""
    #: The fields of the request that it is always about, by their paths.
    fields: ClassVar[tuple[str, ...]] = ()

    def __init__(self, **details: Any) -> None:
        super().__init__(self.code)
        self.details = details
        if self.fields:
            self.about(*self.fields)

    def about(self, *fields: str) -> Self:
        """The same error, which names the fields that are to be mended: ``queries.0.sql``."""
        named = [{"field": field, "type": self.code, "limits": {}} for field in fields]
        self.details["fields"] = named
        return self

    @property
    def retry_after(self) -> int | None:
        """Seconds to wait before the next try, where that helps."""
        seconds = self.details.get("retry_after")
        return int(seconds) if seconds is not None else None

    def sentence(self, language: str) -> str:
        """What to tell the person, in ``language`` (``en…`` or Chinese), which lists as it does."""
        english = language.startswith("en")
        text, comma = (self.en, ", ") if english else (self.zh, "、")
        said = {
            name: comma.join(map(str, value)) if isinstance(value, list) else value
            for name, value in self.details.items()
        }
        return text.format_map(_Blank(said))


class _Blank(dict[str, Any]):
    """Leaves out what a sentence names and the details lack."""

    def __missing__(self, key: str) -> str:
        return ""


class NotSignedIn(Problem):
    code, status = "session.missing", 401
    zh = "请先登录。"
    en = "Please sign in first."


class OtherPerson(Problem):
    """The page was opened by somebody else than who is signed in now, in the same browser."""

    code, status = "session.other_person", 401
    zh = "此浏览器已由他人登录。请重新登录后继续，已填写的内容会保留。"
    en = "Somebody else has signed in on this browser. Sign in again; what you typed is kept."


class WrongLogin(Problem):
    code, status = "session.wrong_login", 401
    zh = "热线中心、工号或密码不正确。"
    en = "The centre, the number or the password is not right."


class TooManyLogins(Problem):
    code, status = "session.too_many_attempts", 429
    zh = "登录失败次数过多，请在 {retry_after} 秒后再试。"
    en = "Too many failed sign-ins. Try again in {retry_after} seconds."


class PasswordDue(Problem):
    """Somebody else knows the password: it is changed before anything else is done."""

    code, status = "session.password_due", 403
    zh = "请先修改初始密码，再继续使用。"
    en = "Change your first password before you go on."


class WrongOldPassword(Problem):
    code, status = "password.wrong", 422
    fields = ("old",)
    zh = "原密码不正确。"
    en = "This is not your present password."


class PasswordTooShort(Problem):
    code, status = "password.too_short", 422
    fields = ("new",)
    zh = "密码太短，至少需要 {shortest} 个字符。可以用几个不相干的词连成一句。"
    en = "Too short: at least {shortest} characters. A few words that do not belong together do."


class PasswordTooCommon(Problem):
    code, status = "password.too_common", 422
    fields = ("new",)
    zh = "这个密码太常见，容易被猜到，请换一个。"
    en = "Too common: such a password is guessed early. Choose another."


class PasswordTooSimilar(Problem):
    code, status = "password.too_similar", 422
    fields = ("new",)
    zh = "密码与工号或姓名太相似，请换一个。"
    en = "Too close to your number or your name. Choose another."


class PasswordUsedBefore(Problem):
    code, status = "password.used_before", 422
    fields = ("new",)
    zh = "不能与现在的或最近用过的 {remembered} 个密码相同。"
    en = "It must differ from the present password and from the last {remembered}."


class DemoFromElsewhere(Problem):
    """Everybody knows the passwords of the made-up city's people."""

    code, status = "session.demo_from_elsewhere", 403
    zh = "演示人员只能在运行本系统的这台电脑上登录。"
    en = "People of the demo can sign in on the computer that runs it only."


class NotAllowed(Problem):
    code, status = "access.denied", 403
    zh = "您没有进行此操作的权限。"
    en = "You are not allowed to do this."


class NotFound(Problem):
    code, status = "record.not_found", 404
    zh = "没有找到。"
    en = "Not found."


class BadCursor(Problem):
    code, status = "list.bad_cursor", 400
    zh = "列表位置已失效，请刷新列表。"
    en = "This place in the list is no longer valid. Reload the list."


class FunctionOff(Problem):
    """``details.function``: which one."""

    code, status = "function.off", 404
    zh = "本热线中心未开通此功能。"
    en = "This function is switched off for your centre."


class QuotaFull(Problem):
    """``details``: ``quota`` (lines, agents, faxes of a day) and ``most``."""

    code, status = "quota.full", 409
    zh = "已达到本热线中心的配额上限（{most}），请联系平台运维。"
    en = "Your centre's quota is used up ({most}). Ask the platform's operator."


class StorageFull(Problem):
    code, status = "prompt.storage_full", 409
    zh = "语音已占用 {used} MB，超过本中心 {limit} MB 的限额。"
    en = "The prompts take {used} MB; the centre may use {limit} MB."


class PersonNumberTaken(Problem):
    code, status = "person.number_taken", 409
    fields = ("number",)
    zh = "工号 {number} 已被使用。"
    en = "The number {number} is in use already."
