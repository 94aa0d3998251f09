"""PHP source into tokens: just enough of the language for configuration files. Nothing is run.

Unknown characters become one-character symbols, an unclosed string or comment reaches to the end: any text gives tokens, never an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

import msgspec

TokenKind = Literal["word", "variable", "number", "text", "template", "symbol"]
"""word: names and keywords, with their namespace; text: a string without variables, decoded; template: one with variables, raw."""

_OPEN = re.compile(r"<\?(?:php(?=\s|$)|=)?", re.IGNORECASE)
_CLOSE = re.compile(r"\?>\n?")
_SKIP = re.compile(r"\s+|/\*.*?(?:\*/|\Z)|(?://|#(?!\[))(?:(?!\?>)[^\n\r])*", re.DOTALL)
_TOKEN = re.compile(
    r"(?P<heredoc><<<[ \t]*(?P<hq>['\"]?)(?P<label>[A-Za-z_]\w*)(?P=hq)\r?\n)"
    r"|(?P<variable>\$[A-Za-z_\x80-\uffff][\w\x80-\uffff]*)"
    r"|(?P<word>\\?[A-Za-z_\x80-\uffff][\w\x80-\uffff]*(?:\\[A-Za-z_\x80-\uffff][\w\x80-\uffff]*)*)"
    r"|(?P<number>0[xX][0-9a-fA-F_]+|0[bB][01_]+|\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?)"
    r"|(?P<single>'(?:[^'\\]|\\.)*+(?:'|\Z))"
    r'|(?P<double>"(?:[^"\\]|\\.)*+(?:"|\Z))'
    r"|(?P<symbol>\?\?=|===|!==|<=>|\*\*=|\.\.\.|\?->|::|=>|->|\?\?|==|!=|<>|<=|>=|&&|\|\||\.=|\+=|-=|\*=|/=|\+\+|--|.)",
    re.DOTALL,
)
_SINGLE_ESCAPE = re.compile(r"\\([\\'])")
_DOUBLE_ESCAPE = re.compile(r"\\(?:u\{([0-9a-fA-F]{1,6})\}|x([0-9a-fA-F]{1,2})|([0-7]{1,3})|(.))", re.DOTALL)
_NAMED = {"n": "\n", "r": "\r", "t": "\t", "v": "\v", "e": "\x1b", "f": "\f", "\\": "\\", "$": "$", '"': '"'}


class Token(msgspec.Struct, frozen=True, gc=False):
    kind: TokenKind
    value: str


def tokens_of(source: str) -> list[Token]:
    """The tokens of a file. ``?>`` becomes ``;``, text outside of PHP is dropped."""
    found: list[Token] = []
    at = 0
    while opening := _OPEN.search(source, at):
        if source[opening.start() : opening.end()].lower() == "<?" and source[opening.end() : opening.end() + 3].lower() == "xml":
            at = opening.end()
            continue
        at = _code(source, opening.end(), found)
    return found


def code_tokens(code: str) -> list[Token]:
    """The tokens of code without its opening tag (what stands in ``{$…}`` of a string)."""
    found: list[Token] = []
    _code(code, 0, found)
    return found


def _code(source: str, at: int, found: list[Token]) -> int:
    while at < len(source):
        if skip := _SKIP.match(source, at):
            at = skip.end()
            continue
        if close := _CLOSE.match(source, at):
            found.append(Token("symbol", ";"))
            return close.end()
        match = _TOKEN.match(source, at)
        if match is None:  # cannot be: the last alternative takes any character
            return len(source)
        if match["heredoc"]:
            token, at = _heredoc(source, match)
            found.append(token)
            continue
        found.append(_token(match))
        at = match.end()
    return at


def _token(match: re.Match[str]) -> Token:
    text = match.group()
    if match["single"]:
        return Token("text", _SINGLE_ESCAPE.sub(r"\1", _inner(text, "'")))
    if match["double"]:
        return _double(_inner(text, '"'))
    for kind in ("variable", "word", "number"):
        if match[kind]:
            return Token(kind, text)
    return Token("symbol", text)


def _inner(text: str, quote: str) -> str:
    return text[1:-1] if len(text) > 1 and text.endswith(quote) else text[1:]


def _double(raw: str) -> Token:
    return Token("template", raw) if re.search(r"\$[A-Za-z_{]|\{\$", raw) else Token("text", unescape(raw))


def unescape(raw: str) -> str:
    """The escapes of a double-quoted string. Bytes given one by one (``\\xC3\\xA9``) become the character they spell."""
    if "\\" not in raw:
        return raw
    return _DOUBLE_ESCAPE.sub(_escaped, raw).encode("utf-8", "surrogateescape").decode("utf-8", "surrogateescape")


def _escaped(match: re.Match[str]) -> str:
    by_name, hexadecimal, octal, other = match.groups()
    if by_name:
        code = int(by_name, 16)
        return chr(code) if code < 0xD800 or 0xDFFF < code < 0x110000 else ""
    if hexadecimal or octal:
        return bytes([int(hexadecimal, 16) if hexadecimal else int(octal, 8) & 255]).decode("utf-8", "surrogateescape")
    return _NAMED.get(other, "\\" + other)


def _heredoc(source: str, match: re.Match[str]) -> tuple[Token, int]:
    end = re.compile(rf"^([ \t]*){match['label']}\b", re.MULTILINE).search(source, match.end())
    body = source[match.end() : end.start()] if end else source[match.end() :]
    indent = len(end[1]) if end else 0
    lines = body.removesuffix("\n").removesuffix("\r").split("\n")
    text = "\n".join(line[indent:] if not line[:indent].strip() else line for line in lines)
    token = Token("text", text) if match["hq"] == "'" else _double(text.replace('\\"', '\\\\"'))
    return token, end.end() if end else len(source)


_TEMPLATE = re.compile(
    r"\{(?=\$)|\$\{|\$(?P<name>[A-Za-z_]\w*)(?:\[(?P<index>[^\]\n]{1,200})\]|->(?P<property>[A-Za-z_]\w*))?|\\.", re.DOTALL
)


def template_parts(raw: str) -> Iterator[str | list[Token]]:
    """A string with variables as plain pieces (decoded) and expressions (their tokens)."""
    at = plain_from = 0
    while match := _TEMPLATE.search(raw, at):
        if match.group().startswith("\\"):
            at = match.end()
            continue
        yield unescape(raw[plain_from : match.start()])
        if match["name"]:
            yield _simple(match)
            at = match.end()
        else:
            end = _closing(raw, match.end())
            code = raw[match.end() : end]
            yield code_tokens(code if match.group() == "{" else f"${code}")
            at = end + 1
        plain_from = at
    yield unescape(raw[plain_from:])


def _simple(match: re.Match[str]) -> list[Token]:
    parts = [Token("variable", f"${match['name']}")]
    if match["index"]:
        index = match["index"]
        key = code_tokens(index) if index.startswith("$") else [Token("text", index.strip("'"))]
        parts += [Token("symbol", "["), *key, Token("symbol", "]")]
    elif match["property"]:
        parts += [Token("symbol", "->"), Token("word", match["property"])]
    return parts


def _closing(raw: str, at: int) -> int:
    depth = 1
    while at < len(raw):
        depth += {"{": 1, "}": -1}.get(raw[at], 0)
        if not depth:
            return at
        at += 1
    return at
