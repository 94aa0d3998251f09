"""The one seam where what botocore, urllib3 and an S3 server say becomes an error of ours. `tests/core/storage/test_s3_errors.py` fails
when botocore grows an exception that is not listed here.

No sentence of a server or library is passed on: some hold key ids, addresses or signatures. The server's word is ``details.server_code``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

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
from holdfast.storage.names import exists_already, missing, too_short


class Call(msgspec.Struct, frozen=True):
    """What was being done, for the sentence."""

    verb: str
    """save, load, size, list, delete, create, ask."""
    name: str
    location: str
    needed: int = 0


_Maker = Callable[[Call, dict[str, Any]], HoldfastError]

_KEYS_HINT = "Check the access key and its secret, and that the key is active at the provider. Earlier backups are unharmed."
_SCOPE_HINT = "The key needs the rights to list the bucket and to get, put and delete objects under this path."
_LATER_HINT = "Holdfast tries again by itself; if it goes on, look at the provider's status page."


def _auth(call: Call, details: dict[str, Any]) -> HoldfastError:
    return AuthRejected(f"The storage {call.location} refused the access key.", hint=_KEYS_HINT, **details)


def _no_keys(call: Call, details: dict[str, Any]) -> HoldfastError:
    hint = "Sign in with the AWS tools again, or give an access key and its secret."
    return AuthRejected(f"No usable keys were found for the storage {call.location}.", code="KEYS-MISSING", hint=hint, **details)


def _clock(call: Call, details: dict[str, Any]) -> HoldfastError:
    hint = "Set the clock of this computer: S3 refuses requests that are 15 minutes off."
    return AuthRejected(f"The storage {call.location} says that this computer's clock is wrong.", code="CLOCK", hint=hint, **details)


def _region(call: Call, details: dict[str, Any]) -> HoldfastError:
    hint = "Set the region of the bucket, or use the endpoint of that region."
    return UsageError(f"The bucket of {call.location} is in another region.", code="S3-REGION", hint=hint, **details)


def _forbidden(call: Call, details: dict[str, Any]) -> HoldfastError:
    what = {"save": "write", "load": "read", "size": "read", "list": "list", "delete": "delete", "create": "make", "ask": "read"}[call.verb]
    message = f"The access key may not {what} {call.name} in the storage {call.location}."
    return Forbidden(message, code="STORAGE-DENIED", hint=_SCOPE_HINT, **details)


def _full(call: Call, details: dict[str, Any]) -> HoldfastError:
    hint = "Raise the quota, remove old backups and prune, or choose another storage. Backups made before are unharmed."
    message = f"The storage {call.location} is full: {call.name} needs {call.needed:,} bytes."
    return NoSpace(message, hint=hint, needed=call.needed, free=None, **details)


def _slow_down(call: Call, details: dict[str, Any]) -> HoldfastError:
    return RateLimited(f"The storage {call.location} asks to slow down.", hint=_LATER_HINT, **details)


def _server(call: Call, details: dict[str, Any]) -> HoldfastError:
    return NetworkError(f"The storage {call.location} failed at {call.name}.", code="STORAGE-5XX", hint=_LATER_HINT, **details)


def _network(call: Call, details: dict[str, Any]) -> HoldfastError:
    return NetworkError(
        f"The connection to the storage {call.location} broke at {call.name}.", hint="Check the network connection.", **details
    )


def _timeout(call: Call, details: dict[str, Any]) -> HoldfastError:
    message = f"The storage {call.location} did not answer in time at {call.name}."
    return NetworkError(message, code="NET-TIMEOUT", hint="Check the network connection and the server.", **details)


def _unreachable(call: Call, details: dict[str, Any]) -> HoldfastError:
    hint = "Check the network connection, the address, and whether the server runs."
    return NetworkError(f"The storage {call.location} cannot be reached.", hint=hint, **details)


def _name_unknown(call: Call, details: dict[str, Any]) -> HoldfastError:
    hint = "Check the address and the network connection."
    return NetworkError(f"The host name of the storage {call.location} was not found.", code="NET-DNS", hint=hint, **details)


def _certificate(call: Call, details: dict[str, Any]) -> HoldfastError:
    hint = "Nothing was sent. If the server uses a certificate authority of its own, give that authority's file."
    message = f"The certificate of the storage {call.location} is not trusted."
    return NetworkError(message, code="TLS-BAD", hint=hint, retryable=False, **details)


def _corrupted(call: Call, details: dict[str, Any]) -> HoldfastError:
    return NetworkError(f"{call.name} was damaged on its way to or from the storage {call.location}.", code="CHECKSUM", **details)


def _absent(call: Call, details: dict[str, Any]) -> HoldfastError:
    return NotFound(missing(call.name, call.location), **details)


def _no_bucket(call: Call, details: dict[str, Any]) -> HoldfastError:
    hint = "Check the bucket's name and the region."
    return NotFound(f"The bucket of the storage {call.location} is not there.", code="STORAGE-MISSING", hint=hint, **details)


def _others_bucket(call: Call, details: dict[str, Any]) -> HoldfastError:
    hint = "Choose another name: bucket names are shared by all users of a provider."
    return Forbidden(f"The bucket of {call.location} belongs to somebody else.", code="STORAGE-DENIED", hint=hint, **details)


def _archived(call: Call, details: dict[str, Any]) -> HoldfastError:
    hint = "Restore the object with the provider's tools first; archive storage classes are not for backups that must be read at once."
    return StorageError(
        f"{call.name} in {call.location} is in an archive class and cannot be read now.", code="ARCHIVED", hint=hint, **details
    )


def _not_offered(call: Call, details: dict[str, Any]) -> HoldfastError:
    return Unsupported(f"The server of {call.location} does not offer what was asked of it ({call.verb}).", **details)


def _options(call: Call, details: dict[str, Any]) -> HoldfastError:
    hint = "Check bucket name, region and the other options of this storage, and AWS's own configuration files where they are used."
    return UsageError(f"The settings of the storage {call.location} do not work.", code="STORAGE-OPTIONS", hint=hint, **details)


def _exists(call: Call, details: dict[str, Any]) -> HoldfastError:
    return exists_already(call.name, call.location)


def _short(call: Call, details: dict[str, Any]) -> HoldfastError:
    return too_short(call.name, call.location)


def _other(call: Call, details: dict[str, Any]) -> HoldfastError:
    return StorageError(f"The storage {call.location} refused a request ({call.verb} {call.name}).", **details)


_BY_CODE: dict[str, _Maker] = {
    code: maker
    for maker, codes in {
        _absent: "NoSuchKey NoSuchVersion NotFound 404",
        _no_bucket: "NoSuchBucket",
        _others_bucket: "BucketAlreadyExists",
        _auth: """
            InvalidAccessKeyId SignatureDoesNotMatch ExpiredToken InvalidToken TokenRefreshRequired AuthFailure
            InvalidSecurity UserSuspended MissingSecurityHeader MissingAuthenticationToken UnrecognizedClientException
            NotSignedUp 401""",
        _clock: "RequestTimeTooSkewed RequestExpired",
        _region: """
            AuthorizationHeaderMalformed PermanentRedirect TemporaryRedirect IllegalLocationConstraintException
            IncorrectEndpoint 301 307""",
        _forbidden: "AccessDenied AllAccessDisabled AccountProblem Forbidden 403",
        _archived: "InvalidObjectState",
        _full: """
            QuotaExceeded XMinioStorageFull InsufficientCapacity InsufficientStorage XMinioAdminBucketQuotaExceeded
            OverQuota 507""",
        _slow_down: "SlowDown TooManyRequests RequestLimitExceeded Throttling ThrottlingException BandwidthLimitExceeded Busy 429",
        _server: "InternalError ServiceUnavailable OperationAborted ConditionalRequestConflict 500 502 503 504",
        _network: "IncompleteBody RequestTimeout",
        _corrupted: "BadDigest XAmzContentSHA256Mismatch InvalidDigest XAmzContentChecksumMismatch",
        _not_offered: "NotImplemented MethodNotAllowed 405 501",
        _options: "InvalidBucketName InvalidStorageClass InvalidArgument",
        _exists: "PreconditionFailed 412",
        _short: "InvalidRange 416",
    }.items()
    for code in codes.split()
}

BY_CLASS: dict[str, _Maker] = {
    name: maker
    for maker, names in {
        _unreachable: "EndpointConnectionError ConnectTimeoutError ProxyConnectionError CapacityNotAvailableError",
        _timeout: "ReadTimeoutError TimeoutError",
        _network: """
            ConnectionError ConnectionClosedError HTTPClientError ResponseStreamingError IncompleteReadError HTTPError
            HTTPException OSError EventStreamError AwsChunkedWrapperError""",
        _certificate: "SSLError",
        _corrupted: "ChecksumError FlexibleChecksumError",
        _no_keys: """
            NoCredentialsError PartialCredentialsError CredentialRetrievalError UnknownCredentialError TokenRetrievalError
            NoAuthTokenError SSOError LoginError RefreshWithMFAUnsupportedError MetadataRetrievalError
            InvalidIMDSEndpointError InvalidIMDSEndpointModeError UnknownTokenProviderError InfiniteLoopConfigError""",
        _options: """
            ParamValidationError ValidationError MissingParametersError InvalidDNSNameError InvalidHostLabelError
            ProfileNotFound ConfigNotFound ConfigParseError InvalidConfigError InvalidDefaultsMode
            InvalidEndpointConfigurationError InvalidEndpointDiscoveryConfigurationError InvalidChecksumConfigError
            InvalidProxiesConfigError InvalidRetryConfigurationError InvalidRetryModeError InvalidS3AddressingStyleError
            InvalidS3UsEast1RegionalEndpointConfigError InvalidSTSRegionalEndpointsConfigError UnknownRegionError
            BaseEndpointResolverError EndpointProviderError ServiceNotInRegionError UnsupportedS3ArnError
            UnsupportedS3AccesspointConfigurationError UnsupportedS3ConfigurationError UnsupportedS3ControlArnError
            UnsupportedS3ControlConfigurationError UnsupportedOutpostResourceError UnsupportedSignatureVersionError
            UnknownSignatureVersionError AliasConflictParameterError MissingDependencyException
            UnsupportedServiceProtocolsError""",
    }.items()
    for name in names.split()
}
"""By the name of an exception's class, or of the nearest class above it."""

