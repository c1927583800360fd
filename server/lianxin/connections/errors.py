"""Business errors of connections."""

from __future__ import annotations

from lianxin.centres.errors import Problem


class HostNotAllowed(Problem):
    """``details``: ``host`` and ``port``, and the field that names them."""

    code, status = "connection.host_not_allowed", 422
    zh = "{host}:{port} 不在平台允许访问的地址清单中，请联系平台运维人员添加。"
    en = "{host}:{port} is not on the platform's list of hosts. Ask the operator to add it."


class BadStatement(Problem):
    """``details``: ``query`` and ``fault``, and the field of the statement."""

    code, status = "connection.bad_statement", 422
    zh = "查询 {query} 有误：只能写一条以 SELECT 或 WITH 开头的语句，参数写作 %(名称)s。"
    en = "Query {query}: write one statement that begins with SELECT or WITH, parameters %(name)s."


class StatementTwice(Problem):
    """``details``: ``query``, and the field of the second one's code."""

    code, status = "connection.statement_twice", 422
    zh = "有两条语句的编码都是 {query}，请改其中一个。"
    en = "Two statements have the code {query}. Give one of them another."


class HeaderTwice(Problem):
    """``details``: ``header``, and the field of the second one's name."""

    code, status = "connection.header_twice", 422
    zh = "请求头 {header} 写了两次，请删去其中一个。"
    en = "The header {header} is there twice. Remove one."


class BadAddress(Problem):
    code, status = "connection.bad_address", 422
    fields = ("base_url",)
    zh = "服务地址应以 http:// 或 https:// 开头，不能含有用户名、问号或井号。"
    en = "The address begins with http:// or https:// and has no user name, query or fragment."


class CodeTaken(Problem):
    """``details``: ``code``."""

    code, status = "connection.code_taken", 409
    fields = ("code",)
    zh = "编码 {code} 已被使用。"
    en = "The code {code} is taken."


class ConnectionConflict(Problem):
    """``details``: ``version`` and ``by``, ``at`` of the newer one."""

    code, status = "connection.version_conflict", 409
    zh = "连接已被 {by} 修改，请刷新后再保存。"
    en = "The connection was changed by {by}. Reload it before you save."
