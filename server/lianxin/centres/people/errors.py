"""Business errors of people's accounts."""

from __future__ import annotations

from lianxin.centres.errors import NotAllowed, Problem


class PersonConflict(Problem):
    """``details``: ``version`` and ``by``, ``at`` of the newer one."""

    code, status = "person.version_conflict", 409
    zh = "此人员已被 {by} 修改，请核对后再保存。"
    en = "The account was changed by {by}. Compare both before you save."


class PersonYourself(NotAllowed):
    code = "person.yourself"
    zh = "不能改自己的角色、权限和有效期，不能停用自己或重置自己的密码；请由其他管理员办理。"
    en = (
        "Nobody changes their own roles, rights or expiry date, switches themselves off or resets"
        " their own password: ask another administrator."
    )


class PersonBeyond(NotAllowed):
    code = "person.beyond"
    zh = "涉及您自己没有的角色或权限，请由拥有它的管理员办理。"
    en = "This is about a role or right that you do not hold yourself: ask somebody who does."


class RolesExclusive(Problem):
    code, status = "person.roles_exclusive", 409
    fields = ("roles",)
    zh = "本中心实行三员分立：系统管理员、安全管理员、审计管理员不能由同一人担任。"
    en = "At your centre nobody may be two of system, security and audit administrator."


class LastGranter(Problem):
    code, status = "person.last_granter", 409
    zh = "这样一来本中心再没有长期有效、可以授权的人员，请先为他人授权。"
    en = "Nobody who may give rights, without an expiry date, would be left. Appoint another first."


class LastReader(Problem):
    code, status = "person.last_reader", 409
    zh = "这样一来本中心再没有长期有效的市长信箱人员，保密工单和来信将无人能看。请先为他人授权。"
    en = (
        "Nobody who may read the mayor's mailbox, without an expiry date, would be left, and its"
        " letters and confidential cases would be read by nobody. Appoint another first."
    )


class AccountExpired(Problem):
    code, status = "person.expired", 409
    fields = ("expires_on",)
    zh = "账号有效期已过，请先改为今天或以后的日期。"
    en = "The account has expired. Set its date to today or later first."


class PeopleImportRefused(Problem):
    """``details.faults``: ``[{"row", "field", "fault", "value"}]``; nobody was taken on."""

    code, status = "person.import_refused", 422
    zh = "文件中有 {count} 处错误，没有导入任何人员。"
    en = "The file has {count} mistakes. Nobody was taken on."
