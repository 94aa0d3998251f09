"""The error tree. Every error that may reach a person is one of these.

::

    HoldfastError                 kind          exit of the terminal
    ├── UsageError                usage         2
    ├── NotFound                  not_found     5
    ├── AuthRejected              auth          4
    ├── Forbidden                 forbidden     4
    ├── Busy                      busy          6   (locks; a locked keyring or vault too)
    ├── Unsupported               unsupported   7
    ├── NetworkError              network       8
    ├── RateLimited               rate_limited  8
    ├── RemoteError               remote        8
    ├── Damaged                   damaged       9
    ├── Cancelled                 cancelled     130
    ├── StorageError              storage       1
    │   └── NoSpace               space         1
    └── InternalError             internal      1

``message`` says what failed and on what, ``hint`` what to do next; neither ever holds a secret. ``code`` is the stable word for
search and scripts (ux.md's list; more may be added). ``retryable`` says whether the same call may succeed later by itself.
"""

from __future__ import annotations

from typing import Any, ClassVar

import msgspec


class Failure(msgspec.Struct, frozen=True, omit_defaults=False):
    """An error as it crosses the pipe, is stored with a job, and is printed with ``--json``."""

    kind: str
    code: str
    message: str
    hint: str = ""
    retryable: bool = False
    details: dict[str, Any] = {}


class HoldfastError(Exception):
    """Base of all errors that are shown to people. Raise a subclass."""

    kind: ClassVar[str] = "internal"
    default_code: ClassVar[str] = "INTERNAL"
    default_retryable: ClassVar[bool] = False

    def __init__(self, message: str, *, code: str | None = None, hint: str = "", retryable: bool | None = None, **details: Any) -> None:
        super().__init__(message)
        self.message = message
        self.code = code or self.default_code
        self.hint = hint
        self.retryable = self.default_retryable if retryable is None else retryable
        self.details = details

    def failure(self) -> Failure:
        """This error as a record."""
        return Failure(self.kind, self.code, self.message, self.hint, self.retryable, self.details)

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (self.failure(),)


class UsageError(HoldfastError):
    kind = "usage"
    default_code = "USAGE"


class NotFound(HoldfastError):
    kind = "not_found"
    default_code = "NOT-FOUND"


class AuthRejected(HoldfastError):
    kind = "auth"
    default_code = "AUTH-REJECTED"


class Forbidden(HoldfastError):
    kind = "forbidden"
    default_code = "AUTH-SCOPE"


class Busy(HoldfastError):
    kind = "busy"
    default_code = "REPO-LOCKED"
    default_retryable = True


class Unsupported(HoldfastError):
    kind = "unsupported"
    default_code = "UNSUPPORTED"


class NetworkError(HoldfastError):
    kind = "network"
    default_code = "NET"
    default_retryable = True


class RateLimited(HoldfastError):
    kind = "rate_limited"
    default_code = "RATE-LIMIT"
    default_retryable = True


class RemoteError(HoldfastError):
    kind = "remote"
    default_code = "REMOTE"


class Damaged(HoldfastError):
    kind = "damaged"
    default_code = "REPO-DAMAGED"


class Cancelled(HoldfastError):
    kind = "cancelled"
    default_code = "CANCELLED"

    def __init__(self, message: str = "Stopped on request. What was stored stays usable.", **details: Any) -> None:
        super().__init__(message, **details)


class StorageError(HoldfastError):
    kind = "storage"
    default_code = "STORAGE"


class NoSpace(StorageError):
    kind = "space"
    default_code = "SPACE-DEST"


class InternalError(HoldfastError):
    pass


_BY_KIND: dict[str, type[HoldfastError]] = {
    c.kind: c
    for c in (
        UsageError, NotFound, AuthRejected, Forbidden, Busy, Unsupported, NetworkError, RateLimited,
        RemoteError, Damaged, Cancelled, StorageError, NoSpace, InternalError,
    )
}  # fmt: skip


def from_failure(failure: Failure) -> HoldfastError:
    """The error that `failure` was made from, at the other end of a pipe."""
    details = {k: v for k, v in failure.details.items() if k not in {"code", "hint", "retryable", "message"}}
    return _BY_KIND.get(failure.kind, InternalError)(
        failure.message, code=failure.code, hint=failure.hint, retryable=failure.retryable, **details
    )


_rebuild = from_failure


def as_failure(error: BaseException) -> Failure:
    """Any exception as a record; one that is not ours becomes `internal` and names only its type."""
    if isinstance(error, HoldfastError):
        return error.failure()
    return Failure(
        "internal",
        "INTERNAL",
        f"Holdfast met an error it did not expect ({type(error).__name__}).",
        "Your earlier backups are not affected. The log (`holdfast activity log ID`) holds what is needed to report it.",
        details={"type": type(error).__name__},
    )
