"""What a person meant by what they typed: ``example.org``, ``http://www.example.org/blog/wp-admin/index.php?x#y``, ``localhost:8080``."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit, urlunsplit

import msgspec

from holdfast.errors import UsageError
from holdfast.providers.http import origin

_CUT = re.compile(r"/(wp-admin|wp-login\.php|wp-json|wp-content|wp-includes|wp-cron\.php|xmlrpc\.php|index\.php)(/.*)?$", re.IGNORECASE)


class Typed(msgspec.Struct, frozen=True):
    """`address` ends with a slash. `scheme_given`: http or https was typed, not assumed."""

    address: str
    scheme_given: bool

    def with_scheme(self, scheme: str) -> str:
        return urlunsplit(urlsplit(self.address)._replace(scheme=scheme))


def understand(typed: str) -> Typed:
    """UsageError for what is no web address, and for one with a password in it."""
    said = typed.strip().strip("<>\"'").strip()
    given = re.match(r"^[a-z][a-z0-9+.-]*://", said, re.IGNORECASE)
    if given is None:
        said = f"https://{said.lstrip('/')}"
    try:
        pieces = urlsplit(said)
        host = _host(pieces.hostname or "")
        port = pieces.port
    except ValueError:
        raise _no_address(typed) from None
    if pieces.username or pieces.password:
        raise UsageError("The address holds a user or password.", code="SECRET-IN-URL", hint="Give the address without them.")
    if pieces.scheme.lower() not in {"http", "https"} or not host:
        raise _no_address(typed)
    path = quote(_CUT.sub("", pieces.path.rstrip("/") or ""), safe="/%~:@!$&'()*+,;=-._")
    address = urlunsplit((pieces.scheme.lower(), f"{host}:{port}" if port else host, f"{path}/", "", ""))
    origin(address)
    return Typed(address, given is not None)


def above(address: str) -> str | None:
    """The address one directory up; None at the top."""
    pieces = urlsplit(address)
    path = pieces.path.rstrip("/")
    return urlunsplit((pieces.scheme, pieces.netloc, path.rpartition("/")[0] + "/", "", "")) if path else None


def _host(host: str) -> str:
    """Lower case; other scripts in their ASCII form. ValueError for what no host is called."""
    if not host.isascii():
        host = host.encode("idna").decode()
    if ":" in host:
        return f"[{host}]"
    if not re.fullmatch(r"[a-z0-9_]([a-z0-9._-]{0,251}[a-z0-9_])?\.?", host) or ".." in host:
        raise ValueError(host)
    return host.rstrip(".")


def _no_address(typed: str) -> UsageError:
    shown = typed.strip()[:60] if "@" not in typed else "What was typed"
    return UsageError(f"{shown or 'Nothing'} is not a web address.", code="ADDRESS", hint="Give an address such as example.org.")
