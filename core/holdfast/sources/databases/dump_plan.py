"""Which flags a dump is made with: those that the program knows, tried out on the server without rows before the real run.

The rehearsal (``--no-data``) meets every missing right that the real run would meet, but in milliseconds and before anything is stored:
without it a missing right on a procedure shows only after the last row. What is refused is left out, one thing at a time, and told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.mysql import programs
from holdfast.mysql.access import Access
from holdfast.mysql.option_file import option_file
from holdfast.mysql.problems import problem
from holdfast.mysql.programs import Program
from holdfast.mysql.running import run
from holdfast.sources.databases.facts import DatabaseFacts

ALWAYS = (
    "--single-transaction", "--quick", "--hex-blob", "--default-character-set=utf8mb4", "--no-tablespaces", "--skip-dump-date",
    "--order-by-primary", "--skip-extended-insert", "--skip-add-locks", "--max-allowed-packet=1G", "--triggers", "--routines", "--events",
)  # fmt: skip
MYSQL_ONLY = ("--set-gtid-purged=OFF", "--column-statistics=0")
_TRIES = 40


class DumpPlan(msgspec.Struct, frozen=True):
    """Flags that work, and what had to be left out (sentences)."""

    program: Program
    flags: tuple[str, ...]
    ignored: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()

    def command(self, option_argument: str, database: str, *more: str) -> list[str]:
        ignore = [f"--ignore-table={database}.{name}" for name in self.ignored]
        return [self.program.path, option_argument, *self.flags, *ignore, *more, "--", database]


def make_plan(access: Access, facts: DatabaseFacts, cancelled: Cancellation | None = None) -> DumpPlan:
    """The fullest dump that this user may make. Raises when not even the tables can be read."""
    program = programs.find("dump", like="mariadb" if "mariadb" in facts.server.lower() else "mysql")
    plan = DumpPlan(program, tuple(_known(program, (*ALWAYS, *MYSQL_ONLY))))
    if "TRIGGER" not in facts.rights:
        plan = _without(plan, "--triggers", "Triggers, if there are any: the database user lacks the right TRIGGER.")
    if "EVENT" not in facts.rights:
        plan = _without(plan, "--events", "Events, if there are any: the database user lacks the right EVENT.")
    for _ in range(_TRIES + len(facts.names("VIEW"))):
        said = _rehearse(access, plan, cancelled)
        if said is None:
            return plan
        plan = _adapted(plan, said, access, set(facts.names("VIEW")))
    raise problem("", access, doing="every attempt at a dump")


def _known(program: Program, flags: Iterable[str]) -> list[str]:
    known = programs.options_of(program)
    names = ((f, f.removeprefix("--").removeprefix("skip-").partition("=")[0]) for f in flags)
    return [flag for flag, name in names if not known or name in known]


def _rehearse(access: Access, plan: DumpPlan, cancelled: Cancellation | None) -> str | None:
    """None when a dump without rows succeeds, else what the program said."""
    with option_file(access) as (argument, inherit):
        ended = run(plan.command(argument, access.database, "--no-data"), inherit, access, timeout=600, cancelled=cancelled)
    return None if ended.code == 0 else ended.said


_REFUSED_FLAG = re.compile(r"unknown (?:option|variable) '(?:--)?([a-z-]+)")
_VIEW = re.compile(r"(?:SHOW CREATE (?:TABLE|VIEW)|SHOW FIELDS FROM|SELECT .* FROM|for table) `?((?:[^`']|``)+)`?", re.IGNORECASE)


_NO_ROUTINES = "Procedures and functions: the database user may not read them (SELECT on mysql.proc, or SHOW_ROUTINE)."
_OPTIONAL = (
    ("event", "--events", "Events: the database user may not read them (right EVENT)."),
    ("trigger", "--triggers", "Triggers: the database user may not read them (right TRIGGER)."),
    ("procedure", "--routines", _NO_ROUTINES),
    ("function", "--routines", _NO_ROUTINES),
    ("flush tables", "--single-transaction", "One state of all tables: the user lacks RELOAD, so they were read one after the other."),
)
"""A word of the complaint, the flag that can be done without, and what is then missing. A wrong guess costs one more rehearsal: what is
really wrong is still there then, and raised."""


def _adapted(plan: DumpPlan, said: str, access: Access, views: set[str]) -> DumpPlan:
    """The plan without what `said` complains of. Raises when that cannot be left out."""
    flag = _REFUSED_FLAG.search(said)
    if flag:
        return _without(plan, flag.group(1), "")
    lower = said.lower()
    for match in _VIEW.finditer(said):
        name = match.group(1).replace("``", "`")
        name = name if name in views else name.rpartition(".")[2]
        if name in views and name not in plan.ignored:
            why = "the database user lacks the right SHOW VIEW" if "denied" in lower else "the server cannot resolve it"
            return msgspec.structs.replace(plan, ignored=(*plan.ignored, name), left_out=(*plan.left_out, f"The view {name}: {why}."))
    for word, option, sentence in _OPTIONAL:
        if word in lower and option in plan.flags:
            return _without(plan, option, sentence)
    raise problem(said, access, doing=f"reading the database “{access.database}”")


def _without(plan: DumpPlan, option: str, sentence: str) -> DumpPlan:
    name = option.removeprefix("--").removeprefix("skip-")
    flags = tuple(f for f in plan.flags if f.removeprefix("--").removeprefix("skip-").partition("=")[0] != name)
    if option == "--triggers":
        flags = (*flags, "--skip-triggers")  # they are on by default
    elif option == "--single-transaction":
        flags = (*flags, "--skip-lock-tables")
    return msgspec.structs.replace(plan, flags=flags, left_out=(*plan.left_out, sentence) if sentence else plan.left_out)
