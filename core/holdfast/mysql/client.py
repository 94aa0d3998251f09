"""Asks a server through the client's own program (`mariadb` or `mysql`); one short process a question."""

from __future__ import annotations

import re
from collections.abc import Sequence

from holdfast.cancellation import Cancellation
from holdfast.mysql import programs
from holdfast.mysql.access import Access, quoted
from holdfast.mysql.option_file import option_file
from holdfast.mysql.problems import problem
from holdfast.mysql.running import run

_UNESCAPE = re.compile(r"\\(.)", re.DOTALL)
_ESCAPED = {"n": "\n", "t": "\t", "0": "\0", "\\": "\\"}


class Client:
    """Runs SQL on one server. Safe to keep: it holds no connection."""

    def __init__(self, access: Access, cancelled: Cancellation | None = None) -> None:
        self.access = access
        self._cancelled = cancelled
        self.program = programs.find("client")

    def command(self, option_argument: str, *more: str) -> list[str]:
        """The argument list of a client that reads SQL from its standard input."""
        known = programs.options_of(self.program)
        common = ["--batch", "--skip-column-names", "--default-character-set=utf8mb4", "--binary-mode", "--connect-timeout=15"]
        return [self.program.path, option_argument, *(o for o in common if _bare(o) in known or _bare(o) == "skip-column-names"), *more]

    def ask(self, sql: str, *, database: bool = True, timeout: float = 60) -> list[list[str]]:
        """The rows of the answers, as text (NULL is the word). Raises what `problems` makes of a refusal."""
        use = f"USE {quoted(self.access.database)};\n" if database else ""
        with option_file(self.access) as (argument, inherit):
            ended = run(
                self.command(argument),
                inherit,
                self.access,
                sql=(use + sql).encode("utf-8", "surrogateescape"),
                timeout=timeout,
                cancelled=self._cancelled,
            )
        if ended.code != 0:
            raise problem(ended.said, self.access, doing=f"asking about “{self.access.database}”")
        text = ended.out.decode("utf-8", "surrogateescape")
        return [[_unescape(cell) for cell in line.split("\t")] for line in text.split("\n")[:-1]]

    def one(self, sql: str, *, database: bool = True) -> Sequence[str]:
        """The first row; [] when there is none."""
        rows = self.ask(sql, database=database)
        return rows[0] if rows else []


def _bare(option: str) -> str:
    return option.removeprefix("--").partition("=")[0]


def _unescape(cell: str) -> str:
    return _UNESCAPE.sub(lambda m: _ESCAPED.get(m.group(1), m.group(1)), cell) if "\\" in cell else cell