_UNCLEAR = {"NET", "NET-TIMEOUT", "STORAGE-5XX"}


def translated(error: Exception, call: Call) -> HoldfastError:
    """`error`, raised by botocore or below it during `call`, as one of ours. An unknown one is a `StorageError` that names its class."""
    response = getattr(error, "response", None)
    if isinstance(response, dict) and "Error" in response:
        return _from_response(response, call)
    details = {"error": type(error).__name__}
    maker = next((BY_CLASS[c.__name__] for c in type(error).__mro__ if c.__name__ in BY_CLASS), _other)
    text = str(error)
    if maker is _unreachable and any(sign in text for sign in ("NameResolutionError", "getaddrinfo", "Name or service not known")):
        maker = _name_unknown
    if "CERTIFICATE_VERIFY_FAILED" in text or "certificate verify failed" in text:
        maker = _certificate
    elif maker is _certificate:  # a connection that was cut while TLS began, mostly
        maker = _network
    return maker(call, details)


def unknown_outcome(error: HoldfastError) -> bool:
    """Whether the server may have done what was asked although it did not say so."""
    return isinstance(error, NetworkError) and error.code in _UNCLEAR


def _from_response(response: dict[str, Any], call: Call) -> HoldfastError:
    code = str(response["Error"].get("Code", ""))
    status = int(response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0))
    maker = _BY_CODE.get(code) or _BY_CODE.get(str(status)) or (_server if status >= 500 else _other)
    return maker(call, {"server_code": code, "status": status})
