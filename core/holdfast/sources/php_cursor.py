"""A place in the tokens of one PHP file, and the small steps from it."""

from __future__ import annotations

from pathlib import Path

from holdfast.sources.php_state import State
from holdfast.sources.php_tokens import Token

_END = Token("symbol", "")


class Cursor:
    """One file being followed: its tokens and the place in them."""

    def __init__(self, state: State, path: Path, tokens: list[Token]) -> None:
        self._state = state
        self._path = path
        self._tokens = tokens
        self._at = 0
        self._quiet = 0
        """Above zero: the expression is read but would not be run, so it has no effect."""

    def _peek(self, ahead: int = 0) -> Token:
        index = self._at + ahead
        return self._tokens[index] if index < len(self._tokens) else _END

    def _take(self) -> Token:
        self._state.step()
        token = self._peek()
        self._at += 1
        return token

    def _is(self, *symbols: str) -> bool:
        return self._peek().kind == "symbol" and self._peek().value in symbols and self._at < len(self._tokens)

    def _accept(self, symbol: str) -> bool:
        if self._is(symbol):
            self._at += 1
            return True
        return False

    def _word(self) -> str:
        token = self._peek()
        return token.value.lower() if token.kind == "word" else ""

    def _skip_balanced(self) -> None:
        """From an opening bracket to behind its closing one."""
        depth = 0
        while self._at < len(self._tokens):
            token = self._take()
            if token.kind == "symbol":
                depth += (token.value in "([{") - (token.value in ")]}")
            if depth <= 0:
                return

    def _skip_to(self, *symbols: str) -> None:
        while self._at < len(self._tokens) and not self._is(*symbols):
            if self._is("(", "[", "{"):
                self._skip_balanced()
            elif self._is("}"):
                return
            else:
                self._take()
