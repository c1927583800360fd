"""What a citizen is told of a case, by telephone and on the portal alike."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from django.utils import timezone

from lianxin.cases import codes, queries
from lianxin.cases.errors import CodeLocked, StatusRefused, UnknownNumber, WrongCode
from lianxin.cases.models import Case, CaseReply, CodeAttempt
from lianxin.centres import audit
from lianxin.centres.access import CONFIDENTIAL
from lianxin.centres.addresses import network_of, one_asker
from lianxin.centres.alarms import raise_alarm
from lianxin.centres.isolation import scope
from lianxin.centres.locks import Turn, advisory_lock
from lianxin.rules import case_number
from lianxin.rules.lifecycle import ANSWERED, OVER
from lianxin.rules.values import Language
from lianxin.rules.written import figures

#: Wrong codes before the number is locked for that asker, and for how long.
WRONG_CODES = 3
LOCKED = timedelta(minutes=30)
#: Wrong codes of one asker over all numbers: who counts numbers up is no citizen who mistypes.
WRONG_OF_ASKER = ((10, timedelta(hours=1)), (20, timedelta(days=1)))
#: And of all who share a network. Whole districts come from one address of a mobile carrier.
WRONG_OF_NETWORK = ((200, timedelta(days=1)),)
#: Wrong codes for one number from anybody, in a day: a guesser may have many addresses. From then
#: on a wrong code locks its asker at once. Nobody locks the number: its citizen knows the code.
WRONG_CODES_A_DAY = 30
#: The alarm that the code of a number is being guessed, from many addresses.
GUESSED = "case.code_guessed"
#: Of a caller's open cases the newest few are tried: a family may share a telephone.
MOST_CASES = 5


@dataclass(frozen=True)
class CaseStatus:
    number: str
    state: str
    type: str
    created_at: datetime
    updated_at: datetime
    confidential: bool
    reply: str = ""  # as it was approved; "" while there is none that holds
    reply_language: Language = "zh"
    replied_at: datetime | None = None


def status_by_number(centre_id: int, number: str, code: str, asker: str) -> CaseStatus:
    """The state of case ``number``, for who knows its code.

    ``asker``: the caller's telephone number or the visitor's address. Raises a
    ``StatusRefused``: ``WrongCode``, also where no case has the number, ``CodeLocked``, and
    ``UnknownNumber`` for what cannot be a number.
    """
    plain, asker = _plain(number), one_asker(asker)
    refused: StatusRefused
    with scope(centre_id):
        _take_turn(plain, asker)
        _check_lock(plain, asker)
        case = Case.objects.filter(number=plain).first()
        # Both are computed in any case: how long it takes tells nothing either.
        fits = codes.fits(plain, code, case.code_hash if case is not None else "")
        if case is not None and fits:
            return _noted_status(centre_id, case, asker)
        refused = _refuse(centre_id, case, plain, asker)
    raise refused  # outside of the scope: the attempt must be kept


def status_by_caller(centre_id: int, caller: str, code: str) -> CaseStatus:
    """The state of the newest open case of ``caller`` that ``code`` belongs to.

    Wrong codes are counted for the newest case, and lock it for this caller as they do in
    ``status_by_number``. Raises a ``StatusRefused``; a withheld number has no cases.
    """
    if not caller:
        raise UnknownNumber
    refused: StatusRefused
    with scope(centre_id):
        rows = Case.objects.filter(phone=caller).exclude(state__in=OVER)
        cases = list(rows.order_by("-created_at", "-pk")[:MOST_CASES])
        if not cases:
            raise UnknownNumber
        newest = cases[0]
        # The lock of the newest holds for all: no guess goes around it.
        _take_turn(newest.number, caller)
        _check_lock(newest.number, caller)
        for case in cases:
            if codes.fits(case.number, code, case.code_hash):
                return _noted_status(centre_id, case, caller)
        refused = _refuse(centre_id, newest, newest.number, caller)
    raise refused  # outside of the scope: the attempt must be kept


def forget_wrong_codes(case: Case) -> None:
    """The case has a new code. In the centre's scope."""
    CodeAttempt.objects.filter(number=case.number).delete()


def _noted_status(centre_id: int, case: Case, asker: str) -> CaseStatus:
    """What is told to who knew the code; noted. In the scope and turn of the number."""
    CodeAttempt.objects.filter(number=case.number, asker=asker[:64]).delete()
    audit.note_system(centre_id, "case.told", "case", case.pk, address=asker[:64])
    secret = case.secrecy == CONFIDENTIAL
    bare = CaseStatus(case.number, case.state, case.type, case.created_at, case.updated_at, secret)
    reply = _reply(case)
    if reply is None:
        return bare
    language = reply.language
    return replace(bare, reply=reply.text, reply_language=language, replied_at=reply.approved_at)


def _reply(case: Case) -> CaseReply | None:
    """The approved reply that holds; none while the case is worked on (again)."""
    return queries.approved_reply(case) if case.state in ANSWERED else None


def _plain(number: str) -> str:
    """The number as it was typed: in full-width figures, in groups, with what nobody sees."""
    try:
        return str(case_number.parse("".join(figures(number).split())))
    except case_number.InvalidCaseNumber as error:
        raise UnknownNumber from error


def _take_turn(number: str, asker: str) -> None:
    """One after the other for each asker and each number, so that nobody guesses in parallel."""
    advisory_lock(Turn.CODE, f"asker {asker}")
    advisory_lock(Turn.CODE, number)


def _check_lock(number: str, asker: str) -> None:
    """Raise ``CodeLocked`` for whoever was wrong too often. In the scope and turn of both."""
    now = timezone.now()
    mine = CodeAttempt.objects.filter(asker=asker[:64])
    tries = 1 if _is_guessed(number, now) else WRONG_CODES
    limits = [(mine.filter(number=number), tries, LOCKED)]
    limits += [(mine, most, span) for most, span in WRONG_OF_ASKER]
    network = network_of(asker)
    if network:
        there = CodeAttempt.objects.filter(network=network)
        limits += [(there, most, span) for most, span in WRONG_OF_NETWORK]
    for wrong, most, span in limits:
        recent = wrong.filter(at__gt=now - span).order_by("-at")
        times = list(recent.values_list("at", flat=True)[:most])
        if len(times) == most:
            raise _locked(times[0 if span == LOCKED else -1] + span - now)


def _is_guessed(number: str, now: datetime) -> bool:
    """Whether somebody with many addresses seems to guess the code of ``number``."""
    a_day = CodeAttempt.objects.filter(number=number, at__gt=now - timedelta(days=1))
    return a_day.count() >= WRONG_CODES_A_DAY


def _locked(left: timedelta) -> CodeLocked:
    seconds = max(1, int(left.total_seconds()))
    return CodeLocked(retry_after=seconds, minutes=-(-seconds // 60))


def _refuse(centre_id: int, case: Case | None, number: str, asker: str) -> StatusRefused:
    """Count a wrong code; what to raise once the scope has ended, so that it is kept.

    The same, in the same time, for a number that no case has: or numbers could be listed.
    """
    now = timezone.now()
    guessed = _is_guessed(number, now)
    CodeAttempt.objects.create(
        centre_id=centre_id,
        number=number,
        asker=asker[:64],
        network=network_of(asker),
        at=now,
    )
    key = case.pk if case is not None else 0
    audit.note_system(centre_id, "case.code_refused", "case", key, address=asker[:64])
    if guessed:
        raise_alarm(centre_id, GUESSED, "case", key)
        return _locked(LOCKED)
    return WrongCode()
