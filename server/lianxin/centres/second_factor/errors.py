"""What can be wrong about a second factor."""

from __future__ import annotations

from lianxin.centres.errors import Problem


class CodeDue(Problem):
    """The password was right: the same request is sent again with ``code``."""

    code, status = "session.code_due", 401
    zh = "请输入手机验证器上的 6 位动态码。"
    en = "Enter the six digits that your telephone's app shows."


class WrongCode(Problem):
    code, status = "session.code_wrong", 422
    fields = ("code",)
    zh = "动态码或备用码不正确，或已经用过。"
    en = "This code is wrong, or was used already."


class WrongPassword(Problem):
    """Somebody who is signed in says once more who they are."""

    code, status = "factor.password_wrong", 422
    fields = ("password",)
    zh = "密码不正确。"
    en = "This is not your password."


class FactorDue(Problem):
    """Nothing else may be done before a second factor is set up."""

    code, status = "session.factor_due", 403
    zh = "您的角色须启用两步验证，请先设置。"
    en = "Your role needs a second factor. Set one up first."


class FactorNotBegun(Problem):
    """A code for a key that nobody was given, or that was replaced in another window."""

    code, status = "factor.not_begun", 409
    zh = "没有正在进行的设置，请重新开始。"
    en = "Nothing is being set up. Begin again."


class FactorOff(Problem):
    code, status = "factor.off", 409
    zh = "尚未启用两步验证。"
    en = "There is no second factor."


class FactorDemanded(Problem):
    code, status = "factor.demanded", 409
    zh = "您的角色须启用两步验证，可以更换手机，不能关闭。"
    en = "Your role needs a second factor: you can replace it, not take it away."


class FactorSecondPerson(Problem):
    """Two people take a second factor away: who asked for it cannot be the other."""

    code, status = "factor.second_person", 409
    zh = "您已提出，须由另一位有权重置密码的人员在 24 小时内确认。"
    en = "You asked for it: somebody else who may reset passwords confirms it within 24 hours."
