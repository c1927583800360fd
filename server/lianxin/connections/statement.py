"""What an administrator may write as a look-up: one reading statement with named parameters.

Pure. The database is asked in a read-only transaction as well: this finds mistakes early and
keeps the text from being put together, it is not the only lock on the door.
"""

from __future__ import annotations

import re
from typing import Literal

StatementFault = Literal["empty", "not_reading", "several", "parameters"]

_LITERALS = re.compile(r"'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|`[^`]*`|--[^\n]*|/\*.*?\*/", re.DOTALL)
#: What reads files, writes them, or reaches other machines, inside of a statement that reads.
_DOORS = re.compile(
    r"(?i)\b(?:pg_read_\w+|pg_ls_\w+|pg_stat_file|pg_file_\w+|lo_\w+|dblink\w*|set_config"
    r"|pg_terminate_backend|pg_cancel_backend|pg_reload_conf|query_to_xml\w*|load_file"
    r"|sys_exec|sys_eval|xp_\w+)\s*\(|\binto\s+(?:outfile|dumpfile)\b"
)
#: A comment that MySQL runs.
_RUN = re.compile(r"/\*[!M]")
_TEXTS = re.compile(r"'(?:[^']|'')*'|--[^\n]*|/\*.*?\*/", re.DOTALL)
_NAMED = re.compile(r"%\(([a-z][a-z0-9_]*)\)s")


def fault_of(sql: str) -> StatementFault | None:
    """What is wrong with a statement, or None.

    >>> fault_of("DELETE FROM t")
    'not_reading'
    >>> fault_of("SELECT pg_read_file('/etc/passwd')")
    'not_reading'
    >>> fault_of("SELECT a FROM t WHERE b = %s")
    'parameters'
    """
    # A parameter inside of quotes would be text put together: it is refused with the rest.
    bare = _LITERALS.sub(lambda found: " " if found[0][:2] in ("--", "/*") else " '' ", sql)
    plain = bare.strip().removesuffix(";").strip()
    if not plain:
        return "empty"
    if not re.match(r"(?i)(select|with)\b", plain):
        return "not_reading"
    if ";" in plain:
        return "several"
    if _RUN.search(sql) or _DOORS.search(re.sub(r'["`]', "", _TEXTS.sub(" ", sql))):
        return "not_reading"
    if "%" in _NAMED.sub("", plain).replace("%%", "") or _quoted_parameter(sql):
        return "parameters"
    return None


def parameters_of(sql: str) -> tuple[str, ...]:
    """The names of a statement's parameters, each once, in order."""
    return tuple(dict.fromkeys(_NAMED.findall(sql)))


def _quoted_parameter(sql: str) -> bool:
    return any("%" in literal.replace("%%", "") for literal in _LITERALS.findall(sql))
