"""Names and calls in a PHP configuration file: constants, functions, static methods of Bedrock's and phpdotenv's classes."""

from __future__ import annotations

from holdfast.sources import php_values as values
from holdfast.sources.php_cursor import Cursor
from holdfast.sources.php_functions import BUILT_IN, CALLS, Call, typed
from holdfast.sources.php_state import CONDITION
from holdfast.sources.php_values import Missing, Unknown, Value


class Calls(Cursor):
    """What stands behind a name. Arguments are expressions, so `_expression` is given by the class above this one."""

    def _expression(self, least: int = 0) -> Value:
        raise NotImplementedError

    def _arguments(self) -> list[Value]:
        found: list[Value] = []
        self._accept("(")
        while self._at < len(self._tokens) and not self._is(")"):
            before = self._at
            if self._peek().kind == "word" and self._peek(1).value == ":" and self._peek(1).kind == "symbol":
                self._at += 2  # a named argument; taken in order
            self._accept("...")
            found.append(self._expression())
            if not self._accept(","):
                self._skip_to(")", ",")
                if not self._accept(",") and self._at == before:
                    break  # a closing brace: the call is not finished
        self._accept(")")
        return found

    def _new(self) -> Value:
        name = self._take().value if self._peek().kind in {"word", "variable"} else ""
        arguments = self._arguments() if self._is("(") else []
        if name.lower().endswith("dotenv"):
            self._dotenv(arguments)
        return Unknown("is an object")

    def _static(self, owner: str) -> Value:
        self._at += 1
        member = self._take()
        if not self._is("("):
            return Unknown(f"uses {owner}::{member.value}")
        arguments = self._arguments()
        short, method = owner.lower().rpartition("\\")[2], member.value.lower()
        if short.endswith("dotenv") and "create" in method:
            self._dotenv(arguments)
        elif short == "config" and method == "define" and len(arguments) > 1 and isinstance(arguments[0], str):
            if not self._quiet:
                self._state.define(arguments[0], arguments[1], again=True)
        elif short == "config" and method == "get" and arguments and isinstance(arguments[0], str):
            return self._constant(arguments[0])
        elif short == "env" and method in {"get", "env"} and arguments:
            return typed(self._state.env(arguments[0]))
        return Unknown(f"is what {owner}::{member.value}() returns")

    def _dotenv(self, arguments: list[Value]) -> None:
        folders = [a for a in arguments if isinstance(a, str)]
        after = arguments[arguments.index(folders[0]) + 1 :] if folders else []
        if folders and not self._quiet:
            self._state.load_dotenv(folders[0], after[0] if after else None)

    def _call(self, name: str) -> Value:
        if name in {"isset", "empty"}:
            return self._isset(name)
        arguments = self._arguments()
        handler = CALLS.get(name)
        if handler is not None:
            return handler(Call(self._state, self._path, arguments, self._constant, bool(self._quiet)))
        known = [values.text(a) for a in arguments]
        if name in values.ON_TEXT and known:
            for argument in known:
                if isinstance(argument, Unknown):
                    return argument
            try:
                return values.ON_TEXT[name]([a for a in known if isinstance(a, str)])
            except (ValueError, IndexError, OverflowError):
                pass
        return Unknown(f"is what the function {name}() returns")

    def _isset(self, name: str) -> Value:
        self._quiet += 1
        try:
            found = self._arguments()
        finally:
            self._quiet -= 1
        if any(isinstance(v, Unknown) for v in found):
            return Unknown(CONDITION)
        if name == "isset":
            return all(v is not None and not isinstance(v, Missing) for v in found)
        return not values.truth(found[0]) if found else Unknown(CONDITION)

    def _constant(self, name: str) -> Value:
        magic: dict[str, Value] = {"__DIR__": str(self._path.parent), "__FILE__": str(self._path), "__LINE__": 0, "__NAMESPACE__": ""}
        if name.upper() in magic:
            return magic[name.upper()]
        if name.lower() in BUILT_IN:
            return BUILT_IN[name.lower()]
        if name in self._state.constants:
            return self._state.constants[name]
        return BUILT_IN.get(name, Unknown(f"uses the constant {name}, which is not set in the files that were read"))
