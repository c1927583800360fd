"""Business errors of the portal."""

from __future__ import annotations

from lianxin.centres.errors import Problem


class NoCentre(Problem):
    code, status = "portal.no_centre", 503
    zh = "热线尚未开通。"
    en = "The hotline is not set up yet."


class TooManyCalls(Problem):
    code, status = "portal.too_many_calls", 429
    zh = "此网络的网页通话次数过多，请在 {minutes} 分钟后再试，或直接拨打 12345。"
    en = "Too many calls from this network. Try again in {minutes} minutes, or dial 12345."


class NoLine(Problem):
    code, status = "portal.no_line", 503
    zh = "网页通话尚未开通，请直接拨打 12345。"
    en = "Calling from the page is not set up. Please dial 12345."


class BadPhone(Problem):
    code, status = "portal.bad_phone", 422
    zh = "电话号码不正确：请填写 11 位手机号，或带区号的固定电话；也可以不填。"
    en = "This is no telephone number: 11 digits of a mobile, or a landline with its area code."
