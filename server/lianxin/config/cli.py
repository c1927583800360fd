"""``lianxin``: what whoever runs the platform does at a shell.

``lianxin centre create --code xinshi --name "新市 12345 热线" --city-code 9903 --number 12345``
``lianxin person create --centre xinshi --number 9900 --name 平台运维 --role operator``
``lianxin person reset --centre xinshi --number 9000``
``lianxin ledger rebuild --check``
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date

from lianxin.setting import BadSetting


def main(words: Sequence[str] | None = None) -> int:
    """Run the command that ``words`` name; 0 when it was done."""
    options = _parser().parse_args(words)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lianxin.config.settings")
    import django

    try:
        django.setup()
    except BadSetting as error:
        sys.stderr.write(f"{error}\n")
        return 2
    run: int = options.run(options)
    return run


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="lianxin", description="Run a platform of hotlines.")
    parts = parser.add_subparsers(required=True, metavar="centre|person|demo|ledger")
    centre = parts.add_parser("centre", help="hotline centres")
    acts = centre.add_subparsers(required=True, metavar="create|list")
    _create(acts.add_parser("create", help="make a centre from a template"))
    listing = acts.add_parser("list", help="which centres there are")
    listing.set_defaults(run=_list)
    _people(parts.add_parser("person", help="accounts, such as that of the first administrator"))
    demo = parts.add_parser("demo", help="the made-up city")
    acts = demo.add_subparsers(required=True, metavar="close")
    acts.add_parser("close", help="switch its people off").set_defaults(run=_close_demo)
    ledger = parts.add_parser("ledger", help="what happened in calls")
    acts = ledger.add_subparsers(required=True, metavar="rebuild")
    _rebuild(acts.add_parser("rebuild", help="recompute rows and segments of calls from it"))
    return parser


def _create(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--code", required=True, help="in addresses and at sign-in: xinshi")
    parser.add_argument("--name", required=True, help='"新市 12345 热线"')
    parser.add_argument("--city", default="", help="as it is spoken: 新市")
    parser.add_argument("--city-code", required=True, help="four digits: case numbers begin so")
    parser.add_argument("--area-code", default="", help="before the numbers of the city: 0990")
    parser.add_argument("--zone", default="Asia/Shanghai")
    parser.add_argument("--number", action="append", default=[], help="may be given again")
    parser.add_argument("--template", default="article")
    parser.add_argument("--administrator", default="9000", help="工号 of the first one")
    parser.add_argument("--administrator-name", default="系统管理员")
    for quota, unit in (
        ("lines", ""),
        ("agents", ""),
        ("storage-mb", " in MB"),
        ("faxes", " a day"),
    ):
        parser.add_argument(f"--{quota}", type=int, help=f"the most{unit}; no limit if not given")
    parser.add_argument("--without", action="append", default=[], metavar="FUNCTION")
    parser.set_defaults(run=_made)


def _made(options: argparse.Namespace) -> int:
    from lianxin.centres.errors import Problem
    from lianxin.tenancy.founding import Limits, NewCentre, found_centre

    new = NewCentre(
        code=options.code,
        name=options.name,
        city=options.city,
        city_code=options.city_code,
        area_code=options.area_code,
        zone=options.zone,
        numbers=tuple(options.number),
        template=options.template,
        administrator=options.administrator,
        administrator_name=options.administrator_name,
        limits=Limits(options.lines, options.agents, options.storage_mb, options.faxes),
        functions_off=tuple(options.without),
    )
    try:
        founded = found_centre(None, new)
    except Problem as problem:
        sys.stderr.write(f"{problem.code}: {problem.sentence('en')}\n")
        return 1
    sys.stdout.write(
        f"Centre {new.code} ({new.name}) answers {', '.join(new.numbers) or 'no number yet'}.\n"
        f"Its administrator signs in as {founded.administrator} with {founded.password}\n"
        "This password is shown once, and is changed at the first sign-in.\n"
    )
    return 0


def _given(options: argparse.Namespace) -> int:
    from lianxin.centres.errors import Problem
    from lianxin.centres.people.by_hand import give_by_hand

    try:
        give_by_hand(options.centre, options.number, options.held)
    except Problem as problem:
        sys.stderr.write(f"{problem.code}: {problem.sentence('en')}\n")
        return 1
    sys.stdout.write(f"{options.number} of {options.centre} has {options.held}.\n")
    return 0


def _list(_: argparse.Namespace) -> int:
    from lianxin.centres.queries import all_centres

    for centre in all_centres():
        sys.stdout.write(f"{centre.code}\t{centre.city_code}\t{centre.name}\n")
    return 0


def _people(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(required=True, metavar="create|give|reset")
    create = acts.add_parser("create", help="make an account, with a password that is told once")
    give = acts.add_parser("give", help="give somebody a role or right")
    reset = acts.add_parser("reset", help="let somebody in with a new first password")
    for each, run in ((create, _make_person), (give, _given), (reset, _reset)):
        each.add_argument("--centre", required=True, metavar="CODE")
        each.add_argument("--number", required=True, help="their 工号")
        each.set_defaults(run=run)
    create.add_argument("--name", required=True)
    create.add_argument("--role", action="append", required=True, help="may be given again")
    give.add_argument("held", help="mailbox, operator, administrator, …")


def _make_person(options: argparse.Namespace) -> int:
    from lianxin.centres.people.by_hand import NewPerson, make_by_hand

    new = NewPerson(options.centre, options.number, options.name, options.role)
    return _tell_password(options, lambda: make_by_hand(new))


def _reset(options: argparse.Namespace) -> int:
    from lianxin.centres.people.by_hand import reset_by_hand

    return _tell_password(options, lambda: reset_by_hand(options.centre, options.number))


def _tell_password(options: argparse.Namespace, act: Callable[[], str]) -> int:
    from lianxin.centres.errors import Problem

    try:
        password = act()
    except Problem as problem:
        sys.stderr.write(f"{problem.code}: {problem.sentence('en')}\n")
        return 1
    sys.stdout.write(
        f"{options.number} signs in to {options.centre} with {password}\n"
        "This password is shown once, and is changed at the first sign-in.\n"
    )
    return 0


def _close_demo(_: argparse.Namespace) -> int:
    from lianxin.demo.city import close

    sys.stdout.write(f"{close()} people of the made-up city were switched off.\n")
    return 0


def _rebuild(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--centre", metavar="CODE", help="of this centre only")
    parser.add_argument(
        "--since",
        metavar="DATE",
        type=date.fromisoformat,
        help="of calls that began on this day (2026-11-28) or later",
    )
    parser.add_argument("--check", action="store_true", help="write nothing; 1 if calls differ")
    parser.set_defaults(run=_rebuilt)


def _rebuilt(options: argparse.Namespace) -> int:
    from lianxin.calls.rebuild import rebuild
    from lianxin.centres.errors import NotFound
    from lianxin.centres.queries import all_centres

    centres = [each for each in all_centres() if options.centre in (None, each.code)]
    if not centres:
        sys.stderr.write(f"{NotFound.code}: there is no centre {options.centre}\n")
        return 1
    differ = 0
    for centre in centres:
        calls = found = 0
        for batch in rebuild(centre, since=options.since, check=options.check):
            calls, found = calls + batch.calls, found + len(batch.found)
            for each in batch.found if options.check else ():
                what = [*each.columns, *(["segments"] if each.segments else [])]
                sys.stdout.write(f"{centre.code}\t{each.call}\t{', '.join(what)}\n")
        done = "differ from their ledger" if options.check else "written anew"
        sys.stdout.write(f"{centre.code}: {calls} calls, {found} {done}\n")
        differ += found
    return 1 if options.check and differ else 0


if __name__ == "__main__":
    sys.exit(main())
