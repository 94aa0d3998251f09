"""Everything that botocore may raise or a server may say becomes an error of ours, at one seam."""

from __future__ import annotations

import http.client
import inspect
import ssl

import botocore.exceptions
import pytest
import urllib3.exceptions
from botocore.exceptions import ClientError

from holdfast.errors import (
    AuthRejected,
    Forbidden,
    HoldfastError,
    NetworkError,
    NoSpace,
    NotFound,
    RateLimited,
    StorageError,
    Unsupported,
    UsageError,
)
from holdfast.storage.s3_errors import BY_CLASS, Call, translated, unknown_outcome

CALL = Call("save", "data/ab/cd", "s3:https://host/bucket", 123)
OUR_MISTAKES = set(
    """
    ApiVersionNotFoundError BotoCoreError ClientError DataNotFoundError InvalidExpressionError MD5UnavailableError
    MissingServiceIdError OperationNotPageableError PaginationError StubAssertionError StubResponseError
    UnStubbedResponseError UndefinedModelAttributeError UnknownClientMethodError UnknownServiceError UnknownServiceStyle
    UnseekableStreamError UnsupportedTLSVersionWarning WaiterConfigError WaiterError ImminentRemovalWarning
""".split()
)
"""Only wrong use of the library raises these, or they are bases: a `StorageError` that names them will do."""


def botocore_errors() -> list[type[Exception]]:
    found = inspect.getmembers(botocore.exceptions, lambda c: inspect.isclass(c) and issubclass(c, Exception))
    return [c for _, c in found]


def made(kind: type[Exception], text: str = "") -> Exception:
    """An instance whatever its constructor wants."""
    error = kind.__new__(kind)
    Exception.__init__(error, text)
    return error


@pytest.mark.parametrize("kind", botocore_errors(), ids=lambda c: c.__name__)
def test_every_exception_of_botocore_is_listed(kind: type[Exception]) -> None:
    """A new botocore that brings a new exception fails here."""
    listed = any(c.__name__ in BY_CLASS for c in kind.__mro__)
    assert listed != (kind.__name__ in OUR_MISTAKES)
    error = translated(made(kind), CALL)
    assert isinstance(error, HoldfastError)
    assert error.details["error"] == kind.__name__
    if kind.__name__ in OUR_MISTAKES:
        assert type(error) is StorageError
        assert not error.retryable


@pytest.mark.parametrize(
    ("error", "kind", "code", "retryable"),
    [
        (made(botocore.exceptions.ReadTimeoutError), NetworkError, "NET-TIMEOUT", True),
        (made(botocore.exceptions.ConnectTimeoutError), NetworkError, "NET", True),
        (made(botocore.exceptions.EndpointConnectionError, "Failed to resolve: NameResolutionError"), NetworkError, "NET-DNS", True),
        (made(botocore.exceptions.ConnectionClosedError), NetworkError, "NET", True),
        (made(botocore.exceptions.SSLError, "[SSL: CERTIFICATE_VERIFY_FAILED] expired"), NetworkError, "TLS-BAD", False),
        (made(botocore.exceptions.SSLError, "EOF occurred in violation of protocol"), NetworkError, "NET", True),
        (made(botocore.exceptions.NoCredentialsError), AuthRejected, "KEYS-MISSING", False),
        (made(botocore.exceptions.SSOTokenLoadError), AuthRejected, "KEYS-MISSING", False),
        (made(botocore.exceptions.ProfileNotFound), UsageError, "STORAGE-OPTIONS", False),
        (made(botocore.exceptions.ParamValidationError), UsageError, "STORAGE-OPTIONS", False),
        (made(botocore.exceptions.IncompleteReadError), NetworkError, "NET", True),
        (urllib3.exceptions.ProtocolError("broken"), NetworkError, "NET", True),
        (urllib3.exceptions.SSLError("bad record"), NetworkError, "NET", True),
        (http.client.IncompleteRead(b""), NetworkError, "NET", True),
        (ConnectionResetError("reset"), NetworkError, "NET", True),
        (TimeoutError("late"), NetworkError, "NET-TIMEOUT", True),
        (ssl.SSLError("EOF"), NetworkError, "NET", True),
        (ZeroDivisionError("odd"), StorageError, "STORAGE", False),
    ],
    ids=lambda v: type(v).__name__ if isinstance(v, Exception) else None,
)
def test_what_the_library_says(error: Exception, kind: type[HoldfastError], code: str, retryable: bool) -> None:
    ours = translated(error, CALL)
    assert (type(ours), ours.code, ours.retryable) == (kind, code, retryable)


