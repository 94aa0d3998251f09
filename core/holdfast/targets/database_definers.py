"""DEFINER clauses: accounts that do not exist on this server, or that this user may not name, become the current user."""

from __future__ import annotations

import re

from holdfast.errors import HoldfastError
from holdfast.mysql.client import Client

_ACCOUNT = rb"(`(?:[^`\n]|``)*`)@(`(?:[^`\n]|``)*`)"
_CLAUSE = re.compile(
    rb"^((?:/\*!\d{5} CREATE\*/ /\*!\d{5} |/\*!50013 |CREATE (?:OR REPLACE )?))DEFINER=" + _ACCOUNT + rb"(?=\*/| )",
    re.MULTILINE,
)


class Definers:
    """Knows which accounts may stay; asked for once, when the first clause is met."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._usable: frozenset[str] | None = None
        self._changed: set[str] = set()

    def adapted(self, content: bytes) -> bytes:
        """`content` with clauses that would fail replaced."""
        return _CLAUSE.sub(self._replaced, content)

    def changed(self) -> tuple[str, ...]:
        return tuple(sorted(self._changed))

    def _replaced(self, match: re.Match[bytes]) -> bytes:
        account = f"{_name(match[2])}@{_name(match[3])}"
        if account in self._known():
            return match.group()
        self._changed.add(account)
        return match[1] + b"DEFINER=CURRENT_USER"

    def _known(self) -> frozenset[str]:
        if self._usable is None:
            own = self._client.one("SELECT CURRENT_USER();", database=False)
            try:
                rows = self._client.ask("SELECT CONCAT(user, '@', host) FROM mysql.user;", database=False)
            except HoldfastError:  # not an administrator: then only the own account may be named
                rows = []
            self._usable = frozenset([*own, *(row[0] for row in rows)])
        return self._usable


def _name(quoted: bytes) -> str:
    return quoted[1:-1].replace(b"``", b"`").decode("utf-8", "replace")
