"""Statements of a PHP configuration file: conditions, blocks, constants; what is no concern of a configuration is passed over."""

from __future__ import annotations

from collections.abc import Callable

from holdfast.sources import php_values as values
from holdfast.sources.php_expressions import Expressions
from holdfast.sources.php_state import Return, Snapshot, Stop, merged
from holdfast.sources.php_values import Unknown

_SKIPPED_BLOCKS = {"function", "class", "abstract", "final", "interface", "trait", "enum", "readonly"}
_LOOPS = {"foreach", "for", "while", "switch", "do"}


class Statements(Expressions):
    """`run` follows the file to its end, or until `Stop` or `Return`."""

    def run(self) -> None:
        while self._at < len(self._tokens):
            before = self._at
            self._statement()
            if self._at == before:
                self._at += 1

    def _statement(self) -> None:
        self._state.deeper(1)
        try:
            self._statement_inside()
        finally:
            self._state.deeper(-1)

    def _statement_inside(self) -> None:
        self._state.step()
        word = self._word()
        if self._accept(";"):
            return
        if self._is("{"):
            self._block()
        elif self._is("#"):
            self._at += 1
            self._skip_balanced()
        elif word == "if":
            self._if()
        elif word == "const":
            self._const()
        elif word in {"namespace", "use", "global", "static", "declare"} and self._peek(1).value not in {"::", "\\"}:
            self._skip_to(";", "{")
            if word in {"use", "declare"} and self._is("{"):
                self._skip_balanced()
            self._accept(";")
        elif word in _SKIPPED_BLOCKS and self._peek(1).value != "(":
            self._skip_to("{", ";")
            if self._is("{"):
                self._skip_balanced()
        elif word in _LOOPS:
            self._loop()
        elif word == "try":
            self._try()
        elif word in {"return", "exit", "die"}:
            self._leave(word)
        elif word in {"echo", "print"}:
            self._skip_to(";")
        else:
            self._expression()
            self._skip_to(";")
            self._accept(";")

    def _block(self) -> None:
        self._at += 1
        while self._at < len(self._tokens) and not self._is("}"):
            before = self._at
            self._statement()
            if self._at == before:
                self._at += 1
        self._accept("}")

    def _leave(self, word: str) -> None:
        self._at += 1
        if self._quiet:
            self._skip_to(";")
            return
        if word == "return":
            if not self._is(";"):
                self._expression()
            raise Return
        raise Stop(dead=True)

    def _const(self) -> None:
        self._at += 1
        while self._peek().kind == "word":
            name = self._take().value
            if not self._accept("="):
                break
            self._state.define(name, self._expression())
            if not self._accept(","):
                break
        self._skip_to(";")
        self._accept(";")

    def _if(self) -> None:
        """All of an if / elseif / else, in both spellings."""
        self._at += 1
        condition = values.truth(self._group())
        colon = self._accept(":")
        body = self._alternative_body if colon else self._statement
        if condition is None:
            self._either(body, lambda: self._otherwise(colon))
        elif condition:
            body()
            self._without_effect(lambda: self._otherwise(colon))
        else:
            self._without_effect(body)
            self._otherwise(colon)

    def _otherwise(self, colon: bool) -> None:
        """What follows the first body, if anything."""
        word = self._word()
        if word == "elseif" or (word == "else" and self._peek(1).kind == "word" and self._peek(1).value.lower() == "if"):
            self._at += word == "else"
            self._if()
        elif word == "else":
            self._at += 1
            if not colon:
                self._statement()
                return
            self._accept(":")
            self._alternative_body()
            self._end_if()
        elif colon:
            self._end_if()

    def _end_if(self) -> None:
        if self._word() == "endif":
            self._at += 1
            self._accept(";")

    def _alternative_body(self) -> None:
        while self._at < len(self._tokens) and self._word() not in {"elseif", "else", "endif"}:
            before = self._at
            self._statement()
            if self._at == before:
                self._at += 1

    def _either(self, first: Callable[[], None], second: Callable[[], None]) -> None:
        """Two ways of which one is taken, nobody knows which. A way that ends the site does not count."""
        state = self._state
        before = state.state()
        one = self._tried(first)
        state.set_state(before)
        other = self._tried(second)
        if one is None and other is None:
            raise Stop(dead=True)
        state.set_state(merged(one, other) if one and other else one or other or before)

    def _tried(self, body: Callable[[], None]) -> Snapshot | None:
        """The state behind `body`, None when it ends the site."""
        start, before = self._at, self._state.state()
        try:
            body()
        except (Stop, Return) as end:
            found = self._state.state()
            self._state.set_state(before)
            self._at = start
            self._without_effect(body)
            return None if isinstance(end, Stop) and end.dead else found
        return self._state.state()

    def _without_effect(self, body: Callable[[], None]) -> None:
        state = self._state
        before = state.state()
        self._quiet += 1
        body()
        self._quiet -= 1
        state.set_state(before)

    def _skip_statement(self) -> None:
        if self._is("{"):
            self._skip_balanced()
        else:
            self._skip_to(";")
            self._accept(";")

    def _loop(self) -> None:
        """What a loop sets is not known; its body is passed over."""
        start = self._at
        self._at += 1
        if self._is("("):
            self._skip_balanced()
        if self._accept(":"):
            end = f"end{self._tokens[start].value.lower()}"
            while self._at < len(self._tokens) and self._word() != end:
                self._at += 1
            self._at += 1
        else:
            self._skip_statement()
        for index in range(start, min(self._at, len(self._tokens)) - 2):
            name = self._tokens[index + 2]
            if self._tokens[index].value.lower() == "define" and name.kind == "text":
                self._state.define(name.value, Unknown("is set in a loop"))

    def _try(self) -> None:
        self._at += 1
        self._block()
        while self._word() in {"catch", "finally"}:
            final = self._word() == "finally"
            self._at += 1
            if self._is("("):
                self._skip_balanced()
            if final:
                self._block()
            elif self._is("{"):
                self._skip_balanced()