@pytest.mark.parametrize(
    ("status", "word", "kind", "code", "retryable"),
    [
        (404, "NoSuchKey", NotFound, "NOT-FOUND", False),
        (404, "404", NotFound, "NOT-FOUND", False),
        (404, "NoSuchBucket", NotFound, "STORAGE-MISSING", False),
        (403, "InvalidAccessKeyId", AuthRejected, "AUTH-REJECTED", False),
        (403, "SignatureDoesNotMatch", AuthRejected, "AUTH-REJECTED", False),
        (400, "ExpiredToken", AuthRejected, "AUTH-REJECTED", False),
        (401, "Unauthorized", AuthRejected, "AUTH-REJECTED", False),
        (403, "UserSuspended", AuthRejected, "AUTH-REJECTED", False),
        (403, "RequestTimeTooSkewed", AuthRejected, "CLOCK", False),
        (403, "AccessDenied", Forbidden, "STORAGE-DENIED", False),
        (403, "403", Forbidden, "STORAGE-DENIED", False),
        (403, "SomethingNew", Forbidden, "STORAGE-DENIED", False),
        (409, "BucketAlreadyExists", Forbidden, "STORAGE-DENIED", False),
        (403, "QuotaExceeded", NoSpace, "SPACE-DEST", False),
        (507, "InsufficientStorage", NoSpace, "SPACE-DEST", False),
        (503, "SlowDown", RateLimited, "RATE-LIMIT", True),
        (429, "429", RateLimited, "RATE-LIMIT", True),
        (500, "InternalError", NetworkError, "STORAGE-5XX", True),
        (502, "", NetworkError, "STORAGE-5XX", True),
        (599, "Strange", NetworkError, "STORAGE-5XX", True),
        (409, "ConditionalRequestConflict", NetworkError, "STORAGE-5XX", True),
        (400, "RequestTimeout", NetworkError, "NET", True),
        (400, "BadDigest", NetworkError, "CHECKSUM", True),
        (400, "AuthorizationHeaderMalformed", UsageError, "S3-REGION", False),
        (301, "PermanentRedirect", UsageError, "S3-REGION", False),
        (400, "InvalidBucketName", UsageError, "STORAGE-OPTIONS", False),
        (501, "NotImplemented", Unsupported, "UNSUPPORTED", False),
        (412, "PreconditionFailed", StorageError, "EXISTS", False),
        (416, "InvalidRange", StorageError, "SHORT", False),
        (403, "InvalidObjectState", StorageError, "ARCHIVED", False),
        (418, "Teapot", StorageError, "STORAGE", False),
    ],
)
def test_what_a_server_says(status: int, word: str, kind: type[HoldfastError], code: str, retryable: bool) -> None:
    message = "AKIASECRETKEYID signed with geheim"
    answer = ClientError({"Error": {"Code": word, "Message": message}, "ResponseMetadata": {"HTTPStatusCode": status}}, "PutObject")  # type: ignore[typeddict-item]  # only what is read
    ours = translated(answer, CALL)
    assert (type(ours), ours.code, ours.retryable) == (kind, code, retryable)
    assert "AKIASECRETKEYID" not in str(ours.failure())
    assert "geheim" not in str(ours.failure())
    if kind is NoSpace:
        assert "123 bytes" in ours.message
        assert ours.hint
    if ours.details:
        assert ours.details["server_code"] == word


@pytest.mark.parametrize("verb", ["save", "load", "size", "list", "delete", "create", "ask"])
def test_a_refusal_has_a_sentence_for_every_verb(verb: str) -> None:
    answer = ClientError({"Error": {"Code": "AccessDenied"}}, "X")
    assert translated(answer, Call(verb, "data/ab/cd", "s3:https://h/b")).hint


def test_outcomes_that_are_not_known() -> None:
    assert unknown_outcome(translated(made(botocore.exceptions.ReadTimeoutError), CALL))
    assert unknown_outcome(translated(made(botocore.exceptions.ConnectionClosedError), CALL))
    assert not unknown_outcome(translated(made(botocore.exceptions.SSLError, "CERTIFICATE_VERIFY_FAILED"), CALL))
    assert not unknown_outcome(translated(made(botocore.exceptions.NoCredentialsError), CALL))
