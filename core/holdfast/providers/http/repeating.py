"""Which failed calls may be sent again, and of which nobody knows whether they were carried out (apis.md 6.1). Pure."""

from __future__ import annotations

from holdfast.errors import AuthRejected, HoldfastError, NetworkError, RateLimited, RemoteError

_REPEAT = frozenset({408, 425, 429, 500, 502, 503, 504, *range(520, 525)})


def may_repeat(error: HoldfastError, *, changing: bool, once: bool) -> bool:
    """`changing`: the call changes something there; `once`: it must not be done twice."""
    if error.details.get("held_back") or isinstance(error, AuthRejected):
        return False
    if isinstance(error, RateLimited):
        return True
    if not error.details.get("sent", True):
        return error.retryable
    if changing:
        return not once and error.code == "SITE-MAINTENANCE"
    return error.retryable if isinstance(error, NetworkError) else error.details.get("http") in _REPEAT


def is_unclear(error: HoldfastError) -> bool:
    """Whether the server may have done what was asked although the answer is an error."""
    if isinstance(error, NetworkError):
        return True
    status = error.details.get("http")
    if not isinstance(error, RemoteError) or error.code in {"SITE-BLOCKED", "SITE-MOVED"}:
        return False
    if error.code == "SITE-MAINTENANCE" and not error.details.get("unsure"):
        return False  # WordPress says so before any plugin is loaded
    return (
        not isinstance(status, int)
        or status >= 500
        or (status < 300 and error.code in {"NOT-JSON", "SITE-5XX", "SITE-DATABASE", "TOO-LARGE"})
    )
