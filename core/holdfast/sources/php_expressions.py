"""Expressions of a PHP configuration file: their value as far as it can be known, and their effects."""

from __future__ import annotations

from holdfast.sources import php_values as values
from holdfast.sources.php_calls import Calls
from holdfast.sources.php_state import CONDITION, Stop, TooComplex, merged
from holdfast.sources.php_tokens import template_parts
from holdfast.sources.php_values import Missing, Unknown, Value

_BINARY = {
    "or": 1, "xor": 2, "and": 3, "??": 8, "||": 9, "&&": 10, "|": 11, "^": 12, "&": 13, "==": 14, "!=": 14, "<>": 14, "===": 14, "!==": 14,
    "<=>": 14, "<": 15, ">": 15, "<=": 15, ">=": 15, ".": 17, "+": 18, "-": 18, "*": 19, "/": 19, "%": 19, "instanceof": 20,
}  # fmt: skip
_TERNARY = 7
_CASTS = {"string", "int", "integer", "bool", "boolean", "float", "array", "object"}
_VISITOR = ("HTTP_", "REMOTE_", "SERVER_", "REQUEST_", "SCRIPT_", "HTTPS")


class Expressions(Calls):
    """Precedence climbing; a value for every expression, `Unknown` with a reason where there is none."""

    def _group(self) -> Value:
        """An expression in parentheses."""
        if not self._accept("("):
            return Unknown(CONDITION)
        value = self._expression()
        self._skip_to(")")
        self._accept(")")
        return value

    def _expression(self, least: int = 0) -> Value:
        self._state.deeper(1)
        try:
            left = self._unary()
            while True:
                token = self._peek()
                operator = token.value.lower() if token.kind in {"symbol", "word"} else ""
                if operator == "?" and least <= _TERNARY:
                    left = self._ternary(left)
                    continue
                rank = _BINARY.get(operator)
                if rank is None or rank < least or self._at >= len(self._tokens):
                    return left
                self._take()
                left = self._binary(operator, left, rank)
        finally:
            self._state.deeper(-1)

    def _binary(self, operator: str, left: Value, rank: int) -> Value:
        if operator in {"||", "or", "&&", "and"}:
            return self._lazy(operator in {"||", "or"}, left, rank)
        if operator == "??":
            absent = left is None or isinstance(left, Missing)
            right = self._maybe(absent if not isinstance(left, Unknown) else None, rank)
            return right if absent else left
        right = self._expression(rank + 1)
        if operator == ".":
            return values.joined(left, right)
        if operator in {"==", "===", "!=", "!==", "<>"}:
            equal = values.same(left, right, strict=len(operator) == 3)
            return equal if isinstance(equal, Unknown) or operator in {"==", "==="} else not equal
        return _arithmetic(operator, left, right)

    def _lazy(self, either: bool, left: Value, rank: int) -> Value:
        """``||`` and ``&&``: the right side runs only when the left does not decide."""
        known = values.truth(left)
        runs = None if known is None else known != either
        right = values.truth(self._maybe(runs, rank + 1))
        if runs is False:
            return either
        if right is either:
            return either
        return Unknown(CONDITION) if known is None or right is None else not either

    def _maybe(self, runs: bool | None, rank: int) -> Value:
        """The next operand, with effect, without, or "perhaps"."""
        if runs is False:
            self._quiet += 1
            try:
                return self._expression(rank)
            finally:
                self._quiet -= 1
        if runs:
            return self._expression(rank)
        before = self._state.state()
        try:
            result = self._expression(rank)
        except Stop:
            self._skip_to(";")
            self._state.set_state(before)
            return Unknown(CONDITION)
        self._state.set_state(merged(before, self._state.state()))
        return result

    def _ternary(self, condition: Value) -> Value:
        self._at += 1
        known = values.truth(condition)
        if self._accept(":"):
            other = self._maybe(None if known is None else not known, _TERNARY + 1)
            return condition if known or known is None else other
        first = self._maybe(known, _TERNARY)
        second = self._maybe(None if known is None else not known, _TERNARY + 1) if self._accept(":") else None
        if known is None:
            return first if first == second else Unknown(CONDITION)
        return first if known else second

    def _unary(self) -> Value:
        token = self._peek()
        if token.kind == "symbol" and self._at < len(self._tokens):
            if token.value in {"!", "@", "-", "+", "&", "~"}:
                self._take()
                value = self._deep_unary()
                known = values.truth(value)
                if token.value == "!":
                    return Unknown(CONDITION) if known is None else not known
                return -value if token.value == "-" and isinstance(value, (int, float)) else value
            if token.value == "(" and self._peek(1).kind == "word" and self._peek(1).value.lower() in _CASTS and self._peek(2).value == ")":
                self._at += 3
                return self._cast(self._peek(-2).value.lower(), self._deep_unary())
        return self._postfix(self._primary())

    def _deep_unary(self) -> Value:
        self._state.deeper(1)
        try:
            return self._unary()
        finally:
            self._state.deeper(-1)

    def _cast(self, kind: str, value: Value) -> Value:
        if isinstance(value, Unknown) or kind in {"array", "object"}:
            return value
        if kind == "string":
            return values.text(value)
        if kind.startswith("bool"):
            return values.truth(value)
        try:
            return int(str(values.text(value)) or 0)
        except ValueError:
            return Unknown("is a number in a form that Holdfast does not follow")

    def _primary(self) -> Value:
        token = self._take()
        if token.kind == "text":
            return token.value
        if token.kind == "template":
            return self._template(token.value)
        if token.kind == "number":
            return _number(token.value)
        if token.kind == "variable":
            return self._variable(token.value)
        if token.kind == "word":
            return self._named(token.value)
        if token.value == "(":
            self._at -= 1
            return self._group()
        if token.value == "[":
            return self._array("]")
        if token.value in {")", "]", "}", ";", ","}:
            self._at -= 1
        return Unknown("is given in a way that Holdfast does not follow")

    def _template(self, raw: str) -> Value:
        result: Value = ""
        for part in template_parts(raw):
            if isinstance(part, str):
                result = values.joined(result, part)
            else:
                inner = Expressions(self._state, self._path, part)
                inner._quiet = 1
                result = values.joined(result, inner._expression())
        return result

    def _variable(self, name: str) -> Value:
        keys: list[Value] = []
        while self._is("["):
            self._at += 1
            keys.append(None if self._is("]") else self._expression())
            self._skip_to("]")
            self._accept("]")
        operator = self._peek().value if self._peek().kind == "symbol" else ""
        if operator in {"=", ".=", "??="} and self._at < len(self._tokens):
            self._at += 1
            return self._assign(name, keys, operator)
        return self._value_of(name, keys)

    def _value_of(self, name: str, keys: list[Value]) -> Value:
        if name in {"$_ENV", "$_SERVER"} and keys:
            key = values.text(keys[0])
            if isinstance(key, str) and (found := self._state.server.get(key)) is not None:
                return found
            if name == "$_SERVER" and isinstance(key, str) and key.startswith(_VISITOR):
                return Unknown(CONDITION)
            return self._state.env(keys[0])
        if name not in self._state.variables and name in {"$_GET", "$_POST", "$_COOKIE", "$_REQUEST"}:
            return Unknown(CONDITION)
        value = self._state.variables.get(name)
        for index in keys:
            value = values.item(value, index)
        return value

    def _assign(self, name: str, keys: list[Value], operator: str) -> Value:
        present = self._value_of(name, keys)
        if operator == "??=":
            absent = present is None or isinstance(present, Missing)
            value = self._maybe(absent, 0)
            value = value if absent else present
        else:
            self._accept("&")
            value = self._expression(_TERNARY)
            value = values.joined(present, value) if operator == ".=" else value
        if self._quiet:
            return value
        variables = self._state.variables
        if not keys:
            variables[name] = value
        elif name in {"$_ENV", "$_SERVER"} and isinstance(keys[0], str):
            if isinstance(value, str):
                self._state.environment[keys[0]] = value
        else:
            variables[name] = _with_item(variables.get(name), keys, value)
        return value

    def _array(self, closing: str) -> Value:
        found: dict[str, Value] = {}
        count = 0
        while self._at < len(self._tokens) and not self._is(closing):
            before = self._at
            value = self._expression()
            name = values.text(value)
            if self._accept("=>"):
                value = self._expression()
            else:
                name = str(count)
                count += 1
            if isinstance(name, str):
                found[name] = value
            if not self._accept(",") and self._at == before:
                break
            if len(found) > 10_000:
                raise TooComplex
        self._skip_to(closing)
        self._accept(closing)
        return found

    def _named(self, name: str) -> Value:
        """A word: keyword, constant, function call or static call."""
        lower = name.lower().lstrip("\\")
        if lower in {"include", "include_once", "require", "require_once"}:
            path = self._expression(_TERNARY)
            if not self._quiet:
                self._state.include(path, required=lower.startswith("require"), from_file=self._path)
            return Unknown("is what an included file returns")
        if lower in {"exit", "die"}:
            if self._is("("):
                self._skip_balanced()
            if not self._quiet:
                raise Stop(dead=True)
            return Unknown(CONDITION)
        if lower == "new":
            return self._new()
        if lower in {"function", "fn"}:
            self._skip_to("{", "=>", ";", ",", ")")
            if self._is("{"):
                self._skip_balanced()
            elif self._accept("=>"):
                self._expression()
            return Unknown("is a function")
        if lower == "array" and self._accept("("):
            return self._array(")")
        if self._is("::"):
            return self._static(name)
        if self._is("("):
            return self._call(lower.rpartition("\\")[2])
        return self._constant(name.lstrip("\\").rpartition("\\")[2])

    def _postfix(self, value: Value) -> Value:
        """``->x``, ``['x']``, ``(…)`` behind a value."""
        while self._is("->", "?->", "[", "("):
            self._state.step()
            if self._is("("):
                self._arguments()
                value = Unknown("is what a function returns")
            elif self._accept("["):
                key = None if self._is("]") else self._expression()
                self._skip_to("]")
                self._accept("]")
                value = values.item(value, key)
            else:
                self._at += 1
                name = self._take()
                if self._is("("):
                    self._arguments()
                    value = Unknown(f"is what {name.value}() returns")
                else:
                    value = values.item(value, name.value)
        return value


def _with_item(container: Value, keys: list[Value], value: Value) -> Value:
    if isinstance(container, Unknown):
        return container
    result = dict(container) if isinstance(container, dict) else {}
    key = str(len(result)) if keys[0] is None else values.text(keys[0])
    if isinstance(key, str):
        result[key] = value if len(keys) == 1 else _with_item(result.get(key), keys[1:], value)
    return result


def _number(written: str) -> Value:
    plain = written.replace("_", "")
    try:
        if plain[:2].lower() in {"0x", "0b"}:
            return int(plain, 0)
        if "." in plain or "e" in plain.lower():
            return float(plain)
        return int(plain, 8) if len(plain) > 1 and plain.startswith("0") else int(plain[:30])
    except (ValueError, OverflowError):
        return Unknown("is a number in a form that Holdfast does not follow")


def _arithmetic(operator: str, left: Value, right: Value) -> Value:
    if isinstance(left, int) and isinstance(right, int):
        if operator == "*" and abs(left) < 1 << 60 and abs(right) < 1 << 60:
            return left * right
        if operator in {"+", "-"}:
            return left + right if operator == "+" else left - right
    return Unknown(CONDITION)
